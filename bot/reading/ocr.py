"""
The model at work: where lines of text stand, and which letters one of them has. Runs in the worker only.

rapidocr's own way through a picture enlarges it, asks a Chinese alphabet, and reads turned pictures in the
wrong order. So its networks are used one by one here, with the letters that Indonesian adverts use; where the
network half saw a space, one is written. How a whole picture is gone through is `looking.py`. Start at `Eye`.
"""

from __future__ import annotations

import string
from itertools import pairwise
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps
from rapidocr_onnxruntime import RapidOCR  # type: ignore[import-untyped]  # ships no types

from bot.reading.boxes import LETTER_HEIGHT_PX, MAX_LINE_WIDTH_PX, Box
from bot.reading.picture import Pixels
from bot.reading.seen import Seen

_SEEN_SPACE: Final = 0.05  # probability between two letters; real spaces have 0.1 and more, others 0.001
_WIDE_GAP, _HINT_OF_SPACE = 1.5, 0.008  # times the usual step between letters, and then this is enough
_TO_ASCII: Final = str.maketrans("，：（）！？；．“”‘’—～", ",:()!?;.\"\"''-~")
_ALLOWED: Final = frozenset(string.printable[:95] + "，：（）！？；．“”‘’—–～°•·€£¥₩+éÉ ")


class Eye:
    """The loaded networks, one thread. Pictures are blue first, as the networks want it."""

    def __init__(self) -> None:
        self._networks: Any = RapidOCR(
            intra_op_num_threads=1,
            inter_op_num_threads=1,
            det_limit_type="max",
            det_limit_side_len=2000,
            det_score_mode="slow",  # along the line itself: a box around a bent line is half paper
        )
        letters: list[str] = self._networks.text_rec.postprocess_op.character
        self._letters = letters
        self._space = len(letters) - 1
        self._barred = np.array(
            [at > 0 and letter not in _ALLOWED for at, letter in enumerate(letters)], dtype=bool
        )

    def lines(self, picture: Pixels, longest_px: int) -> list[Box]:
        """Where text stands; looked for in a copy with sides up to so many pixels."""
        small = Image.fromarray(picture)
        small.thumbnail((longest_px, longest_px), Image.Resampling.BILINEAR)
        found, _ = self._networks.text_det(np.asarray(small))
        grown = np.array([picture.shape[1] / small.width, picture.shape[0] / small.height], dtype=np.float32)
        return [] if found is None else [box.astype(np.float32) * grown for box in found]

    def read(self, picture: Pixels, box: Box, *, stark: bool = False) -> Seen:
        """The letters in a box; `stark` looks at black and white with all its contrast instead."""
        (crop,) = self._networks.get_crop_img_list(picture, [box])
        if min(crop.shape[:2]) < 2:
            return Seen("")
        if stark:
            grey = ImageOps.autocontrast(Image.fromarray(crop).convert("L"), cutoff=1)
            crop = np.asarray(grey.convert("RGB"))
        ratio = min(crop.shape[1] / crop.shape[0], MAX_LINE_WIDTH_PX / LETTER_HEIGHT_PX)
        line = self._networks.text_rec.resize_norm_img(crop, max(ratio, 1.0))
        (seen,) = self._networks.text_rec.session(line[np.newaxis].astype(np.float32))[0]
        return self._decoded(seen)

    def _decoded(self, seen: NDArray[np.float32]) -> Seen:
        """Letters from probabilities, time by letter: each run is one letter, nothing is "no letter"."""
        best = np.where(self._barred, 0.0, seen).argmax(axis=1)
        starts = [at for at, letter in enumerate(best) if letter and (at == 0 or letter != best[at - 1])]
        if not starts:
            return Seen("")
        steps = [after - at for at, after in pairwise(starts)]
        usual = float(np.median(steps)) if steps else 0.0
        text, sure = "", []
        for at, after in pairwise([*starts, len(best)]):
            run = best[at:after] == best[at]
            letter = self._letters[best[at]].translate(_TO_ASCII)
            text += letter
            sure += [float(seen[at:after, best[at]][run].max())] * len(letter)
            hint = float(seen[at + 1 : after, self._space].max(initial=0.0))
            wide = after - at >= _WIDE_GAP * usual
            if after < len(best) and (hint > _SEEN_SPACE or (wide and hint > _HINT_OF_SPACE)):
                text += " "
                sure.append(1.0)
        return _tidy(text, sure)


def _tidy(text: str, sure: list[float]) -> Seen:
    """Single spaces, none at the ends."""
    kept = [
        (letter, each)
        for at, (letter, each) in enumerate(zip(text, sure, strict=True))
        if letter != " " or (at and text[at - 1] != " ")
    ]
    while kept and kept[-1][0] == " ":
        kept.pop()
    while kept and kept[0][0] == " ":
        kept.pop(0)
    return Seen("".join(letter for letter, _ in kept), tuple(each for _, each in kept))
