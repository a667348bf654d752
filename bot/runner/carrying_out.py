"""Carry out the changes of a step: each becomes a part of the one commit, nothing happens yet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import assert_never

from bot.engine.effects import (
    AddToReport,
    AnswerConsent,
    CancelTimer,
    Change,
    ClearScreen,
    ConfirmAlert,
    CountHelpful,
    CountReach,
    DropFiles,
    EraseMe,
    FileReport,
    MoveRelay,
    NotePattern,
    NoteQuestion,
    RaiseAlert,
    ReadPicture,
    Say,
    SetTimer,
    WithdrawAlert,
)
from bot.runner.changes import leaving, lessons, patterns, pictures, reports, timers
from bot.runner.changes.say import say
from bot.runner.letters import LaneName
from bot.runner.ports import Knowledge, Secrets
from bot.runner.turn import Draft

MOST_CHARACTERS = 4096


def joined(effects: Iterable[Change]) -> list[Change]:
    """Put messages of one turn into one: less data to pay for, and one thing that can fail."""
    found: list[Change] = []
    open_at: int | None = None  # where the message stands that the next one may be put to
    for each in effects:
        effect, last = each, None if open_at is None else found[open_at]
        if isinstance(effect, Say) and isinstance(last, Say) and open_at is not None:
            text = f"{last.text}\n\n{effect.text}"
            if len(text) <= MOST_CHARACTERS:
                effect = replace(effect, text=text, sensitive=effect.sensitive or last.sensitive)
                del found[open_at]
        found.append(effect)
        if isinstance(effect, Say):
            open_at = None if effect.buttons or effect.slot else len(found) - 1
        elif isinstance(effect, ClearScreen):
            open_at = None  # what was said before it is about to be taken away
    return found


def carry_out(  # noqa: C901  # one flat table of what can be done
    effect: Change, draft: Draft, secrets: Secrets, knowledge: Knowledge, lane: LaneName = "reply"
) -> None:
    """Write one change into the draft."""
    match effect:
        case Say():
            say(effect, draft, lane)
        case FileReport():
            reports.file_report(effect, draft, secrets)
        case RaiseAlert():
            reports.raise_alert(effect, draft, secrets)
        case AddToReport():
            reports.add_to_report(effect, draft, knowledge.directory.places)
        case ConfirmAlert():
            reports.confirm_alert(effect, draft)
        case WithdrawAlert():
            reports.withdraw_alert(effect, draft)
        case MoveRelay():
            reports.move_relay(effect, draft)
        case AnswerConsent():
            reports.answer_consent(effect, draft)
        case DropFiles():
            pass  # the session has let go of them already; nothing was stored
        case ReadPicture():
            pictures.read_picture(effect, draft)
        case SetTimer():
            timers.set_timer(effect, draft)
        case CancelTimer():
            timers.cancel_timer(effect, draft)
        case ClearScreen():
            leaving.clear_screen(draft, draft.turn.session)
        case EraseMe():
            if draft.turn.session is not None:
                draft.keep(leaving.erase_me(effect, draft, draft.turn.session))
        case CountReach():
            draft.count(effect.campaign)
        case NoteQuestion():
            lessons.note_question(effect, draft, knowledge)
        case CountHelpful():
            lessons.count_helpful(effect, draft, knowledge)
        case NotePattern():
            patterns.note_pattern(effect, draft)
        case _:
            assert_never(effect)
