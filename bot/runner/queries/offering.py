"""
Whether a text is an offer of work that was passed on, and whether nobody but a recruiter can have written it.

The first decides what a text is looked up as; the second, much narrower, lets an advert full of bad words be
answered instead of waking an officer (decision 014). Start at `is_offer` and `is_recruiting`.
"""

from __future__ import annotations

import re
import unicodedata

from bot.adverts.advert import Advert
from bot.adverts.judge import judge
from bot.adverts.offer import PASTED, offer_score
from bot.adverts.read import read_advert
from bot.adverts.vocabulary import Vocabulary
from bot.language.folding import fold
from bot.language.seen import see
from bot.recruiters.contacts import blank
from bot.runner.ports import Knowledge

FEWEST_WORDS = 4  # of an offer that names no country, work or money
LOOKED_AT = 400  # letters
_WORD = re.compile(r"[^\W\d_]{2,}")
LINK = re.compile(r"\b(?:https?://|t\.me/|wa\.me/|www\.)\S+", re.IGNORECASE)
OTHER_SCRIPT = 0.5  # share of letters from which a text is not for us to read
_CALLS = re.compile(  # who writes so wants to be written to
    r"\b(?:minat|berminat|hub|hubungi|hubungin|inbox|inboks|dm|pm|japri|wa|whatsapp|daftar|daftarkan|merapat|"
    r"kirim (?:cv|lamaran|ktp|foto|data)|gabung|join|buruan|siapa cepat|kuota|slot|info lengkap|cp)\b"
)
_OWN = re.compile(  # and who writes so tells of themselves, or of people they know
    r"\b(?:saya|sy|sya|saia|aku|ak|gw|gue|gua|kulo|tiang|abdi|ane|beta|inyong|istri|suami|adik|adek|adikku|"
    r"abangku|pamanku|anak ?(?:saya|sy|ku)|tetangga|ponakan|keponakan|sodara|saudara|kakak|temen|teman|"
    r"temenku|temanku|sepupu|ibu saya|bapak saya|katanya|ktnya|katany|bilang|dibilang|d ?tawari|ditawarin|"
    r"ditawarkan|tawarannya|disuruh|dijanjikan|diajak|ngajak|ngajakin|nawarin|nawari|tolong|tlg)\b"
)


def is_offer(text: str, knowledge: Knowledge, enough: float) -> bool:
    """Whether a text is an advert that was passed on; `enough` is a score of `bot.adverts.offer`."""
    vocabulary, rules = knowledge.adverts.vocabulary, knowledge.adverts.rules
    if rules is None:
        return False
    advert = read_advert(text, vocabulary)
    if _is_only_who(advert, vocabulary):
        return False
    return offer_score(advert, judge(advert, vocabulary, rules)) >= enough


def _is_only_who(advert: Advert, vocabulary: Vocabulary) -> bool:
    """Whether a text is a name, a link or numbers, with hardly a word around them: somebody to look up."""
    quotes = [each.quote for each in advert.companies]
    quotes += [each.quote for each in advert.contacts]
    quotes += [each.quote for each in advert.accounts]
    quotes += [each.quote for each in advert.licences]
    if len(advert.text) > LOOKED_AT:
        return False
    rest = blank(advert.text, ((quote.start, quote.end) for quote in quotes))
    rest = LINK.sub(" ", rest)
    said = read_advert(rest, vocabulary)
    offered = said.countries or said.jobs or said.money or said.ages or said.departures
    return not offered and len(_WORD.findall(rest)) < FEWEST_WORDS


def is_recruiting(text: str, knowledge: Knowledge) -> bool:
    """Whether a text is surely an offer: it wants to be written to, and tells nothing of the writer's own."""
    called = _CALLS.search(fold(text)) or read_advert(text, knowledge.adverts.vocabulary).contacts
    return bool(called) and not tells_own(text) and is_offer(text, knowledge, PASTED)


def tells_own(text: str) -> bool:
    """Whether the writer speaks of themselves or of people they know: "saya", "adik saya", "katanya"."""
    return bool(_OWN.search(fold(text)))


def is_foreign(text: str) -> bool:
    """Whether most letters, as people see them, are of a script that is not for us to read."""
    letters = [letter for letter in see(text).text if letter.isalpha()]
    return sum(map(_is_foreign, letters)) > OTHER_SCRIPT * max(1, len(letters))


def _is_foreign(letter: str) -> bool:
    return not unicodedata.name(letter, "LATIN").startswith("LATIN")
