"""Which texts are adverts that somebody passed on: adverts are, questions and cries are not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.adverts.offer import DOUBTFUL, FORWARDED, PASTED, offer_score
from tests.adverts.conftest import Judge, Reader

TESTS = Path(__file__).parent.parent
ADVERTS = TESTS / "adverts"
UNDERSTANDING = TESTS / "understanding"


def share(path: Path, enough: float, read: Reader, judged: Judge) -> float:
    """The share of texts that count as offers."""
    texts = [json.loads(line)["text"] for line in path.read_text("utf-8").splitlines()]
    return sum(offer_score(read(text), judged(text)) >= enough for text in texts) / len(texts)


@pytest.mark.parametrize(
    ("name", "forwarded", "pasted"), [("adverts.jsonl", 0.95, 0.86), ("unseen.jsonl", 0.97, 0.93)]
)
def test_adverts_are_known_when_passed_on_and_mostly_when_pasted(
    name: str, forwarded: float, pasted: float, read: Reader, judged: Judge
) -> None:
    """What comes as a forwarded message is an advert; a pasted fragment may be taken for a question."""
    assert share(ADVERTS / name, FORWARDED, read, judged) >= forwarded
    assert share(ADVERTS / name, PASTED, read, judged) >= pasted


@pytest.mark.parametrize(
    ("name", "most"),
    [
        ("questions-1.jsonl", 0.01),
        ("questions-2.jsonl", 0.01),
        ("danger.jsonl", 0.007),
        ("outside.jsonl", 0.01),
    ],
)
def test_typed_questions_and_cries_are_no_adverts(
    name: str, most: float, read: Reader, judged: Judge
) -> None:
    """Who asks or tells is answered or heard, and not told what speaks against their words."""
    assert share(UNDERSTANDING / name, PASTED, read, judged) <= most


def test_no_emergency_is_taken_for_an_advert(read: Reader, judged: Judge) -> None:
    """Not one, also where nothing else would be known to answer."""
    lines = (UNDERSTANDING / "danger.jsonl").read_text("utf-8").splitlines()
    cries = [row["text"] for row in map(json.loads, lines) if row["level"] == "emergency"]

    assert cries
    assert [text for text in cries if offer_score(read(text), judged(text)) >= PASTED] == []


@pytest.mark.parametrize("text", ["...........", "87 44 1 1 1 9", "halo", "👍👍👍"])
def test_what_names_nothing_is_no_advert(text: str, read: Reader, judged: Judge) -> None:
    """Dots, figures and greetings offer no work, however they look."""
    assert offer_score(read(text), judged(text)) < DOUBTFUL


@pytest.mark.parametrize(
    "text",
    [
        "saya ditawari admin slot di poipet 12jt bersih tiket free aman g",
        "loker turki spa n hotel byr 40jt, resmi g",
        "",
        "?" * 4000,
        "gaji " * 5000 + "?",
    ],
)
def test_a_question_about_an_offer_stays_a_question(text: str, read: Reader, judged: Judge) -> None:
    """Also when it names country, job and wage, and whatever a text holds."""
    assert offer_score(read(text), judged(text)) < PASTED
