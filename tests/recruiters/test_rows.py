"""Register rows are read as they are, or refused with a reason."""

import csv
from collections import Counter

import pytest

from bot.recruiters.recruiter import Standing, standing_of
from bot.recruiters.rows import parse_rows
from tests.places import CONTENT


@pytest.mark.parametrize(
    ("status", "standing"),
    [
        ("tercantum", Standing.LISTED),
        ("aktif", Standing.LISTED),
        ("TERDAFTAR di SISKOP2MI (salinan daftar)", Standing.LISTED),
        ("TIDAK DITEMUKAN di salinan daftar; bukan bukti izin maupun pencabutan", Standing.NOT_LISTED),
        ("tidak aktif", Standing.EXPIRED),
        ("DICABUT (nomor SK tidak tercantum di sumber)", Standing.REVOKED),
        ("DIHENTIKAN SEMENTARA; namanya ada di salinan daftar", Standing.SUSPENDED),
        ("DIUSULKAN CABUT oleh BP2MI; hasil tidak diketahui", Standing.UNKNOWN),
        ("sanksi-berakhir", Standing.UNKNOWN),
        ("sanksi administratif dicabut", Standing.UNKNOWN),
        ("nama dicatut penipu", Standing.UNKNOWN),
        ("kedaluwarsa", Standing.EXPIRED),
    ],
)
def test_a_status_is_never_read_too_kindly(status: str, standing: Standing) -> None:
    """What is not plainly on the list is not "listed"."""
    assert standing_of(status) is standing


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
