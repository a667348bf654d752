"""One rule for everything: what an officer may not see does not exist for them."""

from __future__ import annotations

import pytest

from bot.cases.officer_commands import Claim
from tests.desk.bench import Browser, DeskBench, Page, photo

WORD = "gudang-rahasia"
ACTIONS = ("ambil", "lepas", "alihkan", "tutup", "balas", "catat")


@pytest.fixture
async def held(desk: DeskBench) -> str:
    """A case of Polres, held by Rina, with a photo."""
    code = await desk.report_with("K-7QX2", ["photo"], photo())
    claim = Claim(id="c", at=desk.clock.now, code=code, officer="rina")
    await desk.room.casework.apply(claim, desk.clock.now)
    other = await desk.report("K-H3TV", text=WORD, district="Praya")
    await desk.room.casework.apply(
        Claim(id="c2", at=desk.clock.now, code=other, officer="rina"), desk.clock.now
    )
    return code


async def everywhere(browser: Browser, code: str) -> list[Page]:
    """Every address of a case, asked for by somebody with a good session and good forms."""
    looked = [
        await browser.get(f"/kasus/{code}{each}")
        for each in ("", "/salinan", "/bukti/f0", "/bukti/f0?unduh=1")
    ]
    form = (await browser.get("/kasus-baru")).fields("/kasus-baru")
    filled = {**form, "alasan": "x", "kepada": "neng", "hasil": "helped", "balasan": "x", "catatan": "x"}
    return looked + [await browser.post(f"/kasus/{code}/{each}", filled) for each in ACTIONS]


@pytest.mark.parametrize("officer", ["neng", "dewi"])
async def test_another_agency_meets_a_case_that_is_not_there(
    desk: DeskBench, held: str, officer: str
) -> None:
    """Every address of a case that is not shared answers exactly as for a code nobody ever had."""
    browser = await desk.officer(officer)

    real = await everywhere(browser, held)
    made_up = await everywhere(browser, "K-9999")

    assert {page.status for page in real} == {404}
    assert [page.body for page in real] == [page.body for page in made_up]


@pytest.mark.parametrize(
    ("officer", "sees"), [("rina", True), ("budi", True), ("neng", False), ("dewi", False)]
)
async def test_queue_figures_and_search_follow_the_same_rule(
    desk: DeskBench, held: str, officer: str, sees: bool
) -> None:
    """List, count and search by code, by place and by words agree on who may know of a case."""
    browser = await desk.officer(officer)

    queue = await browser.get("/")
    found = [await browser.press(queue, "/cari", cari=words) for words in (held, WORD, "praya")]

    assert (held in queue.html) is sees
    assert ("2 terbuka" in queue.words) is sees
    assert ("0 terbuka" in queue.words) is not sees
    assert [page.path == f"/kasus/{held}" or "K-" in page.part("rows") for page in found] == [sees] * 3


async def test_a_coordinator_sees_figures_only(desk: DeskBench, held: str) -> None:
    """Figures of every case, and not one code or word."""
    koko = await desk.officer("koko")

    queue = await koko.get("/")
    pages = [await koko.get(f"/kasus/{held}"), await koko.get("/kasus-baru")]

    assert "2 terbuka" in queue.words
    assert "K-" not in queue.words
    assert {page.status for page in pages} == {404}


async def test_rights_can_be_lost_while_a_page_is_open(desk: DeskBench) -> None:
    """Neng sees an unclaimed case; once Polres holds it, her open page leads nowhere."""
    code = await desk.report("K-7QX2")
    neng = await desk.officer("neng")
    before = await neng.get(f"/kasus/{code}")

    claim = Claim(id="c", at=desk.clock.now, code=code, officer="rina")
    await desk.room.casework.apply(claim, desk.clock.now)
    after = await neng.press(before, f"/kasus/{code}/catat", catatan="x")

    assert before.status == 200
    assert after.status == 404


async def test_a_copy_leaves_the_desk_only_with_who_holds_the_case(desk: DeskBench, held: str) -> None:
    """The holder and the supervisor may export; a colleague is told why not."""
    answers = {}
    for officer in ("rina", "siti", "budi"):
        browser = await desk.officer(officer)
        answers[officer] = await browser.get(f"/kasus/{held}/salinan")

    assert [page.status for page in answers.values()] == [200, 200, 409]
    assert "paspor saya ditahan" in answers["rina"].html
    assert answers["rina"].headers["Content-Disposition"] == 'attachment; filename="K-7QX2.txt"'
    assert answers["rina"].headers["Content-Type"].startswith("text/plain")
