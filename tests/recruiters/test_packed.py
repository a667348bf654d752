"""A register on disk says the same as one in memory."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from bot.errors import ContentError
from bot.recruiters.changes import changes
from bot.recruiters.packed import PackedRows, parse_line, row_line
from bot.recruiters.recruiter import JobOrder, Recruiter, Standing, StatusNote
from bot.recruiters.register import build_register
from bot.recruiters.rows import parse_row

FULL = parse_row(
    {
        "name": "PT Sekarwangi Putra Abadi (SEPA)",
        "status": "DICABUT 29 Jan 2026",
        "history": "2025-03-19 suspended s.d. 2025-06-19 No. 10/2025; 2026-01 dicabut SK No. 96",
        "job_orders": "SIP2MI/12/2026 | Taiwan | perawat lansia | 31 Desember 2026",
        "licence_number": "9120-5009-80645",
        "phones": "0341-400799",
        "as_of": "17/09/2026",
    }
)


def test_a_row_survives_its_line() -> None:
    """Dates, history and job orders come back as they were."""
    assert parse_line(row_line(FULL)) == FULL
    assert FULL.as_of == date(2026, 9, 17)
    assert FULL.history == (
        StatusNote(Standing.SUSPENDED, "2025-03-19", "2025-06-19", "No. 10/2025"),
        StatusNote(Standing.REVOKED, "2026-01", "", "SK No. 96"),
    )
    assert FULL.latest.on == "2026-01"
    assert FULL.job_orders == (JobOrder("SIP2MI/12/2026", "Taiwan", "perawat lansia", "2026-12-31"),)


def test_a_broken_line_is_said_in_one_line() -> None:
    """A file that somebody edited by hand does not end in a traceback."""
    with pytest.raises(ContentError, match="impor lagi daftarnya"):
        parse_line(b'{"name": 5')


def test_rows_are_read_by_number() -> None:
    """From the front, from the back, in part; beyond the end there is nothing."""
    others = [Recruiter(f"PT Nomor {at}", "aktif", Standing.LISTED, "x") for at in range(3)]
    lines = [row_line(row) for row in others]
    rows = PackedRows(b"".join(lines), np.cumsum([0, *map(len, lines)]).astype(np.uint64))

    assert (rows[1], rows[-1], rows[1:], len(rows)) == (others[1], others[2], tuple(others[1:]), 3)
    with pytest.raises(IndexError):
        rows[3]


def test_a_button_finds_its_row_in_another_edition() -> None:
    """A key names a company, not a place in the list; a company that has gone is not another one."""
    old = build_register([FULL], complete=True, as_of=None, source="x")
    other = Recruiter("CV Sekarwangi Putra Abadi", "aktif", Standing.LISTED, "x")
    new = build_register([other, FULL], complete=True, as_of=None, source="x")
    without = build_register([other], complete=True, as_of=None, source="x")
    key = old.key(FULL)

    assert new.find_key(key) == FULL
    assert without.find_key(key) is None
    assert [new.find_key(bad) for bad in ("", "12", "zz-pt", "-")] == [None] * 4


def test_editions_are_compared_by_company() -> None:
    """Added, removed, revoked, changed; another date alone is no change."""
    listed = Recruiter("", "aktif", Standing.LISTED, "a", date(2026, 1, 1))
    before = [replace(listed, name=f"PT {name}") for name in ("Tetap", "Pergi", "Turun", "Pindah")]
    newer = replace(listed, source="b", as_of=date(2026, 2, 1))
    after = [
        replace(newer, name="PT Tetap"),
        replace(newer, name="PT Turun", status="dicabut", standing=Standing.REVOKED),
        replace(newer, name="PT Pindah", city="Blitar"),
        replace(newer, name="PT Datang"),
    ]

    found = changes(before, after)

    assert [row.name for row in found.added] == ["PT Datang"]
    assert [row.name for row in found.removed] == ["PT Pergi"]
    assert [each.after.name for each in found.worse] == ["PT Turun"]
    assert [(each.after.name, each.what) for each in found.changed] == [("PT Pindah", ("city",))]
