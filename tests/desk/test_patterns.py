"""The page "Pola": clusters with figures for all, cases and reviews only for who may read the cases."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.cases.officer import Role
from bot.patterns.sight import Looked, Source
from tests.cases.people import RINA
from tests.desk.bench import DeskBench, Page

NUMBER = "0812 3456 7890"
STORY = f"kenari-4711 ditipu, nomornya {NUMBER}"
CODES = ("K-7QX2", "K-7QX3", "K-7QX4")
FORMS = {
    "/pola/cari": {"nomor": NUMBER},
    "/pola/tinjau": {"keadaan": "batal", "catatan": "x"},
    "/pola/batas": {"kabari": "2", "sebut": "2"},
}


async def reported(desk: DeskBench, *districts: str, queue: str = "polres") -> None:
    for code, district in zip(CODES, districts, strict=False):
        await desk.report(code, STORY, district=district, queue=queue)


async def checked(desk: DeskBench, number: int) -> None:
    today = desk.clock.now.date()
    for asker in range(number):
        looked = Looked(today, Source.CHECK, NUMBER)
        await desk.room.patterns.keep_look(f"u{asker}", f"{asker:020x}", looked)


def print_on(page: Page) -> str:
    return page.fields("/pola/tinjau")["jejak"]


async def test_a_cluster_with_its_table_kinds_and_cases(desk: DeskBench) -> None:
    """How often, where and when, what is shared, and which cases; never the number itself."""
    await reported(desk, "Lombok Barat", "Lombok Timur")
    await checked(desk, 3)
    rina = await desk.officer("rina")

    page = await rina.get("/pola")

    assert page.status == 200
    for words in (
        "5 kali muncul",
        "2 laporan",
        "3 pengecekan",
        "2 wilayah",
        "+5 dari minggu lalu",
        "Nomor telepon",
    ):
        assert words in page.words
    assert "Lombok Barat 1 · · · · ·" in page.words
    assert "tidak disebut 3 · · · · ·" in page.words
    assert all(f"/kasus/{code}" in page.html for code in CODES[:2])
    assert "3456" not in page.html
    assert "kenari" not in page.html


async def test_an_officers_review_stands_for_colleagues(desk: DeskBench) -> None:
    """With a name, a time and a note; and it counts for what people are told."""
    await reported(desk, "", "", "")
    rina, budi = await desk.officer("rina"), await desk.officer("budi")

    first = await rina.press(
        await rina.get("/pola"), "/pola/tinjau", keadaan="checking", catatan="tanya bank"
    )
    seen = await budi.get("/pola")
    said_before = await desk.room.patterns.reported_before(NUMBER)
    second = await budi.press(seen, "/pola/tinjau", keadaan="reviewed", catatan="tiga pelapor")

    assert "Ditandai sedang diperiksa" in first.words
    assert "sedang diperiksa" in seen.words
    assert "Rina" in seen.words
    assert "tanya bank" in seen.words
    assert "Tercatat: sudah ditinjau petugas" in second.words
    assert [said_before, await desk.room.patterns.reported_before(NUMBER)] == [False, True]


async def test_a_review_is_taken_back_and_nothing_is_said_any_more(desk: DeskBench) -> None:
    """Reviewed by mistake: as if nobody had looked, for people and for colleagues."""
    await reported(desk, "", "", "")
    rina = await desk.officer("rina")
    fresh = await rina.get("/pola")
    reviewed = await rina.press(fresh, "/pola/tinjau", keadaan="reviewed", catatan="tiga pelapor")
    said = await desk.room.patterns.reported_before(NUMBER)

    after = await rina.press(reviewed, "/pola/tinjau", keadaan="batal")

    assert said
    assert "Tarik tinjauan" not in fresh.words
    assert "Tarik tinjauan" in reviewed.words
    assert "Tinjauan ditarik" in after.words
    assert "tiga pelapor" not in after.words
    assert not await desk.room.patterns.reported_before(NUMBER)


async def test_a_number_that_is_typed_is_looked_for_and_forgotten(desk: DeskBench) -> None:
    """Found in any spelling; it stands in no address and not on the page."""
    await desk.report(CODES[0], STORY)
    rina = await desk.officer("rina")
    start = await rina.get("/pola")

    found = await rina.press(start, "/pola/cari", nomor="+62 812-3456-7890")
    nothing = await rina.press(start, "/pola/cari", nomor="0857 1111 2222")

    assert "Belum ada yang muncul lebih dari sekali" in start.words
    assert f"/kasus/{CODES[0]}" in found.html
    assert found.path == "/pola/cari"
    assert "3456" not in found.html
    assert "Belum pernah muncul" in nothing.words


async def test_thresholds_are_set_by_who_leads(desk: DeskBench) -> None:
    """Supervisors and coordinators; others read what is set. A number out of range is explained."""
    siti, rina = await desk.officer("siti"), await desk.officer("rina")
    start = await siti.get("/pola")

    done = await siti.press(start, "/pola/batas", kabari="7", sebut="4")
    wrong = [
        await siti.press(start, "/pola/batas", kabari=each, sebut="4") for each in ("0", "viel", "", "1001")
    ]

    assert "Batas baru berlaku" in done.words
    assert [each.status for each in wrong] == [400] * 4
    assert all("1 sampai 1000" in each.words for each in wrong)
    assert "mulai 7 kemunculan" in (await rina.get("/pola")).words
    assert not (await rina.get("/pola")).offers("/pola/batas")


@pytest.mark.parametrize("officer", ["neng", "dewi", "koko"])
async def test_who_may_not_read_the_cases_sees_figures_only(desk: DeskBench, officer: str) -> None:
    """Another agency, a partner, a coordinator: no code, no note, no review, no way to write one."""
    await reported(desk, "Lombok Barat", "Lombok Timur")
    rina, browser = await desk.officer("rina"), await desk.officer(officer)
    own = await rina.get("/pola")
    await rina.press(own, "/pola/tinjau", keadaan="checking", catatan="catatan-kenari")

    page = await browser.get("/pola")
    found = await browser.press(page, "/pola/cari", nomor=NUMBER)
    form = {**page.fields("/pola/cari"), "jejak": print_on(own), "keadaan": "reviewed"}
    refused = await browser.post("/pola/tinjau", form)

    for seen in (page, found):
        assert "2 kali muncul" in seen.words
        assert "2 kasus lain di luar hakmu" in seen.words
        assert [each for each in (*CODES, "kenari", "sedang diperiksa", "3456") if each in seen.html] == []
        assert not seen.offers("/pola/tinjau")
    assert refused.status == 404
    assert not await desk.room.patterns.reported_before(NUMBER)


@pytest.mark.parametrize("role", [Role.EDITOR, Role.ADMIN])
async def test_for_who_works_on_no_cases_there_is_no_such_page(desk: DeskBench, role: Role) -> None:
    await reported(desk, "Lombok Barat", "Lombok Timur")
    await desk.room.roster.write(replace(RINA, id="lain", tag="", roles=frozenset({role})))
    browser = await desk.officer("lain")
    home = await browser.get("/")

    pages = [await browser.get("/pola")]
    for address, filled in FORMS.items():
        pages.append(
            await browser.post(address, {**home.fields("/keluar"), "jejak": "phone:" + "a" * 20, **filled})
        )

    assert {page.status for page in pages} == {404}
    assert "/pola" not in home.html


async def test_without_a_session_or_its_token_nothing_happens(desk: DeskBench) -> None:
    await reported(desk, "Lombok Barat", "Lombok Timur")
    stranger, rina = desk.browser(), await desk.officer("rina")

    outside = [await stranger.get("/pola"), *[await stranger.post(each, FORMS[each]) for each in FORMS]]
    forged = [await rina.post(each, FORMS[each]) for each in FORMS]

    assert {page.status for page in outside} == {401}
    assert {page.status for page in forged} == {403}


@pytest.mark.parametrize(
    "filled",
    [{"jejak": "phone:zz"}, {"jejak": ""}, {"keadaan": "penipu"}, {"jejak": "phone:" + "a" * 20}],
    ids=["no print", "nothing", "no such state", "unknown print"],
)
async def test_a_form_that_is_no_review_is_none(desk: DeskBench, filled: dict[str, str]) -> None:
    await reported(desk, "Lombok Barat", "Lombok Timur")
    rina = await desk.officer("rina")

    page = await rina.press(await rina.get("/pola"), "/pola/tinjau", **{"keadaan": "reviewed", **filled})

    assert page.status == 404


async def test_the_page_keeps_to_the_rules_of_all_pages(desk: DeskBench) -> None:
    """No inline script or style, nothing kept by the browser, an officer's note escaped."""
    await reported(desk, "<b>Lobar</b>", "Lombok Timur")
    rina = await desk.officer("rina")
    note = "<script>alert(1)</script>"

    page = await rina.press(await rina.get("/pola"), "/pola/tinjau", keadaan="checking", catatan=note)

    assert "<script>alert" not in page.html
    assert "<b>Lobar" not in page.html
    assert " style=" not in page.html
    assert page.headers["Cache-Control"] == "no-store"
