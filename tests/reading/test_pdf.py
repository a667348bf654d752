"""PDFs: the text of their first pages, pictures of pages, and nothing that a bad one may cost."""

from __future__ import annotations

import io
import zlib

import numpy as np
import pytest
from PIL import Image

from bot.reading.pdf import MOST_DRAWN, MOST_LETTERS, MOST_PAGES, Pages, open_pdf
from bot.reading.read import Line, Reason, Unread

WORDS = ("LOWONGAN KERJA KE TAIWAN", "Gaji NT$ 28.590 per bulan", "WA 0812-3456-7890")


def pdf_of(pages: list[tuple[str, ...]], *, extra: bytes = b"", side: int = 600) -> bytes:
    """A PDF with these lines on its pages."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"", b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    kids = []
    for lines in pages:
        shown = "".join(f"({line}) Tj 0 -30 Td " for line in lines)
        stream = f"BT /F1 20 Tf 40 500 Td {shown}ET".encode("latin-1")
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream))
        kids.append(len(objects) + 1)
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %d %d]/Resources<</Font<</F1 3 0 R>>>>/Contents %d 0 R>>"
            % (side, side, len(objects))
        )
    objects[1] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (
        b" ".join(b"%d 0 R" % kid for kid in kids),
        len(kids),
    )
    return bound(objects, extra)


def bound(objects: list[bytes], extra: bytes = b"") -> bytes:
    """The file that holds some objects; the first is its catalogue."""
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj%s endobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    tail = b"trailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, extra, len(data))
    return data + head + table + tail


def scanned(pages: int) -> bytes:
    """A PDF of pictures only."""
    pictures = [Image.new("RGB", (600, 800), "white") for _ in range(pages)]
    out = io.BytesIO()
    pictures[0].save(out, "PDF", save_all=True, append_images=pictures[1:])
    return out.getvalue()


def drawing(name: bytes, kind: bytes, stream: bytes) -> bytes:
    """A PDF whose only page draws one thing, which may draw itself."""
    page = (
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 600]/Resources<</XObject<</X 4 0 R>>>>/Contents 5 0 R>>"
    )
    thing = b"<</Type/XObject/Subtype/%s%s/Resources<</XObject<</X 4 0 R>>>>/Length %d>>stream\n%s\nendstream"
    draw = b"q 600 0 0 600 0 0 cm /X Do Q"
    return bound(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            page,
            thing % (name, kind, len(stream), stream),
            b"<</Length %d>>stream\n%s\nendstream" % (len(draw), draw),
        ]
    )


HUGE = b"/Width 60000/Height 60000/BitsPerComponent 8/ColorSpace/DeviceRGB/Filter/FlateDecode"
HOSTILE = {
    "image": drawing(b"Image", HUGE, zlib.compress(b"\0" * 50_000_000)),
    "loop": drawing(b"Form", b"/BBox[0 0 600 600]", b"/X Do " * 1000),
}


def test_the_text_of_a_page_is_taken() -> None:
    """Line by line, without reading any picture."""
    assert open_pdf(pdf_of([WORDS])) == Pages((tuple(Line(line, 1.0) for line in WORDS),), cut=False)


def test_only_the_first_pages_are_read() -> None:
    """A contract of a hundred pages is cut, and that is said."""
    found = open_pdf(pdf_of([WORDS] * (MOST_PAGES + 5)))

    assert isinstance(found, Pages)
    assert len(found.pages) == MOST_PAGES
    assert found.cut


@pytest.mark.parametrize(("repeated", "cut"), [(40, False), (400, True)])
def test_of_a_page_without_end_the_beginning_is_read(repeated: int, cut: bool) -> None:
    """That the rest was left out is said, as for pages."""
    found = open_pdf(pdf_of([WORDS * repeated]))

    assert isinstance(found, Pages)
    (page,) = found.pages
    assert isinstance(page, tuple)
    assert sum(len(line.text) for line in page) <= MOST_LETTERS
    assert found.cut is cut


def test_scanned_pages_become_pictures() -> None:
    """Of a size that reads well, and only the first two."""
    found = open_pdf(scanned(4))

    assert isinstance(found, Pages)
    assert [np.asarray(page).shape for page in found.pages] == [(1800, 1350, 3)] * MOST_DRAWN
    assert found.cut


def test_text_that_only_its_own_font_explains_is_looked_at() -> None:
    """Codes in the place of letters are no text."""
    found = open_pdf(pdf_of([("\xa7\xb1\xac" * 20,)]))

    assert isinstance(found, Pages)
    assert isinstance(found.pages[0], np.ndarray)


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7",
        pdf_of([WORDS])[:300],
        pdf_of([], extra=b""),
        pdf_of([()], side=14_000),
        pdf_of([WORDS], extra=b"/Encrypt<</Filter/Strange/V 9>>/ID[(a)(b)]"),
    ],
    ids=["empty", "cut off", "no pages", "a page of five metres", "locked"],
)
def test_what_cannot_be_read_is_said(data: bytes) -> None:
    """Never a crash; the person is asked for a photo of the page instead."""
    assert open_pdf(data) == Unread(Reason.PDF)


def test_no_damaged_pdf_harms() -> None:
    """Every damaged copy is read or refused."""
    whole = pdf_of([WORDS, WORDS])
    chance = np.random.default_rng(7)

    for _ in range(60):
        damaged = bytearray(whole)
        for _ in range(4):
            damaged[int(chance.integers(8, len(whole)))] ^= int(chance.integers(1, 256))

        assert isinstance(open_pdf(bytes(damaged)), Pages | Unread)
