"""
A register of recruiters in memory, with what is needed to find a row by name, number or contact.

Pure. It does not judge; `verdict.py` does. Building is linear in the number of rows; finding does not
depend on it. Start at `build_register`.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from bot.recruiters.names import Name, parse_name
from bot.recruiters.recruiter import Recruiter


@dataclass(frozen=True, slots=True)
class Listing:
    """One name under which one row is known; `former` names count, but are said to be former."""

    name: Name
    row: int
    former: bool = False


@dataclass(frozen=True, slots=True)
class Register:
    """
    All rows of one import.

    `complete` says that a company that is not here is not licensed; nobody but the importer may say so.
    """

    complete: bool
    as_of: date | None
    source: str
    rows: tuple[Recruiter, ...]
    check_today: str = ""
    listings: tuple[Listing, ...] = field(default=(), repr=False)
    by_joined: Mapping[str, tuple[int, ...]] = field(default_factory=dict, repr=False)
    by_word: Mapping[str, tuple[int, ...]] = field(default_factory=dict, repr=False)
    by_alias: Mapping[str, tuple[int, ...]] = field(default_factory=dict, repr=False)
    by_slip: Mapping[str, tuple[str, ...]] = field(default_factory=dict, repr=False)
    by_phone: Mapping[str, tuple[int, ...]] = field(default_factory=dict, repr=False)
    by_email: Mapping[str, tuple[int, ...]] = field(default_factory=dict, repr=False)
    by_account: Mapping[str, tuple[int, ...]] = field(default_factory=dict, repr=False)
    by_licence: Mapping[str, tuple[int, ...]] = field(default_factory=dict, repr=False)

    def weight(self, word: str) -> float:
        """How telling a word is: about 1 for one that every name has, more the rarer it is."""
        return 1.0 + math.log((1 + len(self.listings)) / (1 + len(self.by_word.get(word, ()))))


def build_register(
    rows: Iterable[Recruiter], *, complete: bool, as_of: date | None, source: str, check_today: str = ""
) -> Register:
    """
    Index rows.

    Args:
        rows: From `parse_rows`, in any order; the same company may come twice (the worse standing counts).
        complete: Whether the import holds every licensed company.
        as_of: The date of the list; rows without their own date take it.
        source: Its title, shown with every verdict.
        check_today: Where a person can look today, shown with every verdict.
    """
    kept = tuple(rows)
    listings = tuple(_listings(kept))
    by_word: dict[str, list[int]] = {}
    by_joined: dict[str, list[int]] = {}
    by_alias: dict[str, list[int]] = {}
    for at, listing in enumerate(listings):
        by_joined.setdefault(listing.name.joined, []).append(at)
        for word in dict.fromkeys(listing.name.words):
            by_word.setdefault(word, []).append(at)
        for alias in listing.name.aliases:
            by_alias.setdefault(alias, []).append(at)
    by_slip: dict[str, list[str]] = {}
    for word in by_word:
        for slip in slips(word):
            by_slip.setdefault(slip, []).append(word)
    return Register(
        complete=complete,
        as_of=as_of,
        source=source,
        rows=kept,
        check_today=check_today,
        listings=listings,
        by_joined=_frozen(by_joined),
        by_word=_frozen(by_word),
        by_alias=_frozen(by_alias),
        by_slip={slip: tuple(words) for slip, words in by_slip.items()},
        by_phone=_frozen(_rows_by(kept, lambda row: row.phones)),
        by_email=_frozen(_rows_by(kept, lambda row: row.emails)),
        by_account=_frozen(_rows_by(kept, lambda row: row.accounts)),
        by_licence=_frozen(_rows_by(kept, lambda row: (row.licence_number,) if row.licence_number else ())),
    )


def slips(word: str) -> frozenset[str]:
    """The word and the word without any one letter: two words with a slip in common are one edit apart."""
    if len(word) < _SHORTEST_WITH_SLIPS:
        return frozenset({word})
    return frozenset({word, *(word[:at] + word[at + 1 :] for at in range(len(word)))})


_SHORTEST_WITH_SLIPS = 4


def _listings(rows: tuple[Recruiter, ...]) -> Iterable[Listing]:
    for at, row in enumerate(rows):
        yield Listing(parse_name(row.name), at)
        for former in row.former_names:
            name = parse_name(former)
            if name.words:
                yield Listing(name, at, former=True)


def _rows_by(
    rows: tuple[Recruiter, ...], keys: Callable[[Recruiter], tuple[str, ...]]
) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for at, row in enumerate(rows):
        for key in keys(row):
            found.setdefault(key, []).append(at)
    return found


def _frozen(lists: dict[str, list[int]]) -> dict[str, tuple[int, ...]]:
    return {key: tuple(values) for key, values in lists.items()}
