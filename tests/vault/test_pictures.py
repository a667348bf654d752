"""The officers' copy shows the picture and nothing that stands beside it."""

from __future__ import annotations

import io

import pytest
from PIL import ExifTags, Image, PngImagePlugin

from bot.vault import pictures
from bot.vault.pictures import MAX_SIDE_PX, officers_copy


def photo(size: tuple[int, int] = (60, 40), orientation: int = 1) -> bytes:
    """A JPEG with a place, a phone model and a comment; its left half is red."""
    picture = Image.new("RGB", size, "blue")
    picture.paste("red", (0, 0, size[0] // 2, size[1]))
    exif = Image.Exif()
    exif[ExifTags.Base.Make] = "canary-phone"
    exif[ExifTags.Base.Orientation] = orientation
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitudeRef] = "S"
    out = io.BytesIO()
    picture.save(out, "JPEG", exif=exif, comment=b"canary-comment")
    return out.getvalue()


def opened(data: bytes | None) -> Image.Image:
    assert data is not None
    return Image.open(io.BytesIO(data))


def test_metadata_is_gone() -> None:
    """Phone, place and comment are in the original, and not in the copy."""
    original = photo()
    assert b"canary-phone" in original
    assert b"canary-comment" in original

    copy = officers_copy(original)

    assert copy is not None
    assert b"canary" not in copy
    assert len(opened(copy).getexif()) == 0
    assert opened(copy).size == (60, 40)


def test_a_turned_photo_stands_upright() -> None:
    """The hint how to hold the picture goes with the metadata, so the pixels are turned first."""
    copy = opened(officers_copy(photo(orientation=6)))

    assert copy.size == (40, 60)
    red, _, blue = copy.getpixel((20, 5))  # type: ignore[misc]
    assert red > blue


def test_text_in_a_png_is_gone_and_see_through_is_white() -> None:
    """Screenshots carry words too."""
    words = PngImagePlugin.PngInfo()
    words.add_text("Author", "canary-author")
    out = io.BytesIO()
    Image.new("RGBA", (9, 9), (0, 0, 0, 0)).save(out, "PNG", pnginfo=words)

    copy = officers_copy(out.getvalue())

    assert b"canary" in out.getvalue()
    assert copy is not None
    assert b"canary" not in copy
    assert min(opened(copy).getpixel((4, 4))) > 250  # type: ignore[type-var, arg-type]


def test_large_pictures_get_smaller() -> None:
    """A copy opens on a slow line."""
    assert max(opened(officers_copy(photo((3000, 1500)))).size) == MAX_SIDE_PX


@pytest.mark.parametrize("data", [b"", b"not a picture", photo()[:200], b"%PDF-1.7", b"<svg/>"])
def test_what_is_not_a_whole_picture_gets_no_copy(data: bytes) -> None:
    """Nothing is shown that could not be cleaned."""
    assert officers_copy(data) is None


def test_a_picture_that_unfolds_too_far_gets_no_copy(monkeypatch: pytest.MonkeyPatch) -> None:
    """A small file cannot fill the memory."""
    monkeypatch.setattr(pictures, "MAX_PIXELS", 1000)

    assert officers_copy(photo()) is None
