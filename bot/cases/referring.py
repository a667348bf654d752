"""
Decide what becomes of a referral: handing a case to another agency.

The person is asked first, agency by agency (`ask`, `answer_consent`), or has agreed elsewhere, or a life is
at stake and the officer says why (`offer`). Only then does the other agency know that there is a case. It
says yes or no, later that it is done; whoever refers may take it back. One at a time waits for an agency.
"""

from __future__ import annotations

from bot.cases.access import Action
from bot.cases.case import Case, Referral, ReferralState
from bot.cases.drafts import Fact, events_of
from bot.cases.event import REPORTER, Event, Kind
from bot.cases.officer import Officer, Staff
from bot.cases.officer_commands import (
    AcceptReferral,
    AskConsent,
    FinishReferral,
    OfferReferral,
    RejectReferral,
    RevokeReferral,
)
from bot.cases.officer_side import by, refusal_of
from bot.cases.refusal import Refusal
from bot.cases.reporter_commands import AnswerConsent

Decided = tuple[Event, ...] | Refusal
ReferralAnswer = AcceptReferral | RejectReferral | FinishReferral


def ask(case: Case, command: AskConsent, officer: Officer, staff: Staff) -> Decided:
    """Ask the person through the bot, one question at a time: a "ya" must not be taken for another's."""
    if refused := refusal_of(officer, Action.REFER, case) or _unfit(case, command, officer, staff):
        return refused
    if case.referral(command.referral) is not None:
        return ()
    if not case.reporter:
        return Refusal("no_relay")
    if case.blocked:
        return Refusal("blocked")
    if any(each.state is ReferralState.ASKED for each in case.referrals):
        return Refusal("already_asked")
    body = {"question": command.question, "need": command.need}
    return by(command, Fact(Kind.REFERRAL_ASKED, _named(command), body))


def answer_consent(case: Case, command: AnswerConsent) -> Decided:
    """The person's own answer; a question that was taken back meanwhile needs none."""
    if not case.knows(command.reporter):
        return Refusal("not_yours")
    referral = case.referral(command.referral)
    if referral is None or referral.state is not ReferralState.ASKED:
        return ()
    kind = Kind.REFERRAL_CONSENTED if command.agreed else Kind.REFERRAL_DECLINED
    return events_of(command, REPORTER, Fact(kind, _of(referral), {"answer": command.answer}))


def offer(case: Case, command: OfferReferral, officer: Officer, staff: Staff) -> Decided:
    """Consent in the person's own words, or a recorded override when a life is at stake."""
    if refused := refusal_of(officer, Action.REFER, case) or _unfit(case, command, officer, staff):
        return refused
    if case.referral(command.referral) is not None:
        return ()
    if command.override and not case.danger.alarms:
        return Refusal("no_consent")
    if not command.consent.strip():
        return Refusal("no_consent")
    plain = {**_named(command), "override": "yes" if command.override else ""}
    body = {"consent": command.consent, "need": command.need}
    return by(command, Fact(Kind.REFERRAL_OFFERED, plain, body))


def answer(case: Case, command: ReferralAnswer, officer: Officer) -> Decided:
    """The agency asked says yes, no (with a reason), or later that it is done."""
    if refused := refusal_of(officer, Action.ANSWER_REFERRAL, case):
        return refused
    wanted = ReferralState.ACCEPTED if isinstance(command, FinishReferral) else ReferralState.OFFERED
    own = [each for each in case.referrals if each.agency == officer.agency.id]
    meant = [each for each in own if each.id == command.referral or not command.referral]
    if not meant:
        return Refusal("unknown_referral")
    referral = next((each for each in meant if each.state is wanted), None)
    if referral is None:
        return Refusal("referral_moved")
    match command:
        case AcceptReferral():
            return by(command, Fact(Kind.REFERRAL_ACCEPTED, _of(referral)))
        case RejectReferral():
            if not command.reason.strip():
                return Refusal("empty")
            return by(command, Fact(Kind.REFERRAL_REJECTED, _of(referral), {"reason": command.reason}))
        case FinishReferral():
            return by(command, Fact(Kind.REFERRAL_DONE, _of(referral)))


def revoke(case: Case, command: RevokeReferral, officer: Officer) -> Decided:
    """The person takes consent back, or it was a mistake: the agency sees the case no longer."""
    if refused := refusal_of(officer, Action.REFER, case):
        return refused
    referral = case.referral(command.referral)
    if referral is None:
        return Refusal("unknown_referral")
    if not referral.is_open:
        return Refusal("referral_moved")
    return by(command, Fact(Kind.REFERRAL_REVOKED, _of(referral), {"reason": command.reason}))


def _unfit(case: Case, command: AskConsent | OfferReferral, officer: Officer, staff: Staff) -> Refusal | None:
    if command.agency not in staff.agencies or command.agency in {officer.agency.id, case.agency}:
        return Refusal("unknown_agency")
    others = (each for each in case.referrals if each.id != command.referral and each.is_open)
    return Refusal("already_referred") if any(each.agency == command.agency for each in others) else None


def _named(command: AskConsent | OfferReferral) -> dict[str, str]:
    due_on = command.due_on.isoformat() if command.due_on else ""
    return {"referral": command.referral, "agency": command.agency, "due_on": due_on}


def _of(referral: Referral) -> dict[str, str]:
    return {"referral": referral.id, "agency": referral.agency}
