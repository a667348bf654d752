"""The reader of pictures with the words of our content, and `langkah-aman advert --picture`."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Final

from PIL import Image, ImageDraw, ImageFont

from bot.authoring.content import Content
from bot.errors import LangkahAmanError, reason_of
from bot.language.spaces import Spacing, count_words
from bot.reading.kinds import MAX_BYTES
from bot.reading.read import Read, Reason
from bot.reading.reader import Reader, find_reader

WHY: Final = {
    Reason.PDF: "PDF ini tidak bisa dibaca; coba foto atau tangkapan layar halamannya (JPEG, PNG, WebP)",
    Reason.OTHER_KIND: "ini bukan foto, tangkapan layar (JPEG, PNG, WebP), atau PDF",
    Reason.BROKEN: "gambarnya rusak atau terpotong",
    Reason.TOO_BIG: "gambarnya terlalu besar (paling besar 20 MB dan 40 megapiksel)",
    Reason.NO_WORDS: "tidak ada tulisan yang bisa dibaca",
    Reason.BUSY: "sedang banyak gambar; coba lagi nanti",
    Reason.TOO_SLOW: "terlalu lama membaca gambar ini",
    Reason.BROKE_DOWN: "pembaca gambar berhenti sendiri",
}
NOT_INSTALLED: Final = "pembaca gambar (rapidocr-onnxruntime) belum terpasang"


def reader_of(content: Content) -> Reader | None:
    """A reader that knows our words, or None where its package is missing. Starts nothing yet."""
    return find_reader(spacing_of(content).respaced)


def spacing_of(content: Content) -> Spacing:
    """The words of our texts and of the names in the register."""
    counts = count_words(content.flows.wording.texts.values(), content.register.by_word)
    for word in (*content.lexicon.words, *content.lexicon.protected):
        counts.setdefault(word, 1)
    return Spacing(counts, content.lexicon.protected)


def sample_picture() -> bytes:
    """A small advert, to try the reader with."""
    picture = Image.new("RGB", (800, 160), "white")
    ImageDraw.Draw(picture).text((40, 50), "PT CONTOH 0812-3456-7890", "black", ImageFont.load_default(40))
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


async def read_picture(content: Content, file: Path) -> Read:
    """
    What stands in a picture.

    Raises: LangkahAmanError with one line that says why nothing was read.
    """
    reader = reader_of(content)
    if reader is None:
        raise LangkahAmanError(NOT_INSTALLED)
    try:
        with file.open("rb") as source:
            picture = source.read(MAX_BYTES + 1)
    except OSError as error:
        raise LangkahAmanError(f"{file} tidak bisa dibuka: {reason_of(error)}") from error
    try:
        found = await reader.read(picture)
    finally:
        await reader.close()
    if isinstance(found, Read):
        return found
    raise LangkahAmanError(f"{file}: {WHY[found.reason]}")
