"""Sums and ranges with a currency are read as adverts write them."""

from decimal import Decimal

import pytest

from bot.language.sums import SumReader

READER = SumReader(["rp", "jt", "rm", "nt$", "usd", "riyal", "¥"])


@pytest.mark.parametrize(
    ("typed", "low", "high", "word"),
    [
        ("15jt", 15_000_000, 15_000_000, ""),
        ("1500 riyal", 1500, 1500, "riyal"),
        ("4,5-6jt", 4_500_000, 6_000_000, ""),
        ("NT$29.500", 29_500, 29_500, "nt$"),
        ("USD 1.200", 1200, 1200, "usd"),
        ("18 s/d 22 juta", 18_000_000, 22_000_000, ""),
        ("RM 1.700-2.000", 1700, 2000, "rm"),
        ("¥190.000-220.000", 190_000, 220_000, "¥"),
        ("Rp. 3.000.000", 3_000_000, 3_000_000, "rp"),
        ("6O jt", 60_000_000, 60_000_000, ""),
        ("NT$ 12O.OOO", 120_000, 120_000, "nt$"),
        ("RM lima belas ribu", 15_000, 15_000, "rm"),
        ("enam puluh juta", 60_000_000, 60_000_000, ""),
    ],
)
def test_a_sum_is_read(typed: str, low: int, high: int, word: str) -> None:
    """Currency before or behind, scales, ranges; the letter O for a nought, and words for figures."""
    (found,) = READER.find(f"dapat {typed}, ya")

    assert (found.low, found.high, found.word) == (Decimal(low), Decimal(high), word)


def test_a_currency_belongs_to_one_sum() -> None:
    """ "NT$29.500 USD 1200" is two sums, not one with two currencies."""
    found = READER.find("NT$29.500 USD 1200")

    assert [each.word for each in found] == ["nt$", "usd"]


def test_bare_numbers_are_no_sums() -> None:
    """Ages, phones and dates."""
    assert READER.find("umur 21-38, 0812-3456-7890, 12/12/2026, satu dua orang, seratus persen") == ()
