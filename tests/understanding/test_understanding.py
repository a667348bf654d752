"""
What the bot understands of messages that nobody tuned it on.

The messages beside this file were written by people-in-the-role who had not seen the content; they are never
copied into it. Floors stand a little below what was measured, so that a regression shows. Messages that
share no word with any topic ("indirect") are the hard ones. The messages about danger were read since, to
see which kinds are missed: their figures flatter by a few points.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.app.knowledge import Edition
from bot.danger import Danger
from bot.faq.search import Result, search
from bot.screening.hearing import hear

HERE = Path(__file__).parent
FLOORS = {  # register: first, among three
    "": (0.85, 0.94),
    "sms": (0.92, 0.96),
    "regional": (0.84, 0.93),
}
Line = dict[str, str]
Ask = Callable[[str], Result]


def lines(*names: str) -> list[Line]:
    return [json.loads(line) for name in names for line in (HERE / name).read_text("utf-8").splitlines()]


QUESTIONS = lines("questions-1.jsonl", "questions-2.jsonl")
OUTSIDE = lines("outside.jsonl")
DANGER = lines("danger.jsonl")


@pytest.fixture(scope="module")
def ask(edition: Edition) -> Ask:
    return lambda text: search(edition.knowledge.faq, text)


@pytest.fixture(scope="module")
def topics(edition: Edition) -> dict[str, str]:
    return {name: entry.topic for name, entry in edition.content.entries.items()}


def share(hits: list[bool]) -> float:
    return sum(hits) / len(hits)


def test_every_topic_is_asked_about(topics: dict[str, str]) -> None:
    """The messages cover every topic that has an answer, and every topic has one."""
    assert {line["topic"] for line in QUESTIONS} == set(topics.values())


def test_no_message_was_learnt_from(edition: Edition) -> None:
    """What is measured here is nowhere in the content."""
    content = edition.content
    learnt = {example.text.strip().lower() for example in content.examples}
    learnt |= {cry.text.strip().lower() for cry in content.cries}
    asked = {line["text"].strip().lower() for line in (*QUESTIONS, *OUTSIDE, *DANGER)}

    assert not asked & learnt


@pytest.mark.parametrize("register", FLOORS)
def test_questions_find_their_topic(ask: Ask, topics: dict[str, str], register: str) -> None:
    """However it is typed, the right answer comes first, or among the three that are offered."""
    asked = [line for line in QUESTIONS if line["register"].startswith(register)]
    found = [[topics[each.entry_id] for each in ask(line["text"]).candidates[:3]] for line in asked]
    first = share([names[:1] == [line["topic"]] for names, line in zip(found, asked, strict=True)])
    among_three = share([line["topic"] in names for names, line in zip(found, asked, strict=True)])

    assert first >= FLOORS[register][0]
    assert among_three >= FLOORS[register][1]


def test_enough_is_answered_and_little_of_it_wrongly(ask: Ask, topics: dict[str, str]) -> None:
    """Most questions are answered at once; an answer to another question is rare."""
    results = [(ask(line["text"]), line["topic"]) for line in QUESTIONS]
    answered = [
        (topics[each.candidates[0].entry_id], topic) for each, topic in results if each.decision == "answer"
    ]

    assert len(answered) >= 0.55 * len(results)
    assert share([found != topic for found, topic in answered]) <= 0.10  # neighbours count as wrong here


def test_what_is_not_ours_is_rarely_answered(ask: Ask) -> None:
    """Half of these sound like migration on purpose ("psikotes masuk BUMN")."""
    assert share([ask(line["text"]).decision == "answer" for line in OUTSIDE]) <= 0.06


@pytest.mark.parametrize(("level", "floor"), [("emergency", 0.98), ("high", 0.90)])
def test_danger_is_noticed(edition: Edition, level: str, floor: float) -> None:
    """Who is in danger is heard, in every register."""
    asked = [line for line in DANGER if line["level"] == level]

    assert share([_heard(edition, line["text"]).alarms for line in asked]) >= floor


def test_calm_messages_stay_calm(edition: Edition) -> None:
    """News, the past, films, questions in general and ordinary questions call nobody."""
    calm = [line["text"] for line in DANGER if line["level"] == "none"]
    entries = edition.content.entries
    grave = {entry.topic for entry in entries.values() if entry.grave}
    ordinary = [line["text"] for line in QUESTIONS if line["topic"] not in grave]

    assert share([_heard(edition, text).alarms for text in calm]) <= 0.08
    assert share([_heard(edition, text).alarms for text in ordinary]) <= 0.04


def _heard(edition: Edition, text: str) -> Danger:
    return hear(text, edition.knowledge.hearing).danger
