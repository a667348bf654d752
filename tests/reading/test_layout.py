"""Lines come in the order in which a person reads them."""

from __future__ import annotations

import math
from collections.abc import Iterable

from bot.reading.layout import Spot, in_reading_order


def spot(text: str, left: float, top: float, width: float = 0, height: float = 20) -> Spot:
    return Spot(text, 0.9, left, top, left + (width or 10 * len(text)), top + height)


def shown(spots: Iterable[Spot]) -> list[str]:
    return [" ".join(each.text for each in row) for row in in_reading_order(list(spots))]


def tilted(spots: Iterable[Spot], degrees: float) -> list[Spot]:
    """The upright boxes around spots of a tilted picture."""
    slope = math.radians(degrees)
    turned = []
    for each in spots:
        across, down = (each.left + each.right) / 2, each.middle
        x = across * math.cos(slope) - down * math.sin(slope)
        y = across * math.sin(slope) + down * math.cos(slope)
        width = each.right - each.left
        high = each.height + abs(math.sin(slope)) * width
        turned.append(Spot(each.text, 0.9, x - width / 2, y - high / 2, x + width / 2, y + high / 2, slope))
    return turned


HEADLINE = spot("LOWONGAN KERJA KE KAMBOJA DAN TAIWAN", 20, 10, 700)
LEFT = [
    spot(text, 20, 60 + 30 * at, 300)
    for at, text in enumerate(["Kamboja admin gaji", "lima belas juta", "tanpa ijazah"])
]
RIGHT = [
    spot(text, 420, 60 + 30 * at, 300)
    for at, text in enumerate(["Taiwan perawat lansia", "dua puluh ribu", "tiga tahun"])
]
FOOT = spot("Hubungi 0812-3456-7890 sekarang juga", 20, 200, 700)
TWO_COLUMNS = [
    "LOWONGAN KERJA KE KAMBOJA DAN TAIWAN",
    "Kamboja admin gaji",
    "lima belas juta",
    "tanpa ijazah",
    "Taiwan perawat lansia",
    "dua puluh ribu",
    "tiga tahun",
    "Hubungi 0812-3456-7890 sekarang juga",
]


def test_pieces_of_a_row_stand_beside_each_other() -> None:
    """From top to bottom, from left to right, also when a row is not quite level."""
    found = shown([spot("juta", 200, 42), spot("PT Karya", 20, 10), spot("Gaji 15", 20, 40)])

    assert found == ["PT Karya", "Gaji 15 juta"]


def test_two_columns_are_read_one_after_the_other() -> None:
    """Headline, left column, right column, foot."""
    assert shown([FOOT, *RIGHT, *LEFT, HEADLINE]) == TWO_COLUMNS


def test_two_columns_of_a_tilted_picture() -> None:
    """Four degrees change no order."""
    assert shown(tilted([FOOT, *RIGHT, *LEFT, HEADLINE], 4)) == TWO_COLUMNS
    assert shown(tilted([FOOT, *RIGHT, *LEFT, HEADLINE], -4)) == TWO_COLUMNS


def test_a_tilted_picture_keeps_its_lines() -> None:
    """The right end of one line does not become the beginning of the next."""
    lines = [
        spot(f"baris {at} dari iklan", 20 + 300 * side, 30 * at, 280) for at in range(6) for side in (0, 1)
    ]

    assert shown(tilted(lines[::-1], 3))[:2] != []
    assert sorted(shown(tilted(lines, 3))) == sorted(shown(lines))


def test_labels_keep_their_values() -> None:
    """A table is read row by row."""
    labels = [spot(text, 20, 40 * at, 100) for at, text in enumerate(["Gaji", "Usia", "Kontrak"])]
    values = [
        spot(text, 400, 40 * at, 200) for at, text in enumerate([": 15 juta", ": 18-30 tahun", ": 2 tahun"])
    ]

    assert shown([*values, *labels]) == ["Gaji : 15 juta", "Usia : 18-30 tahun", "Kontrak : 2 tahun"]


def test_two_sides_of_a_chat_are_no_columns() -> None:
    """Bubbles to the left and right come in the order of time."""
    left = [spot(f"kiri {at}", 20, 200 * at + 40 * line, 300) for at in range(2) for line in range(3)]
    right = [
        spot(f"kanan {at}", 420, 200 * at + 120 + 25 * line, 300) for at in range(2) for line in range(3)
    ]

    found = shown([*right, *left])

    assert found == ["kiri 0"] * 3 + ["kanan 0"] * 3 + ["kiri 1"] * 3 + ["kanan 1"] * 3


def test_nothing_has_no_order() -> None:
    """An empty picture is no special case for anybody else."""
    assert in_reading_order([]) == []
