"""Numbers are mended only where there is no doubt, and doubt is kept visible."""

from __future__ import annotations

import pytest

from bot.language.phones import find_phones
from bot.language.spaces import Spacing
from bot.reading.numbers import mended, unclear_numbers


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("Gaji 18o0 dirham", "Gaji 1800 dirham"),
        ("Gaji 22oo dirham", "Gaji 2200 dirham"),
        ("Gaji 21.o00", "Gaji 21.000"),
        ("Gaji i5 juta", "Gaji 15 juta"),
        ("08l234567890", "081234567890"),
        ("Gaji NTs 24.000", "Gaji NT$ 24.000"),
        ("Gaji HK s 5.820", "Gaji HK$ 5.820"),
        ("Gaji Hks 5.150", "Gaji HK$ 5.150"),
        ("0858 • 5403 • 5573", "0858-5403-5573"),
        ("0817~9598~6047", "0817-9598-6047"),
        ("0817_9598_6047", "0817-9598-6047"),
        ("WA: 0 8 1 2 - 3 4 5 6 - 7 8 9 0", "WA: 081234567890"),
        ("wa. me/6281234567890", "wa.me/6281234567890"),
    ],
)
def test_look_alikes_in_numbers_are_mended(seen: str, meant: str) -> None:
    """Letters among digits, odd signs between groups, digits set apart."""
    assert mended(seen) == meant


@pytest.mark.parametrize(
    "line",
    [
        "0812-3456-7890",
        "Usia 18 - 45 tahun",
        "20 - 30 orang, 5 hari, 6 jam",
        "Jl. Raya 5 RT 03 RW 04",
        "Rp 10.000.000 - 15.000.000",
        "ke 2 orang",
        "cetak 3D, kelas 2D",
        "|081234567890",
        "@loker_taiwan",
        "*0819-5993-8127*",
        "SIP2MI 045/VII/2026",
    ],
)
def test_everything_else_stays_as_it_is(line: str) -> None:
    """Ages, streets, sums and words have nothing to mend."""
    assert mended(line) == line


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("WA 0812-3456-7890", "WA 081234_67890"),
        ("WA 0812 3456 7890 / 0857 1111 2222", "WA 081234_67890 / 0857 1111 2222"),
        ("wa.me/6281234567890", "wa.me 62812345_7890"),
        ("Wa. me/6281234567890", "wa.me 62812345_7890"),
    ],
)
def test_a_doubtful_digit_is_blank_and_the_number_is_none(line: str, shown: str) -> None:
    """No search finds such a number or a part of it, not even respaced; a whole one beside it is found."""
    doubtful = line.index("6" if "me" in line else "5", line.index("3"))

    read = mended(line, (doubtful,))
    spaced = Spacing({"info": 1}).respaced(read)

    assert read == spaced == shown
    assert len(unclear_numbers(read)) == 1
    assert [phone.e164 for phone in find_phones(spaced)] == (["+6285711112222"] if "2222" in line else [])
