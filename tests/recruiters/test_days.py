"""A day is read as offices write it, or not at all."""

from datetime import date

import pytest

from bot.recruiters.days import last_day, parse_day

FIRST = date(2026, 11, 1)


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-01", "2026/11/01", "2026.11.1", "20261101", "01/11/2026", "1-11-2026", "1. 11. 2026",
        "46327", "46327.0", "46327,4375", "2026-11-01 10:30:00", "2026-11-01T00:00:00.000",
        "1/11/2026 00:00", "1 November 2026", "1 Nopember 2026", "01 NOP 2026", "1-Nov-26",
        "Minggu, 1 November 2026", "1 November 2026 pukul 10.30 WIB",
    ],
)  # fmt: skip
def test_a_day_is_the_same_in_every_spelling(text: str) -> None:
    """Ours, the ministry's and those of Excel, with hours or without."""
    assert parse_day(text) == FIRST


@pytest.mark.parametrize(
    ("name", "month"),
    [("Pebruari", 2), ("Peb", 2), ("Mrt", 3), ("Mei", 5), ("Agt", 8), ("Ags", 8), ("Okt", 10), ("Des", 12)],
)
def test_months_are_known_by_every_name(name: str, month: int) -> None:
    """Old spellings and short ones."""
    assert parse_day(f"17 {name} 2026") == date(2026, month, 17)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "11/13/2026",
        "01/11/26",
        "31/02/2026",
        "17 Sep",
        "Nov 2026",
        "0000-00-00",
        "1 Janu 2026",
        "9120500",
    ],
)
def test_what_may_be_two_days_is_none(text: str) -> None:
    """The month is never first, and nothing is added that is not there."""
    assert parse_day(text) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026", date(2026, 12, 31)),
        ("februari 2028", date(2028, 2, 29)),
        ("1 november 2026", FIRST),
        ("kemarin 2026", None),
    ],
)
def test_a_month_or_a_year_ends_on_its_last_day(text: str, day: date | None) -> None:
    """ "Until 2026" holds all year."""
    assert last_day(text) == day
