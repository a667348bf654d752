"""Shelves and pages, walked through by the engine as a person would."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.authoring.content import Content
from bot.engine.events import Answered, Tap
from bot.engine.queries import SearchFaq
from bot.engine.session import Frame, Session
from bot.engine.settling import settle_in
from tests.authoring.walking import Walk


def at_shelf(content: Content, shelf: str = "negara") -> Walk:
    walk = Walk(content)
    walk.command("belajar")
    walk.type(shelf)
    return walk


def test_a_shelf_shows_eight_titles_a_screen(content: Content) -> None:
    """In the order of the files; the rest is behind "Lagi", and the way back says where it leads."""
    walk = at_shelf(content)

    first = walk.buttons[:]
    walk.type("lagi")
    second = walk.buttons[:]
    walk.type("sebelumnya")

    titles = "Taiwan|Hong Kong|Singapura|Korea Selatan|Jepang|Brunei|Malaysia|Arab Saudi".split("|")
    assert first == [*titles, "Lagi", "↩︎ Kembali ke tempat belajar", "🆘 Nomor darurat"]
    assert second[:3] == ["Jerman", "Polandia", "Sebelumnya"]
    assert walk.buttons == first


def test_later_screens_say_how_far(content: Content) -> None:
    """The shelf's words come once; then a line that tells where in it we are."""
    walk = at_shelf(content)

    first, second = walk.said, walk.tap("next")

    assert (first, second) == ("Pilih negara.", "<b>Negara tujuan</b> · bagian 2 dari 2")


@pytest.mark.parametrize("typed", ["taiwan", "Taiwan kak", "formosa", "1"])
def test_a_page_opens_by_title_word_or_number(content: Content, typed: str) -> None:
    """Everything a tap does can be typed."""
    walk = at_shelf(content)

    walk.type(typed)

    assert walk.said == "Umur paling rendah 18 tahun."
    assert walk.place == ("library-negara", "taiwan_page")


def test_a_page_of_another_screen_can_be_typed(content: Content) -> None:
    """Nobody has to look for the screen it is on; also from the page before."""
    walk = at_shelf(content)

    walk.type("polandia")
    first = walk.node
    walk.type("formosa")

    assert (first, walk.node) == ("polandia_page", "taiwan_page")


def test_a_sentence_that_begins_like_a_title_is_a_question(content: Content) -> None:
    """ "Paspor taiwan" opens a page, "paspor taiwan saya ditahan agen" is looked for among the answers."""
    walk = at_shelf(content)

    walk.type("paspor taiwan saya ditahan agen")

    assert walk.query == SearchFaq("paspor taiwan saya ditahan agen")


def test_a_number_means_what_is_shown(content: Content) -> None:
    """After eight titles "9" is "Lagi", not a page that cannot be seen."""
    walk = at_shelf(content)

    walk.type("9")

    assert walk.place == ("shelf-negara", "list_2")


def test_details_carry_the_sources_and_lead_back(content: Content) -> None:
    """As under an answer: details, their sources, the page's actions, and back to the very list."""
    walk = at_shelf(content)
    walk.type("taiwan")

    page = walk.buttons[:]
    details = walk.type("selengkapnya")
    walk.type("kembali")

    assert page[:4] == ["Selengkapnya", "Lapor", "Cek PT atau perekrut", "↩︎ Kembali ke Negara tujuan"]
    assert details.startswith("Biaya bisa berbeda, cek ke Disnaker.\n\nSumber: UU 18/2017 Pasal 5")
    assert walk.place == ("shelf-negara", "list_1")


def test_a_page_of_its_own_shows_its_sources_at_once(content: Content) -> None:
    """A page without details has no other place for them; one without facts has none."""
    walk = at_shelf(content)

    walk.type("jepang")

    assert walk.said == "Tanya dulu ke BP3MI tentang Jepang."
    assert walk.buttons[0] == "↩︎ Kembali ke Negara tujuan"


def test_a_story_is_one_tap_away(content: Content) -> None:
    """[Kisah yang mirip] and back to the short text."""
    walk = at_shelf(content, "modus")
    walk.tap("0-0")

    story = walk.type("kisah")
    walk.type("ringkasnya")

    assert story == "Sari, 17 tahun, membayar Rp 5 juta, lalu menelepon 110."
    assert walk.node == "visa-turis_page"


def test_a_page_past_its_review_says_so(content: Content) -> None:
    """On the day after `review_by`, and not before."""
    old, fresh = Walk(content, datetime(2026, 11, 22, tzinfo=UTC)), Walk(content)

    for walk in (old, fresh):
        walk.command("belajar")
        walk.type("negara")
        walk.type("jerman")

    assert old.said.startswith("ℹ️ Isi ini sudah waktunya diperiksa lagi.")
    assert fresh.said == "Tanya dulu ke BP3MI tentang Jerman."


def test_a_page_can_be_called_from_anywhere(content: Content) -> None:
    """`call: library-modus/visa-turis` shows a page; its way back leads to where it was called."""
    walk = Walk(content)
    home = walk.session
    pushed: Session = home.push("library-modus", "visa-turis_page")
    walk.session = replace(pushed, nonce="abc123")

    walk.tap("story")
    story = walk.buttons[:]
    walk.tap("back")

    assert "↩︎ Kembali ke menu" in story
    assert walk.session.stack == home.stack


@pytest.mark.parametrize(
    ("node", "said"),
    [("flag_visa_wisata", "Visa turis bukan izin bekerja."), ("story_visa_wisata", "Sari, 17 tahun")],
)
def test_a_red_flag_leads_to_its_page(content: Content, node: str, said: str) -> None:
    """Who knows only the flag of an advert can call its page, or the story that is like it."""
    walk = Walk(content)
    walk.session = walk.session.push("library-modus", node)

    shown = walk.take(Tap("", "", ""))

    assert shown.startswith(said)


def test_a_page_that_was_taken_out_leads_back(content: Content) -> None:
    """Who stood on it sees the list it was opened from."""
    walk = at_shelf(content)
    stack = (*walk.session.stack, Frame("library-negara", "atlantis_page"))

    walk.session, moved = settle_in(content.flows, replace(walk.session, stack=stack))
    shown = walk.take(Tap("", "", ""))

    assert (moved, shown) == (True, "Pilih negara.")


def test_an_answer_offers_its_page(content: Content) -> None:
    """[Tentang Jepang] shows the page that the entry names; the way back leads to the answer."""
    walk = Walk(content)
    entry = content.entries["syarat-usia"]
    walk.type("umur berapa?")
    walk.take(Answered("search_faq", "answer", {"entry": entry.id, "library_page": entry.page}))

    answer = walk.buttons[:]
    page = walk.type("tentang jepang")
    walk.type("kembali")

    assert answer[0] == "Tentang Jepang"
    assert page == "Tanya dulu ke BP3MI tentang Jepang."
    assert walk.place == ("faq", "show")


def test_pages_are_known_by_path(content: Content) -> None:
    """Other rooms find a page by shelf and name, with what it explains."""
    page = content.pages["modus/visa-turis"]

    assert (page.flags, page.texts) == (("visa_wisata",), {"short", "story"})
    assert content.pages["negara/taiwan"].topic == "syarat-usia"
