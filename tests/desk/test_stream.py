"""Open pages hear of changes: codes only, and only of cases their officer may list."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

import aiohttp

from bot.cases.officer import Officer
from bot.cases.officer_commands import Claim
from tests.cases.people import NENG, RINA
from tests.desk.bench import Browser, DeskBench

PATIENCE_S = 60


class Stream:
    """What one open page hears, event by event."""

    def __init__(self, answer: aiohttp.ClientResponse) -> None:
        self._answer = answer
        self.heard = ""

    async def until(self, wanted: str) -> str:
        """Everything heard since the last call, up to and with `wanted`."""
        async with asyncio.timeout(PATIENCE_S):
            while wanted not in self.heard:
                chunk = await self._answer.content.readany()
                assert chunk, f"the stream ended without {wanted!r}"
                self.heard += chunk.decode()
        before, _, self.heard = self.heard.partition(wanted)
        return before + wanted

    async def ended(self) -> bool:
        async with asyncio.timeout(PATIENCE_S):
            while await self._answer.content.readany():
                pass
        return True


@asynccontextmanager
async def listening(browser: Browser, path: str = "/arus") -> AsyncIterator[Stream]:
    """An open page that has caught up: the desk has looked at the cases before the block begins."""
    async with browser.http.get(browser.url + path) as answer:
        assert answer.headers["Content-Type"] == "text/event-stream"
        stream = Stream(answer)
        await stream.until("event: siap\ndata:\n\n")
        await stream.until("event: antrean\ndata:\n\n")
        await stream.until(": masih di sini\n\n")
        yield stream


async def heard_to_the_end(desk: DeskBench, stream: Stream, officer: Officer) -> str:
    """All that the page still hears until its officer is sent away: a sign of life may be from before."""
    await desk.room.roster.write(replace(officer, active=False))
    return await stream.until("event: keluar\ndata:\n\n")


async def test_a_page_catches_up_with_what_came_while_it_opened(desk: DeskBench) -> None:
    """Between the making of a page and its first look at the cases a reporter may have answered."""
    now = desk.clock.now
    await desk.report("K-7QX2")
    rina = await desk.officer("rina")
    await rina.get("/kasus/K-7QX2")
    await desk.room.casework.apply(Claim(id="c", at=now, code="K-7QX2", officer="rina"), now)

    async with rina.http.get(rina.url + "/arus?kasus=K-7QX2") as answer:
        heard = await Stream(answer).until("event: kasus\ndata: K-7QX2\n\n")

    assert heard.startswith("retry: 3000\nevent: siap")


async def test_a_new_report_is_heard_of(desk: DeskBench) -> None:
    """The queue page is told that something changed, not what."""
    rina = await desk.officer("rina")

    async with listening(rina) as stream:
        await desk.report("K-7QX2", text="rahasia")
        heard = await stream.until("event: antrean\ndata:\n\n")

    assert "K-7QX2" not in heard
    assert "rahasia" not in heard


async def test_the_open_case_is_heard_of_by_its_code(desk: DeskBench) -> None:
    """A page that shows a case hears when that case changes."""
    await desk.report("K-7QX2")
    rina, budi = await desk.officer("rina"), await desk.officer("budi")

    async with listening(rina, "/arus?kasus=K-7QX2") as stream:
        await budi.press(await budi.get("/kasus/K-7QX2"), "/kasus/K-7QX2/ambil")
        heard = await stream.until("event: kasus\ndata: K-7QX2\n\n")

    assert "Budi" not in heard


async def test_a_case_not_shared_is_not_heard_of(desk: DeskBench) -> None:
    """Another agency hears of the claim that takes a case from its view, and of nothing after it."""
    await desk.report("K-7QX2")
    now = desk.clock.now
    neng = await desk.officer("neng")
    rina = await desk.officer("rina")

    async with listening(neng) as stream, listening(rina) as witness:
        claim = Claim(id="c", at=now, code="K-7QX2", officer="rina")
        await desk.room.casework.apply(claim, now)
        await stream.until("event: antrean\ndata:\n\n")
        await witness.until("event: antrean\ndata:\n\n")
        page = await rina.get("/kasus/K-7QX2")
        await rina.press(page, "/kasus/K-7QX2/catat", catatan="x")
        await witness.until("event: antrean\ndata:\n\n")
        after = await heard_to_the_end(desk, stream, NENG)

    assert "antrean" not in after


async def test_watching_a_case_needs_the_right_to_list_it(desk: DeskBench) -> None:
    """Naming a code in the address gives no news of it."""
    now = desk.clock.now
    await desk.report("K-7QX2")
    await desk.room.casework.apply(Claim(id="c", at=now, code="K-7QX2", officer="rina"), now)
    neng, rina = await desk.officer("neng"), await desk.officer("rina")

    async with listening(neng, "/arus?kasus=K-7QX2") as stream, listening(rina) as witness:
        page = await rina.get("/kasus/K-7QX2")
        await rina.press(page, "/kasus/K-7QX2/catat", catatan="x")
        await witness.until("event: antrean\ndata:\n\n")
        after = await heard_to_the_end(desk, stream, NENG)

    assert "antrean" not in after
    assert "kasus" not in after


async def test_a_stream_ends_with_its_session(desk: DeskBench) -> None:
    """Who is no longer active is sent away from an open page."""
    rina, neng = await desk.officer("rina"), await desk.officer("neng")

    async with listening(rina) as stream, listening(neng) as other:
        await desk.room.roster.write(replace(RINA, active=False))
        await stream.until("event: keluar\ndata:\n\n")
        gone = await stream.ended()
        await other.until(": masih di sini\n\n")

    assert gone
    assert NENG.active
