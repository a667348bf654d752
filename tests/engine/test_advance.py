"""One event and where it leads: choices, questions, sub-flows, old buttons, news, danger, loops."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.danger import Danger
from bot.engine.advance import advance
from bot.engine.effects import AddToReport, FileReport, Say, SetTimer
from bot.engine.events import (
    Answered,
    Command,
    Contact,
    DangerNoticed,
    Edited,
    Event,
    Files,
    Location,
    Media,
    Notice,
    Tap,
    Text,
    TimerFired,
    Unsupported,
)
from bot.engine.queries import SearchFaq
from bot.engine.session import Frame, Session, parse_session, to_json
from bot.engine.settling import begin, settle_in
from bot.engine.walk import Step
from bot.errors import CorruptRecord, FlowLoopError
from tests.engine.small_flows import FRESH, at, said, small_flows

FLOWS = small_flows()
PHOTO = Media("photo", "f1", "u1", caption="bukti")


def step(session: Session, event: Event) -> Step:
    return advance(FLOWS, session, event, FRESH)


def place(taken: Step) -> str:
    return f"{taken.session.here.flow}/{taken.session.here.node}"


@pytest.mark.parametrize(
    ("typed", "leads_to"),
    [
        ("ya", "main/home"),
        ("1", "main/home"),
        ("iya kak", "main/home"),
        ("Sudah", "main/home"),
        ("sudah dong", "main/home"),
        ("saya sudah", "main/home"),
        ("UDAH!!", "main/home"),
        ("blm, katanya nanti", "list/warn"),
        ("2", "list/warn"),
        ("tidak tahu", "list/warn"),
        ("gatau sih", "list/warn"),
    ],
)
def test_a_choice_may_be_typed(typed: str, leads_to: str) -> None:
    """Labels, numbers and everyday words count as much as the button."""
    assert place(step(at("list/step"), Text(typed))) == leads_to


def test_the_longest_words_win() -> None:
    """ "tidak tahu" is not "tidak"."""
    taken = step(at("list/step"), Text("tidak tahu kak"))

    assert place(taken) == "list/warn"
    assert "ready" not in taken.session.answers


@pytest.mark.parametrize(
    "typed", ["belum itu apa?", "sudah gimana maksudnya", "kenapa harus", "ya kenapa sih"]
)
def test_a_question_is_never_taken_for_a_choice(typed: str) -> None:
    """It is looked up, and the step stands where it was."""
    taken = step(at("list/step"), Text(typed))

    assert taken.query == SearchFaq(typed)
    assert taken.session.stack[1] == Frame("list", "step")


def test_a_side_question_returns_exactly() -> None:
    """The answer is shown over the step, and [Kembali] shows the very step again, with its name."""
    asked = step(at("list/step"), Text("potongan berapa?"))
    shown = step(asked.session, Answered("search_faq", "answer"))
    assert said(shown.effects) == ["Jawaban atas potongan berapa?."]

    back = step(shown.session, Text("kembali"))

    assert back.session.stack == at("list/step").stack
    assert said(back.effects) == ["Sudah?"]


def test_a_tap_takes_the_choice_and_its_screen_is_replaced_only_by_taps() -> None:
    """The button's own node and nonce are needed; the answer is written down."""
    taken = step(at("list/step"), Tap("nonce1", "step", "yes"))

    assert place(taken) == "main/home"
    assert taken.session.answers["ready"] == "yes"
    assert taken.session.nonce == FRESH.nonce


@pytest.mark.parametrize(
    "tap", [Tap("older", "step", "yes"), Tap("nonce1", "other", "yes"), Tap("nonce1", "step", "x")]
)
def test_an_old_button_shows_the_present_screen(tap: Tap) -> None:
    """Nothing is answered; the screen comes anew below with a word why, and the old one is left alone."""
    taken = step(at("list/step"), tap)

    assert place(taken) == "list/step"
    assert taken.session.answers == {}
    (shown,) = taken.effects
    assert isinstance(shown, Say)
    assert shown.text.startswith("Tombol lama.")
    assert not shown.replace
    assert shown.buttons


def test_a_called_flow_comes_back_with_its_answers() -> None:
    """Name and age are asked, the number is read out of the words, and the menu stands again."""
    asked = step(at(), Tap("nonce1", "home", "name"))
    named = step(asked.session, Text("Siti & Co"))
    done = step(named.session, Text("umur saya 23 tahun"))

    assert done.session.answers["age"] == "23"
    assert said(done.effects) == ["Halo Siti &amp; Co.\n\nMau apa?"]
    assert done.session.stack == (Frame("main", "home"),)


def test_an_unreadable_answer_is_asked_again_with_a_reason() -> None:
    """What is not a number gets the retry line and the question."""
    taken = step(at("name/age"), Text("sudah tua"))

    assert said(taken.effects) == ["Angka saja.\n\nUmur?"]


@pytest.mark.parametrize("typed", ["keluar", "KELUAR", " Keluar. ", "keluar kak"])
def test_the_word_keluar_works_anywhere(typed: str) -> None:
    """Also where a free text is asked for, with a full stop or a polite word behind it."""
    assert place(step(at("name/ask"), Text(typed))) == "news/exit"


def test_the_emergency_button_stands_under_every_screen() -> None:
    """One tap from anywhere, and by its typed word."""
    shown = step(at("name/ask"), Unsupported("dice")).effects[-1]
    assert isinstance(shown, Say)
    assert shown.buttons[-1][-1].label == "Darurat"

    assert place(step(at("list/step"), Text("sos"))) == "news/card"


def test_unknown_commands_and_stickers_leave_the_person_where_they_are() -> None:
    """A kind line and the present screen."""
    assert said(step(at("list/step"), Command("apa")).effects) == ["Belum kenal.\n\nSudah?"]
    assert said(step(at("list/step"), Unsupported("sticker")).effects) == ["Belum bisa.\n\nSudah?"]


def test_news_is_said_and_nothing_moves() -> None:
    """A notice in the middle of a step: told, and the step and its buttons stay good."""
    taken = step(at("list/step"), Notice("news", {"what": "baru"}))

    assert said(taken.effects) == ["Kabar baru."]
    assert taken.session.stack == at("list/step").stack
    assert taken.session.nonce == "nonce1"


def test_unknown_news_and_timers_are_silent() -> None:
    """What this edition does not know does no harm."""
    assert step(at("list/step"), Notice("something", {})).effects == ()
    assert step(at("list/step"), TimerFired("something")).effects == ()


def test_a_timer_brings_its_payload_and_is_forgotten() -> None:
    """Fired once, gone from the session."""
    taken = step(at(timers={"later:1": "x"}), TimerFired("later:1"))

    assert taken.session.timers == {}
    assert taken.session.answers["payload"] == "x"


def test_danger_goes_before_everything() -> None:
    """In the middle of a report too: the card, and where they were stays below it."""
    taken = step(at("report/tell"), DangerNoticed(Danger.EMERGENCY, ("disekap",), "tolong"))

    assert place(taken) == "news/card"
    assert taken.session.stack[1] == Frame("report", "tell")


def test_resume_goes_on_at_the_checkpoint() -> None:
    """Entering a waiting checkpoint node writes the mark."""
    taken = step(at(), Command("list"))

    assert taken.session.checkpoints == {"list": "step"}


def test_a_flow_under_way_is_not_entered_twice() -> None:
    """The same command inside a side question cuts back to the first one."""
    session = at("list/step", "faq/show", "name/ask")

    taken = step(session, Command("list"))

    assert [frame.flow for frame in taken.session.stack] == ["main", "list"]


def test_a_step_that_is_gone_leads_to_the_checkpoint_and_loses_no_answer() -> None:
    """Its flow's checkpoint, else its start; marks that are gone are forgotten."""
    session = at("list/old", answers={"ready": "yes"}, checkpoints={"list": "warn", "name": "gone", "x": "y"})

    settled, moved = settle_in(FLOWS, session)

    assert moved
    assert settled.here == Frame("list", "warn")
    assert settled.answers == {"ready": "yes"}
    assert settled.checkpoints == {"list": "warn"}
    assert settle_in(FLOWS, at("list/old"))[0].here == Frame("list", "step")


def test_a_flow_that_is_gone_leads_home() -> None:
    """Also when nothing is left of the stack."""
    settled, moved = settle_in(FLOWS, Session((Frame("away", "x"), Frame("more", "y"))))

    assert moved
    assert settled.stack == (Frame("main", "home"),)
    assert settle_in(FLOWS, at("list/step"))[1] is False


def test_a_loop_that_never_waits_is_ended() -> None:
    """Bounded, and named by where it stands."""
    with pytest.raises(FlowLoopError):
        step(at(), Command("loop"))


def test_a_report_makes_its_case_and_shows_its_receipt() -> None:
    """The first text is the report; the session knows its case; the receipt is shown in groups of four."""
    taken = step(at("report/tell"), Text("ditipu"))

    assert taken.effects[0] == FileReport("K-NEW", FRESH.receipt, "ditipu")
    assert said(taken.effects) == ["Tersimpan 1234 5678 9012 3456."]
    assert taken.session.case == "K-NEW"


def test_held_files_go_into_the_next_report() -> None:
    """A photo sent before anybody knew what it was for is not lost."""
    asked = step(at(), Files((PHOTO,)))
    assert place(asked) == "news/card"
    assert asked.session.held == (PHOTO,)

    taken = step(at("report/tell", held=(PHOTO,)), Text("ini buktinya"))

    assert taken.effects[0] == FileReport("K-NEW", FRESH.receipt, "ini buktinya", (PHOTO,))
    assert taken.session.held == ()


def test_files_that_answer_carry_their_captions() -> None:
    """An album is one answer: all captions, all files."""
    album = (PHOTO, Media("photo", "f2", "u2", caption="kedua"))

    taken = step(at("report/more", case="K-1"), Files(album))

    assert taken.effects[0] == AddToReport("K-1", "bukti\nkedua", album)
    assert taken.effects[1] == SetTimer("later", "60")
    assert taken.session.timers == {"later": ""}


def test_a_corrected_message_is_a_revision_of_the_report() -> None:
    """Silently, and only where words go to officers."""
    taken = step(at("report/more", case="K-1"), Edited("baru", 9))

    assert taken.effects == (AddToReport("K-1", "baru", revision_of=9),)
    assert step(at("list/step", case="K-1"), Edited("belum", 9)).session.here == Frame("list", "warn")


def test_a_correction_that_comes_late_still_goes_to_the_report() -> None:
    """Telegram may deliver it after the person walked on; what officers never got stays a question."""
    told = replace(FRESH, message_id=9)
    first = advance(FLOWS, at("report/more", case="K-1"), Text("nomornya 0812"), told).session
    elsewhere = replace(at("list/step", case="K-1"), told=first.told)

    taken = step(elsewhere, Edited("nomornya 0813", 9))

    assert taken.effects == (AddToReport("K-1", "nomornya 0813", revision_of=9),)
    assert taken.session.here == Frame("list", "step")
    assert step(elsewhere, Edited("belum", 8)).session.here == Frame("list", "warn")


def test_a_session_of_newer_code_is_read_without_what_is_new() -> None:
    """While one process is newer than another, nobody loses their place; what is no session is not taken."""
    session = at("list/step", case="K-1")
    newer = to_json(session).replace(b"{", b'{"tomorrow":[1],', 1)

    assert parse_session(newer) == session
    for raw in (b"", b"[]", b"{}", b'{"stack":[1]}', b'{"stack":[],"held":[{"odd":1}]}'):
        with pytest.raises(CorruptRecord):
            parse_session(raw)


def test_another_case_takes_no_corrections_of_the_first() -> None:
    """A new report forgets which messages belonged to the one before."""
    before = replace(at("report/tell", case="K-1"), told=(9,))

    taken = advance(FLOWS, before, Text("orang lain menipu saya"), replace(FRESH, message_id=12))

    assert taken.session.case == "K-NEW"
    assert taken.session.told == (12,)


def test_cards_and_places_are_used_or_shown_a_way() -> None:
    """A contact and a location where nobody asked lead to their own flows."""
    assert place(step(at("list/step"), Contact("+62812", "Bu Sri"))) == "news/card"
    assert place(step(at("list/step"), Location(1.0, 2.0))) == "news/card"


media = st.builds(Media, st.sampled_from(["photo", "voice", "x"]), st.text(), st.text(), caption=st.text())
events = st.one_of(
    st.builds(Text, st.text()),
    st.builds(Edited, st.text(), st.integers()),
    st.builds(Tap, st.text(), st.text(), st.text()),
    st.builds(Command, st.text(), st.text()),
    st.builds(Files, st.lists(media, max_size=3).map(tuple)),
    st.builds(Contact, st.text(), st.text()),
    st.builds(Location, st.floats(), st.floats()),
    st.builds(Unsupported, st.text()),
    st.builds(DangerNoticed, st.sampled_from(Danger), st.just(()), st.text()),
    st.builds(TimerFired, st.text()),
    st.builds(Notice, st.text(), st.dictionaries(st.text(), st.text(), max_size=2)),
)


@given(st.lists(events, max_size=8))
def test_any_events_keep_a_session_that_survives_json(happening: list[Event]) -> None:
    """Whatever people send, in any order: nothing raises, and the session reads back as it was."""
    session = begin(FLOWS)

    for event in happening:
        if event == Command("loop", getattr(event, "payload", "")):
            continue
        taken = step(session, event)
        if taken.query is not None:
            taken = step(taken.session, Answered("search_faq", "answer"))
        session = taken.session
        try:
            written = to_json(session)
        except UnicodeEncodeError:
            return  # lone surrogates never get past the way in
        assert parse_session(written) == session
