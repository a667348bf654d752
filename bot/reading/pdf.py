"""
From the bytes of a stranger's PDF to pages: the text that a page holds, or the page as a picture to be read.

Agencies send adverts and contracts as PDF. It refuses what is locked, and reads no more than the first pages;
scripts and forms in a PDF are never run. Call it in the worker only. Start at `open_pdf`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

import numpy as np
import pypdfium2  # type: ignore[import-untyped]  # ships no types

from bot.reading.picture import Pixels
from bot.reading.read import Line, Reason, Unread

MOST_PAGES: Final = 6  # of which the text is taken
MOST_DRAWN: Final = 2  # pages that are only a picture, as from a scanner
MOST_LETTERS: Final = 6000  # of one page

_LEAST_LETTERS: Final = 30  # a page with fewer is a picture with a page number
_LEGIBLE: Final = 0.7  # share of Latin letters; some programs write codes that only their own fonts explain
_DRAWN_SIDE_PX: Final = 1800
_MOST_SIDE_PT: Final = 5000  # a poster of A0 has 3370

Page = tuple[Line, ...] | Pixels


@dataclass(frozen=True, slots=True)
class Pages:
    """The first pages in their order; `cut` when there is more: further pages, or the rest of a long one."""

    pages: tuple[Page, ...]
    cut: bool


@dataclass(frozen=True, slots=True)
class _Taken:
    """One page; `whole` unless its text is too long."""

    page: Page
    whole: bool = True


def open_pdf(data: bytes) -> Pages | Unread:
    """
    The text or picture of the first pages.

    Returns: Pages, or `Reason.PDF` for a PDF that is locked, broken or odd. Never raises for its bytes.
    """
    try:
        with _opened(data) as document:
            taken = tuple(_taken(document))
            cut = len(document) > len(taken) or not all(each.whole for each in taken)
            return Pages(tuple(each.page for each in taken), cut) if taken else Unread(Reason.PDF)
    except (pypdfium2.PdfiumError, ValueError, MemoryError, OSError):
        return Unread(Reason.PDF)


@contextmanager
def _opened(data: bytes) -> Iterator[pypdfium2.PdfDocument]:
    document = pypdfium2.PdfDocument(data)
    try:
        yield document
    finally:
        document.close()


def _taken(document: pypdfium2.PdfDocument) -> Iterator[_Taken]:
    drawn = 0
    for number in range(min(len(document), MOST_PAGES)):
        page = document[number]
        lines, whole = _text(page)
        if lines:
            yield _Taken(lines, whole)
        elif drawn < MOST_DRAWN:
            drawn += 1
            yield _Taken(_picture(page))
        else:
            return


def _text(page: pypdfium2.PdfPage) -> tuple[tuple[Line, ...], bool]:
    """The lines of a page, none when it holds no legible text; and whether these are all."""
    within = page.get_textpage()
    held = within.count_chars()
    text = within.get_text_range(0, min(held, MOST_LETTERS))
    text = unicodedata.normalize("NFKC", text.replace("\ufffe", "-").replace("\x02", "-"))
    letters = [letter for letter in text if not letter.isspace()]
    legible = sum("LATIN" in unicodedata.name(each, "") or each.isdecimal() for each in letters)
    if len(letters) < _LEAST_LETTERS or legible < _LEGIBLE * len(letters):
        return (), True
    lines = (" ".join(line.split()) for line in text.splitlines())
    return tuple(Line(line, 1.0) for line in lines if line), held <= MOST_LETTERS


def _picture(page: pypdfium2.PdfPage) -> Pixels:
    """Raises: ValueError for a page of a size that no printer has."""
    longest = max(page.get_size())
    if not 0 < longest <= _MOST_SIDE_PT:
        raise ValueError("no page has such a size")
    drawn = page.render(scale=_DRAWN_SIDE_PX / longest, may_draw_forms=False).to_pil()
    return np.asarray(drawn.convert("RGB"))
