"""
Put what was found in a picture into the order in which a person reads it.

Pure geometry: boxes of an upright picture, perhaps tilted by a few degrees, perhaps in two columns. A table
of "Gaji: 15 juta" is read row by row, real columns one after the other. Start at `in_reading_order`.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import Final

_WIDE: Final = 3.0  # times as wide as high: its upper edge tells how the picture is tilted
_MAX_TILT_RAD: Final = math.radians(20)
_SAME_ROW: Final = 0.5  # of the smaller height is shared
_GUTTERS: Final = tuple(0.25 + step / 40 for step in range(21))  # a quarter to three quarters of the width
_LEAST_ROWS: Final = 3  # side by side, before they count as columns
_LABEL_LETTERS: Final = 16


@dataclass(frozen=True, slots=True)
class Spot:
    """
    A piece of text and its place in pixels from the upper left; `slope_rad` is that of its upper edge,
    `doubts` are places in the text whose digit may be another.
    """

    text: str
    confidence: float
    left: float
    top: float
    right: float
    bottom: float
    slope_rad: float = 0.0
    doubts: tuple[int, ...] = ()

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    def shares_row(self, other: Spot) -> bool:
        """Whether both stand beside each other."""
        shared = min(self.bottom, other.bottom) - max(self.top, other.top)
        return shared > _SAME_ROW * min(self.height, other.height)


Row = tuple[Spot, ...]


def in_reading_order(spots: Sequence[Spot]) -> list[Row]:
    """Rows from top to bottom, each from left to right; of two columns the left one comes first."""
    if not spots:
        return []
    level = _levelled(spots)
    gutter = _gutter(level)
    if gutter is None:
        return _rows(level)
    block = [spot for spot in level if spot.right <= gutter or spot.left >= gutter]
    pairs = [spot for spot in block if _has_neighbour(spot, block, gutter)]
    top, bottom = min(spot.top for spot in pairs), max(spot.bottom for spot in pairs)
    inside = [spot for spot in block if top <= spot.middle <= bottom]
    left = [spot for spot in inside if spot.right <= gutter]
    right = [spot for spot in inside if spot.left >= gutter]
    others = [spot for spot in level if spot not in inside]
    above = [spot for spot in others if spot.middle < (top + bottom) / 2]
    below = [spot for spot in others if spot.middle >= (top + bottom) / 2]
    return [row for part in (above, left, right, below) for row in _rows(part)]


def _levelled(spots: Sequence[Spot]) -> list[Spot]:
    """The spots as they would stand if the picture were not tilted."""
    slopes = [spot.slope_rad for spot in spots if spot.right - spot.left > _WIDE * spot.height]
    tilt = median(slopes) if slopes else 0.0
    if abs(tilt) > _MAX_TILT_RAD:
        return list(spots)
    return [_turned(spot, tilt) for spot in spots]


def _turned(spot: Spot, tilt: float) -> Spot:
    across, down = (spot.left + spot.right) / 2, spot.middle
    width, sin, cos = spot.right - spot.left, math.sin(tilt), math.cos(tilt)
    high = max(spot.height - abs(sin) * width, spot.height / 4)  # a tilted line fills a higher upright box
    x, y = across * cos + down * sin, down * cos - across * sin
    return replace(spot, left=x - width / 2, right=x + width / 2, top=y - high / 2, bottom=y + high / 2)


def _rows(spots: Sequence[Spot]) -> list[Row]:
    rows: list[list[Spot]] = []
    for spot in sorted(spots, key=lambda each: each.middle):
        row = next((row for row in rows[-2:] if all(spot.shares_row(each) for each in row)), None)
        if row is None:
            rows.append([spot])
        else:
            row.append(spot)
    return [tuple(sorted(row, key=lambda each: each.left)) for row in rows]


def _gutter(spots: Sequence[Spot]) -> float | None:
    """Where an empty strip parts two columns, or None."""
    start, end = min(spot.left for spot in spots), max(spot.right for spot in spots)
    best, most = None, _LEAST_ROWS - 1
    for share in _GUTTERS:
        at = start + share * (end - start)
        beside = [spot for spot in spots if spot.right <= at or spot.left >= at]
        pairs = [spot for spot in beside if _has_neighbour(spot, beside, at)]
        left = [spot for spot in pairs if spot.right <= at]
        right = [spot for spot in pairs if spot.left >= at]
        crossing = [spot for spot in spots if spot not in beside and _between(spot, pairs)]
        if not crossing and not _is_table(left, right) and min(len(left), len(right)) > most:
            best, most = at, min(len(left), len(right))
    return best


def _between(spot: Spot, pairs: Sequence[Spot]) -> bool:
    """Whether a spot stands in the middle of what would be two columns."""
    return any(other.middle < spot.top for other in pairs) and any(
        other.middle > spot.bottom for other in pairs
    )


def _has_neighbour(spot: Spot, others: Sequence[Spot], gutter: float) -> bool:
    return any(
        (spot.right <= gutter) != (other.right <= gutter) and spot.shares_row(other) for other in others
    )


def _is_table(left: Sequence[Spot], right: Sequence[Spot]) -> bool:
    """Labels on the left with their values on the right: "Gaji" and ": 15 juta"."""
    if not left or not right:
        return True
    colons = sum(spot.text.rstrip().endswith((":", "=")) for spot in left)
    colons += sum(spot.text.lstrip().startswith((":", "=")) for spot in right)
    short = median(len(spot.text) for spot in left) <= _LABEL_LETTERS
    return colons * 2 >= len(left) or (short and median(len(spot.text) for spot in right) > _LABEL_LETTERS)
