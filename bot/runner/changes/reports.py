"""
What a reporter adds to the hotline: the first report, more words and files, an alert and its end.

Files are announced with the words and fetched by a job of their own, so that a slow download never keeps a
cry for help waiting.
"""

from __future__ import annotations

from bot.cases.command import Attachment
from bot.cases.commands import Command
from bot.cases.reporter_commands import (
    AddMessage,
    AnswerConsent,
    ConfirmAlert,
    EraseReporter,
    FileReport,
    MoveRelay,
    RaiseAlert,
    ReporterBack,
    ReporterBlocked,
    ScreenCleared,
    WithdrawAlert,
)
from bot.danger import Danger
from bot.directory.naming import find_places
from bot.directory.places import Places
from bot.engine import effects
from bot.engine.events import Media
from bot.runner.ports import Secrets
from bot.runner.turn import Download, Draft

UNSCREENED = "unscreened"
ASKED_WHERE = ("tempat", "negara")  # labels of answers to "where?"


def file_report(effect: effects.FileReport, draft: Draft, secrets: Secrets) -> None:
    heard = _heard(effect.text, effect.media)
    draft.order(
        FileReport(
            id=draft.next_id(),
            at=draft.turn.now,
            code=effect.case,
            reporter=draft.turn.person.tag,
            receipt_hash=secrets.receipt_hash(effect.receipt),
            text=effect.text,
            media=_attached(effect.media, effect.case, draft),
            danger=heard[0],
            signs=heard[1],
        )
    )


def raise_alert(effect: effects.RaiseAlert, draft: Draft, secrets: Secrets) -> None:
    draft.order(
        RaiseAlert(
            id=draft.next_id(),
            at=draft.turn.now,
            code=effect.case,
            reporter=draft.turn.person.tag,
            receipt_hash=secrets.receipt_hash(effect.receipt) if effect.receipt else "",
            text=effect.text,
            danger=effect.danger,
            signs=effect.signs,
            media=_attached(effect.media, effect.case, draft),
        )
    )


def add_to_report(effect: effects.AddToReport, draft: Draft, places: Places) -> None:
    """Where somebody is, once it was asked for, is written on the case."""
    named = find_places(places, effect.text) if effect.label in ASKED_WHERE else ()
    danger, signs = effect.danger, effect.signs
    if not danger.alarms:
        danger, signs = _heard(effect.text, effect.media)
    draft.order(
        AddMessage(
            id=draft.next_id(),
            at=draft.turn.now,
            code=effect.case,
            reporter=draft.turn.person.tag,
            text=effect.text,
            media=_attached(effect.media, effect.case, draft),
            label=effect.label,
            district=named[0].name if len(named) == 1 else "",
            revision_of=effect.revision_of,
            danger=danger if effect.danger.alarms else Danger.NONE,
            signs=signs,
        )
    )


def confirm_alert(effect: effects.ConfirmAlert, draft: Draft) -> None:
    draft.order(ConfirmAlert(**_about(effect.case, draft)))


def withdraw_alert(effect: effects.WithdrawAlert, draft: Draft) -> None:
    draft.order(WithdrawAlert(**_about(effect.case, draft)))


def move_relay(effect: effects.MoveRelay, draft: Draft) -> None:
    draft.order(MoveRelay(**_about(effect.case, draft)))


def answer_consent(effect: effects.AnswerConsent, draft: Draft) -> None:
    about = _about(effect.case, draft)
    agreed = effect.agreed == "yes"
    draft.order(AnswerConsent(referral=effect.referral, agreed=agreed, answer=effect.said, **about))


def erase_reporter(case: str, scope: str, draft: Draft) -> None:
    draft.order(EraseReporter(scope=scope, **_about(case, draft)))


def screen_cleared(case: str, draft: Draft) -> None:
    draft.order(ScreenCleared(**_about(case, draft)))


def came_or_went(case: str, draft: Draft, *, gone: bool) -> None:
    kind: type[Command] = ReporterBlocked if gone else ReporterBack
    draft.order(kind(**_about(case, draft)))


def _about(case: str, draft: Draft) -> dict:  # type: ignore[type-arg]  # keyword arguments of commands
    return {"id": draft.next_id(), "at": draft.turn.now, "code": case, "reporter": draft.turn.person.tag}


def _heard(text: str, media: tuple[Media, ...]) -> tuple[Danger, tuple[str, ...]]:
    """A voice or a picture without words cannot be screened: it goes up the queue instead."""
    return (Danger.HIGH, (UNSCREENED,)) if media and not text.strip() else (Danger.NONE, ())


def _attached(media: tuple[Media, ...], case: str, draft: Draft) -> tuple[Attachment, ...]:
    attached = []
    for item in media:
        evidence = draft.next_id()
        draft.hire(Download(draft.next_id(), case, evidence, item))
        attached.append(Attachment(evidence, item.kind, item.size, item.name))
    return tuple(attached)
