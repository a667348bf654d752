"""The same number, written differently."""

from __future__ import annotations

import pytest

from bot.directory.numbers import names


@pytest.mark.parametrize(
    ("claim", "number"),
    [
        ("WhatsApp SAPA 129: 0811-1129-129; rahasia.", "+62 811-1129-129"),
        ("telepon (021) 2968 1560, jam kerja", "+62 21 2968 1560"),
        ("Nomor darurat polisi 110, 24 jam.", "110"),
        ("KBRI: +60 3-2116 4016, +60 3-2116 4017.", "+60 3-2116 4017"),
    ],
)
def test_a_number_is_found_however_it_is_written(claim: str, number: str) -> None:
    """Country code or zero, brackets, dashes and spaces make no difference."""
    assert names(claim, number)


@pytest.mark.parametrize("number", ["111", "+60 110", "0110", "1102"])
def test_another_number_is_not_that_number(number: str) -> None:
    """One digit more or less is somebody else."""
    assert not names("Nomor darurat polisi 110, 24 jam.", number)
