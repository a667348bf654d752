"""Names with placeholders, and dates as people read them."""

from __future__ import annotations

import pytest

from bot.authoring.facts import indonesian_date
from bot.authoring.patterns import fitting, missing

THERE = {"faq.a.short", "faq.b.short", "faq.a.title"}


def test_known_values_are_all_tried() -> None:
    """One entry without the text is enough to be told."""
    known = {"entry": ["a", "b", "c"]}

    assert missing("faq.{entry}.short", THERE, known) == ["faq.c.short"]
    assert missing("faq.{entry}.title", THERE, known) == ["faq.b.title", "faq.c.title"]


def test_unknown_values_must_fit_something() -> None:
    """Nobody can list what an answer may be; but a name that fits nothing is a slip."""
    assert missing("faq.{x}.short", THERE, {}) == []
    assert missing("faq.{x}.long", THERE, {}) == ["faq.{x}.long"]
    assert missing("faq.a.short", THERE, {}) == []


def test_a_dot_is_a_dot() -> None:
    """Names are not patterns themselves."""
    assert fitting("faq.a.short", {"faqXaXshort"}) == []
    assert fitting("faq.{x}.short", {"faqXaXshort", "faq.a.short"}) == ["faq.a.short"]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2025-10-29", "29 Oktober 2025"),
        ("2025-01-05", "5 Januari 2025"),
        ("2025-10", "Oktober 2025"),
        ("2025", "2025"),
        ("2025-13", "2025-13"),
        ("awal 2026", "awal 2026"),
    ],
)
def test_dates_are_written_out(written: str, read: str) -> None:
    """A day, a month or a year; anything else stays as it is."""
    assert indonesian_date(written) == read
