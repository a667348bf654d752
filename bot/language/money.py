"""
Read amounts of money as people write them: "3jt", "1,5 juta", "Rp 3.000.000", "15rb ringgit", "800 usd".

Pure. A bare number without unit or currency is not money. Start at `find_amounts`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from bot.language.folding import MAX_LENGTH

SCALES = {
    **dict.fromkeys(("ribu", "rb", "rbu", "k"), 1_000),
    **dict.fromkeys(("juta", "jt", "jta", "jeti", "yuto"), 1_000_000),
    **dict.fromkeys(("miliar", "milyar"), 1_000_000_000),
}
_CURRENCIES = {
    **dict.fromkeys(("rp", "idr", "rupiah"), "IDR"),
    **dict.fromkeys(("ringgit", "rm", "myr"), "MYR"),
    **dict.fromkeys(("usd", "us$", "dollar", "dolar"), "USD"),
    **dict.fromkeys(("nt", "ntd", "nt$", "twd"), "TWD"),
    **dict.fromkeys(("hkd", "hk$"), "HKD"),
    **dict.fromkeys(("sgd", "s$"), "SGD"),
    **dict.fromkeys(("won", "krw"), "KRW"),
    **dict.fromkeys(("yen", "jpy"), "JPY"),
    **dict.fromkeys(("riyal", "real", "sar"), "SAR"),
    **dict.fromkeys(("euro", "eur"), "EUR"),
    **dict.fromkeys(("dirham", "aed"), "AED"),
}


def _either(words: dict[str, int] | dict[str, str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_AMOUNT = re.compile(
    rf"(?<![\w.,])(?:({_either(_CURRENCIES)})\.?\s?)?(\d{{1,15}}(?:[.,]\d{{1,3}}){{0,5}})"
    rf"(?:\s?({_either(SCALES)})(?!\w))?(?:\s?({_either(_CURRENCIES)})(?!\w))?(?!\d)",
    re.IGNORECASE,
)
_NOUGHTS = str.maketrans("Oo", "00")
_THOUSANDS = re.compile(r"\d{1,3}([.,]\d{3})+")


@dataclass(frozen=True, slots=True)
class Amount:
    """`value` in whole or broken units of `currency` (ISO code; rupiah unless said), at `text[start:end]`."""

    value: Decimal
    currency: str
    start: int
    end: int


def find_amounts(text: str) -> tuple[Amount, ...]:
    """All amounts of money of a text, in its order."""
    found = []
    for match in _AMOUNT.finditer(text[:MAX_LENGTH]):
        before, digits, scale, after = match.groups()
        if before or scale or after:
            value = number(digits) * SCALES[scale.casefold()] if scale else number(digits)
            currency = _CURRENCIES[(after or before or "rp").casefold()]
            found.append(Amount(value, currency, *match.span()))
    return tuple(found)


def number(digits: str) -> Decimal:
    """ "3.000.000" is three million, "1,5" is one and a half; the letter O is a nought."""
    digits = digits.translate(_NOUGHTS)
    if _THOUSANDS.fullmatch(digits):
        return Decimal(digits.replace(".", "").replace(",", ""))
    whole, *rest = re.split(r"[.,]", digits)
    return Decimal(whole + ("." + rest[0] if rest else ""))
