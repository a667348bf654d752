"""
Count a cluster by district and week, and say when it has grown or crossed districts.

`Stage` only ever rises for the same cluster; who keeps the last one that was told knows when to tell again:
at the threshold, then each time the number has doubled, and with every further district. The present day is
an argument. Start at `stage_of`; `table_of` is what the desk shows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.patterns.clusters import Cluster, Unit
from bot.patterns.sight import Source

WEEKS_SHOWN = 6
RECENT_DAYS = 30
_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Limits:
    """
    What the desk set.

    Attributes:
        alert_from: Reports and checks of the last 30 days from which officers are told.
        said_from: Reports from which a reviewed number is said to have been reported.
    """

    alert_from: int = 5
    said_from: int = 3


@dataclass(frozen=True, slots=True)
class Stage:
    """How far a cluster has come: doublings from the threshold (0: below it), and districts crossed."""

    grown: int = 0
    districts: int = 0

    def beyond(self, told: Stage) -> bool:
        """Whether there is something new to tell after `told`."""
        return self.grown > told.grown or self.districts > told.districts

    def joined(self, other: Stage) -> Stage:
        """What has been told of either."""
        return Stage(max(self.grown, other.grown), max(self.districts, other.districts))


@dataclass(frozen=True, slots=True)
class Table:
    """
    `weeks` are Mondays, the present week first, because a narrow screen shows what comes first; each row is a
    district ("" unknown) with a number a week.
    """

    weeks: tuple[date, ...]
    rows: tuple[tuple[str, tuple[int, ...]], ...]


def recent(units: Sequence[Unit], today: date, days: int = RECENT_DAYS) -> list[Unit]:
    """Units of the last days, today among them."""
    return [unit for unit in units if today - timedelta(days=days) < unit.on <= today]


def districts_of(units: Sequence[Unit]) -> tuple[str, ...]:
    """Districts that are known, the most frequent first."""
    counted = Counter(unit.district for unit in units if unit.district)
    return tuple(sorted(counted, key=lambda district: (-counted[district], district)))


def stage_of(cluster: Cluster, limits: Limits, today: date) -> Stage:
    """
    How far a cluster has come within the last 30 days.

    One district is none crossed. Checks alone cross nothing until there are as many as the threshold: two
    people who ask for the same well-known company are no news.
    """
    units = recent(cluster.units, today)
    grown = (len(units) // max(1, limits.alert_from)).bit_length()
    districts = len(districts_of(units))
    reported = any(unit.source is Source.REPORT for unit in units)
    return Stage(grown, districts if districts > 1 and (reported or grown) else 0)


def growth(units: Sequence[Unit], today: date) -> int:
    """Units of the last seven days less those of the seven before."""
    week = len(recent(units, today, 7))
    return week - (len(recent(units, today, 14)) - week)


def table_of(units: Sequence[Unit], today: date, weeks: int = WEEKS_SHOWN) -> Table:
    """The last weeks by district, the largest district first, the unknown last; older units are left out."""
    monday = today - timedelta(days=today.weekday())
    shown = tuple(monday - _WEEK * back for back in range(weeks))
    counted = Counter((unit.district, unit.on - timedelta(days=unit.on.weekday())) for unit in units)
    names = {unit.district for unit in units}
    rows = [(name, tuple(counted[name, week] for week in shown)) for name in names]
    rows = [row for row in rows if any(row[1])]
    return Table(shown, tuple(sorted(rows, key=lambda row: (not row[0], -sum(row[1]), row[0]))))
