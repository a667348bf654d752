"""
Read a table as offices save them: CSV in any usual encoding and with any usual separator, or XLSX.

What the file is, is read from its first bytes, never from its name. It gives rows as text by column of ours
(`register_columns.py`) and judges none of them. Start at `open_table`.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from bot.authoring.register_columns import Columns
from bot.errors import ContentError, reason_of

_MANY_NULS = 0.3  # share of all bytes: every second one is a nul where Latin letters are in UTF-16
DELIMITERS = (",", ";", "\t")
_HEADING_WITHIN = 20  # rows: above it may stand a title and a date
_OTHER_FILES = (
    (b"%PDF", "ini berkas PDF, bukan tabel. Minta daftar aslinya dalam bentuk Excel atau CSV"),
    (b"\xd0\xcf\x11\xe0", "ini berkas Excel lama (.xls). Buka di Excel, lalu simpan sebagai .xlsx atau CSV"),
    (b"\x89PNG", "ini gambar, bukan tabel"),
    (b"\xff\xd8\xff", "ini foto, bukan tabel"),
    (b"<html", "ini halaman web, bukan tabel. Salin tabelnya ke Excel, lalu simpan sebagai .xlsx"),
    (b"<!doc", "ini halaman web, bukan tabel. Salin tabelnya ke Excel, lalu simpan sebagai .xlsx"),
)

Cells = Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Table:
    """
    Attributes:
        rows: (line in the file, cells by column of ours); read once.
        size: How many rows there are, about.
        unread: Headings that mean nothing to us.
        read_as: "CSV, cp1252, ;" or "XLSX, Sheet1", for the report.
    """

    rows: Iterator[tuple[int, Cells]]
    size: int
    unread: tuple[str, ...]
    read_as: str


def open_table(path: Path, columns: Columns) -> Table:
    """Raises: ContentError in Indonesian when this is no table, or a needed column is missing."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise ContentError(f"berkas ini tidak bisa dibuka ({reason_of(error)})") from None
    if not raw.strip():
        raise ContentError("berkas ini kosong")
    for mark, what in _OTHER_FILES:
        if raw[:64].lstrip().lower().startswith(mark.lower()):
            raise ContentError(what)
    if raw.startswith(b"PK\x03\x04"):
        return _workbook(raw, columns)
    return _csv(raw, columns)


def _csv(raw: bytes, columns: Columns) -> Table:
    text, encoding = _decoded(raw)
    head = text[:4000].splitlines()[:_HEADING_WITHIN]
    delimiter = max(DELIMITERS, key=lambda one: max(line.count(one) for line in head))
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)

    def numbered() -> Iterator[tuple[int, Sequence[str]]]:
        begins = 1
        try:
            for cells in lines:
                yield begins, cells
                begins = lines.line_num + 1
        except csv.Error:
            raise ContentError(
                f"baris {begins} tidak terbaca sebagai CSV; biasanya ada tanda kutip yang tidak ditutup"
            ) from None

    read_as = f"CSV, {encoding}, pemisah {'tab' if delimiter == chr(9) else delimiter}"
    return _table(numbered(), columns, text.count("\n"), read_as)


def _decoded(raw: bytes) -> tuple[str, str]:
    wide = _utf_16(raw)
    if wide:
        try:
            return raw.decode(wide).removeprefix("\ufeff"), "utf-16"
        except UnicodeDecodeError:
            raise ContentError("berkas ini rusak: bukan teks yang utuh") from None
    if b"\x00" in raw[:4096]:
        raise ContentError("ini bukan tabel: isinya bukan teks")
    try:
        return raw.decode("utf-8-sig"), "utf-8"  # with or without its mark
    except UnicodeDecodeError:
        return _line_by_line(raw)


def _utf_16(raw: bytes) -> str:
    """How "Unicode Text" of Excel is written, with its mark or without; "" for anything else."""
    head = raw[:2000]
    if head.startswith(b"\xff\xfe") or head[1::2].count(0) > _MANY_NULS * len(head):
        return "utf-16-le"
    if head.startswith(b"\xfe\xff") or head[::2].count(0) > _MANY_NULS * len(head):
        return "utf-16-be"
    return ""


def _line_by_line(raw: bytes) -> tuple[str, str]:
    """A table that was put together from two: each line as what it can be."""
    lines, used = [], set()
    for line in raw.removeprefix(b"\xef\xbb\xbf").split(b"\n"):
        for encoding in ("utf-8", "cp1252"):
            try:
                lines.append(line.decode(encoding))
            except UnicodeDecodeError:
                continue
            used.add("" if line.isascii() else encoding)
            break
        else:
            raise ContentError('berkas ini tidak terbaca sebagai teks. Simpan ulang sebagai "CSV UTF-8"')
    return "\n".join(lines), " dan ".join(sorted(used - {""}))


def _workbook(raw: bytes, columns: Columns) -> Table:
    """The first sheet that has a heading we know; the whole book stays closed otherwise."""
    try:
        book = load_workbook(io.BytesIO(raw), read_only=True, data_only=True)
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, OSError):
        raise ContentError("ini bukan berkas Excel yang utuh") from None
    fault = ContentError("berkas Excel ini tidak punya lembar kerja")
    for sheet in book.worksheets:
        size = sheet.max_row or 0
        sheet.reset_dimensions()  # else one stray cell far away makes all rows as wide
        rows = ((at, [_text(cell) for cell in cells]) for at, cells in enumerate(sheet.values, start=1))
        try:
            return _table(rows, columns, size, f"XLSX, lembar {sheet.title}")
        except ContentError as error:
            fault = error
    raise fault


def _table(lines: Iterator[tuple[int, Sequence[str]]], columns: Columns, size: int, read_as: str) -> Table:
    first: Sequence[str] = ()
    for number, cells in lines:
        first = first or [cell for cell in cells if cell.strip()]
        found = columns.places(cells)
        if columns.missing(found):
            if number >= _HEADING_WITHIN:
                break
            continue
        unread = tuple(cell.strip() for at, cell in enumerate(cells) if cell.strip() and at not in found)
        return Table(_rows(lines, columns, found), size, unread, read_as)
    raise ContentError(columns.complaint(columns.places(first), first))


def _rows(
    lines: Iterator[tuple[int, Sequence[str]]], columns: Columns, found: Mapping[int, str]
) -> Iterator[tuple[int, Cells]]:
    for line, row in lines:
        if any(cell.strip() for cell in row):
            yield line, columns.cells(found, row)


def _text(value: object) -> str:
    """A cell of a workbook as people see it: whole numbers without ".0", days without hours."""
    match value:
        case None:
            return ""
        case datetime():
            return value.date().isoformat()
        case date():
            return value.isoformat()
        case float() if value.is_integer():
            return str(int(value))
    return str(value)
