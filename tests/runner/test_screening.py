"""Alarming words in an advert are the recruiter's: what alarms, and when the way to an officer is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.danger import Danger
from bot.engine.events import Command, DangerNoticed, Edited, Event, Files, Media, Text
from bot.engine.queries import CheckAdvert, ReadBack
from bot.language.normalise import normalise
from bot.runner.ports import Knowledge
from bot.runner.queries.advert import check_advert, read_back
from bot.runner.screening import screened

TODAY = date(2026, 11, 21)
NO_CONTACT = "LOWONGAN PRT Singapura gaji 650 SGD, potongan 8 bulan, ijazah dan paspor kami simpan"
ADVERT = f"{NO_CONTACT}. Minat? WA 0812 3456 7890"
OWN = f"saya kena ini: {ADVERT}"
CRY = "tolong saya dikurung majikan, paspor diambil"


def hearing_it(knowledge: Knowledge, text: str, danger: Danger) -> Knowledge:
    """As if an editor had said how dangerous this very message is."""
    said = normalise(text, knowledge.lexicon).text
    known = {**knowledge.hearing.known, said: ("paspor_ditahan", danger)}
    return replace(knowledge, hearing=replace(knowledge.hearing, known=known))


def captioned(text: str) -> Files:
    return Files((Media("photo", "f", "u", caption=text),))


@pytest.mark.parametrize("event", [Text(ADVERT, forwarded=True), Text(ADVERT), captioned(ADVERT)])
def test_what_is_surely_an_advert_is_answered_and_watched(knowledge: Knowledge, event: Event) -> None:
    """Nobody is woken; the person is kept an eye on."""
    known = hearing_it(knowledge, ADVERT, Danger.HIGH)

    assert screened(event, known) == (event, True)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (OWN, Text(OWN)),
        (NO_CONTACT, Text(NO_CONTACT)),
        (NO_CONTACT, captioned(NO_CONTACT)),
        (ADVERT, Edited(ADVERT, 5)),
        (ADVERT, Command("iklan", ADVERT)),
        (CRY, Text(CRY, forwarded=True)),
    ],
)
def test_what_may_be_somebodys_own_words_alarms(knowledge: Knowledge, text: str, event: Event) -> None:
    """Told of oneself, without a contact, edited, behind a command; and a cry that was passed on."""
    noticed, watch = screened(event, hearing_it(knowledge, text, Danger.HIGH))

    assert isinstance(noticed, DangerNoticed)
    assert not watch


@pytest.mark.parametrize("event", [Text(ADVERT, forwarded=True), Text(ADVERT), captioned(ADVERT)])
def test_an_emergency_alarms_whatever_it_stands_in(knowledge: Knowledge, event: Event) -> None:
    """The one mistake that cannot be made good."""
    noticed, _ = screened(event, hearing_it(knowledge, ADVERT, Danger.EMERGENCY))

    assert isinstance(noticed, DangerNoticed)


@pytest.mark.parametrize(
    ("text", "danger", "worried"),
    [
        (ADVERT, Danger.NONE, ""),
        (ADVERT, Danger.WATCH, ""),  # nearly every bad advert
        (OWN, Danger.WATCH, "yes"),
        (ADVERT, Danger.HIGH, "yes"),
        (ADVERT, Danger.EMERGENCY, "yes"),  # as it stands in a picture
        ("kata lain sama sekali", Danger.HIGH, "yes"),  # and nothing of an offer in it
    ],
)
def test_the_answer_carries_the_worry(knowledge: Knowledge, text: str, danger: Danger, worried: str) -> None:
    """The line and the button stand with every outcome, also for words that were read in a picture."""
    known = hearing_it(knowledge, text, danger)

    found = check_advert(CheckAdvert(text), known, TODAY)

    assert found.values["advert_worry"] == worried
    assert read_back(ReadBack(text), known).values["advert"] == text
