"""The same update again and again: Telegram may deliver one any number of times, and it counts once."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.app.assembly import Parts, assembled
from bot.app.knowledge import Edition
from bot.simulator.server import Simulator
from bot.vault.keys import new_master_key
from tests.house_fixtures import config_for

TIMES = 100
AT_ONCE = 50


@pytest.mark.slow
async def test_an_update_delivered_100_times_counts_once(
    short_folder: Path, sim: Simulator, edition: Edition
) -> None:
    """Whatever kind it is, after the first time nothing moves: not one byte of the store, not one call."""
    environment = {"LANGKAH_AMAN_MASTER_KEY": new_master_key()}
    siti = sim.person("Siti")
    async with assembled(config_for(short_folder, sim), environment, limited=False, edition=edition) as parts:
        changed = []
        for act in (
            lambda: siti.start("kampanye_1"),
            lambda: siti.tap("Lainnya"),
            lambda: siti.send("bayar berapa sih kalo mau kerja ke luar negeri?"),
            lambda: siti.send("/lapor"),
            lambda: siti.send("saya diminta bayar 5 juta ke rekening pribadi"),
            lambda: siti.edit(siti.messages()[-2], "saya diminta bayar 6 juta"),
            lambda: siti.send_photo(b"\xff\xd8\xff once"),
            lambda: siti.send("tolong kak saya dikunci di rumah majikan sekarang, paspor saya ditahan"),
            siti.block,
        ):
            await act()
            (update,) = sim.world.updates.waiting()

            await _deliver(parts, update.body)
            once = await _everything(parts, sim)
            await asyncio.gather(*(_deliver(parts, update.body) for _ in range(AT_ONCE)))
            for _ in range(TIMES - AT_ONCE - 1):
                await _deliver(parts, update.body)
            often = await _everything(parts, sim)

            sim.world.updates.confirm(update.update_id)
            changed += [name for name in once.keys() | often.keys() if once.get(name) != often.get(name)]

        cases = await parts.room.archive.open_cases()

    assert changed == []
    assert len(cases) == 1


async def _deliver(parts: Parts, update: dict[str, object]) -> None:
    await parts.take_update(update)
    await parts.post.idle()


async def _everything(parts: Parts, sim: Simulator) -> dict[str, object]:
    """Every key of the store as it is on disk, and every word that went to Telegram."""
    keys: list[bytes] = await parts.store.cases.call("KEYS", "*")
    found: dict[str, object] = {key.decode(): await parts.store.cases.call("DUMP", key) for key in keys}
    sent = [call for call in sim.calls if call["method"] != "answerCallbackQuery"]
    return {**found, "calls to Telegram": len(sent)}
