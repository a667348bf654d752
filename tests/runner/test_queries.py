"""What a question becomes: manners, a company to check, an entry, or an honest "I do not know"."""

from __future__ import annotations

from datetime import date

import pytest

from bot.engine.events import Command, DangerNoticed, Edited, Files, Media, Tap, Text
from bot.engine.queries import LookUpRecruiter, OpenEntry, SearchFaq
from bot.runner.ports import Knowledge
from bot.runner.queries.faq import open_entry, search_faq
from bot.runner.queries.recruiter import look_up_recruiter
from bot.runner.screening import screened

TODAY = date(2026, 11, 21)
PHOTO = Media("photo", "f", "u", caption="tolong saya disekap majikan")


@pytest.mark.parametrize(
    ("typed", "outcome"),
    [
        ("halo kak", "greeting"),
        ("Assalamualaikum", "greeting"),
        ("selamat pagi min", "greeting"),
        ("makasih banyak ya", "thanks"),
        ("terima kasih", "thanks"),
        ("nanti saja", "later"),
        ("berhenti dulu kak", "later"),
        ("PT Bumi Mas Indonesia Mandiri resmi ga?", "recruiter"),
        ("0812 3456 7890", "recruiter"),
        ("bayar ke rekening pribadi boleh gak", "answer"),
        ("cara masak rendang gimana", "outside"),
        ("", "wordless"),
        ("???", "wordless"),
        ("你好，我需要帮助", "foreign"),
        ("nomor disnaker lombok timur", "contacts"),
    ],
)
def test_what_a_question_is(knowledge: Knowledge, typed: str, outcome: str) -> None:
    """Each kind goes its own way, and what nobody can answer is not guessed."""
    assert search_faq(SearchFaq(typed), knowledge).outcome == outcome


def test_an_answer_brings_its_entry_and_its_ways(knowledge: Knowledge) -> None:
    """At most three suggestions; an entry that was taken out is none."""
    found = search_faq(SearchFaq("bayar ke rekening pribadi boleh gak"), knowledge)
    entry = found.values["entry"]

    assert open_entry(OpenEntry(entry), knowledge).values["actions"] == found.values["actions"]
    assert open_entry(OpenEntry("tidak-ada"), knowledge).outcome == "none"
    asked = search_faq(SearchFaq("apa itu siskop"), knowledge)
    assert asked.outcome == "suggest"
    assert 1 <= len(asked.values["suggestions"].split()) <= 3


def test_a_recruiter_answer_has_date_and_source(knowledge: Knowledge) -> None:
    """Whatever is found, when and by whom it was written down goes along; numbers can be dialled."""
    text = "PT Bina Dinamita Rama, bu Sri 0812 3456 7890"

    found = look_up_recruiter(LookUpRecruiter(text), knowledge, TODAY)

    assert found.values["contact"] == "differs"
    assert found.values["as_of"].startswith("per ")
    assert found.values["source"]
    assert "0813-3622-6999" in found.values["office_phone"]


@pytest.mark.parametrize("text", ["#99999", "#-1", "#x", "#", "", "12", "\x00"])
def test_hostile_look_ups_are_unclear(knowledge: Knowledge, text: str) -> None:
    """A row that is not there, and texts without a name."""
    assert look_up_recruiter(LookUpRecruiter(text), knowledge, TODAY).outcome == "unclear"


def test_danger_is_heard_in_texts_edits_captions_and_commands(knowledge: Knowledge) -> None:
    """Wherever words come from; the files of a caption go along; a deep link's payload is no text."""
    cry = "tolong saya disekap majikan"
    for event in (Text(cry), Edited(cry, 5), Command("lapor", cry), Files((PHOTO,))):
        heard, _ = screened(event, knowledge)
        assert isinstance(heard, DangerNoticed), event
        assert heard.text == cry
    assert screened(Files((PHOTO,)), knowledge)[0].media == (PHOTO,)  # type: ignore[union-attr]  # danger
    for calm in (Command("start", cry), Tap("a", "b", "c"), Text("halo"), Files((Media("voice", "f", "u"),))):
        assert screened(calm, knowledge) == (calm, False)
