"""
Read numbers that are written out: "lima belas juta", "seratus dua puluh ribu", "dua setengah juta".

Pure. Short ways ("limabelas", "jt") are read as well. Start at `SPELLED` and `spelled_number`.
"""

from __future__ import annotations

import re
from decimal import Decimal

from bot.language.money import SCALES

_UNITS = dict(
    zip(
        "satu dua tiga empat lima enam tujuh delapan sembilan".split(),
        map(Decimal, range(1, 10)),
        strict=True,
    )
)
_WHOLE = {"sepuluh": Decimal(10), "sebelas": Decimal(11), "seratus": Decimal(100)}
_GROUPS = {"puluh": Decimal(10), "ratus": Decimal(100)}
_TEEN, _HALF = "belas", "setengah"

_NUMBER = "|".join((*_UNITS, *_WHOLE))
_MORE = "|".join((*_UNITS, *_WHOLE, *_GROUPS, *SCALES, _TEEN, _HALF))
SPELLED = rf"(?:{_NUMBER})(?:\s?(?:{_MORE})){{0,11}}(?!\w)"
_WORD = re.compile(_MORE, re.IGNORECASE)


def spelled_number(words: str) -> tuple[Decimal, bool]:
    """
    Args:
        words: What `SPELLED` matched, in any case.

    Returns: The number, and whether a scale is in it ("ribu", "juta").
    """
    total = below = digit = Decimal(0)
    scaled = False
    for word in _WORD.findall(words.casefold()):
        if word in SCALES:
            total += (below + digit or 1) * SCALES[word]
            below = digit = Decimal(0)
            scaled = True
        elif word in _GROUPS:
            below, digit = below + (digit or 1) * _GROUPS[word], Decimal(0)
        elif word == _TEEN:
            below, digit = below + digit + 10, Decimal(0)
        elif word == _HALF:
            digit += Decimal("0.5")
        elif word in _WHOLE:
            below += _WHOLE[word]
        else:
            digit = _UNITS[word]
    return total + below + digit, scaled
