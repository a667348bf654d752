"""A phone number that a line's end has broken is whole again, and nothing else is glued."""

from __future__ import annotations

import pytest

from bot.reading.joining import joined
from bot.reading.read import Line


def texts(*lines: str) -> list[str]:
    return [line.text for line in joined([Line(text, 0.9) for text in lines])]


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (("WA 0812-3456-", "7890"), ["WA 0812-3456-7890"]),
        (("WA 0812-3456-", "7890 (Bu Sri)", "cepat"), ["WA 0812-3456-7890", "(Bu Sri)", "cepat"]),
        (("Hub: +62 812 3456", "7890"), ["Hub: +62 812 3456-7890"]),
        (("(0370) 63", "1234"), ["(0370) 63-1234"]),
    ],
)
def test_broken_numbers_are_joined(lines: tuple[str, ...], whole: list[str]) -> None:
    """Also over a line's end without a hyphen; what follows the number stays a line of its own."""
    assert texts(*lines) == whole


@pytest.mark.parametrize(
    "lines",
    [
        ("0812-3456-7890", "20 orang"),
        ("0812-3456-7890", "0857-1234-5678"),
        ("Gaji 15", "juta"),
        ("Usia 18 -", "30 tahun"),
        ("Kuota 8", "1 juta rupiah"),
        ("Rp 8.000", "000"),
        ("jam 08", "00 pagi"),
        ("0812-3456-", "gaji 15 juta"),
    ],
)
def test_everything_else_stays_apart(lines: tuple[str, ...]) -> None:
    """Wages, ages, hours and whole numbers have nothing to do with the next line."""
    assert texts(*lines) == list(lines)


def test_doubt_is_kept() -> None:
    """A number of two lines is as sure as the less sure one."""
    (line,) = joined([Line("0812-3456-", 0.9), Line("7890", 0.6)])

    assert line.confidence == 0.6
