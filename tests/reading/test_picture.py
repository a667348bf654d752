"""Pictures are opened safely, upright and at a size that reads well; everything else is refused by name."""

from __future__ import annotations

import io
import struct
import zlib

import numpy as np
import pytest
from PIL import ExifTags, Image

from bot.reading.kinds import MAX_BYTES, kind_of
from bot.reading.picture import open_picture
from bot.reading.read import Reason, Unread


def saved(picture: Image.Image, kind: str = "JPEG", **options: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def half_dark(size: tuple[int, int] = (1000, 800)) -> Image.Image:
    """White, its left half black."""
    picture = Image.new("RGB", size, "white")
    picture.paste("black", (0, 0, size[0] // 2, size[1]))
    return picture


def huge_png(side: int) -> bytes:
    """A few bytes that say they are side × side pixels."""
    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + head
    data = b"IDAT" + zlib.compress(b"\0" * 100)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(part) - 4) + part + struct.pack(">I", zlib.crc32(part))
        for part in (chunk, data)
    )


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_the_usual_kinds_are_opened(kind: str) -> None:
    """JPEG, PNG and WebP become pixels: height, width, three colours."""
    pixels = open_picture(saved(half_dark(), kind))

    assert not isinstance(pixels, Unread)
    assert pixels.shape == (800, 1000, 3)
    assert pixels[400, 100].max() < 30
    assert pixels[400, 900].min() > 220


def test_a_photo_taken_sideways_is_upright() -> None:
    """The phone writes into the file how it was held."""
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6

    pixels = open_picture(saved(half_dark(), exif=exif))

    assert not isinstance(pixels, Unread)
    assert pixels.shape == (1000, 800, 3)
    assert pixels[100].max() < 30


def test_see_through_parts_are_white() -> None:
    """A logo with black letters on nothing must not become black on black."""
    pixels = open_picture(saved(Image.new("RGBA", (900, 900), (0, 0, 0, 0)), "PNG"))

    assert not isinstance(pixels, Unread)
    assert pixels.min() == 255


@pytest.mark.parametrize(("size", "longest"), [((2400, 1800), 2000), ((400, 300), 800), ((1200, 900), 1200)])
def test_the_size_is_one_that_reads_well(size: tuple[int, int], longest: int) -> None:
    """Large photos are made smaller, thumbnails larger."""
    pixels = open_picture(saved(half_dark(size)))

    assert not isinstance(pixels, Unread)
    assert max(pixels.shape) == longest


def test_a_strip_keeps_its_width() -> None:
    """A screenshot of several screens is not made so small that nobody can read it."""
    pixels = open_picture(saved(half_dark((1080, 20_000))))

    assert not isinstance(pixels, Unread)
    assert pixels.shape[1] == 1000


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", Reason.PDF),
        (b"\n%PDF-1.4", Reason.PDF),
        (saved(Image.new("P", (9, 9)), "GIF"), Reason.OTHER_KIND),
        (saved(Image.new("RGB", (9, 9)), "BMP"), Reason.OTHER_KIND),
        (b"\0\0\0\x18ftypheic", Reason.OTHER_KIND),
        (b"PT mana ya?", Reason.OTHER_KIND),
        (b"", Reason.OTHER_KIND),
        (b"\xff\xd8\xff" + b"\0" * MAX_BYTES, Reason.TOO_BIG),
        (b"\xff\xd8\xff\xe0 and then nothing", Reason.BROKEN),
        (saved(half_dark())[:3000], Reason.BROKEN),
        (saved(half_dark(), "PNG")[:-60], Reason.BROKEN),
        (saved(half_dark(), "WEBP")[:60], Reason.BROKEN),
        (huge_png(300), Reason.BROKEN),
        (huge_png(6400), Reason.TOO_BIG),
        (huge_png(60_000), Reason.TOO_BIG),
        (saved(Image.new("RGB", (2000, 40))), Reason.NO_WORDS),
    ],
)
def test_what_cannot_be_read_has_a_name(data: bytes, reason: Reason) -> None:
    """PDF, GIF, HEIC, text, broken and exploding files: never a crash, never many gigabytes."""
    assert open_picture(data) == Unread(reason)


def test_looking_at_the_first_bytes_is_enough_for_most() -> None:
    """What comes is sorted before any worker is bothered."""
    assert kind_of(saved(half_dark())) is None
    assert kind_of(b"GIF89a") is Reason.OTHER_KIND
    assert kind_of(b"%PDF-1.7") is None


def test_no_picture_at_all_harms() -> None:
    """Every damaged copy of a picture is opened or refused by name."""
    whole = saved(half_dark((120, 90)), "PNG")
    chance = np.random.default_rng(7)

    for _ in range(30):
        damaged = bytearray(whole)
        damaged[int(chance.integers(8, len(whole)))] ^= int(chance.integers(1, 256))
        opened = open_picture(bytes(damaged))

        assert isinstance(opened, Unread) or opened.ndim == 3
