"""Spaces come back where words meet, and only there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.spaces import Spacing, count_words

SPACING = Spacing(
    count_words(["gaji per bulan di taiwan ke kamboja", "pt dan cv, wa saja, kali"], ["rinjani"]),
    kept=frozenset({"p3mi", "sip2mi"}),
)


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("PTKARYASATRIAABADI", "PT KARYA SATRIA ABADI"),
        ("GAJI15JUTA", "GAJI 15 JUTA"),
        ("Gaji15jutaperbulan,makanditanggung", "Gaji 15 juta per bulan, makan ditanggung"),
        ("HubungiIbuSitiAminah0812-3456-7890", "Hubungi Ibu Siti Aminah 0812-3456-7890"),
        ("0812-3456-7890HubungiSekarang", "0812-3456-7890 Hubungi Sekarang"),
        ("LOWONGANKERJAKETAIWAN", "LOWONGAN KERJA KE TAIWAN"),
        ("berangkatmingguini", "berangkat minggu ini"),
        ("Jl.Raya Bogor No.8Jakarta", "Jl. Raya Bogor No. 8 Jakarta"),
        ("Kontrak2tahun,gajiRM1.700", "Kontrak 2 tahun, gaji RM 1.700"),
        ("PTXYZQABADI", "PT XYZQ ABADI"),
        ("PTRINJANIJAYA", "PT RINJANI JAYA"),
        ("resmi(terpercaya)dan cepat", "resmi (terpercaya) dan cepat"),
        ("WA081234567890", "WA 081234567890"),
        ("SIP2MI0177/VII/2026", "SIP2MI 0177/VII/2026"),
        ("SISKOP2MIresmi", "SISKOP2MI resmi"),
    ],
)
def test_lost_spaces_come_back(read: str, meant: str) -> None:
    """Between words, between words and numbers, after commas."""
    assert SPACING.respaced(read) == meant


@pytest.mark.parametrize(
    "line",
    [
        "0812-3456-7890",
        "+62 812 3456 7890",
        "(021)8765432"[:5] + " 8765432",
        "www.karyasatria.co.id/lowongankerja",
        "https://wa.me/6281234567890",
        "kerja.turki@contoh.id",
        "@lowongankerjataiwan",
        "045/VII/2026 AB-12/CD/2026",
        "P3MI SIP2MI S1 D3",
        "Rp15.000.000 RM1800 15jt 150cm 3bln",
        "08.00-16.00",
        "SUKARNI BUDIYANTO Sulastri Kusumawardhani",
        "penempatannya ditanggung gajinya kerjasama keluarganya",
        "Qwrtzpsdfg Hjklmnbvcx",
        "Kalimalang housemaid orang2",
    ],
)
def test_what_is_whole_stays_whole(line: str) -> None:
    """Numbers, addresses, handles, codes, units, names and strange words are not cut."""
    assert SPACING.respaced(line) == line


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("Hubungi lbu Siti", "Hubungi Ibu Siti"),
        ("1bu Siti", "Ibu Siti"),
        ("SELEKSl GAJl lNDONESIA", "SELEKSI GAJI INDONESIA"),
        ("minggu inl, bulan inl", "minggu ini, bulan ini"),
        ("J1. Mawar, JI. Melati", "Jl. Mawar, Jl. Melati"),
        ("BUTUH 2O ORANG, O812", "BUTUH 20 ORANG, 0812"),
        ("admin @karya.co.id", "admin@karya.co.id"),
        ("lagi libur, langsung", "lagi libur, langsung"),
        ("kami @karyaabadi", "kami @karyaabadi"),
    ],
)
def test_look_alikes_are_mended_where_only_one_makes_sense(read: str, meant: str) -> None:
    """l for I, O for 0, and a space inside an e-mail address."""
    assert SPACING.respaced(read) == meant


@given(st.text(max_size=120))
def test_any_line_is_taken(line: str) -> None:
    """Never an error, and apart from look-alikes only spaces change."""
    alike = str.maketrans("OIl1|Jj]0", "0" * 9)

    found = SPACING.respaced(line)

    assert "".join(found.split()).lower().replace("i", "l").translate(alike) == "".join(
        line.split()
    ).lower().replace("i", "l").translate(alike)
