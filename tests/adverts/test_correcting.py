"""A correction of what was read in a picture."""

from __future__ import annotations

import pytest

from bot.adverts.correcting import corrected
from bot.adverts.known import Adverts
from tests.adverts.conftest import Reader

READ = "LOWONGAN ADMIN KAMBOJA\nGAJI 15 JUTA BERANGKAT MINGGU INI\nWA 0812-3456-7899 minat hubungi segera"


def test_what_is_told_anew_takes_the_place_of_what_was_read(known: Adverts, read: Reader) -> None:
    """The country and the number are the person's; the rest stays as it was read."""
    advert = read(corrected(READ, "negara Taiwan, nomor 0812-3456-7890", known.vocabulary))

    assert [each.id for each in advert.countries] == ["taiwan"]
    assert [each.value for each in advert.contacts] == ["+6281234567890"]
    assert advert.wages
    assert advert.departures


def test_a_long_correction_is_the_advert_typed_again(known: Adverts) -> None:
    """Nothing that was misread is left."""
    again = "Lowongan operator pabrik Taiwan PT Contoh Jaya gaji NT$29.500 kontrak 3 tahun hubungi kantor"

    assert corrected(READ, again, known.vocabulary) == again


def test_any_text_can_be_corrected(known: Adverts) -> None:
    """Nothing read, nothing told, overlapping finds: never an error."""
    assert corrected("", "Taiwan", known.vocabulary) == "Taiwan"
    assert corrected(READ, "", known.vocabulary).strip() == READ
    assert "18 juta" in corrected(READ, "gaji 18 juta berangkat besok", known.vocabulary)


@pytest.mark.parametrize(
    "correction",
    ["bukan kamboja tapi taiwan", "bkn kamboja, taiwan kak", "bukan ke kamboja melainkan ke taiwan"],
)
def test_what_is_denied_is_gone(correction: str, known: Adverts, read: Reader) -> None:
    """Only what takes its place is left."""
    advert = read(corrected(READ, correction, known.vocabulary))

    assert [each.id for each in advert.countries] == ["taiwan"]


def test_a_bare_sum_is_the_wage(known: Adverts, read: Reader) -> None:
    """ "bukan 15 jt, tp 18 jt" says no word of wages."""
    advert = read(corrected(READ, "bukan 15 jt, tp 18 jt", known.vocabulary))

    assert [wage.quote.text for wage in advert.wages] == ["18 jt"]
