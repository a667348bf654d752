"""
The officers' copy of a picture: the same pixels, nothing else.

Place, time, phone model and thumbnail stand beside the pixels in a photo and can give a reporter away.
So the copy is painted anew from pixels, turned upright first; the original stays sealed as evidence. It
refuses what it cannot clean (None): such a file is only offered for download with a warning.
Start at `officers_copy`; it takes up to a second, so call it in a thread.
"""

from __future__ import annotations

import io
from typing import Final

from PIL import Image, ImageOps, UnidentifiedImageError

MAX_SIDE_PX: Final = 2048
MAX_PIXELS: Final = 60_000_000  # a small file can unfold to gigabytes; no phone takes larger pictures
JPEG_QUALITY: Final = 85

_READABLE: Final = ("JPEG", "PNG", "WEBP", "GIF", "BMP")


def officers_copy(plain: bytes) -> bytes | None:
    """
    Paint a picture anew without any metadata.

    Args:
        plain: The original bytes of any file.

    Returns: A JPEG of at most 2048 pixels a side (the first frame of an animation; see-through parts
        become white), or None if it is not a picture we can clean.
    """
    try:
        with Image.open(io.BytesIO(plain), formats=_READABLE) as picture:
            if picture.width * picture.height > MAX_PIXELS:
                return None
            upright = ImageOps.exif_transpose(picture).convert("RGBA")
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError, SyntaxError):
        # Pillow raises all of these for damaged files, SyntaxError for a broken PNG.
        return None
    upright.thumbnail((MAX_SIDE_PX, MAX_SIDE_PX))
    clean = Image.new("RGB", upright.size, "white")
    clean.paste(upright, mask=upright.getchannel("A"))
    out = io.BytesIO()
    clean.save(out, "JPEG", quality=JPEG_QUALITY)
    return out.getvalue()
