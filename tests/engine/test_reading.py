"""Numbers, dates and receipts as people type them; nothing raises."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.engine.reading import looks_like_question, read_choice, read_date, read_number, read_receipt

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("typed", "number"),
    [("3 orang", "3"), ("tiga", "3"), ("ada 12 anak", "12"), ("007", "7"), ("banyak", None), ("", None)],
)
def test_numbers(typed: str, number: str | None) -> None:
    """Digits or words, the first one counts."""
    assert read_number(typed) == number


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("12/8/2025", "2025-08-12"),
        ("12-08-25", "2025-08-12"),
        ("2025-08-12", "2025-08-12"),
        ("12 agustus 2025", "2025-08-12"),
        ("tgl 12 ags", "2026-08-12"),
        ("30 desember", "2025-12-30"),
        ("kemarin", "2026-11-20"),
        ("hari ini", "2026-11-21"),
        ("besok", "2026-11-22"),
        ("lusa", "2026-11-23"),
        ("29/2", None),
        ("29/2/2025", None),
        ("99/99/9999", None),
        ("entah", None),
    ],
)
def test_dates(typed: str, day: str | None) -> None:
    """Day before month; a day without a year is the last such day; what is no day is None."""
    assert read_date(typed, TODAY) == day


@pytest.mark.parametrize(
    ("typed", "digits"),
    [
        ("1234 5678 9012 3456", "1234567890123456"),
        ("1234-5678.9012-3456", "1234567890123456"),
        ("nomor 1234567890123456", "1234567890123456"),
        ("l234 5678 9Ol2 3456", "1234567890123456"),
        ("1234 5678 9012 345", None),
        ("12345678901234567", None),
        ("saya bayar 1234567890123456 kepada calonya", None),
        ("", None),
    ],
)
def test_receipts(typed: str, digits: str | None) -> None:
    """Sixteen digits with slips of the finger forgiven; a story that holds a number is none."""
    assert read_receipt(typed) == digits


def test_questions_are_told_from_answers() -> None:
    """By their mark or by their words."""
    assert looks_like_question("potongan brp")
    assert looks_like_question("ya?")
    assert not looks_like_question("blm, katanya nanti")


def test_a_story_is_no_choice() -> None:
    """A long text that begins like a choice is not one."""
    assert read_choice("ya " + "jadi begini " * 40, [("yes", ["ya"])], numbered=True) is None


@given(st.text(), st.booleans())
def test_nothing_raises(text: str, numbered: bool) -> None:
    """Any text is read or is None."""
    read_choice(text, [("yes", ["ya", text[:5]]), ("no", [""])], numbered=numbered)
    read_number(text)
    read_date(text, TODAY)
    read_receipt(text)
