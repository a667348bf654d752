"""What a conversation leaves for editors, and what it never leaves."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.cases.asked import Asked, Helped, Why
from bot.engine.effects import CountHelpful, NoteQuestion
from bot.engine.events import Text
from bot.engine.session import Frame, Session
from bot.engine.settling import begin
from bot.runner.changes.lessons import MOST_A_DAY, count_helpful, note_question
from bot.runner.incoming import Incoming
from bot.runner.ports import Knowledge
from bot.runner.turn import Draft, Person

NOW = datetime(2026, 11, 21, 23, 30, tzinfo=UTC)
TAG = "ab" * 10
QUESTION = NoteQuestion("unanswered", "pak Kenari 081234567890 bilang gaji taiwan berapa")


def drafted(knowledge: Knowledge, session: Session | None = None) -> Draft:
    draft = Draft(Person(TAG), Incoming("u1", TAG, Text("x")), NOW)
    draft.keep(session or begin(knowledge.flows))
    return draft


def test_a_question_is_left_scrubbed_with_its_day_and_nobody(knowledge: Knowledge) -> None:
    """No name, no number, no tag, no time of day."""
    draft = drafted(knowledge)

    note_question(QUESTION, draft, knowledge)

    (note,) = draft.turn.notes
    assert note.lesson == Asked(
        date(2026, 11, 21), Why.UNANSWERED, "pak [nama] [nomor] bilang gaji taiwan berapa"
    )
    assert TAG not in repr(note)


@pytest.mark.parametrize("text", ["saya disekap majikan", "paspor ditahan, saya dipukul", "mau bunuh diri"])
def test_danger_is_never_noted(knowledge: Knowledge, text: str) -> None:
    """A cry for help is for officers only, also when it was taken for a question."""
    draft = drafted(knowledge)

    note_question(replace(QUESTION, text=text), draft, knowledge)

    assert draft.turn.notes == ()


@pytest.mark.parametrize("flow", ["report", "talk", "danger"])
def test_words_inside_a_report_or_a_talk_are_never_noted(knowledge: Knowledge, flow: str) -> None:
    """A question asked in between belongs to the story."""
    nodes = knowledge.flows[flow].nodes
    stack = (*begin(knowledge.flows).stack, Frame(flow, next(iter(nodes))), Frame("faq", "unknown"))
    draft = drafted(knowledge, Session(stack))

    note_question(QUESTION, draft, knowledge)

    assert draft.turn.notes == ()


def test_what_officers_try_out_is_not_noted(knowledge: Knowledge) -> None:
    draft = drafted(knowledge, replace(begin(knowledge.flows), officer="rina"))

    note_question(QUESTION, draft, knowledge)

    assert draft.turn.notes == ()


def test_one_chat_cannot_push_out_the_others(knowledge: Knowledge) -> None:
    """After ten questions of a day no more are noted; the next day they are again."""
    draft = drafted(knowledge)

    for _ in range(MOST_A_DAY + 3):
        note_question(QUESTION, draft, knowledge)
    session = draft.turn.session
    assert session is not None
    tomorrow = drafted(knowledge, session.answer({"noted": f"2026-11-20 {MOST_A_DAY}"}))
    note_question(QUESTION, tomorrow, knowledge)

    assert len(draft.turn.notes) == MOST_A_DAY
    assert len(tomorrow.turn.notes) == 1


def test_helpful_answers_are_counted_by_their_id_alone(knowledge: Knowledge) -> None:
    """Only entries that exist are counted: nothing that was typed can become a name here."""
    draft = drafted(knowledge)
    known = next(iter(knowledge.entries))

    count_helpful(CountHelpful(known), draft, knowledge)
    count_helpful(CountHelpful("kenari"), draft, knowledge)

    assert [note.lesson for note in draft.turn.notes] == [Helped(known)]
