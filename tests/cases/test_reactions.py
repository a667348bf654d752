"""Whom to tell: everybody who must know, nobody who may not, and never words in a group."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from bot import cases
from bot.cases.commands import AlertAccepted, AlertNotAccepted, Delivered, NotDelivered, NoticeOverdue
from bot.cases.officer_commands import OUTCOMES, AskHelp, Close, Release, Reply
from bot.cases.outgoing import Card, TakeBack, ToReporter, Words, read_outgoing, write_outgoing
from bot.cases.reporter_commands import MoveRelay, WithdrawAlert
from bot.cases.reporter_words import status_lines
from bot.danger import Danger
from tests.cases.hearing import WORDS, of, told
from tests.cases.people import (
    CODE,
    GROUPS,
    OTHER,
    REPORTER,
    STAFF,
    WITA,
    after,
    alert,
    at,
    claim,
    message,
    report,
)

NOBODY = replace(STAFF, on_duty=frozenset())


def test_an_alert_reaches_everybody_on_duty_without_a_word_of_it():
    """Level and [Ambil] only; the words come to whoever takes it."""
    out = told(alert())

    alerts = of(Words, out)
    assert {each.officer for each in alerts} == {"rina", "budi"}
    assert all(each.alert and "dikunci" not in each.text for each in alerts)
    assert alerts[0].buttons[0][0].data == f"case.take.{CODE}"
    assert of(ToReporter, out) == []


def test_with_nobody_on_duty_the_person_is_told_at_once():
    """No silent waiting: the honest answer goes out with the same commit."""
    out = told(alert(), staff=NOBODY)

    assert [each.kind for each in of(ToReporter, out)] == ["alert_not_accepted"]
    assert {each.tag for each in of(Card, out)} == set(GROUPS.values())


def test_an_officer_without_a_bound_account_is_nobody():
    """On the rota but never pressed Mulai: the person must not believe that somebody was told."""
    out = told(alert(), staff=replace(STAFF, on_duty=frozenset({"baru"})))

    assert [each.kind for each in of(ToReporter, out)] == ["alert_not_accepted"]


def test_the_reporter_hears_that_somebody_was_told_only_then():
    """Accepted and not accepted are each said once for an alert."""
    accepted = AlertAccepted(id="t1", at=at(1), code=CODE, officer="rina")
    refused = AlertNotAccepted(id="t2", at=at(1), code=CODE, officer="budi")

    assert [each.kind for each in of(ToReporter, told(alert(), accepted))] == ["alert_accepted"]
    assert [each.kind for each in of(ToReporter, told(alert(), refused))] == ["alert_not_accepted"]
    assert of(ToReporter, told(alert(), accepted, refused)) == []
    assert of(ToReporter, told(alert(), refused, replace(refused, id="t3"))) == []


def test_a_new_report_makes_a_card_in_hotline_groups_only():
    """Code, level and waiting time; agencies that are no hotline hear nothing."""
    staff = replace(STAFF, groups={**GROUPS, "dinsos": "93" * 10})

    cards = of(Card, told(report(), staff=staff))

    assert {each.tag for each in cards} == set(GROUPS.values())
    assert cards[0].text == "ℹ️ Kasus K-7QX2 · biasa · menunggu sejak 11:00"
    assert "paspor" not in repr(cards)


def test_an_agency_without_a_group_is_told_through_its_officers_on_duty():
    """Without a card somewhere a report would wait unseen."""
    out = told(report(), staff=replace(STAFF, groups={}))

    assert {each.officer for each in of(Words, out)} == {"rina", "budi"}
    assert "paspor" not in "".join(each.text for each in of(Words, out))


def test_claiming_takes_alerts_back_and_gives_the_words_to_one():
    """The claimer gets everything said so far; every alert leaves; the card names who took it."""
    out = told(alert(), message(text="<b>ada</b> 4 orang lagi"), claim("rina"))

    assert {each.officer for each in of(TakeBack, out)} == {"rina", "budi"}
    (words,) = of(Words, out)
    assert words.officer == "rina"
    assert "“pintu dikunci”" in words.text
    assert "“&lt;b&gt;ada&lt;/b&gt; 4 orang lagi”" in words.text
    assert out.index(words) > max(out.index(each) for each in of(TakeBack, out))
    assert [each.kind for each in of(ToReporter, out)] == ["case_claimed"]
    texts = {each.tag: each.text for each in of(Card, out)}
    assert texts[GROUPS["polres"]] == "✅ Kasus K-7QX2 · darurat · diambil Rina 11:03"
    assert texts[GROUPS["ngo"]] == "Kasus K-7QX2 · sudah diambil lembaga lain"


def test_words_go_to_the_assignee_alone():
    """After a claim, further messages reach nobody else and change no card."""
    out = told(report(), claim("rina"), message())

    assert [each.officer for each in of(Words, out)] == ["rina"]
    assert of(Card, out) == []


def test_danger_in_a_held_case_alerts_its_assignee_or_who_is_on_duty():
    """An assignee who is off duty must not be the only one to know."""
    danger = message(danger=Danger.EMERGENCY)

    here = of(Words, told(report(), claim("rina"), danger))
    away = of(Words, told(report(), claim("siti"), danger))

    assert [(each.officer, each.alert) for each in here] == [("rina", True)]
    assert {(each.officer, each.alert) for each in away} == {("siti", True), ("rina", True), ("budi", True)}
    assert all("orang lagi" not in each.text for each in away if each.officer != "siti")


def test_a_withdrawn_alert_disappears_and_the_card_says_so():
    """Nobody is called to a case that is no more."""
    out = told(alert(), WithdrawAlert(id="w1", at=at(1), code=CODE, reporter=REPORTER))

    assert {each.officer for each in of(TakeBack, out)} == {"rina", "budi"}
    assert of(ToReporter, out) == []
    assert all("Bukan darurat" in each.text for each in of(Card, out))


def test_a_reply_travels_and_its_fate_comes_back():
    """The reporter sees a first name only; the author learns whether it arrived."""
    said = Reply(id="p1", at=at(4), code=CODE, officer="rina", message="q1", text="Bisa menelepon?")

    (reply,) = told(report(), claim(), said)
    (arrived,) = told(report(), claim(), said, Delivered(id="d1", at=at(5), code=CODE, message="q1"))
    back, failed = told(
        report(), claim(), said, NotDelivered(id="d2", at=at(5), code=CODE, message="q1", reason="blocked")
    )

    assert reply.values == {"text": "Bisa menelepon?", "officer_name": "petugas Rina", "message": "q1"}
    assert arrived.text == "K-7QX2 · ✅ sampai 11:05"
    assert (arrived.slot, arrived.replace) == ("echo:q1", True)
    assert failed.text == "K-7QX2 · tidak sampai: bot diblokir"
    assert back == TakeBack("01" * 10, "rina", CODE, only="echo:q1")
    assert not failed.replace


def test_closing_takes_the_words_back():
    """What an officer held in a chat goes with the case; the reporter is told the outcome."""
    close = Close(id="x1", at=at(5), code=CODE, officer="rina", outcome="helped")

    out = told(report(), claim(), close)

    assert [each.officer for each in of(TakeBack, out)] == ["rina"]
    assert [(each.kind, each.values) for each in of(ToReporter, out)] == [
        ("case_closed", {"outcome": "helped", "outcome_words": "sudah dibantu"})
    ]


def test_a_released_emergency_calls_again():
    """Giving a case back never leaves an emergency without anybody."""
    out = told(alert(), claim(), Release(id="l1", at=at(6), code=CODE, officer="rina", reason="sakit"))

    assert [each.officer for each in of(TakeBack, out) if not each.but] == ["rina"]
    assert {each.officer for each in of(Words, out) if each.alert} == {"rina", "budi"}


def test_a_second_call_leaves_one_live_message_in_each_chat():
    """It is a new message, because it must ring; what stood there before with its [Ambil] goes after it."""
    first = of(Words, told(alert()))
    out = told(alert(), alert("a2", at=at(1)))

    assert [each.slot for each in first] == [f"call:{CODE}"] * 2
    for officer in ("rina", "budi"):
        mine = [each for each in out if getattr(each, "officer", "") == officer]
        assert [type(each) for each in mine] == [Words, TakeBack]
        assert mine[0].slot == mine[1].but == f"call:{CODE}"
        assert not mine[0].replace


def test_a_call_never_takes_the_words_from_whoever_holds_the_case():
    """Overdue and held: the holder is called and keeps what the person wrote."""
    out = told(report(), claim(), message(), NoticeOverdue(id="o1", at=at(90), code=CODE))

    assert {each.officer for each in of(Words, out)} == {"rina", "siti"}
    assert [each.officer for each in of(TakeBack, out)] == ["siti"]


def test_a_moved_relay_is_told_to_the_new_chat_and_the_officer():
    """The old chat, which somebody else may be holding, hears nothing."""
    out = told(report(), claim(), MoveRelay(id="v1", at=at(4), code=CODE, reporter=OTHER))

    assert [(each.tag, each.kind) for each in of(ToReporter, out)] == [(OTHER, "relay_moved")]
    assert [each.officer for each in of(Words, out)] == ["rina"]


def test_overdue_reaches_the_supervisor():
    """A case nobody answered goes up."""
    out = told(report(), NoticeOverdue(id="o1", at=at(90), code=CODE))

    assert {each.officer for each in of(Words, out)} == {"rina", "budi", "siti"}
    assert "1 jam 30 menit" in of(Words, out)[0].text
    assert "sejak 11:00, lewat batas" in of(Card, out)[0].text


def test_help_is_asked_of_colleagues_and_supervisors():
    """Whoever asks reads who was called, and nobody outside the agency is."""
    out = told(report(), claim("rina"), AskHelp(id="h1", at=at(4), code=CODE, officer="rina"))

    words = {each.officer: each.text for each in of(Words, out)}
    assert set(words) == {"budi", "siti", "rina"}
    assert "Rina minta bantuan" in words["budi"]
    assert "saya panggil Budi, Siti" in words["rina"]


def test_who_asks_for_help_in_vain_is_told_so():
    """Nobody on duty, no supervisor who pressed Mulai: honest words and what else can be done."""
    alone = replace(STAFF, officers={"rina": STAFF.officers["rina"]}, on_duty=frozenset({"rina"}))

    (words,) = of(
        Words, told(report(), claim(), AskHelp(id="h1", at=at(4), code=CODE, officer="rina"), staff=alone)
    )

    assert words.officer == "rina"
    assert "tidak ada rekan jaga atau penyelia" in words.text
    assert "110" in words.text


def test_training_is_marked_everywhere():
    """Nobody takes an exercise for the real thing."""
    out = told(alert(training=True))

    assert all(each.text.startswith("LATIHAN · ") for each in out)


def test_long_stories_are_cut_where_telegram_would_refuse_them():
    """The newest words survive; the rest is said to be on the desk."""
    many = [message(f"m{n}", text=f"{n} " + "x" * 400) for n in range(12)]

    (words,) = of(Words, told(report(), *many, claim()))

    assert len(words.text) < 4096
    assert "11 xxx" in words.text
    assert "pesan sebelumnya ada di meja" in words.text


@pytest.mark.parametrize("outgoing", told(alert(), message(), claim()))
def test_outgoing_survives_json_and_hides_words(outgoing):
    """What is stored is what is sent; logs show no word of it."""
    assert read_outgoing(write_outgoing(outgoing)) == outgoing
    assert "dikunci" not in repr(outgoing)


def test_the_reporter_reads_dates_as_people_write_them():
    """What has happened and when; nothing that has not."""
    (line,) = status_lines(after(report()), WORDS, WITA)

    assert line == "Diterima 12 Agustus 2026, 11.00"


def test_every_refusal_has_words():
    """Whatever the code can refuse, somebody has written the sentence for it."""
    folder = Path(cases.__file__).parent
    reasons = {
        reason
        for path in folder.glob("*.py")
        for reason in re.findall(r'(?:Refusal|Decision)\((?:False, )?"(\w+)"', path.read_text("utf-8"))
    }

    assert len(reasons) > 15
    assert [each for each in sorted(reasons) if f"hotline.refused.{each}" not in WORDS] == []


def test_every_key_that_is_said_exists():
    """A missing key would stop a message on its way."""
    folder = Path(cases.__file__).parent
    keys = {
        key
        for path in folder.glob("*.py")
        for key in re.findall(r'"((?:words|card)\.[a-z_.]+)"', path.read_text("utf-8"))
    }

    assert len(keys) > 15
    assert [each for each in sorted(keys) if f"hotline.{each}" not in WORDS] == []
    assert all(f"hotline.outcome.{each}" in WORDS for each in OUTCOMES)
