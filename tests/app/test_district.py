"""Which district a text names: sure or none."""

from __future__ import annotations

import pytest

from bot.app.district import district_in
from bot.runner.ports import Knowledge


@pytest.mark.parametrize(
    ("text", "district"),
    [
        ("Lombok Barat", "Kabupaten Lombok Barat"),
        ("kab. lombok barat, NTB", "Kabupaten Lombok Barat"),
        ("saya di Indramayu ditawari kerja ke Taiwan", "Kabupaten Indramayu"),
        ("kota bima", "Kota Bima"),
        ("bima", ""),
        ("orang batu, pati hatinya", ""),
        ("dari lombok barat ke lombok timur", ""),
        ("kerja di Taiwan", ""),
        ("", ""),
        ("\ud800\x00", ""),
    ],
)
def test_a_district_is_named_or_not(knowledge: Knowledge, text: str, district: str) -> None:
    """Two districts, a name that two have, and words that are also names: nothing is guessed."""
    assert district_in(knowledge.directory.places, text) == district
