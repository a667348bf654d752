"""
From the bytes of a stranger's picture to upright pixels of a size that reads well.

It refuses what is no photo or screenshot, and what would unfold to more memory than any phone's picture.
Start at `open_picture`; it decodes, so call it in the worker.
"""

from __future__ import annotations

import io
import warnings
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps, UnidentifiedImageError

from bot.reading.kinds import is_pdf, kind_of
from bot.reading.read import Reason, Unread

MAX_PIXELS: Final = 40_000_000

Pixels = NDArray[np.uint8]
"""Height × width × 3, red green blue."""

_KINDS: Final = ("JPEG", "PNG", "WEBP")
_LONGEST_SIDE_PX: Final = 2000  # letters of a photographed advert stay readable, and time stays bounded
_SHORTEST_LONG_SIDE_PX: Final = 800  # a thumbnail is enlarged: letters under 12 pixels are not found
_STRIP: Final = 2.5  # times as high as wide: several screens in one picture, looked at one after the other
_STRIP_WIDTH_PX: Final = 1000
_MAX_STRETCH: Final = 30  # sides; a longer strip is a hair line and holds nothing to read


def open_picture(data: bytes) -> Pixels | Unread:
    """
    Decode a picture, turn it as its EXIF says, put see-through parts on white, and scale it.

    Returns: Pixels of at most 2000 a side (a strip: 1000 wide), or why not. Never raises on bad bytes.
    """
    refused = Reason.PDF if is_pdf(data) else kind_of(data)
    if refused:
        return Unread(refused)
    try:
        with warnings.catch_warnings(), Image.open(io.BytesIO(data), formats=_KINDS) as picture:
            warnings.simplefilter("ignore")  # odd EXIF and large sizes; the size is checked here
            if picture.width * picture.height > MAX_PIXELS:
                return Unread(Reason.TOO_BIG)
            if not is_strip(picture.size):
                picture.draft("RGB", (_LONGEST_SIDE_PX, _LONGEST_SIDE_PX))  # JPEG: decode no more than needed
            return _upright(picture)
    except Image.DecompressionBombError:
        return Unread(Reason.TOO_BIG)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError):
        # Pillow raises all of these for damaged files, SyntaxError for a broken PNG.
        return Unread(Reason.BROKEN)


def is_strip(size: tuple[int, int]) -> bool:
    """Whether a picture, width and height, is as high as several screens."""
    return size[1] > _STRIP * size[0]


def _upright(picture: Image.Image) -> Pixels | Unread:
    short, long = sorted(picture.size)
    if long > _MAX_STRETCH * short:
        return Unread(Reason.NO_WORDS)
    turned = ImageOps.exif_transpose(picture)
    scale = min(max(1.0, _SHORTEST_LONG_SIDE_PX / long), _LONGEST_SIDE_PX / long)
    if is_strip(turned.size):
        scale = min(1.0, _STRIP_WIDTH_PX / turned.width)
    size = (max(1, round(turned.width * scale)), max(1, round(turned.height * scale)))
    layer = turned.convert("RGBA" if turned.has_transparency_data else "RGB")
    if size != layer.size:
        layer = layer.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)
    if layer.mode == "RGB":
        return np.asarray(layer)
    plain = Image.new("RGB", size, "white")
    plain.paste(layer, mask=layer.getchannel("A"))
    return np.asarray(plain)
