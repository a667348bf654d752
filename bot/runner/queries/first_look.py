"""
What a text is before it is looked for in the FAQ: an advert, a greeting, a company, a wish for a number …

Start at `first_look`.
"""

from __future__ import annotations

import re
import unicodedata

from bot.adverts.judge import judge
from bot.adverts.offer import FORWARDED, PASTED, offer_score
from bot.adverts.read import read_advert
from bot.directory.naming import find_places
from bot.directory.nearest import Directory
from bot.engine.reading import POLITE, words_of
from bot.engine.wording import Wording
from bot.recruiters.contacts import NUMBERS, find_contacts
from bot.recruiters.licence import find_licences
from bot.recruiters.matching import Fit, match_name
from bot.recruiters.names import find_names
from bot.recruiters.register import Register
from bot.runner.ports import Knowledge

LONGEST_GREETING = 6  # words
LONGEST_WISH = 12  # words of a wish for a number or an address
LOOKED_AT = 200  # characters; longer texts are stories
OTHER_SCRIPT = 0.5  # share of letters from which a text is not for us to read
_NO_NAMES = "itu|ini|apa|mana|yang|yg|resmi|legal|abal|penyalur|penempatan|tersebut|nya|atau|dan|saya|kami"
_COMPANY = re.compile(
    rf"\b(?:pt|cv)\.? +(?!(?:{_NO_NAMES})\b)\w{{3,}} +(?!(?:{_NO_NAMES})\b)\w{{3,}}", re.IGNORECASE
)
_LINK = re.compile(r"\b(?:https?://|t\.me/|wa\.me/|www\.)\S+", re.IGNORECASE)


def first_look(text: str, knowledge: Knowledge, *, forwarded: bool = False) -> str:
    """
    Returns: greeting, thanks, later, foreign, wordless, advert, recruiter, contacts; "" for what may be a
    question.
    """
    words = knowledge.flows.wording
    for manners in ("greeting", "thanks"):
        if _only(text, manners, words):
            return manners
    if _puts_off(text, words):
        return "later"
    letters = [letter for letter in text if letter.isalpha()]
    if not letters and not any(letter.isdecimal() for letter in text):
        return "wordless"
    if is_foreign(text):
        return "foreign"
    if is_offer(text, knowledge, FORWARDED if forwarded else PASTED):
        return "advert"
    if _names_company(text, knowledge.register) or _gives_number(text, knowledge.register):
        return "recruiter"
    if _wants_contact(text, words, knowledge.directory):
        return "contacts"
    return ""


def is_offer(text: str, knowledge: Knowledge, enough: float) -> bool:
    """Whether a text is an advert that was passed on; `enough` is a score of `bot.adverts.offer`."""
    vocabulary, rules = knowledge.adverts.vocabulary, knowledge.adverts.rules
    if rules is None:
        return False
    advert = read_advert(text, vocabulary)
    return offer_score(advert, judge(advert, vocabulary, rules)) >= enough


def is_foreign(text: str) -> bool:
    """Whether most letters are of a script that is not for us to read."""
    letters = [letter for letter in text if letter.isalpha()]
    return sum(map(_is_foreign, letters)) > OTHER_SCRIPT * max(1, len(letters))


def _is_foreign(letter: str) -> bool:
    return not unicodedata.name(letter, "LATIN").startswith("LATIN")


def _only(text: str, manners: str, words: Wording) -> bool:
    """Whether a short text is nothing but such words ("halo kak, selamat pagi")."""
    said = [word for word in words_of(text[:LOOKED_AT]) if word not in POLITE]
    known = words.label(f"typed.{manners}", {}).split("|")
    return 0 < len(said) <= LONGEST_GREETING and all(word in known for word in said)


def _puts_off(text: str, words: Wording) -> bool:
    """Whether the whole text only puts things off ("nanti aja kak")."""
    said = words_of(text[:LOOKED_AT])
    bare = [word for word in said if word not in POLITE]
    later = words.label("typed.later", {}).split("|")
    return " ".join(said) in later or " ".join(bare) in later


def _names_company(text: str, register: Register) -> bool:
    """A company of the register, or any "PT Something": a name nobody knows deserves a verdict too."""
    if _COMPANY.search(text):
        return True
    names = find_names(text, register.by_word)
    return any(found.fit is Fit.SURE for name in names for found in match_name(register, name))


def _gives_number(text: str, register: Register) -> bool:
    return bool(
        _LINK.search(text)
        or any(contact.kind in NUMBERS for contact in find_contacts(text))
        or find_licences(text, register)
    )


def _wants_contact(text: str, words: Wording, directory: Directory) -> bool:
    """ "nomor disnaker lombok timur": a word for number or office, one for an agency, and a place we know."""
    said = words_of(text[:LOOKED_AT])
    if len(said) > LONGEST_WISH:
        return False
    numbers, offices = (set(words.label(f"typed.{kind}", {}).split("|")) for kind in ("number", "office"))
    return bool(numbers & set(said) and offices & set(said) and find_places(directory.places, text))
