"""Which place a typed text means."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.directory.naming import MOST_PLACES, find_places
from tests.directory.sample import some_places


def ids(text: str) -> list[str]:
    return [place.id for place in find_places(some_places(), text)]


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("lotim", "kab-lombok-timur"),
        ("LOMBOKTIMUR", "kab-lombok-timur"),
        ("kab. Lombok Timur", "kab-lombok-timur"),
        ("sy di lombok timur kak, ntb", "kab-lombok-timur"),
        ("kodya bima", "kota-bima"),
        ("prov. NTB", "nusa-tenggara-barat"),
        ("kl", "malaysia"),
        ("johor, malaysia", "malaysia-johor"),
        ("di kampung", "indonesia"),
        ("lombok timmur", "kab-lombok-timur"),
        ("malaisia", "malaysia"),
    ],
)
def test_sloppy_names_are_understood(typed: str, place: str) -> None:
    """Short forms, no spaces, one slip, and wherever the name stands in the sentence."""
    assert ids(typed) == [place]


def test_an_ordinary_word_is_no_slip_for_a_name() -> None:
    """ "malaisia" is meant for Malaysia, unless it is a word of its own."""
    assert find_places(some_places(), "malaisia", ordinary={"malaisia"}) == ()


def test_two_places_of_one_name_are_both_returned() -> None:
    """Who means which is asked; saying the province as well does not change that."""
    assert ids("bima") == ["kab-bima", "kota-bima"]
    assert ids("bima ntb") == ["kab-bima", "kota-bima"]


def test_places_that_do_not_fit_each_other_are_asked_about() -> None:
    """Home and work in one sentence: we do not know where the person is now."""
    assert ids("dari lotim kerja di johor") == ["kab-lombok-timur", "malaysia-johor"]


def test_a_district_goes_before_the_card_of_its_country() -> None:
    """ "bali" stands on the card of Indonesia as well, but it is a province."""
    assert ids("bali") == ["bali"]


@pytest.mark.parametrize("typed", ["", "   ", "planet mars", "rumah nenek", "🙂", "bimb", "kota", "\u202e"])
def test_what_is_no_place_is_unknown(typed: str) -> None:
    """Nothing is guessed; in short names every letter tells."""
    assert ids(typed) == []


@given(st.text(max_size=400))
def test_any_text_is_read_without_harm(text: str) -> None:
    """Hostile or empty, there are never more places than can be asked about."""
    assert len(ids(text)) <= MOST_PLACES
