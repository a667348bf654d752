"""What good files become, and that the project's own content is faultless."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from bot.authoring.content import Content, check, load_content
from bot.engine.conditions import All, Has, Is, Not
from bot.engine.effects import FileReport, SetTimer
from bot.engine.flow import Exit
from bot.engine.queries import SearchFaq
from bot.errors import ContentError
from bot.faq.example import Example

SAMPLE = Path(__file__).parent / "sample"
PROJECT = Path(__file__).parent.parent.parent
TODAY = date(2026, 11, 21)


@pytest.fixture(scope="module")
def content() -> Content:
    return load_content(SAMPLE, version=3)


@pytest.mark.slow  # `make check` runs it too, and every test of what ships fails when it cannot be loaded
def test_the_projects_own_content_is_faultless() -> None:
    """What we ship passes the check that editors run."""
    problems = check(PROJECT, TODAY)

    assert "\n\n".join(problem.shown() for problem in problems) == ""


def test_a_flow_is_read_whole(content: Content) -> None:
    """Nodes, exits, conditions, actions and choices arrive as the engine's own types."""
    flow = content.flows["report"]
    what, done = flow.node("what"), flow.node("done")

    condition = All((Has("receipt"), Not(Is("story", ("a", "b")))))
    assert (flow.start, flow.title, flow.relays, flow.bare) == ("what", "report.title", True, False)
    assert (what.ask, what.save, what.waits) == (frozenset({"text", "media"}), "story", True)
    assert [action.effect for action in what.then] == [FileReport, SetTimer]
    assert what.then[1].fields == {"name": "nobody", "after_s": "600"}
    assert what.exits == (Exit("go", "done", condition), Exit("go", "done"))
    assert (done.ask, done.sensitive, done.checkpoint) == (frozenset({"choice"}), True, True)
    assert done.choices[0].url == "https://example.org/uu"
    assert (done.choices[0].exit, done.choices[1].exit) == (Exit("stay"), Exit("home"))


def test_a_query_leads_on_by_its_outcome(content: Content) -> None:
    """Outcomes may be a node's name or a whole way out."""
    look = content.flows["faq"].node("look")

    assert look.query is not None
    assert (look.query.effect, look.query.fields) == (SearchFaq, {"text": "{question}"})
    assert look.outcomes["answer"] == Exit("go", "show")
    assert look.outcomes["none"] == Exit("go", "unknown", set={"entry": ""})


def test_triggers_of_all_flows_come_together(content: Content) -> None:
    """A name without a node leads to the flow's start."""
    triggers = content.flows.triggers

    assert triggers.commands == {
        "start": "main/home",
        "lapor": "report",
        "report": "report",
        "belajar": "library/shelves",
        "kuis": "library/quiz",
    }
    assert triggers.words == {"menu": "main/home"}
    assert triggers.timers == {"nobody": "report/late"}
    assert (triggers.question, triggers.danger) == ("faq/look", "emergency/card")
    assert content.flows.place("report") == ("report", "what")


def test_words_to_type_are_spelled_out(content: Content) -> None:
    """ "@yes" stands for the words of typed.yes, also under every screen."""
    home = content.flows["main"].node("home")

    assert home.choices[0].typed == ("ya", "iya", "iy")
    assert [choice.id for choice in content.flows.always] == ["sos"]


def test_an_entry_becomes_words_with_its_sources(content: Content) -> None:
    """Sources are linked, escaped and dated; the law stands before its source."""
    wording = content.flows.wording

    assert wording.text("faq.syarat-usia.short", {}) == "Umur paling rendah 18 tahun."
    assert wording.label("faq.syarat-usia.title", {}) == "Umur paling rendah"
    assert wording.text("faq.{entry}.sources", {"entry": "syarat-usia"}) == (
        'Sumber: UU 18/2017 Pasal 5 (<a href="https://example.org/uu?a=1&amp;b=2">Peraturan &amp; naskah</a>)'
        ', per 29 Oktober 2025; <a href="https://example.org/biaya">Berita</a>, per Oktober 2025'
    )
    assert content.entries["syarat-usia"].actions == ("check", "report")
    assert Example("umur minimal tki", "syarat-usia", "keyword") in content.examples


def test_an_emergency_card_is_made_of_contacts(content: Content) -> None:
    """The advice first, then each number to call."""
    wording = content.flows.wording

    assert wording.text("emergency.card.default", {}) == (
        "Kalau bisa menelepon, pilih satu nomor ini.\n\n🆘 <b>Polisi</b>\nTelepon: 110\n24 jam, gratis"
    )
    assert wording.text("emergency.card.{country}", {"country": "malaysia"}).endswith(
        "🆘 <b>KBRI Kuala Lumpur</b>\nTelepon: +60 3-2116 4016\nWhatsApp: +62 811-8080-141"
    )
    assert wording.label("emergency.label.malaysia", {}) == "Malaysia"
    assert wording.label("emergency.typed.malaysia", {}) == "malaysia|kl"


def test_register_lexicon_danger_and_version_are_there(content: Content) -> None:
    """One value holds everything that other rooms need."""
    assert [row.name for row in content.register.rows] == ["PT Contoh Jaya", "PT Sinar Contoh"]
    assert (content.register.complete, content.register.as_of) == (False, date(2026, 9, 17))
    key = content.register.key(content.register.rows[1])
    assert content.flows.wording.label(f"recruiter.name.{key}", {}) == "PT Sinar Contoh"
    assert content.lexicon.short_forms["gak"] == "tidak"
    assert [rule.sign for rule in content.danger.rules] == ["disekap"]
    assert content.flows.version == 3
    assert content.facts["LAW-001"].source.law == "UU 18/2017 Pasal 5"
    assert content.directory.contacts["polisi-110"].phones == ("110",)


def test_the_fingerprint_changes_with_any_byte(tmp_path: Path, content: Content) -> None:
    """The same files give the same fingerprint anywhere; one more space gives another."""
    copy = tmp_path / "copy"
    shutil.copytree(SAMPLE, copy)
    same = load_content(copy).fingerprint
    words = copy / "content/id/wording/main.yaml"
    words.write_text(words.read_text(encoding="utf-8") + "\n", encoding="utf-8")

    other = load_content(copy).fingerprint

    assert same == content.fingerprint
    assert other != same


def test_faulty_content_is_refused_in_one_line(tmp_path: Path) -> None:
    """A broken edit never replaces what runs; the line says how to find out more."""
    copy = tmp_path / "copy"
    shutil.copytree(SAMPLE, copy)
    flow = copy / "flows/main.yaml"
    flow.write_text(flow.read_text(encoding="utf-8").replace("call: rec", "call: req"), encoding="utf-8")

    with pytest.raises(ContentError) as refused:
        load_content(copy)

    assert str(refused.value) == "isi bot punya 1 masalah; jalankan langkah-aman check"


def test_an_overdue_review_does_not_stop_the_bot() -> None:
    """It is a task for the editor, told by the check; people are not left without answers."""
    later = date(2030, 1, 1)

    overdue = check(SAMPLE, later)

    assert overdue
    assert all(each.overdue and "diperiksa lagi" in each.message for each in overdue)
    assert load_content(SAMPLE).entries


def test_an_empty_folder_is_no_content(tmp_path: Path) -> None:
    """Nothing to say is a problem, not a crash."""
    with pytest.raises(ContentError):
        load_content(tmp_path)
