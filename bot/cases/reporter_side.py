"""
Decide what a reporter's conversation asks of a case.

Words of a reporter are never refused because a case is closed: they open it again. They are refused only
when the case belongs to somebody else, so one person's words can never land in another's case.
"""

from __future__ import annotations

from bot.cases.case import Alert, Case, Channel
from bot.cases.command import Attachment
from bot.cases.drafts import Fact, events_of
from bot.cases.event import REPORTER, SYSTEM, Event, Kind
from bot.cases.refusal import Refusal
from bot.cases.reporter_commands import (
    AddMessage,
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

Decided = tuple[Event, ...] | Refusal
NOT_YOURS = Refusal("not_yours")


def open_or_add(case: Case | None, command: FileReport | RaiseAlert) -> Decided:
    """A first report or an alert; on a case of the same reporter its words are added."""
    if case is not None and not case.knows(command.reporter):
        return Refusal("code_taken")
    is_alert = isinstance(command, RaiseAlert) or command.danger.alarms
    facts: list[Fact] = []
    if case is None:
        facts.append(_opened(command, filed=isinstance(command, FileReport)))
    else:
        facts += _alive_again(case)
        if isinstance(command, FileReport) and not case.filed:
            facts.append(Fact(Kind.ALERT_CONFIRMED))
    if command.receipt_hash and (case is None or not case.receipt_hash):
        facts.append(Fact(Kind.RECEIPT_GIVEN, {"receipt_hash": command.receipt_hash}))
    facts += _said(case, command)
    if is_alert:
        facts.append(_alarm(command))
    return events_of(command, REPORTER, *facts)


def add_message(case: Case, command: AddMessage) -> Decided:
    """More words: they confirm an alert that waits for a second sign of life, and open what was closed."""
    if not case.knows(command.reporter):
        return NOT_YOURS
    facts = _alive_again(case)
    if case.is_open and (case.alert is Alert.PENDING or not case.filed):
        facts.append(Fact(Kind.ALERT_CONFIRMED))
    facts += _said(case, command)
    if command.danger.alarms:
        facts.append(_alarm(command))
    return events_of(command, REPORTER, *facts)


def confirm_alert(case: Case, command: ConfirmAlert) -> Decided:
    if not case.knows(command.reporter):
        return NOT_YOURS
    if case.alert is not Alert.PENDING:
        return ()
    return events_of(command, REPORTER, Fact(Kind.ALERT_CONFIRMED))


def withdraw_alert(case: Case, command: WithdrawAlert) -> Decided:
    """[Bukan darurat]. An alert nobody confirmed or took is over; anything else stays for an officer."""
    if not case.knows(command.reporter):
        return NOT_YOURS
    if not case.is_open or case.alert not in {Alert.PENDING, Alert.CONFIRMED}:
        return ()
    facts = [Fact(Kind.ALERT_WITHDRAWN)]
    if not case.filed and case.assignee is None:
        facts.append(Fact(Kind.CLOSED, {"outcome": "withdrawn"}))
    return events_of(command, REPORTER, *facts)


def move_relay(case: Case, command: MoveRelay) -> Decided:
    if case.reporter == command.reporter:
        return ()
    return events_of(command, REPORTER, Fact(Kind.RELAY_MOVED, {"reporter": command.reporter}))


def cut_relay(case: Case, command: EraseReporter) -> Decided:
    """The person erased their conversation; the case stays without a way to reach them."""
    if not case.knows(command.reporter):
        return NOT_YOURS
    if case.reporter != command.reporter:
        return ()  # an earlier account: the present one goes on
    return events_of(command, REPORTER, Fact(Kind.REPORTER_GONE))


def blocked_or_back(case: Case, command: ReporterBlocked | ReporterBack) -> Decided:
    blocks = isinstance(command, ReporterBlocked)
    if case.reporter != command.reporter or case.blocked == blocks:
        return ()
    return events_of(command, SYSTEM, Fact(Kind.REPORTER_BLOCKED if blocks else Kind.REPORTER_BACK))


def screen_cleared(case: Case, command: ScreenCleared) -> Decided:
    """Told once for each time, while somebody may be writing to them."""
    if not case.is_open or case.reporter != command.reporter:
        return ()
    return events_of(command, REPORTER, Fact(Kind.SCREEN_CLEARED))


def _opened(command: FileReport | RaiseAlert, *, filed: bool) -> Fact:
    return Fact(
        Kind.OPENED,
        {
            "channel": Channel.BOT.value,
            "reporter": command.reporter,
            "district": command.district,
            "queue": command.queue,
            "training": "yes" if command.training else "",
            "filed": "yes" if filed else "",
        },
    )


def _alive_again(case: Case) -> list[Fact]:
    return [] if case.is_open else [Fact(Kind.REOPENED)]


def _said(case: Case | None, command: FileReport | RaiseAlert | AddMessage) -> list[Fact]:
    """The message itself, then its files."""
    known = {item.id for item in case.evidence} if case else set()
    new = [item for item in command.media if item.id not in known]
    label = command.label if isinstance(command, AddMessage) else ""
    revision = command.revision_of if isinstance(command, AddMessage) else 0
    message = Fact(
        Kind.MESSAGE,
        {
            "label": label,
            "revision_of": str(revision or ""),
            "district": command.district if isinstance(command, AddMessage) else "",
            "former": "yes" if case is not None and command.reporter != case.reporter else "",
            "danger": command.danger.value,
            "signs": " ".join(command.signs),
            "files": " ".join(item.id for item in new),
        },
        {"text": command.text},
    )
    return [message, *map(_announced, new)]


def _announced(item: Attachment) -> Fact:
    plain = {"evidence": item.id, "kind": item.kind, "size": str(item.size or "")}
    return Fact(Kind.EVIDENCE_ANNOUNCED, plain, {"name": item.name})


def _alarm(command: FileReport | RaiseAlert | AddMessage) -> Fact:
    signs = " ".join(command.signs)
    return Fact(Kind.ALERT_RAISED, {"danger": command.danger.value, "signs": signs})
