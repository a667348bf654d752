"""
Read a day as offices write it: "2026-11-01", "01/11/2026", "1 Nopember 2026", or as Excel saves it.

Pure. What may be two days ("11/13/2026", "01/11/26") is none; the day is first, never the month. Start at
`parse_day`; `find_end` reads until when something holds.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari jan january", "februari feb february pebruari peb", "maret mar mrt march",
            "april apr", "mei may", "juni jun june", "juli jul july", "agustus agu ags agt aug august",
            "september sep sept", "oktober okt oct october", "november nov nopember nop",
            "desember des dec december",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_CLOCK = re.compile(
    r"(?<=\d)(?:[ t]|,? pukul )\d{1,2}[:.]\d\d(?:[:.]\d\d(?:\.\d{1,6})?)?(?: ?(?:wi[bt]|wita|z))?"
)
_WEEKDAY = re.compile(r"(?:senin|selasa|rabu|kamis|jumat|sabtu|minggu)[, ]{1,2}")
_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)")
_DAY_FIRST = re.compile(r"(\d{1,2})[ ./-]{1,3}(\d{1,2})[ ./-]{1,3}(\d{4})")
_NAMED = re.compile(r"(?:(\d{1,2})[ ./-]{0,3})?\b([a-z]{3,9})\b[ ./,-]{0,3}(\d{4}|(?<=-)\d\d)")
_YEAR = re.compile(r"\d{4}")
_SERIAL = re.compile(r"([3-6]\d{4})(?:[.,]\d{1,12})?")  # days since 1899-12-30, from 1982 to 2091
_EXCEL_BEGINS = date(1899, 12, 30)
WRITTEN = (
    r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[ ./-]{1,3}(?:[a-z]{3,9}|\d{1,2})[ ./-]{1,3}\d{4}"
    r"|[a-z]{3,9} \d{4}|\d{4}"
)
"""A day, month or year inside a longer text, folded; what it is says `last_day`."""


def parse_day(text: str) -> date | None:
    """The day that a whole cell names, its hours left out; None when it is not one certain day."""
    plain = _WEEKDAY.sub("", _CLOCK.sub("", text.strip().casefold()), count=1)
    if serial := _SERIAL.fullmatch(plain):
        return _EXCEL_BEGINS + timedelta(days=int(serial[1]))
    if found := _YEAR_FIRST.fullmatch(plain):
        return _day(found[1], found[3], found[4])
    if found := _COMPACT.fullmatch(plain):
        return _day(*found.groups())
    if found := _DAY_FIRST.fullmatch(plain):
        return _day(found[3], found[2], found[1])
    if (found := _NAMED.fullmatch(plain)) and found[1] and found[2] in MONTHS:
        return _day(found[3] if len(found[3]) == 4 else f"20{found[3]}", str(MONTHS[found[2]]), found[1])
    return None


def last_day(text: str) -> date | None:
    """The day itself, or the last one of a month ("Desember 2026") or a year ("2026")."""
    if _YEAR.fullmatch(text):
        return _day(text, "12", "31")
    found = _NAMED.fullmatch(text)
    if found and not found[1] and found[2] in MONTHS:
        month = MONTHS[found[2]]
        try:
            return date(int(found[3]), month, monthrange(int(found[3]), month)[1])
        except ValueError:
            return None
    return parse_day(text)


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
