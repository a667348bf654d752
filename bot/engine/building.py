"""
Make the effect that an action of a flow names, from answers, the event and what was made fresh for it.

Most effects are text fields with answers put in. Those that open a case also change the session: it then
knows its case, and for a short while the receipt in clear, until it is typed back.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from bot.danger import Danger
from bot.engine.effects import (
    AddToReport,
    ConfirmAlert,
    DropFiles,
    Effect,
    FileReport,
    MoveRelay,
    RaiseAlert,
    ReadPicture,
    SetTimer,
    WithdrawAlert,
)
from bot.engine.events import DangerNoticed, Event, Files
from bot.engine.flow import Action
from bot.engine.session import Session
from bot.engine.wording import fill


@dataclass(frozen=True, slots=True)
class Fresh:
    """
    What must be new for each event and is made outside: the engine invents nothing.

    `message_id` is Telegram's number of the message that set the event off, 0 for none.
    """

    now: datetime
    nonce: str
    case: str
    receipt: str
    message_id: int = 0


def build(
    action: Action, session: Session, event: Event, fresh: Fresh, values: Mapping[str, str]
) -> tuple[Effect, Session]:
    """The effect, and the session after it."""
    fields = {name: fill(template, values, escape=False) for name, template in action.fields.items()}
    media = (*session.held, *(event.media if isinstance(event, Files | DangerNoticed) else ()))
    danger, signs = _alarm(event)
    kind: Callable[..., Effect] = action.effect
    if kind is FileReport:
        session = _with_new_case(session, fresh).tell(fresh.message_id)
        return FileReport(session.case, fresh.receipt, fields.get("text", ""), media), replace(
            session, held=()
        )
    if kind is RaiseAlert:
        receipt = "" if session.case else fresh.receipt
        session = session if session.case else _with_new_case(session, fresh)
        alert = RaiseAlert(session.case, receipt, fields.get("text") or _words(event), danger, signs, media)
        return alert, replace(session.tell(fresh.message_id), held=())
    if kind is AddToReport:
        text = fields.get("text", "")
        heard = isinstance(event, DangerNoticed)
        added = AddToReport(
            session.case,
            text,
            media,
            fields.get("label", ""),
            danger=danger if heard else Danger.NONE,
            signs=signs if heard else (),
        )
        return added, replace(session.tell(fresh.message_id), held=())
    if kind is DropFiles:
        return DropFiles(), replace(session, held=())
    if kind is ReadPicture:
        sent = event.media if isinstance(event, Files) else session.held
        pictures = tuple(item for item in sent if item.is_picture or item.is_pdf)
        return ReadPicture(fresh.nonce, pictures), session.answer({"reading": fresh.nonce})
    if kind is MoveRelay:
        return MoveRelay(fields["case"]), replace(session, case=fields["case"], told=())
    if kind in (ConfirmAlert, WithdrawAlert):
        return kind(session.case), session
    if kind is SetTimer:
        timer = SetTimer(**fields)
        return timer, replace(session, timers={**session.timers, timer.name: timer.payload})
    return kind(**fields), session


def _with_new_case(session: Session, fresh: Fresh) -> Session:
    return replace(session.answer({"receipt": fresh.receipt}), case=fresh.case, told=())


def _alarm(event: Event) -> tuple[Danger, tuple[str, ...]]:
    if isinstance(event, DangerNoticed):
        return event.danger, event.signs
    return Danger.HIGH, ()  # raised by a tap ("Ya, saya dalam bahaya") or for files nobody can screen


def _words(event: Event) -> str:
    return event.text if isinstance(event, DangerNoticed) else ""
