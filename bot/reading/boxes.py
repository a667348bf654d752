"""
Where a line of text stands in a picture: four corners, and what becomes of them when the picture is turned.

Pure geometry. Start at `Box`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from bot.reading.picture import Pixels

LETTER_HEIGHT_PX: Final = 48  # what the network that reads was trained on
MAX_LINE_WIDTH_PX: Final = 3200

Box = NDArray[np.float32]
"""Four corners, clockwise from the upper left, in pixels (x, y)."""


def sides(box: Box) -> tuple[float, float]:
    """Width and height."""
    return float(np.linalg.norm(box[1] - box[0])), float(np.linalg.norm(box[3] - box[0]))


def length(box: Box) -> float:
    return max(sides(box))


def thickness(box: Box) -> float:
    return min(sides(box))


def letter_px(box: Box) -> float:
    """How wide a line is for the network, on which depends what reading it costs."""
    return min(length(box) / max(thickness(box), 1.0) * LETTER_HEIGHT_PX, MAX_LINE_WIDTH_PX)


def is_standing(box: Box) -> bool:
    """Whether it is clearly higher than wide."""
    width, height = sides(box)
    return height > 1.5 * width


def turned(picture: Pixels, boxes: Sequence[Box], quarters: int) -> tuple[Pixels, list[Box]]:
    """A picture and its boxes, turned against the clock by one or two quarters."""
    turn = quarter if quarters == 1 else half
    return np.ascontiguousarray(np.rot90(picture, quarters)), [turn(box, picture) for box in boxes]


def quarter(box: Box, picture: Pixels) -> Box:
    """Where a box stands after a quarter turn against the clock."""
    moved = np.stack([box[:, 1], picture.shape[1] - box[:, 0]], axis=1)
    return np.roll(moved, -1, axis=0)  # what was the upper right corner is the upper left one now


def half(box: Box, picture: Pixels) -> Box:
    """Where a box stands when the picture is turned upside down."""
    moved = np.array([picture.shape[1], picture.shape[0]], dtype=np.float32) - box
    return np.roll(moved, 2, axis=0)
