"""Amounts are read as people write them."""

from decimal import Decimal

import pytest

from bot.language.money import find_amounts


@pytest.mark.parametrize(
    ("typed", "value", "currency"),
    [
        ("3jt", "3000000", "IDR"),
        ("1,5 juta", "1500000", "IDR"),
        ("Rp 3.000.000", "3000000", "IDR"),
        ("15rb ringgit", "15000", "MYR"),
        ("800 usd", "800", "USD"),
        ("NT$ 28.590", "28590", "TWD"),
        ("2.000 euro", "2000", "EUR"),
    ],
)
def test_amounts_have_value_and_currency(typed: str, value: str, currency: str) -> None:
    """Units, dots and commas are understood; rupiah is meant unless another currency is said."""
    (amount,) = find_amounts(f"katanya {typed} sebulan")

    assert (amount.value, amount.currency) == (Decimal(value), currency)


def test_a_bare_number_is_not_money() -> None:
    """Ages and dates are no amounts."""
    assert find_amounts("umur 17 tahun, 12 orang") == ()
