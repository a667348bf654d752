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
from bot.runner.changes.daily import once_more
from bot.runner.ports import Knowledge
from bot.runner.turn import Draft
from bot.screening.hearing import hear

MOST_A_DAY = 10
_SO_FAR = "noted"


def note_question(effect: NoteQuestion, draft: Draft, knowledge: Knowledge) -> None:
    """Scrub a question and put it into the draft, if it may be noted at all."""
    session = draft.turn.session
    if session is None or not _may_learn(session, knowledge) or _is_danger(effect.text, knowledge):
        return
    text = scrub(effect.text, knowledge.words)
    today = draft.turn.now.date()
    counted = once_more(session, _SO_FAR, today, MOST_A_DAY)
    if text and counted:
        draft.note(Asked(today, Why(effect.why), text, effect.entry))
        draft.keep(counted)


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
