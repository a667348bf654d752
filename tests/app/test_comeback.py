"""After an outage, people who were in the middle of something are told that we are back; others are not."""

from __future__ import annotations

from pathlib import Path

from bot.app.assembly import master_keys, now_ms, open_lookups, opened_store
from bot.app.comeback import MARK, TAPS_ARE_LOST_AFTER_MS
from bot.app.knowledge import Edition
from bot.simulator.person import Person
from bot.simulator.server import Simulator
from bot.vault.keys import new_master_key
from tests.house_fixtures import config_for, living

BACK = "sudah kembali"


async def let_time_pass(
    folder: Path, sim: Simulator, environment: dict[str, str], away_ms: int, people: tuple[Person, ...]
) -> None:
    """Make the store look as if the bot had been away so long, everybody's messages lying before that."""
    config = config_for(folder, sim)
    async with opened_store(config, stop=True) as store:
        lookups = await open_lookups(store, master_keys(config, environment))
        await store.cases.call("HSET", store.cases.keys.meta, MARK, now_ms() - away_ms)
        for person in people:
            sent = store.chat_areas[0].keys.sent(lookups.tag_of(person.id))
            for member in await store.chat_areas[0].call("ZRANGE", sent, 0, -1):
                await store.chat_areas[0].call("ZINCRBY", sent, -away_ms - 1000, member)


async def test_whoever_was_in_the_middle_is_told_once(
    short_folder: Path, sim: Simulator, edition: Edition
) -> None:
    """Siti was in a report, Ani at the menu: after the outage only Siti reads that we are back."""
    environment = {"LANGKAH_AMAN_MASTER_KEY": new_master_key()}
    siti, ani = sim.person("Siti"), sim.person("Ani")
    async with living(short_folder, sim, environment=environment, edition=edition):
        await siti.start()
        await siti.send("/lapor")
        await siti.sees("Ceritakan apa yang terjadi")
        await ani.start()
        await ani.sees("Mau mulai dari mana")
    await let_time_pass(short_folder, sim, environment, 2 * TAPS_ARE_LOST_AFTER_MS, (siti, ani))

    async with living(short_folder, sim, environment=environment, edition=edition):
        await siti.sees(BACK)
        await siti.send("saya ditipu calo")
        await siti.sees("Laporanmu tersimpan")

    assert ani.find(BACK) is None
    assert len([message for message in siti.messages() if BACK in message.text]) == 1


async def test_a_short_pause_is_not_spoken_of(short_folder: Path, sim: Simulator, edition: Edition) -> None:
    """A restart of seconds loses nothing, so nothing is said."""
    environment = {"LANGKAH_AMAN_MASTER_KEY": new_master_key()}
    siti = sim.person("Siti")
    async with living(short_folder, sim, environment=environment, edition=edition):
        await siti.start()
        await siti.send("/lapor")
        await siti.sees("Ceritakan apa yang terjadi")

    async with living(short_folder, sim, environment=environment, edition=edition):
        await siti.send("saya ditipu calo")
        await siti.sees("Laporanmu tersimpan")

    assert siti.find(BACK) is None
