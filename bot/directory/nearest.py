"""
Which contacts fit a place and a kind of problem, nearest first.

At home: district, province, country. Abroad: what the part of the country names first, the missions of the
country, its own services, then those at home whom one can reach from abroad. Within a level those with a
number come first, then by kind, then by name; national contacts keep the order of their file. Start at
`nearest`; `in_order` mixes near and wide so that the national numbers stay in sight.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.directory.contact import INDONESIA, KINDS, Contact
from bot.directory.places import Level, Place, Places

MOST_ON_A_SCREEN = 5
MOST_NEAR = 3  # on the first screen, so that the national numbers are never pushed off it
MOST_NEAR_IN_DOUBT = 2  # the same when one of them has no number we may show


@dataclass(frozen=True, slots=True)
class Directory:
    """All contacts in the order of the files, and all places."""

    contacts: Mapping[str, Contact]
    places: Places


@dataclass(frozen=True, slots=True)
class Nearest:
    """
    Attributes:
        near: Contacts of the place itself and of what it lies in, below the whole country.
        wide: Contacts of the country, or from abroad those at home: for everybody.
        local: Whether any of `near` is of the very place that was named.
    """

    near: tuple[Contact, ...]
    wide: tuple[Contact, ...]
    local: bool


def nearest(directory: Directory, place: Place, case: str = "") -> Nearest:
    """The contacts for a place; with a `case`, only those who help with it."""
    country = (place.id, *directory.places.above(place))[-1]
    at_home = country == INDONESIA
    fitting = [contact for contact in directory.contacts.values() if not case or case in contact.cases]
    ranked: list[tuple[int, Contact]] = []
    for contact in fitting:
        rank = _rank_at_home(directory, contact, place) if at_home else _rank_abroad(contact, place, country)
        if rank:
            ranked.append((rank, contact))
    ranked.sort(key=_order)
    wide = [
        contact
        for contact in fitting
        if contact.country == INDONESIA and not contact.province and contact.from_abroad is not at_home
    ]
    far = at_home and place.level is Level.DISTRICT  # then the province alone is not the place itself
    return Nearest(
        near=tuple(contact for _, contact in ranked),
        wide=tuple(wide),
        local=any(rank == 1 or not far for rank, _ in ranked),
    )


def _order(ranked: tuple[int, Contact]) -> tuple[int, bool, int, str]:
    rank, contact = ranked
    return rank, not contact.numbers, KINDS.index(contact.kind), contact.name


def _rank_at_home(directory: Directory, contact: Contact, place: Place) -> int:
    """1 for the district, 2 for the province, 0 for what does not belong here."""
    around = (place.id, *directory.places.above(place))
    if contact.district:
        return int(contact.district in around)
    return 2 * int(bool(contact.province) and contact.province in around)


def _rank_abroad(contact: Contact, place: Place, country: str) -> int:
    """First what the place itself names, then missions, then services of the country."""
    if contact.id in place.first:
        return 1 + place.first.index(contact.id)
    if contact.country != country:
        return 0
    after = 1 + len(place.first)
    return after if contact.kind == "perwakilan-ri" else after + 1


def in_order(found: Nearest, first: Sequence[Contact] = ()) -> tuple[Contact, ...]:
    """
    All contacts in the order in which they are shown, `MOST_ON_A_SCREEN` at a time; `first` come first.

    The first screen always has room for national numbers; of agencies without a number only the nearest
    stands there. A wider contact whose numbers all stand above it is not repeated, and one that cannot be
    reached at all comes last.
    """
    top: list[Contact] = list(first)
    for contact in found.near:
        if contact in top:
            continue
        doubtful = any(not each.numbers for each in top)
        if len(top) >= (MOST_NEAR_IN_DOUBT if doubtful or not contact.numbers else MOST_NEAR):
            continue
        if contact.numbers or not doubtful:
            top.append(contact)
    dialled = {number for contact in top for number in contact.numbers}
    others = [contact for contact in found.wide if contact not in top]
    wide = [each for each in others if _reachable(each) and not _repeats(each, dialled)]
    room = MOST_ON_A_SCREEN - len(top)
    rest = [contact for contact in found.near if contact not in top]
    silent = [contact for contact in others if not _reachable(contact)]
    return (*top, *wide[:room], *rest, *wide[room:], *silent)


def _reachable(contact: Contact) -> bool:
    return bool(contact.numbers or contact.email or contact.website or contact.address)


def _repeats(contact: Contact, dialled: set[str]) -> bool:
    return bool(contact.numbers) and dialled >= set(contact.numbers)
