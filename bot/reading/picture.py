"""
From the bytes of a stranger's picture to upright pixels of a size that reads well.

It refuses what is no photo or screenshot, and what would unfold to more memory than any phone's picture.
`kind_of` only looks at the first bytes and is cheap; `open_picture` decodes, so call it in the worker.
"""

from __future__ import annotations

import io
import warnings
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps, UnidentifiedImageError

from bot.reading.read import Reason, Unread

MAX_BYTES: Final = 20_000_000  # what Telegram lets a bot download
MAX_PIXELS: Final = 40_000_000

Pixels = NDArray[np.uint8]
"""Height × width × 3, red green blue."""

_KINDS: Final = ("JPEG", "PNG", "WEBP")
_LONGEST_SIDE_PX: Final = 2000  # letters of a photographed advert stay readable, and time stays bounded
_SHORTEST_LONG_SIDE_PX: Final = 800  # a thumbnail is enlarged: letters under 12 pixels are not found
_MAX_STRETCH: Final = 12  # sides; a longer strip is scaled to a hair line and holds nothing to read


def kind_of(data: bytes) -> Reason | None:
    """Why these bytes are not even worth decoding, or None if they look like a picture we read."""
    if len(data) > MAX_BYTES:
        return Reason.TOO_BIG
    if data[:1024].lstrip().startswith(b"%PDF"):
        return Reason.PDF
    webp = data[:4] == b"RIFF" and data[8:12] == b"WEBP"
    if webp or data.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")):
        return None
    return Reason.OTHER_KIND


def open_picture(data: bytes) -> Pixels | Unread:
    """
    Decode a picture, turn it as its EXIF says, put see-through parts on white, and scale it.

    Returns: Pixels of at most 2000 a side, or why not. Never raises on bad bytes.
    """
    refused = kind_of(data)
    if refused:
        return Unread(refused)
    try:
        with warnings.catch_warnings(), Image.open(io.BytesIO(data), formats=_KINDS) as picture:
            warnings.simplefilter("ignore")  # odd EXIF and large sizes; the size is checked here
            if picture.width * picture.height > MAX_PIXELS:
                return Unread(Reason.TOO_BIG)
            picture.draft("RGB", (_LONGEST_SIDE_PX, _LONGEST_SIDE_PX))  # JPEG: decode no more than needed
            return _upright(picture)
    except Image.DecompressionBombError:
        return Unread(Reason.TOO_BIG)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError):
        # Pillow raises all of these for damaged files, SyntaxError for a broken PNG.
        return Unread(Reason.BROKEN)


def _upright(picture: Image.Image) -> Pixels | Unread:
    short, long = sorted(picture.size)
    if long > _MAX_STRETCH * short:
        return Unread(Reason.NO_WORDS)
    turned = ImageOps.exif_transpose(picture)
    scale = min(max(1.0, _SHORTEST_LONG_SIDE_PX / long), _LONGEST_SIDE_PX / long)
    size = (max(1, round(turned.width * scale)), max(1, round(turned.height * scale)))
    layer = turned.convert("RGBA" if turned.has_transparency_data else "RGB")
    if size != layer.size:
        layer = layer.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)
    if layer.mode == "RGB":
        return np.asarray(layer)
    plain = Image.new("RGB", size, "white")
    plain.paste(layer, mask=layer.getchannel("A"))
    return np.asarray(plain)
