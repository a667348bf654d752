"""An import that looks wrong stops before anything is swapped, or says what it made of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.app.registry import Wish
from bot.app.snapshots import Snapshots
from bot.errors import ContentError
from bot.recruiters.recruiter import Recruiter, Standing
from tests.app.test_registry import FIRST, WISH, given

PARTIAL = replace(WISH, complete=False)


@pytest.fixture
def snapshots(tmp_path: Path) -> Snapshots:
    return Snapshots(tmp_path / "data", tmp_path)


def rows(snapshots: Snapshots) -> dict[str, Recruiter]:
    return {row.name: row for row in snapshots.register(snapshots.current()).rows}


@pytest.mark.parametrize(
    ("header", "said"),
    [
        ("nama,status,Status", r'"Status" \(isinya: status\)'),
        ("nama,status,status izin", r'"status izin" \(isinya: status\)'),
        ("nama,perusahaan,status", r'"perusahaan" \(isinya: name\)'),
    ],
)
def test_two_headings_for_one_column_are_refused(snapshots: Snapshots, header: str, said: str) -> None:
    """One of them may say "dicabut"; --force does not help, because nobody knows which was meant."""
    with pytest.raises(ContentError, match=f"judul kolom ganda: {said}"):
        given(snapshots, f"{header}\nPT Satu Jaya,aktif,dicabut\n", replace(WISH, force=True))

    assert not snapshots.all()


def test_a_day_that_lies_ahead_makes_no_row_fresh(snapshots: Snapshots) -> None:
    """A row is at most as young as its list, and without one at most as young as today."""
    table = "nama,status,tanggal\nPT Satu Jaya,aktif,2999-01-01\nPT Dua Jaya,aktif,1 Agt 2026\n"

    said = "\n".join(given(snapshots, table))
    listed = {name: row.as_of for name, row in rows(snapshots).items()}
    undated = "\n".join(given(snapshots, table, Wish(False, None, "x"), minutes=1))

    assert listed == {"PT Satu Jaya": date(2026, 9, 30), "PT Dua Jaya": date(2026, 8, 1)}
    assert "2999-01-01 sesudah tanggal daftar (2026-09-30)" in said
    assert "2999-01-01 belum terjadi" in undated


def test_an_end_is_measured_on_the_day_of_the_list(snapshots: Snapshots) -> None:
    """Rows without a day of their own take the list's, also for "s.d."."""
    table = "nama,status\nPT Satu Jaya,aktif s.d. 2026-09-29\nPT Dua Jaya,aktif s.d. 2026-09-30\n"

    given(snapshots, table)

    standings = {name: row.standing for name, row in rows(snapshots).items()}
    assert standings == {"PT Satu Jaya": Standing.EXPIRED, "PT Dua Jaya": Standing.LISTED}


def test_unknown_statuses_are_named(snapshots: Snapshots) -> None:
    """Each once, with how many rows have it, so that a mapping can be written."""
    table = FIRST + "PT A Jaya,lumayan\nPT B Jaya,lumayan\nPT C Jaya,aktif tapi bermasalah\n"

    said = given(snapshots, table)

    (line,) = [each for each in said if each.startswith("Status yang tidak dikenal")]
    assert '"lumayan" (2), "aktif tapi bermasalah" (1)' in line


def test_a_list_of_doubles_stops(snapshots: Snapshots) -> None:
    """Whatever the reason why so many rows are refused, the table is not what it seems."""
    with pytest.raises(ContentError, match=r"9 dari 11 baris \(82%\).*--force"):
        given(snapshots, "nama,status\n" + "PT Satu Jaya,aktif\n" * 10 + "PT Dua Jaya,aktif\n", PARTIAL)

    assert not snapshots.all()


def test_a_complete_list_that_loses_most_stops(snapshots: Snapshots) -> None:
    """One row does not replace all listed companies unless somebody means it."""
    given(snapshots, FIRST)
    before = snapshots.current()
    one = "nama,status\nPT Satu Jaya,aktif\n"

    with pytest.raises(ContentError, match=r"hanya 1 perusahaan tercatat.* 3; .*--partial.*--force"):
        given(snapshots, one, minutes=1)

    assert snapshots.current() == before
    given(snapshots, one, PARTIAL, minutes=2)
    assert len(rows(snapshots)) == 3
    given(snapshots, one, replace(WISH, force=True), minutes=3)
    assert set(rows(snapshots)) == {"PT Satu Jaya"}


def test_a_complete_list_whose_statuses_are_not_understood_stops(snapshots: Snapshots) -> None:
    """Nobody on it is listed: the words of its status column need a mapping first."""
    given(snapshots, FIRST)

    with pytest.raises(ContentError, match="hanya 0 perusahaan tercatat"):
        given(snapshots, FIRST.replace("aktif", "OK"), minutes=1)
