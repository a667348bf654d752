"""Numbers that are written out."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bot.language.spelled import spelled_number


@pytest.mark.parametrize(
    ("words", "number", "scaled"),
    [
        ("enam puluh juta", 60_000_000, True),
        ("lima belas ribu", 15_000, True),
        ("limabelas jt", 15_000_000, True),
        ("seratus dua puluh ribu", 120_000, True),
        ("satu juta lima ratus ribu", 1_500_000, True),
        ("dua setengah juta", 2_500_000, True),
        ("sembilan ratus", 900, False),
        ("sebelas", 11, False),
    ],
)
def test_a_number_in_words_is_read(words: str, number: int, scaled: bool) -> None:
    """Units, teens, tens, hundreds, thousands and millions."""
    assert spelled_number(words) == (Decimal(number), scaled)
