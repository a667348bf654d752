"""The page for editors: what people asked in vain, grouped, copyable, and hidden once seen to."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import replace

import pytest

from bot.cases.asked import Asked, Helped, Why
from bot.cases.officer import Role
from bot.desk.question_groups import yaml_lines
from bot.desk.survey import Near
from tests.cases.people import RINA
from tests.desk.bench import Browser, DeskBench

ADDRESSES = ("/pertanyaan", "/pertanyaan?saring=dipilih", "/pertanyaan/unduh")


class WordSurvey:
    """Questions that begin with the same word belong together."""

    def groups(self, texts: Sequence[str]) -> Sequence[Sequence[int]]:
        by_word: dict[str, list[int]] = {}
        for place, text in enumerate(texts):
            by_word.setdefault(text.split()[0], []).append(place)
        return sorted(by_word.values(), key=lambda places: (-len(places), texts[places[0]]))

    def nearest(self, texts: Sequence[str]) -> Sequence[Near]:
        score = 62.0 if texts[0].startswith("gaji") else 9.0
        return [Near("gaji-taiwan", self.title("gaji-taiwan"), score)]

    def title(self, entry: str) -> str:
        return {"gaji-taiwan": "Gaji di Taiwan"}.get(entry, "")


@pytest.fixture
def survey() -> WordSurvey:
    return WordSurvey()


@pytest.fixture
async def editor(desk: DeskBench) -> Browser:
    await desk.room.roster.write(replace(RINA, id="edi", tag="", roles=frozenset({Role.EDITOR})))
    return await desk.officer("edi")


async def noted(desk: DeskBench, why: Why, *texts: str, entry: str = "") -> None:
    today = desk.clock.now.date()
    for text in texts:
        await desk.room.notebook.keep(f"u-{why}-{text}", Asked(today, why, text, entry), today)


async def test_groups_by_size_with_the_answer_beside_them(desk: DeskBench, editor: Browser) -> None:
    """The largest group first; a near answer hints at a missing way to ask, a far one at a missing answer."""
    await noted(desk, Why.UNANSWERED, "kucing boleh ikut")
    await noted(desk, Why.NONE_FITTED, "gaji [nama] brp", 'gaji "bersih" taiwan')

    page = await editor.get("/pertanyaan")

    assert page.status == 200
    first, second = page.html.split('class="asked-group"')[1:]
    assert "2×" in first
    assert "mungkin kurang contoh pertanyaan" in first
    assert "Gaji di Taiwan" in first
    assert "gaji-taiwan.questions.yaml" in first
    assert "- &#34;gaji brp&#34;" in first
    assert "1×" in second
    assert "mungkin belum ada jawabannya" in second


async def test_filters_tell_kinds_apart(desk: DeskBench, editor: Browser) -> None:
    """Unanswered, disliked and picked stand on lists of their own, with their sizes."""
    await noted(desk, Why.UNANSWERED, "kucing boleh ikut")
    await noted(desk, Why.DISLIKED, "gaji bersih", entry="gaji-taiwan")
    await noted(desk, Why.PICKED, "upah di sana", entry="gaji-taiwan")

    pages = {name: await editor.get(f"/pertanyaan?saring={name}") for name in ("belum", "kurang", "dipilih")}

    for name, words in (("belum", "kucing"), ("kurang", "gaji bersih"), ("dipilih", "upah di sana")):
        assert [other for other, page in pages.items() if words in page.words] == [name]
    assert "Jawaban yang tampil: Gaji di Taiwan (1×)" in pages["kurang"].words
    assert "Belum pas 1" in pages["belum"].words


async def test_what_was_seen_to_is_hidden_and_nothing_else(desk: DeskBench, editor: Browser) -> None:
    """The button hides the questions that stood on the page; one that came meanwhile is listed."""
    await noted(desk, Why.UNANSWERED, "kucing boleh ikut", "gaji brp", "gaji bersih")
    page = await editor.get("/pertanyaan")
    await noted(desk, Why.UNANSWERED, "gaji lembur")

    after = await editor.press(page, "/pertanyaan/selesai", nomor=_first_ids(page.html))

    assert "ditandai sudah ditangani" in after.words
    assert "gaji lembur" in after.words
    assert "kucing boleh ikut" in after.words
    assert "gaji bersih" not in after.words


async def test_what_was_seen_to_by_mistake_comes_back(desk: DeskBench, editor: Browser) -> None:
    """It stands on a list of its own until it is too old, and one press brings it back."""
    await noted(desk, Why.UNANSWERED, "kucing boleh ikut", "gaji brp", "gaji bersih")
    page = await editor.get("/pertanyaan")
    await editor.press(page, "/pertanyaan/selesai", nomor=_first_ids(page.html))

    handled = await editor.get("/pertanyaan?saring=ditangani")
    back = await editor.press(handled, "/pertanyaan/selesai")
    again = await editor.get("/pertanyaan")

    assert "gaji brp" in handled.words
    assert "kucing" not in handled.words
    assert "Ditangani 2" in handled.words
    assert "kembali ke daftar" in back.words
    assert "gaji brp" not in back.words
    assert "gaji bersih" in again.words


async def test_the_table_can_be_taken_away_and_calculates_nothing(desk: DeskBench, editor: Browser) -> None:
    """One question a line; what a spreadsheet would take for a formula is text."""
    await noted(desk, Why.UNANSWERED, "=HYPERLINK(1) gaji", "gaji; brp, ya")

    page = await editor.get("/pertanyaan/unduh?saring=belum")

    rows = list(csv.reader(io.StringIO(page.body.decode("utf-8-sig"))))
    assert page.headers["Content-Disposition"] == 'attachment; filename="pertanyaan-belum.csv"'
    assert page.headers["Content-Type"].startswith("text/csv")
    assert {row[4] for row in rows[1:]} == {"'=HYPERLINK(1) gaji", "gaji; brp, ya"}


async def test_helpful_answers_are_counted(desk: DeskBench, editor: Browser) -> None:
    today = desk.clock.now.date()
    for name in ("a", "b"):
        await desk.room.notebook.keep(name, Helped("gaji-taiwan"), today)

    page = await editor.get("/pertanyaan")

    assert "Gaji di Taiwan 2×" in page.words


@pytest.mark.parametrize("officer", ["rina", "siti", "neng", "dewi", "koko"])
async def test_for_everybody_else_there_is_no_such_page(desk: DeskBench, officer: str) -> None:
    """Officers, supervisors, other agencies and coordinators: no page, no link to it, no way to hide."""
    await noted(desk, Why.UNANSWERED, "kucing boleh ikut")
    browser = await desk.officer(officer)
    queue = await browser.get("/")
    form = queue.fields("/keluar")

    pages = [await browser.get(address) for address in ADDRESSES]
    pages.append(await browser.post("/pertanyaan/selesai", {**form, "nomor": "ab"}))

    assert {page.status for page in pages} == {404}
    assert all("kucing" not in page.html for page in pages)
    assert "/pertanyaan" not in queue.html


async def test_without_a_session_nobody_learns_anything(desk: DeskBench) -> None:
    stranger = desk.browser()

    pages = [await stranger.get(address) for address in ADDRESSES]

    assert {page.status for page in pages} == {401}


async def test_an_editor_is_led_to_the_questions_and_sees_no_case(desk: DeskBench, editor: Browser) -> None:
    """The right to edit content opens no case, no figure and no form for cases."""
    code = await desk.report("K-7QX2")

    home = await editor.get("/")
    pages = [await editor.get(f"/kasus/{code}"), await editor.get("/kasus-baru")]

    assert home.path == "/pertanyaan"
    assert code not in home.html
    assert {page.status for page in pages} == {404}


async def test_the_page_keeps_to_the_rules_of_all_pages(desk: DeskBench, editor: Browser) -> None:
    """No inline script or style, nothing kept by the browser, words of people escaped."""
    await noted(desk, Why.UNANSWERED, "<script>alert(1)</script> gaji")

    page = await editor.get("/pertanyaan")

    assert "<script>alert" not in page.html
    assert " style=" not in page.html
    assert page.headers["Cache-Control"] == "no-store"


def test_copied_lines_have_no_placeholders_and_are_yaml() -> None:
    """A placeholder is nothing that people type."""
    assert yaml_lines(('pt [pt] "resmi"', "[nama]", "a\\b", "a\\b")) == '- "pt \'resmi\'"\n- "ab"'


def _first_ids(html: str) -> str:
    return html.partition('name="nomor" value="')[2].partition('"')[0]
