"""
How a whole picture is gone through: screen by screen, line by line, the largest letters first.

What a look costs is reckoned from sizes, never from a clock, so the same picture is always read the same way;
when a picture holds more than may be spent on it, the smallest print is left out and that is said. Lines that
are faint, and numbers that are not clear, are looked at a second time. Start at `look`.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Final, Protocol

import numpy as np

from bot.reading.boxes import Box, half, is_standing, length, letter_px, thickness, turned
from bot.reading.layout import Row, Spot, in_reading_order
from bot.reading.picture import Pixels, is_strip
from bot.reading.seen import Seen

LEAST_CONFIDENCE: Final = 0.5
WORK_S: Final = (
    4.0  # of one core for one picture, by the two prices below; what is not reckoned fits into 5 s
)
FIND_S: Final = 0.6  # for a million pixels, on a machine of 2023
READ_S: Final = 0.13 / 1000  # for a pixel of a line's width
_SECOND_LOOKS_S: Final = 0.5  # kept for them

_SEARCHED_SIDE_PX: Final = 1504  # a multiple of 32, as the network wants it
_SCREEN: Final = 1.5  # of a strip's width: so high is one piece of it
_QUIET: Final = 0.15  # of a piece's height: so far from its end it may be cut between two lines
_LARGE: Final = 1.3  # times the usual height
_TRIAL_LINES: Final = 3
_READS_WELL: Final = 0.9  # a picture in which some lines read like this is not upside down
_UPRIGHT_BIAS: Final = 0.02  # and it is turned only when that reads clearly better


class Eye(Protocol):
    """What sees: `bot.reading.ocr.Eye`."""

    def lines(self, picture: Pixels, longest_px: int) -> list[Box]: ...

    def read(self, picture: Pixels, box: Box, *, stark: bool = False) -> Seen: ...


@dataclass(frozen=True, slots=True)
class Look:
    """
    What a picture holds, in the order in which a person reads it; `cut` when some of it was left out, and
    what was not spent on it.
    """

    rows: tuple[Row, ...]
    cut: bool
    left_s: float


@dataclass(slots=True)
class _Purse:
    """What may still be spent on a picture, in seconds."""

    left_s: float
    seen: dict[bytes, Seen] = field(default_factory=dict, repr=False)  # lines already read, by their box

    def pays(self, price_s: float) -> bool:
        if price_s > self.left_s:
            return False
        self.left_s -= price_s
        return True


def look(eye: Eye, pixels: Pixels, work_s: float = WORK_S) -> Look:
    """
    All text in an upright or turned picture.

    Args:
        pixels: From `bot.reading.picture.open_picture`.
        work_s: What may be spent, in seconds of one core.
    """
    purse = _Purse(work_s)
    rows: list[Row] = []
    cut = False
    for at, piece in enumerate(_pieces(np.ascontiguousarray(pixels[:, :, ::-1]))):
        if at and purse.left_s < work_s / 4:
            return Look(tuple(rows), cut=True, left_s=purse.left_s)
        spots, some_left = _spots(eye, piece, purse)
        rows += in_reading_order(spots)
        cut = cut or some_left
    return Look(tuple(rows), cut, purse.left_s)


def _pieces(picture: Pixels) -> Iterator[Pixels]:
    """The picture, or the screens of a strip from top to bottom, cut between two lines."""
    height, width = picture.shape[:2]
    step = round(_SCREEN * width)
    if not is_strip((width, height)):
        yield picture
        return
    top = 0
    while top < height:
        bottom = top + step
        if bottom + step / 2 >= height:
            bottom = height
        else:
            around = round(_QUIET * step)
            band = picture[bottom - around : bottom + around, :, 1].astype(np.int16)
            bottom += int(np.abs(np.diff(band, axis=1)).sum(axis=1).argmin()) - around
        yield np.ascontiguousarray(picture[top:bottom])
        top = bottom


def _spots(eye: Eye, picture: Pixels, purse: _Purse) -> tuple[list[Spot], bool]:
    """Pieces of text in no order, and whether some were left out."""
    side = min(_SEARCHED_SIDE_PX, max(picture.shape))
    shrunk = side / max(picture.shape)
    purse.left_s -= FIND_S * picture.shape[0] * picture.shape[1] * shrunk**2 / 1e6
    boxes = eye.lines(picture, side)
    if not boxes:
        return [], False
    picture, boxes = _upright(eye, picture, boxes, purse)
    spots: list[Spot] = []
    for box in _first_things_first(boxes):
        seen = purse.seen.get(box.tobytes())
        if seen is None:
            if purse.left_s < _SECOND_LOOKS_S or not purse.pays(READ_S * letter_px(box)):
                return spots, True
            seen = eye.read(picture, box)
        if seen.wants_second_look and purse.pays(READ_S * letter_px(box)):
            seen = seen.seen_again(eye.read(picture, box, stark=True))
        if seen.text and seen.confidence >= LEAST_CONFIDENCE:
            spots.append(_spot(box, seen))
    return spots, False


def _first_things_first(boxes: Sequence[Box]) -> list[Box]:
    """
    Large print before the rest; of that two lines from above, then one from below: should not everything be
    read, what is offered stands at the top of an advert, and whom to call at its end.
    """
    usual = median(map(thickness, boxes))
    large = [box for box in boxes if thickness(box) > _LARGE * usual]
    others = [box for box in boxes if thickness(box) <= _LARGE * usual]
    down = sorted(others, key=lambda box: float(box[:, 1].min()))
    ranks = {id(box): min(at, 2 * (len(down) - at) - 0.5) for at, box in enumerate(down)}
    return sorted(large, key=thickness, reverse=True) + sorted(down, key=lambda box: ranks[id(box)])


def _upright(eye: Eye, picture: Pixels, boxes: list[Box], purse: _Purse) -> tuple[Pixels, list[Box]]:
    """The picture turned by quarters so that most lines lie flat and read best."""
    standing = sum(length(box) for box in boxes if is_standing(box))
    if standing * 2 > sum(map(length, boxes)):
        picture, boxes = turned(picture, boxes, 1)
    trials = sorted(boxes, key=length, reverse=True)[:_TRIAL_LINES]
    upright = _tried(eye, picture, trials, purse)
    if upright >= _READS_WELL * len(trials):
        return picture, boxes
    over = np.ascontiguousarray(np.rot90(picture, 2))
    known = dict(purse.seen)
    if _tried(eye, over, [half(box, picture) for box in trials], purse) > upright + _UPRIGHT_BIAS:
        return turned(picture, boxes, 2)
    purse.seen = known
    return picture, boxes


def _tried(eye: Eye, picture: Pixels, trials: Sequence[Box], purse: _Purse) -> float:
    """Read some lines, remember what they hold, and say how well they read together."""
    purse.seen = {box.tobytes(): eye.read(picture, box) for box in trials}
    purse.left_s -= READ_S * sum(map(letter_px, trials))
    return sum(seen.confidence for seen in purse.seen.values())


def _spot(box: Box, seen: Seen) -> Spot:
    (left, top), (right, bottom) = box.min(axis=0), box.max(axis=0)
    slope = math.atan2(float(box[1][1] - box[0][1]), float(box[1][0] - box[0][0]))
    place = (float(left), float(top), float(right), float(bottom))
    return Spot(seen.text, seen.confidence, *place, slope, seen.doubts)
