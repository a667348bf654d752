"""Duty hours as people type them: read when they can only mean one thing, asked again otherwise."""

from __future__ import annotations

from datetime import time

import pytest

from bot.app.asking import NotUnderstood
from bot.app.duty_hours import read_end, read_start, said


@pytest.mark.parametrize(
    ("typed", "clock"),
    [
        ("8", time(8)),
        ("08.00", time(8)),
        ("08:30", time(8, 30)),
        ("0830", time(8, 30)),
        ("8 pagi", time(8)),
        ("jam 8 pagi", time(8)),
        ("Pukul 08.00 WITA", time(8)),
        ("8 malam", time(20)),
        ("20.00 malam", time(20)),
        ("12 malam", time(0)),
        ("12 siang", time(12)),
        ("1 siang", time(13)),
        ("4 sore", time(16)),
        ("24.00", time(0)),
    ],
)
def test_a_time_is_read_however_it_is_written(typed: str, clock: time) -> None:
    """Dots, colons, nothing at all, and the part of the day."""
    assert read_end(typed) == clock
    assert read_start(typed) == (clock, None)


@pytest.mark.parametrize(
    "typed", ["25:99", "24.30", "pagi", "", "setengah 8", "2 malam", "12 pagi", "8-", "-3", "８:00x"]
)
def test_what_is_no_time_or_two_times_is_asked_again(typed: str) -> None:
    """Never guessed: the line says what to write."""
    with pytest.raises(NotUnderstood, match=r"jam|24 jam"):
        read_start(typed)


@pytest.mark.parametrize(
    ("typed", "hours", "words"),
    [
        ("24 jam", (time(0), time(0)), "setiap hari, 24 jam"),
        ("08.00 - 16.00", (time(8), time(16)), "setiap hari, 08.00 sampai 16.00 (8 jam)"),
        ("8 pagi sampai 4 sore", (time(8), time(16)), "setiap hari, 08.00 sampai 16.00 (8 jam)"),
        (
            "20.00-07.30",
            (time(20), time(7, 30)),
            "setiap hari, 20.00 sampai 07.30 keesokan harinya (11 jam 30 menit)",
        ),
        ("8-8", (time(8), time(8)), "setiap hari, 24 jam sejak 08.00"),
    ],
)
def test_both_hours_in_one_answer(typed: str, hours: tuple[time, time], words: str) -> None:
    """A span is read whole, and said back with its length."""
    assert read_start(typed) == hours
    assert said(*hours) == words
