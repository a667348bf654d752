"""
Which kind of office somebody asks for by name: "nomor disnaker lombok timur" wants no other office first.

Pure; the words for each kind come from content. Start at `find_kinds` and `wanted`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from bot.directory.contact import KINDS, Contact
from bot.directory.nearest import Nearest
from bot.directory.places import words_of

MOST_WANTED = 3
MOST_CHARACTERS = 300
KIN: Mapping[str, tuple[str, ...]] = {
    "disnaker": ("ltsa", "bp3mi", "kementerian"),
    "ltsa": ("disnaker", "bp3mi", "kementerian"),
    "bp3mi": ("ltsa", "disnaker", "kementerian"),
    "uptd-ppa": ("layanan-korban", "dinas-sosial"),
    "perwakilan-ri": ("layanan-negara-tujuan",),
}
"""Who does much the same work: shown next, and instead of an office of which we have no number."""


def find_kinds(text: str, typed: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """
    Args:
        typed: Kind to the words that mean it ("dinas tenaga kerja"), as people type them.

    Returns: Each kind that is named, in the order of `KINDS`.
    """
    said = f" {' '.join(words_of(text[:MOST_CHARACTERS]))} "
    return tuple(
        kind
        for kind in KINDS
        if any(
            f" {' '.join(words_of(phrase))} " in said for phrase in typed.get(kind, ()) if words_of(phrase)
        )
    )


def wanted(found: Nearest, kinds: Sequence[str]) -> tuple[Contact, ...]:
    """The contacts of these kinds, nearest first, then those of their kin that can be dialled."""
    around = (*found.near, *found.wide)
    named = [contact for contact in around if contact.kind in kinds]
    kin = tuple(dict.fromkeys(other for kind in kinds for other in KIN.get(kind, ())))
    close = [contact for contact in around if contact.kind in kin and contact.numbers]
    close.sort(key=lambda contact: kin.index(contact.kind))
    return tuple(dict.fromkeys((*named, *close)))[:MOST_WANTED]
