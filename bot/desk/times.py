"""Times as officers read them: clock, day and how long somebody has waited. Pure; the present is given."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Day  # noqa: N812  # `Times.date` has taken the name
from datetime import datetime, tzinfo

from bot.cases.phrasing import Wording

_MINUTE, _HOUR, _DAY = 60, 3600, 24 * 3600
_NEAR = {-1: "yesterday", 0: "today", 1: "tomorrow"}


@dataclass(frozen=True, slots=True)
class Times:
    """Puts times into words in the hotline's own time zone."""

    zone: tzinfo
    words: Wording

    def clock(self, at: datetime) -> str:
        """10:03"""
        return at.astimezone(self.zone).strftime("%H:%M")

    def date(self, at: datetime) -> str:
        """12 Agustus 2025"""
        local = at.astimezone(self.zone)
        return f"{local.day} {self.words.label(f'date.month.{local.month}', {})} {local.year}"

    def day_of(self, on: Day) -> str:
        """12 Agustus 2025, of a day without a time."""
        return f"{on.day} {self.words.label(f'date.month.{on.month}', {})} {on.year}"

    def day(self, at: datetime, now: datetime) -> str:
        """Hari ini, kemarin, besok, or the date."""
        near = self._near(at, now)
        return self.words.label(f"desk.time.{near}", {}).capitalize() if near else self.date(at)

    def moment(self, at: datetime, now: datetime) -> str:
        """10:03 of today, else the day with it; the year only when it is another."""
        near = self._near(at, now)
        if near == "today":
            return self.clock(at)
        if near:
            return f"{self.words.label(f'desk.time.{near}', {})} {self.clock(at)}"
        same_year = at.astimezone(self.zone).year == now.astimezone(self.zone).year
        date = self.date(at).rpartition(" ")[0] if same_year else self.date(at)
        return f"{date} {self.clock(at)}"

    def span(self, seconds: int) -> str:
        """How long: the two largest units at most."""
        if seconds < _MINUTE:
            return self._said("seconds", seconds)
        if seconds < _HOUR:
            return self._said("minutes", seconds // _MINUTE)
        if seconds < _DAY:
            return self._two("hours", seconds // _HOUR, "minutes", seconds % _HOUR // _MINUTE)
        return self._two("days", seconds // _DAY, "hours", seconds % _DAY // _HOUR)

    def _near(self, at: datetime, now: datetime) -> str:
        days = (at.astimezone(self.zone).date() - now.astimezone(self.zone).date()).days
        return _NEAR.get(days, "")

    def _two(self, large: str, first: int, small: str, second: int) -> str:
        said = self._said(large, first)
        return f"{said} {self._said(small, second)}" if second else said

    def _said(self, unit: str, number: int) -> str:
        return self.words.label(f"desk.time.{unit}", {"number": str(number)})
