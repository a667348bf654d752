"""
Mend what reading does to numbers, and leave doubtful digits blank: "0812-34_6-7890".

Pure. Letters that look like digits become digits inside a number, dots and stars between its groups become
hyphens, digits set apart come together. A number with a blank is none to any search, so nobody is told
something about a number that stands nowhere; the person sees the blank and may fill it. Start at `mended`.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

BLANK: Final = "_"
_ROUND: Final = re.compile(r"(?<=\d)[oO]+(?=[\s.,-]|$)|(?<=[\d.,])[oODQ]+(?=\d)|(?<=\d[.,])[oODQ]{3}(?!\w)")
_STROKE: Final = re.compile(r"(?<=\d)[ilI|](?=\d)|(?<![\w.])[ilI](?=\d{1,3}(?:\W|$))")
_DOLLARS: Final = re.compile(r"\b(NT|HK) ?[sS5](?= ?\d)", re.IGNORECASE)
_GROUPS: Final = re.compile(r"(?<=\d) ?[•·*~–—] ?(?=\d)")
_APART: Final = re.compile(r"(?<![\d.,])(?:\d[ ]){6,}\d(?!\d)|(?<![\d.,])\d(?: ?[ -] ?\d(?!\d)){7,}(?!\d)")
_UNDERSCORE: Final = re.compile(r"(?<=\d)_(?=\d)")
_LINK: Final = re.compile(r"\bwa\s?[.,]?\s?m[eo]\s?/\s?([\d_]+)", re.IGNORECASE)
_RUN: Final = re.compile(r"(?!(?<=[A-Za-z])[\d_] )[\d_](?:[ ().-]{0,3}[\d_])+")
_UNCLEAR: Final = re.compile(r"(?<![\d_])(?=\d*_)[\d_]{8,}")


def mended(text: str, doubts: Collection[int] = ()) -> str:
    """
    One line with its numbers as they were meant.

    Args:
        text: As the eye saw it.
        doubts: Places in it whose digit may be another.
    """
    text = _UNDERSCORE.sub("-", text)  # one that stands in the picture
    if doubts:
        text = _blanked("".join(BLANK if at in doubts else letter for at, letter in enumerate(text)))
    text = _ROUND.sub(lambda letters: "0" * len(letters[0]), text)
    text = _STROKE.sub("1", text)
    text = _DOLLARS.sub(lambda sign: sign[1].upper() + "$", text)
    text = _LINK.sub(lambda link: ("wa.me " if BLANK in link[1] else "wa.me/") + link[1], text)
    text = _APART.sub(lambda run: re.sub(r"[ -]", "", run[0]), text)
    return text if BLANK in text else _GROUPS.sub("-", text)


def unclear_numbers(text: str) -> tuple[str, ...]:
    """Numbers with a blank in them, as they stand in a text that was read."""
    return tuple(dict.fromkeys(_UNCLEAR.findall(text)))


def _blanked(text: str) -> str:
    """Runs with a blank lose what parts their groups: no part of them is to pass for a number."""
    return _RUN.sub(lambda run: re.sub(r"[^\d_]", "", run[0]) if BLANK in run[0] else run[0], text)
