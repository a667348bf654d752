"""
The model at work: pixels to pieces of text with their places. Runs in the worker only.

rapidocr's own way through a picture enlarges it, asks a Chinese alphabet, and reads turned pictures in the
wrong order. So its networks are used one by one here: find the lines once, see from their boxes and from a
few trial readings how the picture is turned, then read each line with the letters that Indonesian adverts
use. Where the network half saw a space, one is written. Start at `Eye`.
"""

from __future__ import annotations

import math
import string
from collections.abc import Sequence
from itertools import pairwise
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from rapidocr_onnxruntime import RapidOCR  # type: ignore[import-untyped]  # ships no types

from bot.reading.layout import Spot
from bot.reading.picture import Pixels

MAX_LINES: Final = 80  # of a picture with more, the smallest print is left out
TRIAL_LINES: Final = 3
LEAST_CONFIDENCE: Final = 0.5

_SEARCHED_SIDE_PX: Final = 1504  # a multiple of 32, as the network wants it
_LETTER_HEIGHT_PX: Final = 48  # what the network was trained on
_MAX_LINE_WIDTH_PX: Final = 3200
_SEEN_SPACE: Final = 0.05  # probability between two letters; real spaces have 0.1 and more, others 0.001
_WIDE_GAP, _HINT_OF_SPACE = 1.5, 0.008  # times the usual step between letters, and then this is enough
_UPRIGHT_BIAS: Final = 0.02  # a picture is turned only when that reads clearly better
_TO_ASCII: Final = str.maketrans("，：（）！？；．“”‘’—～", ",:()!?;.\"\"''-~")
_ALLOWED: Final = frozenset(string.printable[:95] + "，：（）！？；．“”‘’—–～°•·€£¥₩+éÉ ")

Box = NDArray[np.float32]
"""Four corners, clockwise from the upper left, in pixels (x, y)."""


class Eye:
    """The loaded networks, one thread."""

    def __init__(self) -> None:
        self._networks: Any = RapidOCR(
            intra_op_num_threads=1, inter_op_num_threads=1, det_limit_type="max", det_limit_side_len=2000
        )
        letters: list[str] = self._networks.text_rec.postprocess_op.character
        self._letters = letters
        self._space = len(letters) - 1
        self._barred = np.array(
            [at > 0 and letter not in _ALLOWED for at, letter in enumerate(letters)], dtype=bool
        )

    def spots(self, pixels: Pixels) -> list[Spot]:
        """All pieces of text in a picture, turned upright, in no order."""
        picture = np.ascontiguousarray(pixels[:, :, ::-1])  # the networks want blue first
        boxes = sorted(self._lines(picture), key=_thickness, reverse=True)[:MAX_LINES]
        if not boxes:
            return []
        picture, boxes = self._upright(picture, boxes)
        spots = []
        for box in boxes:
            text, confidence = self._read(picture, box)
            if text.strip() and confidence >= LEAST_CONFIDENCE:
                spots.append(_spot(box, text.strip(), confidence))
        return spots

    def _lines(self, picture: Pixels) -> list[Box]:
        """Where text stands; looked for in a smaller copy, because that takes most of the time."""
        small = Image.fromarray(picture)
        small.thumbnail((_SEARCHED_SIDE_PX, _SEARCHED_SIDE_PX), Image.Resampling.BILINEAR)
        found, _ = self._networks.text_det(np.asarray(small))
        grown = np.array([picture.shape[1] / small.width, picture.shape[0] / small.height], dtype=np.float32)
        return [] if found is None else [box.astype(np.float32) * grown for box in found]

    def _upright(self, picture: Pixels, boxes: list[Box]) -> tuple[Pixels, list[Box]]:
        """The picture turned by quarters so that most lines lie flat and read best."""
        longest = sorted(boxes, key=_length, reverse=True)
        standing = sum(_length(box) for box in boxes if _is_standing(box))
        if standing * 2 > sum(map(_length, boxes)):
            longest = [_quarter(box, picture) for box in longest]
            picture, boxes = _turn(picture, boxes, 1)
        upside_down = [_half(box, picture) for box in longest[:TRIAL_LINES]]
        over = np.ascontiguousarray(np.rot90(picture, 2))
        upright = sum(self._read(picture, box)[1] for box in longest[:TRIAL_LINES])
        turned = sum(self._read(over, box)[1] for box in upside_down)
        if turned > upright + _UPRIGHT_BIAS:
            return _turn(picture, boxes, 2)
        return picture, boxes

    def _read(self, picture: Pixels, box: Box) -> tuple[str, float]:
        """The letters in a box, and the mean probability of each."""
        (crop,) = self._networks.get_crop_img_list(picture, [box])
        if min(crop.shape[:2]) < 2:
            return "", 0.0
        ratio = min(crop.shape[1] / crop.shape[0], _MAX_LINE_WIDTH_PX / _LETTER_HEIGHT_PX)
        line = self._networks.text_rec.resize_norm_img(crop, max(ratio, 1.0))
        (seen,) = self._networks.text_rec.session(line[np.newaxis].astype(np.float32))[0]
        return self._decoded(seen)

    def _decoded(self, seen: NDArray[np.float32]) -> tuple[str, float]:
        """Letters from probabilities, time by letter: the first of each run, nothing for "no letter"."""
        best = np.where(self._barred, 0.0, seen).argmax(axis=1)
        starts = [at for at, letter in enumerate(best) if letter and (at == 0 or letter != best[at - 1])]
        if not starts:
            return "", 0.0
        steps = [after - at for at, after in pairwise(starts)]
        usual = float(np.median(steps)) if steps else 0.0
        text = self._letters[best[starts[0]]]
        for at, after in pairwise(starts):
            hint = float(seen[at + 1 : after, self._space].max(initial=0.0))
            wide = after - at >= _WIDE_GAP * usual
            if hint > _SEEN_SPACE or (wide and hint > _HINT_OF_SPACE):
                text += " "
            text += self._letters[best[after]]
        chosen = seen[starts, best[starts]]
        return " ".join(text.translate(_TO_ASCII).split()), float(chosen.mean())


def _spot(box: Box, text: str, confidence: float) -> Spot:
    (left, top), (right, bottom) = box.min(axis=0), box.max(axis=0)
    slope = math.atan2(float(box[1][1] - box[0][1]), float(box[1][0] - box[0][0]))
    return Spot(text, confidence, float(left), float(top), float(right), float(bottom), slope)


def _sides(box: Box) -> tuple[float, float]:
    return float(np.linalg.norm(box[1] - box[0])), float(np.linalg.norm(box[3] - box[0]))


def _length(box: Box) -> float:
    return max(_sides(box))


def _thickness(box: Box) -> float:
    return min(_sides(box))


def _is_standing(box: Box) -> bool:
    width, height = _sides(box)
    return height > 1.5 * width


def _turn(picture: Pixels, boxes: Sequence[Box], quarters: int) -> tuple[Pixels, list[Box]]:
    """Turn a picture and its boxes against the clock."""
    turn = _quarter if quarters == 1 else _half
    return np.ascontiguousarray(np.rot90(picture, quarters)), [turn(box, picture) for box in boxes]


def _quarter(box: Box, picture: Pixels) -> Box:
    turned = np.stack([box[:, 1], picture.shape[1] - box[:, 0]], axis=1)
    return np.roll(turned, -1, axis=0)  # what was the upper right corner is the upper left one now


def _half(box: Box, picture: Pixels) -> Box:
    turned = np.array([picture.shape[1], picture.shape[0]], dtype=np.float32) - box
    return np.roll(turned, 2, axis=0)
