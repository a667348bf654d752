"""Handing a case to another agency: consent first, one agency at a time, and who learns what of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.cases.access import Action, may
from bot.cases.case import DeliveryState, ReferralState, Status, status_of
from bot.cases.commands import Delivered, read_command, write_command
from bot.cases.decide import decide
from bot.cases.officer_commands import (
    AcceptReferral,
    AskConsent,
    FinishReferral,
    OfferReferral,
    RejectReferral,
    Release,
    RevokeReferral,
)
from bot.cases.outgoing import Card, TakeBack, ToReporter, Words
from bot.cases.refusal import Refusal
from bot.cases.reporter_commands import AnswerConsent
from tests.cases.hearing import of, told
from tests.cases.people import CODE, DEWI, NENG, OTHER, REPORTER, RINA, STAFF, after, alert, at, claim, report

QUESTION = "Petugas ingin meneruskan laporanmu ke Dinsos. Boleh?"
ASK = AskConsent(
    id="f1",
    at=at(4),
    code=CODE,
    officer="rina",
    referral="f",
    agency="dinsos",
    question=QUESTION,
    need="Tempat aman malam ini",
    due_on=date(2026, 8, 19),
)
YES = AnswerConsent(
    id="y1", at=at(5), code=CODE, reporter=REPORTER, referral="f", agreed=True, answer="Boleh"
)
NO = replace(YES, id="n1", agreed=False, answer="Jangan dulu")
OFFER = OfferReferral(
    id="f1", at=at(4), code=CODE, officer="rina", referral="f", agency="dinsos", consent="ya, boleh"
)
ACCEPT = AcceptReferral(id="k1", at=at(6), code=CODE, officer="dewi", referral="")
REJECT = RejectReferral(id="k2", at=at(6), code=CODE, officer="dewi", referral="", reason="penuh")
REVOKE = RevokeReferral(id="v1", at=at(7), code=CODE, officer="rina", referral="f", reason="salah lembaga")
WITH_GROUP = replace(STAFF, groups={**STAFF.groups, "dinsos": "93" * 10})


def test_before_the_person_has_answered_the_other_agency_knows_of_nothing():
    """Asked is not offered: no right, no message, no card; only the reporter is asked, in the exact words."""
    case = after(report(), claim(), ASK)
    out = told(report(), claim(), ASK, staff=WITH_GROUP)

    assert not any(may(DEWI, action, case) for action in Action)
    assert [each.kind for each in of(ToReporter, out)] == ["referral_asked"]
    assert of(ToReporter, out)[0].values["consent_question"] == QUESTION
    assert not [each for each in out if getattr(each, "tag", "") in {DEWI.tag, "93" * 10}]
    assert Status.REFERRED not in {line.status for line in status_of(case)}


def test_a_yes_offers_the_case_and_both_sides_learn_it():
    """The agency gets code and level without a word of the report; the holder reads that they agreed."""
    case = after(report(), claim(), ASK, YES)
    out = told(report(), claim(), ASK, YES)

    assert case.referrals[0].state is ReferralState.OFFERED
    assert case.follow_up_on == date(2026, 8, 19)
    words = {each.officer: each for each in of(Words, out)}
    assert set(words) == {"rina", "dewi"}
    assert "setuju dirujuk ke Dinsos" in words["rina"].text
    assert "paspor" not in words["dewi"].text
    assert words["dewi"].buttons[0][0].data == f"case.accept.{CODE}"


def test_a_no_sends_nothing_anywhere():
    """The case stays where it is, and only its holder learns of it."""
    case = after(report(), claim(), ASK, NO)
    out = told(report(), claim(), ASK, NO, staff=WITH_GROUP)

    assert case.referrals[0].state is ReferralState.DECLINED
    assert not may(DEWI, Action.LIST, case)
    assert [each.officer for each in of(Words, out)] == ["rina"]
    assert of(Card, out) == []


def test_only_the_reporter_of_the_case_can_agree():
    """Somebody else's chat, and a question that was answered or taken back, change nothing."""
    asked = after(report(), claim(), ASK)

    assert decide(asked, replace(YES, reporter=OTHER), STAFF) == Refusal("not_yours")
    assert decide(after(report(), claim(), ASK, NO), YES, STAFF) == ()
    assert decide(after(report(), claim(), ASK, REVOKE), YES, STAFF) == ()


def test_the_question_is_a_message_whose_fate_is_shown():
    """Whoever asks learns whether the question has arrived."""
    arrived = Delivered(id="d1", at=at(5), code=CODE, message="f")

    (delivery,) = after(report(), claim(), ASK, arrived).deliveries
    (words,) = of(Words, told(report(), claim(), ASK, arrived))

    assert delivery.state is DeliveryState.DELIVERED
    assert (words.officer, words.slot) == ("rina", "echo:f")


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        (replace(ASK, officer="budi"), "not_assignee"),
        (replace(ASK, officer="dewi"), "not_shared"),
        (replace(ASK, agency="polres"), "unknown_agency"),
        (replace(ASK, agency="nowhere"), "unknown_agency"),
        (replace(OFFER, consent=" "), "no_consent"),
        (replace(OFFER, consent="gawat", override=True), "no_consent"),
        (replace(ASK, id="f2", referral="g", agency="ngo"), "already_asked"),
        (replace(OFFER, id="f2", referral="g"), "already_referred"),
    ],
)
def test_who_may_not_refer_or_lacks_consent_is_refused(command, reason):
    """Only the holder, to another agency, with consent, and one question at a time."""
    waiting = reason.startswith("already")
    case = after(report(), claim(), *([ASK] if waiting else []))

    assert decide(case, command, STAFF) == Refusal(reason, by="rina" if reason.startswith("not_") else "")


def test_in_mortal_danger_the_reason_stands_in_for_consent():
    """The override is recorded as one, and only where somebody is in danger."""
    override = replace(OFFER, consent="pelapor pingsan, tidak bisa ditanya", override=True)

    case = after(alert(), claim(), override)

    assert case.referrals[0].override
    assert case.referrals[0].state is ReferralState.OFFERED


def test_accepting_opens_the_words_to_that_agency_alone():
    """The person reads who has the report now; other agencies see no more than before."""
    case = after(report(), claim(), ASK, YES, ACCEPT)
    out = told(report(), claim(), ASK, YES, ACCEPT)

    assert may(DEWI, Action.READ, case)
    assert not may(DEWI, Action.REPLY, case)
    assert not may(NENG, Action.LIST, case)
    assert [(each.kind, each.values) for each in of(ToReporter, out)] == [
        ("referral_accepted", {"agency_name": "Dinsos"})
    ]
    assert {each.officer for each in of(Words, out)} == {"rina", "dewi"}


def test_rejected_and_revoked_close_the_door_again():
    """The words and the card go from the other agency; who refers is told of a rejection."""
    rejected, revoked = (
        after(report(), claim(), OFFER, REJECT),
        after(report(), claim(), OFFER, ACCEPT, REVOKE),
    )
    out = told(report(), claim(), OFFER, REJECT)
    cards = of(Card, told(report(), claim(), OFFER, ACCEPT, REVOKE, staff=WITH_GROUP))

    assert not may(DEWI, Action.LIST, rejected)
    assert not may(DEWI, Action.READ, revoked)
    assert [each.officer for each in of(TakeBack, out)] == ["dewi"]
    assert "Dinsos menolak rujukan" in of(Words, out)[0].text
    assert [each.text for each in cards] == [f"Rujukan {CODE} · ditarik kembali"]
    assert decide(revoked, replace(ACCEPT, id="k9"), STAFF) == Refusal("not_shared", by="rina")


def test_a_question_taken_back_disappears_from_the_persons_screen():
    """Nobody agrees to what nobody asks any more."""
    out = told(report(), claim(), ASK, REVOKE)

    assert [each.kind for each in of(ToReporter, out)] == ["referral_dropped"]


def test_the_partners_card_follows_the_referral():
    """One card in their group: [Terima], then accepted, then done, never a word of the report."""
    steps = [report(), claim(), OFFER]
    finish = FinishReferral(id="k3", at=at(8), code=CODE, officer="dewi", referral="f")

    shown = []
    for step in (None, ACCEPT, finish):
        steps += [step] if step else []
        shown += [each for each in of(Card, told(*steps, staff=WITH_GROUP)) if each.tag == "93" * 10]

    assert [bool(each.buttons) for each in shown] == [True, False, False]
    assert shown[0].buttons[0][0].data == f"case.accept.{CODE}"
    assert [
        word for card, word in zip(shown, ("Terima", "diterima", "selesai"), strict=True) if word in card.text
    ]
    assert "paspor" not in repr(shown)


def test_an_agency_can_answer_after_the_holder_gave_the_case_back():
    """The case stands in the common queue again; a hotline agency it was offered to still answers."""
    offer = replace(OFFER, agency="ngo")
    free = after(report(), claim(), offer, Release(id="l1", at=at(5), code=CODE, officer="rina", reason="x"))

    assert may(NENG, Action.ANSWER_REFERRAL, free)
    assert not may(RINA, Action.ANSWER_REFERRAL, free)


@pytest.mark.parametrize("command", [ASK, YES, OFFER])
def test_referral_commands_survive_json(command):
    """What waits in the outbox is what was asked; no word of it stands in a log."""
    assert read_command(write_command(command)) == command
    assert "Tempat aman" not in repr(command)
    assert QUESTION not in repr(command)
