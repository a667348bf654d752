"""
What a text is before it is looked for in the FAQ: an advert, a greeting, a company, a wish for a number …

Start at `first_look`.
"""

from __future__ import annotations

from bot.adverts.offer import FORWARDED, PASTED
from bot.directory.naming import find_places
from bot.directory.nearest import Directory
from bot.engine.reading import words_of
from bot.engine.wording import Wording
from bot.recruiters.contacts import NUMBERS, find_contacts
from bot.recruiters.licence import find_licences
from bot.recruiters.register import Register
from bot.runner.ports import Knowledge
from bot.runner.queries.manners import LOOKED_AT, manners
from bot.runner.queries.naming import names_company
from bot.runner.queries.offering import LINK, is_foreign, is_offer

LONGEST_WISH = 12  # words of a wish for a number or an address


def first_look(text: str, knowledge: Knowledge, *, forwarded: bool = False) -> str:
    """
    Returns: greeting, thanks, later, foreign, wordless, advert, recruiter, contacts; "" for what may be a
    question.
    """
    words = knowledge.flows.wording
    polite = manners(text, words)
    if polite:
        return polite
    letters = [letter for letter in text if letter.isalpha()]
    if not letters and not any(letter.isdecimal() for letter in text):
        return "wordless"
    if is_foreign(text):
        return "foreign"
    if is_offer(text, knowledge, FORWARDED if forwarded else PASTED):
        return "advert"
    if names_company(text, knowledge) or _gives_number(text, knowledge.register):
        return "recruiter"
    if _wants_contact(text, words, knowledge.directory):
        return "contacts"
    return ""


def _gives_number(text: str, register: Register) -> bool:
    return bool(
        LINK.search(text)
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
