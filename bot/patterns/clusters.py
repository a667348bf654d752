"""
Put sights together that share a number, an account, a company, a case, or nearly the same words.

Linear in the number of sights: equal fingerprints meet in a table, and of sketches only those that agree in
four neighbouring places are compared (32 such bands find a likeness of 0.7 in 9,998 of 10,000 cases).
What officers cleared (an office's own number) joins nothing. Start at `clusters_of`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
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
    """Sights that belong together, the oldest first."""

    sights: tuple[Sight, ...]

    @property
    def units(self) -> tuple[Unit, ...]:
        """The oldest first; a case has its first day and the first district it names."""
        found = [
            Unit(each.on, each.source, each.district)
            for each in self.sights
            if each.counted and not each.case
        ]
        for code in self.cases:
            own = [each for each in self.sights if each.case == code]
            district = next((each.district for each in own if each.district), "")
            found.append(Unit(own[0].on, Source.REPORT, district))
        return tuple(sorted(found, key=lambda unit: unit.on))

    @property
    def cases(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(each.case for each in self.sights if each.case))

    @property
    def prints(self) -> tuple[tuple[Print, int], ...]:
        """Each fingerprint with how often it was seen, the most frequent first."""
        counted = Counter(each for sight in self.sights for each in set(sight.prints))
        return tuple(sorted(counted.items(), key=lambda item: (-item[1], item[0])))


def clusters_of(sights: Iterable[Sight], cleared: AbstractSet[Print] = frozenset()) -> list[Cluster]:
    """Clusters that count two or more, the largest first, and among equals the latest."""
    ordered = sorted(sights, key=lambda each: each.on)
    parents = list(range(len(ordered)))
    for one, other in _links(ordered, cleared):
        parents[_root(parents, other)] = _root(parents, one)
    together: dict[int, list[Sight]] = {}
    for at, sight in enumerate(ordered):
        together.setdefault(_root(parents, at), []).append(sight)
    found = [(Cluster(tuple(members)), members[-1].on) for members in together.values()]
    sized = [(len(cluster.units), last, cluster) for cluster, last in found]
    sized = [each for each in sized if each[0] >= FEWEST]
    return [cluster for _, _, cluster in sorted(sized, key=lambda each: each[:2], reverse=True)]


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
