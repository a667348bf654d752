"""Persons who are named, and forms of address that name nobody."""

from __future__ import annotations

import pytest

from bot.language.persons import find_person
from bot.runner.ports import Knowledge


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("kenal sponsor namanya Bu Lastri dari Kroya gak?", "Bu Lastri"),
        ("pak haji Mansur tekong di Praya itu bisa dipercaya?", "pak haji Mansur"),
        ("bang ucok yg ngurus abk, orangnya bener ga", "bang ucok"),
        ("mas agung itu calo apa bukan", "mas agung"),
        ("pak kades nyuruh ikut Pak Tarno", "Pak Tarno"),
        ("pak kades bilang resmi", ""),
        ("bu, mau tanya syarat ke taiwan", ""),
        ("kata ibu saya jangan berangkat", ""),
        ("sponsor saya tetangga sendiri", ""),
        ("", ""),
    ],
)
def test_a_person_is_named_behind_a_form_of_address(knowledge: Knowledge, text: str, person: str) -> None:
    assert find_person(text, knowledge.words) == person
