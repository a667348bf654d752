"""The same loop with Telegram calling us: secret, acknowledgement after the commit, redelivery."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest

from bot.app.knowledge import Edition
from bot.simulator.server import Simulator
from tests.e2e.steps import answered, begin_report, claimed, met, reported, settled
from tests.house_fixtures import House, always_on_duty, living
from tests.ports import free_port


@pytest.fixture
async def called(short_folder: Path, sim: Simulator, edition: Edition) -> AsyncIterator[House]:
    """A house that Telegram calls; Rina is always on duty."""
    port, shifts = free_port(), always_on_duty("rina")
    async with living(short_folder, sim, mode="webhook", port=port, shifts=shifts, edition=edition) as house:
        yield house


async def test_the_whole_loop_by_webhook(called: House) -> None:
    """Report, claim, answer, and the answer's answer."""
    rina = await called.officer("Rina")
    siti = await reported(called, "diminta bayar 5 juta")
    words = await claimed(rina, "5 juta")

    await answered(rina, words, "Apa nama PT-nya?", siti)
    await siti.send("PT Contoh")

    await rina.sees("PT Contoh")


async def test_an_album_by_webhook_is_one_answer(called: House) -> None:
    """The parts come one after the other, each acknowledged at once; the answer comes once."""
    siti = await met(called)
    await begin_report(siti)

    await siti.send_album([b"\xff\xd8\xff\xe0" + bytes([n]) * 60 for n in range(3)])

    await siti.sees("Laporanmu tersimpan")
    await settled(called)
    assert sum("Laporanmu tersimpan" in seen.text for seen in siti.from_bot()) == 1


async def test_updates_delivered_twice_and_out_of_order_are_answered_once(called: House) -> None:
    """Half of all updates come twice: every command is answered exactly once."""
    called.sim.faults.duplicate_share = 0.5
    siti = called.sim.person("Siti")

    for _ in range(10):
        await siti.send("/bantuan")
    await siti.wait_until(lambda: sum("mengetik apa saja" in seen.text for seen in siti.from_bot()) >= 10)

    await settled(called)
    assert sum("mengetik apa saja" in seen.text for seen in siti.from_bot()) == 10


async def test_health_says_whether_messages_can_be_kept(called: House) -> None:
    """/healthz, /readyz and /metrics answer, and tell nothing about anybody."""
    base = called.parts.config.telegram
    url = f"http://127.0.0.1:{base.port}"

    async with aiohttp.ClientSession() as http:
        health, ready = await http.get(f"{url}/healthz"), await http.get(f"{url}/readyz")
        metrics = await (await http.get(f"{url}/metrics")).text()

    assert (health.status, ready.status) == (200, 200)
    assert "langkah_aman_content_edition" in metrics
