"""Licence numbers are told from the phones, accounts and years that stand beside them."""

from __future__ import annotations

from datetime import date

import pytest

from bot.recruiters.licence import find_licences
from bot.recruiters.register import Register, build_register
from bot.recruiters.rows import parse_rows

KNOWN, OTHER = "9120001234567", "9120007654321"


@pytest.fixture(scope="module")
def register() -> Register:
    rows, refused = parse_rows(
        [
            {"name": "PT Wirasena Karya", "status": "aktif", "licence_number": KNOWN},
            {"name": "PT Jatilawang Jaya", "status": "aktif", "licence_number": OTHER},
        ]
    )
    assert not refused
    return build_register(rows, complete=True, as_of=date(2026, 11, 1), source="contoh")


@pytest.mark.parametrize(
    "text",
    [
        "0812 3456 7890 0813 1111 2222",
        "081234567890 081311112222",
        "0812-3456-7890 0898-0422-566",
        "+62 812-3456-7890 0813-1111-2222",
        "021-5448362 0812-3456-7890",
        "081234567890 2026",
        "WA 0812 3456 7890 25 tahun",
        "izin resmi, WA 0812 3456 7890",
        "izin lengkap hub 081234567890 081311112222",
        "rek BCA 4355269536 081332285071",
        "081234567890 081311112222 085711112222 089611112222",
        "0813322850711",
    ],
)
def test_phones_side_by_side_are_no_licence(register: Register, text: str) -> None:
    """Nobody is told that a licence is not the company's who only gave two numbers."""
    assert find_licences(text, register) == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"{KNOWN} {OTHER}", [KNOWN, OTHER]),
        (f"{KNOWN}, {OTHER}", [KNOWN, OTHER]),
        ("9120 0012 34567", [KNOWN]),
        (f"9120 0012 34567 {OTHER}", [KNOWN, OTHER]),
        (f"NIB {KNOWN} 081234567890", [KNOWN]),
        (f"081234567890 NIB {KNOWN}", [KNOWN]),
        (f"081234567890 {KNOWN}", [KNOWN]),
        ("NIB 2909250072827 081234567890 081311112222", ["2909250072827"]),
        ("no izin: 0812230012345", ["0812230012345"]),
        ("2909250072827", ["2909250072827"]),
        ("nib 91200O1234567", [KNOWN]),
        ("９１２０００１２３４５６７", [KNOWN]),
        ("NIB 9️⃣120001234567", [KNOWN]),
    ],
)
def test_each_licence_number_is_read_by_itself(register: Register, text: str, found: list[str]) -> None:
    """Two are two, groups of one come together, and the places are those of what was typed."""
    licences = find_licences(text, register)

    assert [digits for digits, _, _ in licences] == found
    assert all(text[start:end].strip() == text[start:end] != "" for _, start, end in licences)
