"""Register rows are read as they are, or refused with a reason."""

import csv
from collections import Counter

import pytest

from bot.errors import ContentError
from bot.recruiters.recruiter import Standing
from bot.recruiters.rows import parse_row, parse_rows, phone_faults
from tests.places import CONTENT


def test_bad_rows_are_refused_with_reasons() -> None:
    """Rows without name, status or a real date are left out and counted, the rest stays."""
    rows = [
        {"name": "PT Baik", "status": "aktif"},
        {"name": "PT", "status": "aktif"},
        {"name": "PT Tanpa Status", "status": ""},
        {"name": "PT Salah Tanggal", "status": "aktif", "as_of": "17 Sep"},
        {"name": None, "status": None},
    ]

    kept, refused = parse_rows(rows)

    assert [one.name for one in kept] == ["PT Baik"]
    assert [one.row for one in refused] == [2, 3, 4, 5]
    assert all(one.reason for one in refused)


def test_the_shipped_register_is_read_whole() -> None:
    """All 801 rows are usable, and the names from old lists are not among the listed."""
    with (CONTENT / "register/p3mi.csv").open(encoding="utf-8", newline="") as file:
        kept, refused = parse_rows(csv.DictReader(file))

    standings = Counter(one.standing for one in kept)
    assert not refused
    assert len(kept) == 801
    assert standings[Standing.REVOKED] == 3
    assert standings[Standing.SUSPENDED] == 4
    assert standings[Standing.NOT_LISTED] == 264
    assert all(
        "TIDAK DITEMUKAN di salinan" not in one.status for one in kept if one.standing is Standing.LISTED
    )


@pytest.mark.parametrize(
    ("cell", "numbers", "faults"),
    [
        ("(021) 5448362-65", ("+62215448362",), ("-65 dari (021) 5448362-65",)),
        ("021-5448362/63; 0341-400799", ("+62215448362", "+62341400799"), ("/63 dari 021-5448362/63",)),
        ("021 5448362 s/d 65", ("+62215448362",), (" s/d 65 dari 021 5448362 s/d 65",)),
        ("0812-3456-7890", ("+6281234567890",), ()),
        ("021-544-8362", ("+62215448362",), ()),
        ("(021) 5448365-62", (), ("(021) 5448365-62",)),
    ],
)
def test_of_several_lines_the_first_is_read(
    cell: str, numbers: tuple[str, ...], faults: tuple[str, ...]
) -> None:
    """The others are not guessed, and it is said; a count that does not go up is no such thing."""
    (row,), _ = parse_rows([{"name": "PT Baik", "status": "aktif", "phones": cell}])

    assert row.phones == numbers
    assert phone_faults({"phones": cell}, len(numbers)) == faults


@pytest.mark.parametrize(
    ("cell", "numbers"),
    [
        ("9120500980645, 9120500980646", ("9120500980645", "9120500980646")),
        ("9120500980645 dan 9120500980646; 17", ("9120500980645", "9120500980646", "17")),
        ("KEP.123, Tahun 2020", ("1232020",)),
    ],
)
def test_two_licences_are_not_one_long_number(cell: str, numbers: tuple[str, ...]) -> None:
    """Only whole numbers stand side by side; the parts of a decree belong together."""
    (row,), _ = parse_rows([{"name": "PT Baik", "status": "aktif", "licence_number": cell}])

    assert row.licence_numbers == numbers


@pytest.mark.parametrize(
    ("as_of", "standing"),
    [("2026-11-01", Standing.EXPIRED), ("2026/10/01", Standing.LISTED), ("", Standing.UNKNOWN)],
)
def test_an_end_counts_on_the_day_of_the_row(as_of: str, standing: Standing) -> None:
    """Whether "s.d." has passed is a matter of when the row was written; without a day nobody knows."""
    (row,), _ = parse_rows([{"name": "PT Baik", "status": "aktif s.d. 31 Oktober 2026", "as_of": as_of}])

    assert row.standing is standing


@pytest.mark.parametrize("note", ["2026-13-01 dicabut", "2026-00 revoked", "2026-01-32 revoked"])
def test_a_step_on_a_day_that_does_not_exist_is_refused(note: str) -> None:
    """It could be said to nobody, and every question about the company would fail."""
    with pytest.raises(ContentError, match="riwayat status"):
        parse_row({"name": "PT Satu Jaya", "status": "dicabut", "history": note})


@pytest.mark.parametrize("status", ["DICABUT", "dihentikan sementara", "kedaluwarsa"])
def test_a_column_that_says_listed_hides_no_warning(status: str) -> None:
    """Where a row contradicts itself, what warns counts."""
    row = parse_row({"name": "PT Satu Jaya", "status": status, "standing": "listed"})

    assert row.standing.warns
