"""What counts as a number that somebody can call."""

from __future__ import annotations

import pytest

from bot.authoring.checks.phones import is_phone


@pytest.mark.parametrize(
    "text",
    ["110", "129", "119", "999", "0800-1000", "+60 3-2116 4016", "(021) 2924 4800", "+62 811-8080-141"],
)
def test_real_numbers_pass(text: str) -> None:
    """Short codes, Indonesian numbers, and numbers with a country code."""
    assert is_phone(text)


@pytest.mark.parametrize("text", ["", "12", "+60 3-21", "0812", "telepon kantor", "+999 12345678"])
def test_what_nobody_can_call_does_not(text: str) -> None:
    """Digits lost, no country code, or no number at all."""
    assert not is_phone(text)
