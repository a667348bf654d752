"""Names by the thousand: no name is taken for another, and people find what they mean."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from datetime import date

import pytest

from bench.company_names import COMMON, company_names, questions
from bot.authoring.register import load_register
from bot.recruiters.matching import Fit, match_name
from bot.recruiters.names import parse_name
from bot.recruiters.recruiter import Recruiter, Standing
from bot.recruiters.register import Register, build_register
from bot.recruiters.verdict import check
from tests.places import CONTENT

TODAY = date(2026, 10, 1)
NAMES = company_names(3_000)


def register_of(names: list[str]) -> Register:
    rows = [Recruiter(name, "aktif", Standing.LISTED, "contoh", TODAY) for name in names]
    return build_register(rows, complete=True, as_of=TODAY, source="contoh")


@pytest.fixture(scope="module")
def register() -> Register:
    return register_of(NAMES)


@pytest.fixture(scope="module")
def outcomes(register: Register) -> dict[str, Counter[str]]:
    """How often a typed name was confirmed, offered among three, taken for another, or neither."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for kind, text, name in questions(NAMES, 3_200):
        verdict = check(register, text, TODAY)
        if verdict.recruiter and verdict.recruiter.name == name:
            found[kind]["confirmed"] += 1
        elif verdict.recruiter:
            same = parse_name(verdict.recruiter.name) == parse_name(text.replace("pt ", "PT ", 1))
            found[kind]["its own" if same else "wrong"] += 1
        elif name in [each.name for each in verdict.candidates[:3]]:
            found[kind]["offered"] += 1
        else:
            found[kind]["neither"] += 1
    return found


def share(counts: Counter[str], *kinds: str) -> float:
    return sum(counts[kind] for kind in kinds) / counts.total()


def test_no_other_company_is_ever_confirmed(outcomes: dict[str, Counter[str]]) -> None:
    """Whatever is typed and however, what is confirmed is what was typed."""
    assert sum(counts["wrong"] for counts in outcomes.values()) == 0
    assert outcomes["look-alike"]["confirmed"] == outcomes["absent"]["confirmed"] == 0


@pytest.mark.parametrize(
    ("kind", "aim"),
    [
        ("exact", 1.0),
        ("no prefix", 0.99),
        ("typo", 0.97),
        ("spacing", 0.97),
        ("dropped word", 0.9),
        ("turned", 0.9),
    ],
)
def test_people_find_what_they_mean(outcomes: dict[str, Counter[str]], kind: str, aim: float) -> None:
    """Confirmed, or among the three that are offered."""
    assert share(outcomes[kind], "confirmed", "offered", "its own") >= aim


def test_most_of_what_may_be_confirmed_is(outcomes: dict[str, Counter[str]]) -> None:
    """Names without prefix, with a slip, or with other spaces are not all asked back."""
    together = outcomes["no prefix"] + outcomes["typo"] + outcomes["spacing"]

    assert share(together, "confirmed") >= 0.85


@pytest.mark.slow
def test_twenty_thousand_lookalikes_are_not_confirmed(register: Register) -> None:
    """A word exchanged, added, left out, moved or respelled into another word is another company."""
    chance = random.Random(7)
    known = {parse_name(name).joined for name in NAMES}
    confirmed = []

    for _ in range(20_000):
        words = list(parse_name(chance.choice(NAMES)).words)
        at, other = chance.randrange(len(words)), chance.choice(COMMON)
        way = chance.randrange(4)
        if way == 0:
            words[at] = other
        elif way == 1:
            words.insert(at, other)
        elif way == 2 and len(words) > 2:
            del words[at]
        else:
            words[0], words[-1] = words[-1], words[0]
        if "".join(words) in known:
            continue
        found = match_name(register, parse_name("PT " + " ".join(words)))
        confirmed += [(words, one.listing.name) for one in found if one.fit is Fit.SURE]

    assert confirmed == []


def test_no_two_names_of_the_shipped_register_are_confirmed_for_each_other() -> None:
    """Each name finds its own row, and none when that row is not there."""
    register = load_register(CONTENT / "register/p3mi.csv")
    rows = list(register.rows)
    wrong = []

    for at, row in enumerate(rows):
        found = match_name(register, parse_name(row.name))
        wrong += [
            (row.name, one.listing.name) for one in found if one.fit is Fit.SURE and one.listing.row != at
        ]
    for part in range(0, len(rows), 40):  # forty left out at a time: building is what takes long
        left_out = rows[part : part + 40]
        without = build_register(rows[:part] + rows[part + 40 :], complete=True, as_of=TODAY, source="x")
        for row in left_out:
            found = match_name(without, parse_name(row.name))
            wrong += [(row.name, one.listing.name) for one in found if one.fit is Fit.SURE]

    assert wrong == []


def test_a_chat_word_that_companies_use_is_not_lost() -> None:
    """ "Kerja Perkasa Indo" is not "Perkasa Indo", whether it is on the register or not."""
    with_both = register_of(["PT Kerja Perkasa Indo", "PT Perkasa Indo"])
    with_one = register_of(["PT Perkasa Indo", "PT Kerja Sama"])

    assert check(with_both, "kerja perkasa indo", TODAY).recruiter == with_both.rows[0]
    assert check(with_one, "kerja perkasa indo", TODAY).decision == "suggest"
    assert check(with_one, "pt perkasa indo resmi?", TODAY).decision == "confirm"
