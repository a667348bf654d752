"""A new list never makes a warning disappear."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.app.registry import Wish
from bot.app.snapshots import Snapshots
from bot.recruiters.contacts import ContactMatch
from bot.recruiters.recruiter import Recruiter, Standing
from bot.recruiters.verdict import check
from tests.app.test_registry import given

OLD = "nama,status\nPT Satu Jaya,aktif\nPT Dua Jaya,dicabut\nPT Tiga Jaya,skors\n"
TODAY = date(2026, 9, 30)
PARTIAL, COMPLETE = Wish(False, TODAY, "daftar kabupaten"), Wish(True, TODAY, "daftar pusat")


@pytest.fixture
def snapshots(tmp_path: Path) -> Snapshots:
    """The old list is in use."""
    found = Snapshots(tmp_path / "data", tmp_path)
    given(found, OLD, Wish(True, date(2026, 9, 1), "daftar lama"))
    return found


def rows(snapshots: Snapshots) -> dict[str, Recruiter]:
    return {row.name: row for row in snapshots.register(snapshots.current()).rows}


def test_a_part_of_the_list_leaves_the_rest_as_it_was(snapshots: Snapshots) -> None:
    """A district's own list: the others keep their rows, with their own date and list."""
    said = given(snapshots, "nama,status\nPT Empat Jaya,aktif\n", PARTIAL, minutes=1)

    found = rows(snapshots)
    assert set(found) == {"PT Satu Jaya", "PT Dua Jaya", "PT Tiga Jaya", "PT Empat Jaya"}
    assert found["PT Dua Jaya"].standing is Standing.REVOKED
    assert (found["PT Dua Jaya"].as_of, found["PT Dua Jaya"].from_list) == (date(2026, 9, 1), "daftar lama")
    assert found["PT Empat Jaya"].from_list == ""
    assert "ikut dibawa: 3 perusahaan yang tidak disebut di sini" in "\n".join(said)


def test_a_part_of_the_list_clears_nobody(snapshots: Snapshots) -> None:
    """What was revoked stays revoked, and whoever imports is told."""
    said = given(snapshots, "nama,status\nPT Dua Jaya,aktif\n", PARTIAL, minutes=1)

    assert rows(snapshots)["PT Dua Jaya"].standing is Standing.REVOKED
    assert "status yang lebih buruk itu tetap dipakai" in "\n".join(said)


def test_a_whole_later_list_replaces_all_but_warnings(snapshots: Snapshots) -> None:
    """Who is missing and was in order is gone, who was revoked is not; who is back is back, with a remark."""
    said = given(snapshots, "nama,status\nPT Tiga Jaya,aktif\n", COMPLETE, minutes=1)

    found = rows(snapshots)
    assert set(found) == {"PT Dua Jaya", "PT Tiga Jaya"}
    assert found["PT Tiga Jaya"].standing is Standing.LISTED
    assert "Periksa lagi" in "\n".join(said)


def test_a_list_that_is_older_clears_nobody(snapshots: Snapshots) -> None:
    """A complete list from before the sanction knows nothing of it."""
    given(
        snapshots, "nama,status\nPT Tiga Jaya,aktif\n", Wish(True, date(2026, 8, 1), "lebih tua"), minutes=1
    )

    assert rows(snapshots)["PT Tiga Jaya"].standing is Standing.SUSPENDED


@pytest.mark.parametrize("wish", [PARTIAL, COMPLETE])
def test_a_list_of_bare_names_takes_no_number_away(tmp_path: Path, wish: Wish) -> None:
    """The office number that speaks against an offered one, and the old name of a revoked company, stay."""
    found = Snapshots(tmp_path / "data", tmp_path)
    full = (
        "nama,status,telepon,nama lama\nPT Satu Jaya,aktif,0341400799,PT Lama Jaya\nPT Lama Jaya,dicabut,,\n"
    )
    given(found, full, Wish(True, date(2026, 9, 1), "daftar lama"))

    given(found, "nama,status\nPT Satu Jaya,aktif\n", wish, minutes=1)

    register = found.register(found.current())
    verdict = check(register, "PT Satu Jaya 0812 3456 7890", TODAY)
    assert verdict.contact is ContactMatch.DIFFERS
    assert verdict.outweighed_by is not None
    assert verdict.outweighed_by.name == "PT Lama Jaya"
