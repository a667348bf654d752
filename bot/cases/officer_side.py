"""
Decide what an officer asks of a case. Every one of these asks `may` first.

Two officers who press [Ambil] in the same second are both allowed to; the second is refused with the name of
the first. That race is a value, not an error.
"""

from __future__ import annotations

from bot.cases.access import Action, looks_after, may
from bot.cases.case import Case, Channel, ReferralState
from bot.cases.commands import (
    OUTCOMES,
    AcceptReferral,
    AskHelp,
    Claim,
    Close,
    FinishReferral,
    HandOver,
    MarkRead,
    NewByOfficer,
    Note,
    OfferReferral,
    OfficerCommand,
    RejectReferral,
    Release,
    Reply,
    RevokeReferral,
)
from bot.cases.drafts import Fact, events_of
from bot.cases.event import Event, Kind, by_officer
from bot.cases.officer import Officer, Staff
from bot.cases.refusal import Refusal

Decided = tuple[Event, ...] | Refusal
ReferralAnswer = AcceptReferral | RejectReferral | FinishReferral


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
    return _by(
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
    if refused := _refused(officer, Action.CLAIM, case):
        return refused
    if not case.is_open:
        return Refusal("closed")
    return _by(command, Fact(Kind.CLAIMED, {"officer": officer.id, "agency": officer.agency.id}))


def release(case: Case, command: Release, officer: Officer) -> Decided:
    if refused := _refused(officer, Action.RELEASE, case) or _unheld(case):
        return refused
    return _by(command, Fact(Kind.RELEASED, body={"reason": command.reason}))


def hand_over(case: Case, command: HandOver, officer: Officer, staff: Staff) -> Decided:
    """To a colleague who may take it: same agency, active."""
    if refused := _refused(officer, Action.HAND_OVER, case) or _unheld(case):
        return refused
    to = staff.find(command.to)
    if to is None or not to.works_cases or not looks_after(to.agency, case):
        return Refusal("cannot_take")
    if to.id == case.assignee:
        return ()
    plain = {"officer": to.id, "agency": to.agency.id}
    return _by(command, Fact(Kind.HANDED_OVER, plain, {"reason": command.reason}))


def close(case: Case, command: Close, officer: Officer) -> Decided:
    if refused := _refused(officer, Action.CLOSE, case):
        return refused
    if not case.is_open:
        return Refusal("closed")
    if command.outcome not in OUTCOMES:
        return Refusal("unknown_outcome")
    return _by(command, Fact(Kind.CLOSED, {"outcome": command.outcome}))


def reply(case: Case, command: Reply, officer: Officer) -> Decided:
    if refused := _refused(officer, Action.REPLY, case):
        return refused
    if not case.is_open:
        return Refusal("closed")
    if not case.reporter:
        return Refusal("no_relay")
    if not command.text.strip():
        return Refusal("empty")
    return _by(command, Fact(Kind.REPLIED, {"message": command.message}, {"text": command.text}))


def note(case: Case, command: Note, officer: Officer) -> Decided:
    if refused := _refused(officer, Action.NOTE, case):
        return refused
    if not command.text.strip():
        return Refusal("empty")
    return _by(command, Fact(Kind.NOTED, body={"text": command.text}))


def ask_help(case: Case, command: AskHelp, officer: Officer) -> Decided:
    """Of whoever holds the case; as often as they like."""
    if refused := _refused(officer, Action.REPLY, case):
        return refused
    return _by(command, Fact(Kind.HELP_ASKED)) if case.is_open else Refusal("closed")


def mark_read(case: Case, command: MarkRead, officer: Officer) -> Decided:
    """Only the first reading, and readings of something new, are worth an event."""
    if refused := _refused(officer, Action.READ, case):
        return refused
    if case.read_at is not None and case.unread == 0:
        return ()
    return _by(command, Fact(Kind.READ))


def offer_referral(case: Case, command: OfferReferral, officer: Officer, staff: Staff) -> Decided:
    """Consent in the person's own words, or a recorded override when a life is at stake."""
    if refused := _refused(officer, Action.REFER, case):
        return refused
    if command.agency not in staff.agencies or command.agency == officer.agency.id:
        return Refusal("unknown_agency")
    if case.referral(command.referral) is not None:
        return ()
    if not command.consent.strip() and not (command.override and case.danger.alarms):
        return Refusal("no_consent")
    plain = {
        "referral": command.referral,
        "agency": command.agency,
        "override": "yes" if command.override else "",
    }
    return _by(command, Fact(Kind.REFERRAL_OFFERED, plain, {"consent": command.consent}))


def answer_referral(case: Case, command: ReferralAnswer, officer: Officer) -> Decided:
    """The agency asked says yes, no (with a reason), or later that it is done."""
    if refused := _refused(officer, Action.ANSWER_REFERRAL, case):
        return refused
    referral = case.referral(command.referral)
    if referral is None or referral.agency != officer.agency.id:
        return Refusal("unknown_referral")
    wanted = ReferralState.ACCEPTED if isinstance(command, FinishReferral) else ReferralState.OFFERED
    if referral.state is not wanted:
        return Refusal("referral_moved")
    plain = {"referral": referral.id}
    match command:
        case AcceptReferral():
            return _by(command, Fact(Kind.REFERRAL_ACCEPTED, plain))
        case RejectReferral():
            if not command.reason.strip():
                return Refusal("empty")
            return _by(command, Fact(Kind.REFERRAL_REJECTED, plain, {"reason": command.reason}))
        case FinishReferral():
            return _by(command, Fact(Kind.REFERRAL_DONE, plain))


def revoke_referral(case: Case, command: RevokeReferral, officer: Officer) -> Decided:
    """The person takes consent back, or it was a mistake: the agency sees the case no longer."""
    if refused := _refused(officer, Action.REFER, case):
        return refused
    referral = case.referral(command.referral)
    if referral is None:
        return Refusal("unknown_referral")
    if referral.state not in {ReferralState.OFFERED, ReferralState.ACCEPTED}:
        return Refusal("referral_moved")
    return _by(command, Fact(Kind.REFERRAL_REVOKED, {"referral": referral.id}, {"reason": command.reason}))


def _by(command: OfficerCommand, *facts: Fact) -> tuple[Event, ...]:
    return events_of(command, by_officer(command.officer), *facts)


def _refused(officer: Officer, action: Action, case: Case) -> Refusal | None:
    decision = may(officer, action, case)
    return None if decision else Refusal(decision.why, by=case.assignee or "")


def _unheld(case: Case) -> Refusal | None:
    return Refusal("not_held") if case.assignee is None else None
