"""Which texts are adverts that somebody passed on: adverts are, questions and cries are not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.adverts.offer import FORWARDED, PASTED, offer_score
from tests.adverts.conftest import Judge, Reader

TESTS = Path(__file__).parent.parent
ADVERTS = TESTS / "adverts" / "adverts.jsonl"
UNDERSTANDING = TESTS / "understanding"


def share(path: Path, enough: float, read: Reader, judged: Judge) -> float:
    """The share of texts that count as offers."""
    texts = [json.loads(line)["text"] for line in path.read_text("utf-8").splitlines()]
    return sum(offer_score(read(text), judged(text)) >= enough for text in texts) / len(texts)


def test_adverts_are_known_when_passed_on_and_mostly_when_pasted(read: Reader, judged: Judge) -> None:
    """What comes as a forwarded message is an advert; a pasted fragment may be taken for a question."""
    assert share(ADVERTS, FORWARDED, read, judged) >= 0.95
    assert share(ADVERTS, PASTED, read, judged) >= 0.83


@pytest.mark.parametrize("name", ["questions-1.jsonl", "questions-2.jsonl", "danger.jsonl", "outside.jsonl"])
def test_typed_questions_and_cries_are_no_adverts(name: str, read: Reader, judged: Judge) -> None:
    """Who asks or tells is answered or heard, and not told what speaks against their words."""
    assert share(UNDERSTANDING / name, PASTED, read, judged) <= 0.01


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
