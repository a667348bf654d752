"""
Compare the contacts that somebody was given with those on the register.

Pure. A real licence with somebody else's number is the commonest fraud; and a register without a number
cannot say that a number is wrong. Start at `compare` and `summary`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bot.language.folding import fold
from bot.recruiters.contacts import NUMBERS, Contact, ContactKind, ContactMatch
from bot.recruiters.recruiter import Recruiter

Compared = tuple[Contact, ContactMatch]

_WORD = re.compile(r"[^\W_]+")
_ROADS = frozenset(
    """
    jl jln jalan raya gang gg no nomor rt rw kel kelurahan kec kecamatan kab kabupaten kota desa dusun ruko
    komplek perum perumahan blok lantai lt gedung provinsi prov indonesia jawa barat timur tengah utara
    selatan
    """.split()
)
_SHORTEST_TELLING = 4  # letters
_ROAD = re.compile(
    r"\b(?:jl|jln|jalan|gang|gg|ruko|komplek|kompleks|perum|perumahan|gedung|graha|menara|blok)\b"
)
_ROAD_ENDS = re.compile(r"[,;:()\n\d]")


def compare(recruiter: Recruiter, contacts: Iterable[Contact]) -> tuple[Compared, ...]:
    """Each contact beside what the register has for this company; an address that fits half is left out."""
    compared = ((contact, _one(recruiter, contact)) for contact in contacts)
    return tuple((contact, match) for contact, match in compared if match is not None)


def summary(compared: Iterable[Compared]) -> ContactMatch | None:
    """One word for all numbers: one that differs outweighs any that match; None without numbers."""
    seen = {match for contact, match in compared if contact.kind in NUMBERS}
    for worst in (ContactMatch.DIFFERS, ContactMatch.NO_RECORD, ContactMatch.MATCH):
        if worst in seen:
            return worst
    return None


def _one(recruiter: Recruiter, contact: Contact) -> ContactMatch | None:
    match contact.kind:
        case ContactKind.PHONE:
            return _among(contact.value, recruiter.phones)
        case ContactKind.EMAIL:
            return _among(contact.value, recruiter.emails)
        case ContactKind.ACCOUNT:
            return _among(contact.value, recruiter.accounts)
        case ContactKind.WEB:
            return _among(contact.value, tuple(map(_host, recruiter.web)))
        case ContactKind.PERSON:
            return _person(contact.value, recruiter.people)
        case ContactKind.ADDRESS:
            return _address(contact.value, (f"{recruiter.address}, {recruiter.city}", *recruiter.branches))
        case ContactKind.OTHER:
            return ContactMatch.NO_RECORD
        case ContactKind.HOLDER:
            return None  # a person in place of the company; said as such, whoever it is


def _among(value: str, on_record: Sequence[str]) -> ContactMatch:
    if not on_record:
        return ContactMatch.NO_RECORD
    return ContactMatch.MATCH if value in on_record else ContactMatch.DIFFERS


def _host(web: str) -> str:
    return re.sub(r"^(?:https?://)?(?:www\.)?", "", web.casefold()).partition("/")[0]


def _person(value: str, people: Sequence[str]) -> ContactMatch:
    """A name that is not there differs only in name: field staff are on no register."""
    words = set(_WORD.findall(fold(value)))
    if any(words <= set(_WORD.findall(fold(person))) for person in people):
        return ContactMatch.MATCH
    return ContactMatch.NO_RECORD


def _address(value: str, on_record: Sequence[str]) -> ContactMatch | None:
    """Match when the road, its number and its town are there, differs when nothing of it is."""
    given = fold(value)
    telling = _telling(given)
    numbers = _numbers(given)
    known = [fold(address) for address in on_record if address.strip(" ,")]
    if not known:
        return ContactMatch.NO_RECORD
    if not telling:
        return None
    road = next((words for words in _roads(given) if words), set())
    for address in known:
        same_number = not numbers or numbers & _numbers(address)
        if same_number and telling <= _telling(address) and any(road <= words for words in _roads(address)):
            return ContactMatch.MATCH
    return None if any(telling & _telling(address) for address in known) else ContactMatch.DIFFERS


def _roads(address: str) -> list[set[str]]:
    """The telling words of each road or building, up to its number; a town behind it is no road."""
    parts = _ROAD.split(address)
    return [_telling(_ROAD_ENDS.split(part.strip(" ."), maxsplit=1)[0]) for part in parts]


def _telling(text: str) -> set[str]:
    return {word for word in _WORD.findall(text) if len(word) >= _SHORTEST_TELLING and word not in _ROADS}


def _numbers(text: str) -> set[str]:
    return {word for word in _WORD.findall(text) if word.isdecimal()}
