"""When something goes wrong: a page with a way forward, and a log without anybody's words."""

from __future__ import annotations

from structlog.testing import capture_logs

from bot.store.connection import Store
from tests.desk.bench import DeskBench

WORD = "nama-seseorang"


async def test_a_fault_is_logged_by_its_kind_only(desk: DeskBench, store: Store) -> None:
    """The page says what to do next; the log names kind and route, never a code or a word."""
    code = await desk.report("K-7QX2")
    rina = await desk.officer("rina")
    await store.cases.call("HSET", store.cases.keys.case(code), "summary", f'{{"{WORD}'.encode())

    with capture_logs() as logs:
        page = await rina.get(f"/kasus/{code}?rahasia={WORD}")

    assert page.status == 500
    assert "Ada yang rusak di sini" in page.words
    assert "Ke antrean" in page.words
    assert [line["event"] for line in logs] == ["desk.failed"]
    assert logs[0]["error"] == "CorruptRecord"
    assert code not in str(logs)
    assert WORD not in str(logs) + page.html


async def test_an_address_that_is_none_leads_back(desk: DeskBench) -> None:
    """Unknown paths, codes that are none, and methods nobody offers look alike."""
    rina = await desk.officer("rina")

    pages = [
        await rina.get(path) for path in ("/apa", "/kasus/K-0000", "/kasus/abcdefgh", "/kasus/K-7QX2/ambil")
    ]

    assert [page.status for page in pages] == [404, 404, 404, 405]
    assert all("Ke antrean" in page.words for page in pages)


async def test_an_ended_session_can_go_on_where_it_was(desk: DeskBench) -> None:
    """A link from elsewhere comes without the cookie: the page offers itself once more."""
    stranger = desk.browser()

    page = await stranger.get("/kasus/K-7QX2")

    assert page.status == 401
    assert 'href="/kasus/K-7QX2"' in page.html
