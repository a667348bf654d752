"""Companies named without "PT": found by their very name, never by a part of another."""

from __future__ import annotations

import random
from datetime import date

import pytest

from bench.company_names import COMMON, company_names
from bot.recruiters.bare_names import find_bare_names, with_form
from bot.recruiters.names import parse_name
from bot.recruiters.recruiter import Recruiter, Standing
from bot.recruiters.register import Register, build_register

TODAY = date(2026, 10, 1)
PLAIN = frozenset(
    "membuka buka loker lowongan taiwan operator pabrik dari di kantor resmi ini itu oleh".split()
)
NAMES = company_names(3_000)


def register_of(*names: str) -> Register:
    rows = [Recruiter(name, "aktif", Standing.LISTED, "contoh", TODAY) for name in names]
    return build_register(rows, complete=True, as_of=TODAY, source="contoh")


ONE = register_of("PT Armindo Jaya", "PT Karya Mandiri", "CV Balindo Raya", "PT Sumber Armindo")


def found(text: str, register: Register = ONE) -> list[str]:
    return [each.name for each in find_bare_names(text, register, PLAIN.__contains__)]


@pytest.mark.parametrize(
    "text",
    [
        "Armindo Jaya ini resmi?",
        "LOKER TAIWAN\nARMINDO JAYA membuka lowongan operator",
        "dari Armindo  Jaya, hub 0812",
        "armindo jaya",
        "Armindo-Jaya buka",
    ],
)
def test_a_bare_name_is_found_where_it_stands(text: str) -> None:
    """Between words of the language, marks and line ends; quoted as it was typed."""
    (name,) = found(text)

    assert name in text
    assert parse_name(name).joined == "armindojaya"


@pytest.mark.parametrize(
    "text",
    [
        "Armindo Jaya Sentosa membuka",  # another company's beginning
        "Mitra Armindo Jaya membuka",
        "CV Armindo Jaya",  # another legal form
        "PT Armindo Jaya",  # the ordinary way looks it up
        "Armindo",
        "Armindo Djaya membuka",
        "Karya Mandiri membuka",  # nothing rare in it
        "Balindo Raya membuka",  # a CV
        "armindo, jaya",
        "",
        "\ud800 armindo",
    ],
)
def test_whatever_is_not_surely_the_name_is_none(text: str) -> None:
    """Longer names, other forms, common words, slips: nothing is guessed."""
    assert found(text) == []


def test_a_name_gets_its_form_when_it_is_the_only_one() -> None:
    """Two companies in one text are not ours to choose between."""
    assert "PT Armindo Jaya" in with_form("tawaran dari Armindo Jaya buka", ONE, PLAIN.__contains__)
    two = "dari Armindo Jaya, Sumber Armindo"
    assert with_form(two, ONE, PLAIN.__contains__) == two


def test_lookalikes_are_not_taken_for_a_bare_name() -> None:
    """A word exchanged, added, left out or moved: what is found is what was typed."""
    register = register_of(*NAMES)
    chance = random.Random(11)
    wrong = []

    for _ in range(20_000 // 4):
        words = list(parse_name(chance.choice(NAMES)).words)
        at, other = chance.randrange(len(words)), chance.choice(COMMON)
        way = chance.randrange(4)
        if way == 0:
            words[at] = other
        elif way == 1:
            words.insert(chance.choice((0, at, len(words))), other)
        elif way == 2 and len(words) > 2:
            del words[at]
        else:
            words[0], words[-1] = words[-1], words[0]
        text = f"loker dari {' '.join(words)} membuka lowongan"
        wrong += [(words, name) for name in found(text, register) if parse_name(name).words != tuple(words)]

    assert wrong == []


def test_a_long_hostile_text_is_read_in_bounds() -> None:
    """Rare words without end: some names at most."""
    assert len(found("armindo jaya, " * 3_000)) <= 5
