"""
Say what a command changes: new events, or why not.

Pure and repeatable: the same case and command give the same events with the same ids, so after a lost race
the command is simply decided again on the newer case. No events means there is nothing left to do.
Start at `decide`; the two sides have a file each.
"""

from __future__ import annotations

from typing import assert_never, cast, get_args

from bot.cases import officer_side, referring, reporter_side
from bot.cases.case import Case, Channel, DeliveryState
from bot.cases.commands import (
    AlertAccepted,
    AlertNotAccepted,
    Command,
    Delivered,
    EvidenceFailed,
    EvidenceStored,
    NotDelivered,
    NoticeOverdue,
    SystemCommand,
)
from bot.cases.drafts import Fact, events_of
from bot.cases.event import SYSTEM, Event, Kind
from bot.cases.officer import Staff
from bot.cases.officer_commands import (
    AcceptReferral,
    AskConsent,
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
from bot.cases.refusal import Refusal
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
    ReporterCommand,
    ScreenCleared,
    WithdrawAlert,
)

Decided = tuple[Event, ...] | Refusal
UNKNOWN_CASE = Refusal("unknown_case")


def decide(case: Case | None, command: Command, staff: Staff) -> Decided:
    """
    The events of a command on a case as it stands, or the reason it is refused.

    Args:
        case: None when there is no case of that code.
        staff: For the rights of the officer who asks.
    """
    if isinstance(command, get_args(OfficerCommand)):
        return _from_officer(case, command, staff)
    if isinstance(command, get_args(ReporterCommand)):
        return _from_reporter(case, command)
    # isinstance against a tuple made at run time does not narrow for the type checker.
    rest = cast("SystemCommand", command)
    return UNKNOWN_CASE if case is None else _from_system(case, rest)


def _from_reporter(case: Case | None, command: ReporterCommand) -> Decided:
    if isinstance(command, FileReport | RaiseAlert):
        return reporter_side.open_or_add(case, command)
    if case is None:
        return UNKNOWN_CASE
    match command:
        case AddMessage():
            return reporter_side.add_message(case, command)
        case ConfirmAlert():
            return reporter_side.confirm_alert(case, command)
        case WithdrawAlert():
            return reporter_side.withdraw_alert(case, command)
        case MoveRelay():
            return reporter_side.move_relay(case, command)
        case EraseReporter():
            return reporter_side.cut_relay(case, command)
        case ScreenCleared():
            return reporter_side.screen_cleared(case, command)
        case ReporterBlocked() | ReporterBack():
            return reporter_side.blocked_or_back(case, command)
        case AnswerConsent():
            return referring.answer_consent(case, command)
        case _:
            assert_never(command)


def _from_officer(case: Case | None, command: OfficerCommand, staff: Staff) -> Decided:  # noqa: C901 - one line a command
    officer = staff.find(command.officer)
    if officer is None:
        return Refusal("unknown_officer")
    if isinstance(command, NewByOfficer):
        return officer_side.enter(case, command, officer)
    if case is None:
        return UNKNOWN_CASE
    match command:
        case Claim():
            return officer_side.claim(case, command, officer)
        case Release():
            return officer_side.release(case, command, officer)
        case HandOver():
            return officer_side.hand_over(case, command, officer, staff)
        case Close():
            return officer_side.close(case, command, officer)
        case Reply():
            return officer_side.reply(case, command, officer)
        case Note():
            return officer_side.note(case, command, officer)
        case MarkRead():
            return officer_side.mark_read(case, command, officer)
        case AskHelp():
            return officer_side.ask_help(case, command, officer)
        case AskConsent():
            return referring.ask(case, command, officer, staff)
        case OfferReferral():
            return referring.offer(case, command, officer, staff)
        case AcceptReferral() | RejectReferral() | FinishReferral():
            return referring.answer(case, command, officer)
        case RevokeReferral():
            return referring.revoke(case, command, officer)
        case _:
            assert_never(command)


def _from_system(case: Case, command: SystemCommand) -> Decided:
    match command:
        case EvidenceStored() | EvidenceFailed():
            return _evidence(case, command)
        case AlertAccepted():
            fact = Fact(Kind.ALERT_ACCEPTED, {"officer": command.officer})
            answered = not case.alarmed or case.alert_accepted_at is not None
            return () if answered else events_of(command, SYSTEM, fact)
        case AlertNotAccepted():
            fact = Fact(Kind.ALERT_NOT_ACCEPTED, {"officer": command.officer})
            return events_of(command, SYSTEM, fact) if case.alarmed else ()
        case Delivered() | NotDelivered():
            return _delivery(case, command)
        case NoticeOverdue():
            due = case.is_open and case.waiting_since is not None and not case.overdue
            return events_of(command, SYSTEM, Fact(Kind.OVERDUE)) if due else ()
        case _:
            assert_never(command)


def _evidence(case: Case, command: EvidenceStored | EvidenceFailed) -> Decided:
    item = next((each for each in case.evidence if each.id == command.evidence), None)
    if item is None:
        return Refusal("unknown_evidence")
    if item.stored:
        return ()
    if isinstance(command, EvidenceFailed):
        plain = {"evidence": item.id, "reason": command.reason}
        return events_of(command, SYSTEM, Fact(Kind.EVIDENCE_FAILED, plain))
    plain = {"evidence": item.id, "sha256": command.sha256, "size": str(command.size)}
    return events_of(command, SYSTEM, Fact(Kind.EVIDENCE_STORED, plain))


def _delivery(case: Case, command: Delivered | NotDelivered) -> Decided:
    known = next((each for each in case.deliveries if each.message == command.message), None)
    if known is None or case.channel is not Channel.BOT:
        return Refusal("unknown_message")
    if known.state is DeliveryState.DELIVERED:
        return ()
    plain = {"message": command.message}
    if isinstance(command, Delivered):
        return events_of(command, SYSTEM, Fact(Kind.DELIVERED, plain))
    plain["reason"] = command.reason
    return events_of(command, SYSTEM, Fact(Kind.NOT_DELIVERED, plain))
