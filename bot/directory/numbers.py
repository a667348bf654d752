"""
Compare numbers however they are written: "+62 811-1129-129" and "0811 1129 129" are dialled alike.

Start at `names`.
"""

from __future__ import annotations

import re

_NUMBER = re.compile(r"[+(]?\d(?:[\d ()\-]*\d)?")
_NOT_DIGIT = re.compile(r"\D")
_HOME = "+62"


def names(text: str, number: str) -> bool:
    """Whether a sentence has this number in it."""
    return dialled(number) in numbers_in(text)


def numbers_in(text: str) -> frozenset[str]:
    """All numbers of a text as they are dialled; years and hours are numbers too."""
    return frozenset(map(dialled, _NUMBER.findall(text)))


def dialled(number: str) -> str:
    """A number as it is dialled in Indonesia, digits only."""
    digits = _NOT_DIGIT.sub("", number)
    return f"0{digits[2:]}" if number.startswith(_HOME) else digits
