"""By when a case must have its first human reply. Pure: hours come from config.yaml, time is given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from bot.danger import Danger

_DAYS_LOOKED_AHEAD = 366


@dataclass(frozen=True, slots=True)
class OfficeHours:
    """
    When the hotline works, and how long an answer may take.

    Attributes:
        weekdays: 0 is Monday.
        opens, closes: Local times of one day, opens < closes.
        within: Time allowed for each level; a level left out has none.
    """

    zone: tzinfo
    weekdays: frozenset[int]
    opens: time
    closes: time
    within: Mapping[Danger, timedelta]
    holidays: frozenset[date] = field(default_factory=frozenset)

    def works_on(self, day: date) -> bool:
        return day.weekday() in self.weekdays and day not in self.holidays


def due_at(opened_at: datetime, danger: Danger, hours: OfficeHours) -> datetime | None:
    """
    Say by when a case must have its first human reply.

    Args:
        opened_at: When the report reached the queue; aware, any time zone.
        danger: `EMERGENCY` and `HIGH` count clock hours, the others count office hours.
        hours: Opening hours and public holidays in the hotline's own time zone.

    Returns: An aware UTC datetime, never before `opened_at`; None when this level has no limit, or the
        hotline has no office hours within a year.
    Raises: ValueError if `opened_at` has no time zone.
    Source: `sla:` in config.yaml, agreed with the hotline; change it there, not here.
    """
    if opened_at.tzinfo is None:
        raise ValueError("opened_at has no time zone")
    allowed = hours.within.get(danger)
    if allowed is None:
        return None
    if danger.alarms:
        return (opened_at + allowed).astimezone(UTC)
    return _in_office_hours(opened_at.astimezone(hours.zone), allowed, hours)


def _in_office_hours(local: datetime, left: timedelta, hours: OfficeHours) -> datetime | None:
    for ahead in range(_DAYS_LOOKED_AHEAD):
        day = local.date() + timedelta(days=ahead)
        if not hours.works_on(day):
            continue
        begins = max(local, datetime.combine(day, hours.opens, hours.zone))
        ends = datetime.combine(day, hours.closes, hours.zone)
        if begins + left <= ends:
            return (begins + left).astimezone(UTC)
        left -= max(ends - begins, timedelta())
    return None
