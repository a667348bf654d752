"""What commands make of a case, and what they never do."""

from __future__ import annotations

import pytest

from bot.cases.case import Alert, Channel, DeliveryState, State, Status, status_of
from bot.cases.command import Attachment
from bot.cases.commands import (
    AlertAccepted,
    AlertNotAccepted,
    Delivered,
    EvidenceStored,
    NotDelivered,
    NoticeOverdue,
)
from bot.cases.decide import decide
from bot.cases.event import Kind
from bot.cases.fold import fold
from bot.cases.officer_commands import Close, HandOver, MarkRead, NewByOfficer, Release, Reply
from bot.cases.refusal import Refusal
from bot.cases.reporter_commands import ConfirmAlert, EraseReporter, MoveRelay, ReporterBlocked, WithdrawAlert
from bot.danger import Danger
from tests.cases.people import CODE, OTHER, REPORTER, STAFF, after, alert, at, claim, decided, message, report


def test_one_message_is_a_valid_report():
    """A report needs nothing but its first words."""
    case = after(report())

    assert case.is_open
    assert case.filed
    assert case.alert is Alert.NONE
    assert case.unread == 1
    assert case.receipt_hash == "9" * 64


def test_an_alert_becomes_a_case_with_the_next_word():
    """Danger opens an alert; the person's next message confirms it."""
    pending = after(alert())

    case = after(alert(), message())

    assert (pending.alert, pending.filed) == (Alert.PENDING, False)
    assert (case.alert, case.filed) == (Alert.CONFIRMED, True)


def test_a_tap_confirms_an_alert_once():
    """The second tap on the same button changes nothing."""
    confirm = ConfirmAlert(id="k1", at=at(1), code=CODE, reporter=REPORTER)
    case = after(alert(), confirm)

    assert case.alert is Alert.CONFIRMED
    assert decided(case, confirm) == ()


def test_a_withdrawn_alert_that_nobody_took_is_over():
    """[Bukan darurat] takes a lone alert back."""
    case = after(alert(), WithdrawAlert(id="w1", at=at(1), code=CODE, reporter=REPORTER))

    assert case.state is State.CLOSED
    assert case.outcome == "withdrawn"


def test_withdrawing_never_closes_a_report_or_a_held_case():
    """Whoever holds the phone cannot make an officer stop looking."""
    withdraw = WithdrawAlert(id="w1", at=at(4), code=CODE, reporter=REPORTER)

    filed = after(report(), alert(), withdraw)
    held = after(alert(), claim(), withdraw)

    assert filed.is_open
    assert held.is_open
    assert (filed.danger, filed.urgency) == (Danger.EMERGENCY, Danger.WATCH)


def test_danger_after_a_withdrawal_alerts_again():
    """A case that was called harmless is urgent again with the next sign."""
    withdraw = WithdrawAlert(id="w1", at=at(1), code=CODE, reporter=REPORTER)

    case = after(alert(), withdraw, alert("a2", at=at(5)))

    assert case.is_open
    assert case.alarmed
    assert case.urgency is Danger.EMERGENCY


def test_the_second_officer_is_told_who_was_first():
    """Claiming a taken case is refused with the name of the first, and repeating one's own claim is fine."""
    case = after(report(), claim("rina"))

    assert decide(case, claim("budi", "c2"), STAFF) == Refusal("taken", by="rina")
    assert decide(case, claim("rina", "c3"), STAFF) == ()


def test_a_message_opens_a_closed_case_again():
    """Words of a reporter are never refused because a case is closed."""
    close = Close(id="x1", at=at(5), code=CODE, officer="rina", outcome="helped")

    case = after(report(), claim(), close, message(at=at(9)))

    assert case.is_open
    assert case.outcome == ""
    assert case.assignee is None
    assert case.waiting_since == at(9)


def test_words_never_land_in_somebody_elses_case():
    """A message, a report or an erasure from another chat is refused."""
    case = after(report())

    assert decide(case, message(reporter=OTHER), STAFF) == Refusal("not_yours")
    assert decide(case, report("r2", reporter=OTHER), STAFF) == Refusal("code_taken")
    erase = EraseReporter(id="e1", at=at(1), code=CODE, reporter=OTHER, scope="chat")
    assert decide(case, erase, STAFF) == Refusal("not_yours")


def test_words_from_the_earlier_account_still_count():
    """After the relay moved, the old phone may be the one in danger: its words are kept and marked."""
    case = after(report(), MoveRelay(id="v1", at=at(1), code=CODE, reporter=OTHER))

    events = decided(case, message())

    assert case.reporter == OTHER
    assert events[0].plain["former"] == "yes"


def test_a_reply_reports_its_fate():
    """Sent, then delivered; a failure says why and marks the reporter as blocked."""
    said = Reply(id="p1", at=at(4), code=CODE, officer="rina", message="q1", text="Apakah kamu aman?")
    case = after(report(), claim(), said)
    arrived = after(report(), claim(), said, Delivered(id="d1", at=at(5), code=CODE, message="q1"))
    failed = after(
        report(), claim(), said, NotDelivered(id="d1", at=at(5), code=CODE, message="q1", reason="blocked")
    )

    assert case.deliveries[0].state is DeliveryState.SENT
    assert case.waiting_since is None
    assert arrived.deliveries[0].state is DeliveryState.DELIVERED
    assert (failed.deliveries[0].reason, failed.blocked) == ("blocked", True)


def test_only_the_assignee_replies():
    """An officer of the same agency reads along but does not answer."""
    case = after(report(), claim("rina"))
    said = Reply(id="p1", at=at(4), code=CODE, officer="budi", message="q1", text="Halo")

    assert decide(case, said, STAFF) == Refusal("not_assignee", by="rina")


def test_a_supervisor_hands_over_and_releases():
    """What a colleague holds can be moved by the supervisor of the same agency, and only to one who may."""
    case = after(report(), claim("rina"))
    hand = HandOver(id="h1", at=at(4), code=CODE, officer="siti", to="budi", reason="pulang")
    away = HandOver(id="h2", at=at(4), code=CODE, officer="siti", to="dewi", reason="pulang")

    moved = fold(decided(case, hand), case)

    assert moved is not None
    assert moved.assignee == "budi"
    assert decide(case, away, STAFF) == Refusal("cannot_take")


def test_release_gives_the_case_back_to_its_queue():
    """A released case is open to every hotline agency again."""
    case = after(report(), claim(), Release(id="l1", at=at(4), code=CODE, officer="rina", reason="sakit"))

    assert case.assignee is None
    assert case.agency == ""


def test_an_alert_is_accepted_once_and_again_after_the_next():
    """Each alert gets its own honest answer."""
    accepted = AlertAccepted(id="t1", at=at(1), code=CODE, officer="rina")
    case = after(alert(), accepted)

    again = after(alert(), accepted, message("m2", danger=Danger.HIGH))

    assert decided(case, AlertAccepted(id="t2", at=at(1), code=CODE, officer="budi")) == ()
    assert case.alert_accepted_at == at(1)
    assert again.alert_accepted_at is None
    assert decided(again, AlertNotAccepted(id="t3", at=at(3), code=CODE))[0].kind is Kind.ALERT_NOT_ACCEPTED


def test_evidence_is_announced_once_and_stored_once():
    """The same file in a repeated report is not announced twice; a hash stands once it is stored."""
    photo = Attachment("f1", "photo", 120)
    stored = EvidenceStored(id="s1", at=at(1), code=CODE, evidence="f1", sha256="ab" * 32, size=120)

    case = after(report(media=(photo,)), message(media=(photo,)), stored)

    assert [(item.id, item.stored, item.sha256) for item in case.evidence] == [("f1", True, "ab" * 32)]
    assert decided(case, stored) == ()
    unknown = EvidenceStored(id="s2", at=at(1), code=CODE, evidence="f9", sha256="ab" * 32, size=1)
    assert decide(case, unknown, STAFF) == Refusal("unknown_evidence")


def test_the_reporter_sees_what_happened_with_dates():
    """diterima, dibaca, ditangani, selesai: in this order, each with its time, none before it is true."""
    read = MarkRead(id="b1", at=at(2), code=CODE, officer="rina")
    close = Close(id="x1", at=at(5), code=CODE, officer="rina", outcome="helped")

    lines = [(line.status, line.at) for line in status_of(after(report(), read, claim(), close))]

    assert lines == [
        (Status.RECEIVED, at(0)),
        (Status.READ, at(2)),
        (Status.HANDLED, at(3)),
        (Status.CLOSED, at(5)),
    ]
    assert [line.status for line in status_of(after(report()))] == [Status.RECEIVED]


def test_a_telephone_case_is_held_by_whoever_enters_it():
    """It has no relay, so a reply is refused instead of lost."""
    entered = NewByOfficer(
        id="n1", at=at(0), code=CODE, officer="rina", channel=Channel.PHONE, text="ibu dari Lombok menelepon"
    )
    case = after(entered)
    said = Reply(id="p1", at=at(4), code=CODE, officer="rina", message="q1", text="Halo")

    assert case.assignee == "rina"
    assert case.channel is Channel.PHONE
    assert decide(case, said, STAFF) == Refusal("no_relay")


def test_a_forgotten_reporter_cannot_be_reached():
    """Erasing the conversation cuts the tie; the case stays."""
    erase = EraseReporter(id="e1", at=at(1), code=CODE, reporter=REPORTER, scope="chat")

    case = after(report(), erase)

    assert case.reporter == ""
    assert case.is_open


def test_overdue_is_noticed_once():
    """The clock that ran out speaks once until somebody answers."""
    notice = NoticeOverdue(id="o1", at=at(60), code=CODE)
    case = after(report(), notice)

    assert case.overdue
    assert decided(case, NoticeOverdue(id="o2", at=at(70), code=CODE)) == ()


def test_blocking_is_noted_only_for_the_present_account():
    """An old account that blocks the bot says nothing about the new one."""
    case = after(report(), MoveRelay(id="v1", at=at(1), code=CODE, reporter=OTHER))

    assert decided(case, ReporterBlocked(id="z1", at=at(2), code=CODE, reporter=REPORTER)) == ()
    assert decided(case, ReporterBlocked(id="z2", at=at(2), code=CODE, reporter=OTHER)) != ()


@pytest.mark.parametrize(
    "command", [message(), claim(), ConfirmAlert(id="k", at=at(0), code=CODE, reporter=OTHER)]
)
def test_nothing_happens_to_a_case_that_is_not_there(command):
    """Only a report, an alert or an officer's entry opens a case."""
    assert decide(None, command, STAFF) == Refusal("unknown_case")


def test_folding_all_events_equals_folding_step_by_step():
    """The summary beside the events is the same case as the events themselves."""
    commands = (
        alert(),
        message(),
        claim(),
        Release(id="l1", at=at(4), code=CODE, officer="rina", reason="x"),
    )
    case, events = None, []
    for command in commands:
        new = decided(case, command)
        case = fold(new, case, CODE)
        events += new

    assert fold(events, code=CODE) == case
