"""Lists as offices send them: read, or refused with a reason that helps."""

from __future__ import annotations

import io
import time
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from bot.authoring.register_columns import USUAL, load_columns
from bot.authoring.register_import import Imported, import_rows
from bot.authoring.register_table import Cells, open_table
from bot.errors import ContentError
from bot.recruiters.packed import parse_line
from bot.recruiters.recruiter import Recruiter, Standing

AS_OF = date(2026, 9, 17)


def nobody(_: int) -> None:
    """Nobody watches the progress."""


def imported(path: Path, raw: bytes) -> Imported:
    path.write_bytes(raw)
    return import_rows(open_table(path, USUAL).rows, source="uji", as_of=AS_OF, progress=nobody)


def rows(done: Imported) -> list[Recruiter]:
    return [parse_line(line) for line in done.lines]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_any_usual_csv_is_read(tmp_path: Path, encoding: str, delimiter: str) -> None:
    """Encodings and separators of Excel, with the headings that offices use."""
    table = "Nama Perusahaan,Status Izin,No. Telp\nPT Café Jaya,Aktif,0341-400799\n".replace(",", delimiter)

    (row,) = rows(imported(tmp_path / "daftar.csv", table.encode(encoding)))

    assert (row.name, row.standing, row.phones) == ("PT Café Jaya", Standing.LISTED, ("+62341400799",))
    assert (row.source, row.as_of) == ("uji", AS_OF)


def test_a_workbook_is_read_below_its_title(tmp_path: Path) -> None:
    """A title above the headings, an empty sheet before, days and numbers as Excel has them."""
    book = Workbook()
    book.active.title = "Petunjuk"
    sheet = book.create_sheet("Data")
    for cells in (
        ["Daftar P3MI"],
        [],
        ["No", "Nama P3MI", "NIB", "Status", "Tanggal", "HP"],
        [1, "PT Satu Jaya", 9120500980645.0, "Aktif", datetime(2026, 9, 1), 81268974532],  # noqa: DTZ001 (as Excel has it)
        [2, "PT Dua Jaya", None, "Dicabut", None, None],
    ):
        sheet.append(cells)
    raw = io.BytesIO()
    book.save(raw)

    one, two = rows(imported(tmp_path / "daftar.csv", raw.getvalue()))  # the name of the file does not matter

    assert (one.licence_numbers, one.as_of) == (("9120500980645",), date(2026, 9, 1))
    assert one.phones == ("+6281268974532",)
    assert two.standing is Standing.REVOKED


def test_lines_of_two_encodings_are_each_read_as_they_are(tmp_path: Path) -> None:
    """A list put together from two files: no name turns into "CafÃ©"."""
    first, second = "nama,status\nPT Café Satu,aktif\n".encode(), "PT Café Dua,aktif\n".encode("cp1252")
    path = tmp_path / "daftar.csv"

    done = imported(path, first + second)

    assert [row.name for row in rows(done)] == ["PT Café Satu", "PT Café Dua"]
    assert "cp1252 dan utf-8" in open_table(path, USUAL).read_as


def test_a_stray_cell_far_away_costs_nothing(tmp_path: Path) -> None:
    """The last column and the last row of Excel: only cells that are there are read."""
    book = Workbook()
    for at, text in {"A1": "Nama", "B1": "Status", "XFD5": "x", "A9": "PT Jauh", "B9": "aktif"}.items():
        book.active[at] = text
    book.active["XFD900000"] = " "
    raw = io.BytesIO()
    book.save(raw)
    (tmp_path / "daftar.xlsx").write_bytes(raw.getvalue())
    begun = time.thread_time()

    done = [row for _, row in open_table(tmp_path / "daftar.xlsx", USUAL).rows if row["name"]]

    assert [row["name"] for row in done] == ["PT Jauh"]
    assert time.thread_time() - begun < 10  # seconds; it was minutes


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "kosong"),
        (b" \n\n", "kosong"),
        (b"%PDF-1.7 \xe2\xe3", "PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", ".xls"),
        (b"PK\x03\x04 broken", "Excel"),
        (b"<html><table>", "halaman web"),
        (b"name\x00,status\x00", "bukan teks"),
        (b"\x81\x8d\x8f,\x90", "CSV UTF-8"),
        (b"firma,keadaan\nPT Satu,Aktif\n", 'kolom "name" tidak ada'),
        (b"nama,kota\nPT Satu,Malang\n", 'kolom "status" tidak ada'),
        (b"%s,status\n" % (b"x" * 200_000), "tidak terbaca sebagai CSV; biasanya"),
    ],
)
def test_what_is_no_list_is_said(tmp_path: Path, raw: bytes, said: str) -> None:
    """One sentence in Indonesian, never a traceback."""
    with pytest.raises(ContentError, match=said):
        imported(tmp_path / "daftar.csv", raw)


def test_rows_are_refused_with_line_and_reason(tmp_path: Path) -> None:
    """What would mislead is left out, what is merely incomplete is remarked."""
    table = (
        "name,status,phones,as_of,licence_number\n"
        "PT Baik,aktif,0341-400799,2026-09-01,\n"
        ",aktif,,,\n"
        "PT Tanpa Status,,,,\n"
        "PT Salah Hari,aktif,,31/02/2026,\n"
        "P.T. BAIK,dicabut,,,\n"
        "PT Telepon,aktif,12345 / tidak ada,,\n"
        "PT Entah,lumayan,,,\n"
        'PT Rusak,aktif,,,"9,1205E+12"\n'
    )

    done = imported(tmp_path / "daftar.csv", table.encode())

    assert [(each.line, each.kind, each.refused) for each in done.remarks] == [
        (3, "nama", True),
        (4, "status", True),
        (5, "tanggal", True),
        (2, "ganda", True),
        (7, "telepon", False),
        (8, "status", False),
        (9, "nomor rusak", False),
    ]
    assert [row.name for row in rows(done)] == ["P.T. BAIK", "PT Telepon", "PT Entah", "PT Rusak"]
    assert (done.read, done.refused, done.lost) == (8, 4, 3)


def test_of_two_rows_of_a_company_the_worse_is_kept(tmp_path: Path) -> None:
    """Revoked wins, whichever comes first; another legal form is another company."""
    table = "name,status\nPT Satu,dicabut\nSatu,aktif\nCV Satu,aktif\nPT Dua,aktif\nPT  DUA,skors\n"

    done = imported(tmp_path / "daftar.csv", table.encode())

    assert [(row.name, row.standing.value) for row in rows(done)] == [
        ("PT Satu", "revoked"),
        ("CV Satu", "listed"),
        ("PT  DUA", "suspended"),
    ]
    assert done.standings == {Standing.REVOKED: 1, Standing.LISTED: 1, Standing.SUSPENDED: 1}


def test_a_mapping_says_which_column_is_which(tmp_path: Path) -> None:
    """Other headings, two columns for one of ours, and words of the status."""
    mapping = tmp_path / "kolom.yaml"
    mapping.write_text(
        "columns: {name: Badan Usaha, status: Kondisi, phones: [Kantor, Seluler]}\n"
        'status: {"Masa berlaku habis": expired, "OK": listed}\n',
        encoding="utf-8",
    )
    columns = load_columns(mapping)
    path = tmp_path / "daftar.csv"
    path.write_text("Badan Usaha;Kondisi;Kantor;Seluler\nPT Satu;OK;0341400799;081268974532\n", "utf-8")

    (row,) = rows(import_rows(open_table(path, columns).rows, source="", as_of=None, progress=nobody))

    assert row.standing is Standing.LISTED
    assert row.phones == ("+62341400799", "+6281268974532")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("columns: {nama: Badan Usaha}\n", "nama"),
        ("status: {OK: bagus}\n", "bukan status"),
        ("columns: [\n", "baris"),
        ("kolom: {}\n", "kolom"),
    ],
)
def test_a_faulty_mapping_is_said(tmp_path: Path, text: str, said: str) -> None:
    """An editor's slip is named, with what is possible."""
    path = tmp_path / "kolom.yaml"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(ContentError, match=said):
        load_columns(path)


def test_a_long_list_is_read_row_by_row(tmp_path: Path) -> None:
    """The progress is told; nothing of a row is held but its line."""
    told: list[int] = []
    table: list[tuple[int, Cells]] = [(at + 2, _row(at)) for at in range(5_000)]

    done = import_rows(table, source="uji", as_of=AS_OF, progress=told.append)

    assert len(done.lines) == 5_000
    assert told == list(range(500, 5_001, 500))


def _row(at: int) -> Mapping[str, str | None]:
    return {"name": f"PT Nomor {at}", "status": "aktif"}
