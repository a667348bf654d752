"""Who is on duty: shifts by weekday, also over midnight. Pure: the time and the zone are given."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta, tzinfo


@dataclass(frozen=True, slots=True)
class Shift:
    """
    One officer's hours on some weekdays.

    Attributes:
        days: 0 is Monday; the day on which the shift begins.
        starts, ends: Local times; an end at or before the start is on the next day (00:00-00:00 is all day).
    """

    officer: str
    days: frozenset[int]
    starts: time
    ends: time

    def covers(self, local: datetime) -> bool:
        """Whether the shift runs at this local time; its end no longer counts."""
        clock, today = local.time(), local.weekday()
        if self.starts < self.ends:
            return today in self.days and self.starts <= clock < self.ends
        yesterday = (local - timedelta(days=1)).weekday()
        return (today in self.days and clock >= self.starts) or (yesterday in self.days and clock < self.ends)


def on_duty(shifts: Iterable[Shift], now: datetime, zone: tzinfo) -> tuple[str, ...]:
    """Ids of the officers on duty at `now` (aware), each once, in the order of the shifts."""
    local = now.astimezone(zone)
    return tuple(dict.fromkeys(shift.officer for shift in shifts if shift.covers(local)))
