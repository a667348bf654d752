"""
Put sights together that share a number, an account, a company, a case, or nearly the same words.

Linear in the number of sights: equal fingerprints meet in a table, and of sketches only those that agree in
four neighbouring places are compared (32 such bands find a likeness of 0.7 in 9,998 of 10,000 cases).
What officers cleared (an office's own number) joins nothing. Start at `clusters_of`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date

from bot.patterns.prints import Print
from bot.patterns.sight import Sight, Source
from bot.patterns.sketch import ALIKE, likeness

FEWEST = 2  # a number that was seen once is no pattern
_BAND_BYTES = 16  # four places
_MOST_COMPARED = 4  # sketches of one band: nearly equal ones find each other anyhow


@dataclass(frozen=True, slots=True)
class Unit:
    """What counts as one: a case, however often it names something, or one person's check of one day."""

    on: date
    source: Source
    district: str


@dataclass(frozen=True, slots=True)
class Cluster:
    """
    Sights that belong together, and what they come to; made by `cluster_of`.

    Attributes:
        sights: The oldest first.
        units: The oldest first; a case has its first day and the first district it names.
        cases: Codes, in the order of their first sights.
        prints: Each fingerprint with how often it was seen, the most frequent first.
        reports: For each fingerprint that a case names, the codes of these cases.
    """

    sights: tuple[Sight, ...]
    units: tuple[Unit, ...]
    cases: tuple[str, ...]
    prints: tuple[tuple[Print, int], ...]
    reports: Mapping[Print, tuple[str, ...]]


def cluster_of(sights: Iterable[Sight]) -> Cluster:
    """All of them as one cluster, whatever they share. Args: sights: the oldest first."""
    members = tuple(sights)
    of_case = _of_case(members)
    counted = Counter(each for sight in members for each in set(sight.prints))
    reports: dict[Print, dict[str, None]] = {}
    for code, own in of_case.items():
        for each in {each for sight in own for each in sight.prints}:
            reports.setdefault(each, {})[code] = None
    return Cluster(
        sights=members,
        units=_units(members, of_case),
        cases=tuple(of_case),
        prints=tuple(sorted(counted.items(), key=lambda item: (-item[1], item[0]))),
        reports={each: tuple(codes) for each, codes in reports.items()},
    )


def clusters_of(sights: Iterable[Sight], cleared: AbstractSet[Print] = frozenset()) -> list[Cluster]:
    """Clusters that count two or more, the largest first, and among equals the latest."""
    ordered = sorted(sights, key=lambda each: each.on)
    parents = list(range(len(ordered)))
    for one, other in _links(ordered, cleared):
        parents[_root(parents, other)] = _root(parents, one)
    together: dict[int, list[Sight]] = {}
    for at, sight in enumerate(ordered):
        together.setdefault(_root(parents, at), []).append(sight)
    found = [cluster_of(members) for members in together.values() if len(members) >= FEWEST]
    found = [each for each in found if len(each.units) >= FEWEST]
    return sorted(found, key=lambda each: (len(each.units), each.sights[-1].on), reverse=True)


def _of_case(sights: Iterable[Sight]) -> dict[str, list[Sight]]:
    found: dict[str, list[Sight]] = {}
    for sight in sights:
        if sight.case:
            found.setdefault(sight.case, []).append(sight)
    return found


def _units(sights: Iterable[Sight], of_case: Mapping[str, Sequence[Sight]]) -> tuple[Unit, ...]:
    found = [Unit(each.on, each.source, each.district) for each in sights if each.counted and not each.case]
    for own in of_case.values():
        district = next((each.district for each in own if each.district), "")
        found.append(Unit(own[0].on, Source.REPORT, district))
    return tuple(sorted(found, key=lambda unit: unit.on))


def _links(ordered: Sequence[Sight], cleared: AbstractSet[Print]) -> Iterable[tuple[int, int]]:
    first: dict[Print | str, int] = {}
    for at, sight in enumerate(ordered):
        joins: list[Print | str] = [each for each in sight.prints if each not in cleared]
        for shared in (*joins, sight.case):
            if shared and shared in first:
                yield first[shared], at
            elif shared:
                first[shared] = at
    yield from _alike(ordered)


def _alike(ordered: Sequence[Sight]) -> Iterable[tuple[int, int]]:
    bands: dict[tuple[int, bytes], list[int]] = {}
    known: set[bytes] = set()
    for at, sight in enumerate(ordered):
        sketch = sight.sketch
        if not sketch or sketch in known:
            continue  # the very same text has a print in common already
        known.add(sketch)
        near: set[int] = set()
        for band in range(0, len(sketch), _BAND_BYTES):
            members = bands.setdefault((band, sketch[band : band + _BAND_BYTES]), [])
            near.update(members)
            if len(members) < _MOST_COMPARED:
                members.append(at)
        yield from ((other, at) for other in near if likeness(ordered[other].sketch, sketch) >= ALIKE)


def _root(parents: list[int], at: int) -> int:
    while parents[at] != at:
        parents[at] = parents[parents[at]]
        at = parents[at]
    return at
