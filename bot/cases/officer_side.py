"""
Decide what an officer asks of a case. Every one of these asks `may` first.

Two officers who press [Ambil] in the same second are both allowed to; the second is refused with the name of
the first. That race is a value, not an error. Referrals are decided in `referring.py`.
"""

from __future__ import annotations

from bot.cases.access import Action, looks_after, may
from bot.cases.case import Case, Channel
from bot.cases.drafts import Fact, events_of
from bot.cases.event import Event, Kind, by_officer
from bot.cases.officer import Officer, Staff
from bot.cases.officer_commands import (
    OUTCOMES,
    AskHelp,
    Claim,
    Close,
    HandOver,
    MarkRead,
    NewByOfficer,
    Note,
    OfficerCommand,
    Release,
    Reply,
)
from bot.cases.refusal import Refusal

Decided = tuple[Event, ...] | Refusal


def enter(case: Case | None, command: NewByOfficer, officer: Officer) -> Decided:
    """A case that came by telephone or in person; whoever enters it holds it."""
    if not officer.works_cases:
        return Refusal("no_role" if officer.active else "inactive")
    if case is not None or command.channel is Channel.BOT:
        return Refusal("code_taken")
    opened = {
        "channel": command.channel.value,
        "district": command.district,
        "queue": "" if officer.agency.hotline else officer.agency.id,
        "danger": command.danger.value,
        "training": "yes" if command.training else "",
        "filed": "yes",
    }
    return by(
        command,
        Fact(Kind.OPENED, opened),
        Fact(Kind.NOTED, body={"text": command.text}),
        Fact(Kind.CLAIMED, {"officer": officer.id, "agency": officer.agency.id}),
    )


def claim(case: Case, command: Claim, officer: Officer) -> Decided:
    if case.assignee == officer.id:
        return ()
    if case.assignee is not None and looks_after(officer.agency, case):
        return Refusal("taken", by=case.assignee)
    if refused := refusal_of(officer, Action.CLAIM, case):
        return refused
    if not case.is_open:
        return Refusal("closed")
    return by(command, Fact(Kind.CLAIMED, {"officer": officer.id, "agency": officer.agency.id}))


def release(case: Case, command: Release, officer: Officer) -> Decided:
    if refused := refusal_of(officer, Action.RELEASE, case) or _unheld(case):
        return refused
    return by(command, Fact(Kind.RELEASED, body={"reason": command.reason}))


def hand_over(case: Case, command: HandOver, officer: Officer, staff: Staff) -> Decided:
    """To a colleague who may take it: same agency, active."""
    if refused := refusal_of(officer, Action.HAND_OVER, case) or _unheld(case):
        return refused
    to = staff.find(command.to)
    if to is None or not to.works_cases or not looks_after(to.agency, case):
        return Refusal("cannot_take")
    if to.id == case.assignee:
        return ()
    plain = {"officer": to.id, "agency": to.agency.id}
    return by(command, Fact(Kind.HANDED_OVER, plain, {"reason": command.reason}))


def close(case: Case, command: Close, officer: Officer) -> Decided:
    if refused := refusal_of(officer, Action.CLOSE, case):
        return refused
    if not case.is_open:
        return Refusal("closed")
    if command.outcome not in OUTCOMES:
        return Refusal("unknown_outcome")
    return by(command, Fact(Kind.CLOSED, {"outcome": command.outcome}))


def reply(case: Case, command: Reply, officer: Officer) -> Decided:
    if refused := refusal_of(officer, Action.REPLY, case):
        return refused
    if not case.is_open:
        return Refusal("closed")
    if not case.reporter:
        return Refusal("no_relay")
    if not command.text.strip():
        return Refusal("empty")
    return by(command, Fact(Kind.REPLIED, {"message": command.message}, {"text": command.text}))


def note(case: Case, command: Note, officer: Officer) -> Decided:
    if refused := refusal_of(officer, Action.NOTE, case):
        return refused
    if not command.text.strip():
        return Refusal("empty")
    return by(command, Fact(Kind.NOTED, body={"text": command.text}))


def ask_help(case: Case, command: AskHelp, officer: Officer) -> Decided:
    """Of whoever holds the case; as often as they like."""
    if refused := refusal_of(officer, Action.REPLY, case):
        return refused
    return by(command, Fact(Kind.HELP_ASKED)) if case.is_open else Refusal("closed")


def mark_read(case: Case, command: MarkRead, officer: Officer) -> Decided:
    """Only the first reading, and readings of something new, are worth an event."""
    if refused := refusal_of(officer, Action.READ, case):
        return refused
    if case.read_at is not None and case.unread == 0:
        return ()
    return by(command, Fact(Kind.READ))


def by(command: OfficerCommand, *facts: Fact) -> tuple[Event, ...]:
    """The events of an officer's command."""
    return events_of(command, by_officer(command.officer), *facts)


def refusal_of(officer: Officer, action: Action, case: Case) -> Refusal | None:
    """Why `may` refuses; None when it does not."""
    decision = may(officer, action, case)
    return None if decision else Refusal(decision.why, by=case.assignee or "")


def _unheld(case: Case) -> Refusal | None:
    return Refusal("not_held") if case.assignee is None else None
