"""
NoteQuestion and CountHelpful: what editors may learn, with everything taken out that leads to a person.

Nothing is noted of words with danger in them, of what is said inside a report or a talk with officers, of
officers themselves, nor more than `MOST_A_DAY` questions of one chat, so that nobody can push out the others.
"""

from __future__ import annotations

from bot.cases.asked import Asked, Helped, Why
from bot.danger import Danger
from bot.engine.effects import CountHelpful, NoteQuestion
from bot.engine.session import Session
from bot.language.scrubbing import scrub
from bot.runner.ports import Knowledge
from bot.runner.turn import Draft
from bot.screening.hearing import hear

MOST_A_DAY = 10
_SO_FAR = "noted"  # an answer of the session: "2026-11-22 3"


def note_question(effect: NoteQuestion, draft: Draft, knowledge: Knowledge) -> None:
    """Scrub a question and put it into the draft, if it may be noted at all."""
    session = draft.turn.session
    if session is None or not _may_learn(session, knowledge) or _is_danger(effect.text, knowledge):
        return
    text = scrub(effect.text, knowledge.words)
    today = draft.turn.now.date()
    count = _so_far(session, today.isoformat())
    if text and count < MOST_A_DAY:
        draft.note(Asked(today, Why(effect.why), text, effect.entry))
        draft.keep(session.answer({_SO_FAR: f"{today.isoformat()} {count + 1}"}))


def count_helpful(effect: CountHelpful, draft: Draft, knowledge: Knowledge) -> None:
    if effect.entry in knowledge.entries:
        draft.note(Helped(effect.entry))


def _may_learn(session: Session, knowledge: Knowledge) -> bool:
    flows = knowledge.flows.flows
    return not session.officer and not any(
        flows[frame.flow].relays or flows[frame.flow].alerted
        for frame in session.stack
        if frame.flow in flows
    )


def _is_danger(text: str, knowledge: Knowledge) -> bool:
    return hear(text, knowledge.hearing).danger is not Danger.NONE


def _so_far(session: Session, today: str) -> int:
    day, _, count = session.answers.get(_SO_FAR, "").partition(" ")
    return int(count) if day == today and count.isdecimal() else 0
