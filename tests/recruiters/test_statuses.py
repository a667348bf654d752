"""What a status means: "listed" only when the cell says nothing else."""

import re
from datetime import date

import pytest

from bot.recruiters.recruiter import Standing
from bot.recruiters.statuses import standing_of

DAY = date(2026, 11, 1)


@pytest.mark.parametrize(
    "status",
    [
        "Aktif", "tercantum", "Tercatat", "Berlaku", "BERIZIN", "masih aktif", "Aktif: Ya", "Status: AKTIF",
        "TERDAFTAR di SISKOP2MI (salinan daftar)", "namanya ada di salinan daftar", "Terdaftar / Aktif",
        "Aktif per 17 September 2026", "Aktif (SK No. 96/2026)", "terdaftar sejak 2019",
        "berlaku s/d 31-12-2027", "masa berlaku sampai dengan 1 Nopember 2026", "aktif hingga 2026",
    ],
)  # fmt: skip
def test_a_cell_that_says_only_so_is_listed(status: str) -> None:
    """Known words, with what may harmlessly stand beside them."""
    assert standing_of(status, DAY) is Standing.LISTED


NEVER_LISTED = {
    Standing.REVOKED: """
        CABUT | Izin telah dicabut | di cabut | di-cabut | d i c a b u t | DICABUT* | Pencabutan
        Aktif (dicabut) | REVOKED | Revoke | Terdaftar, izin dibatalkan | aktif, izin ditarik
        DICABUT (nomor SK tidak tercantum di sumber) | sebelumnya dihentikan sementara, kini dicabut
        Tidak aktif, izin dicabut | sanksi pencabutan izin
    """,
    Standing.SUSPENDED: """
        Pembekuan | dibekukan | Aktif (diberhentikan sementara) | Aktif; diskors 3 bulan | aktif, di skors
        Suspend | Di-suspend | aktif (disegel) | Aktif / Tunda layan | Penundaan pelayanan | penangguhan
        skorsing | sanksi penghentian sementara | DIHENTIKAN SEMENTARA; namanya ada di salinan daftar
    """,
    Standing.EXPIRED: """
        tidak aktif | tdk aktif | tak aktif | tidak lagi aktif | not active | no longer active | inactive
        In-Active | Non-aktif | NONAKTIF | Aktif: Tidak | Active: No | Tidak berlaku
        terdaftar, tidak berlaku lagi | kedaluwarsa | aktif - izin kedaluarsa | kadaluarsa
        Masa berlaku habis | expired | Mati | aktif s.d. 2020-12-31 | Aktif sampai 31 Desember 2024
        Tercatat aktif hingga 2019 | berlaku s/d Oktober 2026
    """,
    Standing.NOT_LISTED: """
        belum terdaftar | tdk terdaftar | tidak lagi tercatat | not listed | delisted
        TIDAK DITEMUKAN di salinan daftar; bukan bukti izin maupun pencabutan
    """,
    Standing.UNKNOWN: """
        belum aktif | pernah aktif | bukan perusahaan aktif | terdaftar dalam daftar hitam
        Tercantum, dalam sanksi | Tercatat melakukan pelanggaran | Aktif dalam pembinaan
        aktif tapi bermasalah | Aktif? | Aktif* | diduga aktif | terdaftar: tidak | aktif, ditutup
        sanksi administratif dicabut | pencabutan sanksi | belum dicabut | pernah dicabut, aktif kembali
        aktif kembali setelah dihentikan sementara | sanksi-berakhir | izin pencabutan dibatalkan
        DIUSULKAN CABUT oleh BP2MI; hasil tidak diketahui | terancam dicabut | nama dicatut penipu
        aktif s.d. kemarin | aktif s.d. 31/02/2027 | 1 | TRUE | OK | Masa berlaku
    """,
}


@pytest.mark.parametrize(("standing", "statuses"), NEVER_LISTED.items())
def test_anything_else_is_never_listed(standing: Standing, statuses: str) -> None:
    """A warning counts wherever it stands; denied, past or feared it leaves nothing certain."""
    read = {status: standing_of(status, DAY) for status in re.split(r"[|\n]", statuses) if status.strip()}

    assert read == dict.fromkeys(read, standing)


@pytest.mark.parametrize("beside", ["aktif, {}", "{} (terdaftar)", "Terdaftar - {}", "berlaku/{}"])
@pytest.mark.parametrize(
    "word",
    "tidak belum tdk bukan pernah cabut dicabut beku skors dihentikan batal ditarik disegel sanksi hitam "
    "habis kedaluwarsa kadaluarsa revoked suspended expired inactive ditutup bermasalah entah 2019".split(),
)
def test_no_listed_word_outweighs_a_strange_one(beside: str, word: str) -> None:
    """Whatever is put beside "aktif" and is not known to be harmless takes the word back."""
    assert standing_of(beside.format(word), DAY) is not Standing.LISTED


def test_without_a_day_an_end_says_nothing() -> None:
    """Nobody can tell whether it has passed."""
    assert standing_of("aktif s.d. 2030-12-31") is Standing.UNKNOWN
