"""What a typed place becomes: cards of contacts, a question, or an honest "I do not know that place"."""

from __future__ import annotations

import pytest

from bot.engine.queries import FindContacts
from bot.runner.ports import Knowledge
from bot.runner.queries.find_contacts import MOST_ASKED, NOBODY, find_contacts

CARDS = [f"contact_{number}" for number in range(1, 6)]
NATIONAL = {"kp2mi-dalam-negeri", "polisi-110", "sapa-129"}


def cards(knowledge: Knowledge, text: str, **more: str) -> list[str]:
    values = find_contacts(FindContacts(text, **more), knowledge).values
    return [values[name] for name in CARDS if values[name] != NOBODY]


@pytest.mark.parametrize(
    ("typed", "outcome"),
    [
        ("lotim", "found"),
        ("kl", "found"),
        ("papua", "found"),
        ("di kapal", "farther"),
        ("merauke", "farther"),
        ("indonesia", "wide"),
        ("bima", "which"),
        ("planet mars", "unknown"),
        ("saya sekarang di kampung halaman", "wide"),
        ("nanti sekarang saja", "unknown"),
        ("", "unknown"),
    ],
)
def test_what_a_place_becomes(knowledge: Knowledge, typed: str, outcome: str) -> None:
    """Each kind goes its own way."""
    assert find_contacts(FindContacts(typed), knowledge).outcome == outcome


@pytest.mark.parametrize("typed", ["lotim", "kota batam", "kabupaten bima", "merauke", "surabaya"])
def test_the_national_numbers_are_always_in_sight(knowledge: Knowledge, typed: str) -> None:
    """Whatever local agencies there are, and whether or not their numbers are sure: 0800-1000, 110, 129."""
    directory = knowledge.directory.contacts

    shown = cards(knowledge, typed)

    numbers = {number for name in shown for number in directory[name].numbers}
    assert {"0800-1000", "110", "129"} <= numbers


@pytest.mark.parametrize("typed", ["taiwan", "johor", "saudi", "hongkong", "irak", "di kapal"])
def test_from_abroad_the_mission_and_the_number_at_home(knowledge: Knowledge, typed: str) -> None:
    """+62 21 2924 4800 can be called from anywhere; 0800-1000 cannot, so it is not shown."""
    shown = cards(knowledge, typed)

    assert "kp2mi-luar-negeri" in shown
    assert not NATIONAL & set(shown)


def test_the_part_of_a_country_has_its_own_mission_first(knowledge: Knowledge) -> None:
    """The order of the emergency cards: who sits in Johor calls Johor Bahru."""
    assert cards(knowledge, "johor")[:2] == ["kjri-johor-bahru", "kbri-kuala-lumpur"]


def test_an_unknown_place_gets_numbers_for_everybody(knowledge: Knowledge) -> None:
    """With what was typed repeated, shortened; nobody is left without a number."""
    found = find_contacts(FindContacts("entah di mana " * 20), knowledge)

    assert len(found.values["asked"]) <= MOST_ASKED + 2
    assert {found.values[name] for name in CARDS} == {*NATIONAL, "kp2mi-luar-negeri", NOBODY}


def test_pages_follow_each_other_to_the_end(knowledge: Knowledge) -> None:
    """Every contact once, and then no further page."""
    seen: list[str] = []
    page = "1"
    while page:
        values = find_contacts(FindContacts("", place="kab-lombok-barat", page=page), knowledge).values
        seen += [values[name] for name in CARDS if values[name] != NOBODY]
        page = values["next_page"]

    assert len(seen) == len(set(seen)) > len(CARDS)


def test_a_place_that_was_taken_out_is_read_again(knowledge: Knowledge) -> None:
    """A session may be older than the list of places."""
    assert find_contacts(FindContacts("lotim", place="kab-hilang"), knowledge).values["place"] == (
        "kab-lombok-timur"
    )


def test_a_problem_narrows_and_is_named(knowledge: Knowledge) -> None:
    """Unknown problems are simply not named."""
    found = find_contacts(FindContacts("ponorogo", case="keberangkatan"), knowledge)

    assert found.values["contact_1"] == "disnaker-ponorogo"
    assert found.values["for_case"] == " (mau berangkat)"
    assert find_contacts(FindContacts("ponorogo", case="lain"), knowledge).values["for_case"] == ""
