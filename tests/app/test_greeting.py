"""A Telegram that is slow to answer at start never keeps the bot from working."""

from __future__ import annotations

from pathlib import Path

from bot.app.knowledge import Edition
from bot.simulator.server import Simulator
from bot.vault.keys import new_master_key
from tests.house_fixtures import living


async def test_a_telegram_that_stumbles_at_start_is_asked_again(
    short_folder: Path, sim: Simulator, edition: Edition
) -> None:
    """Errors and a flood wait while we say who we are: people are answered all the same."""
    sim.faults.server_error(502, method="deleteWebhook", times=2)
    sim.faults.flood(300, method="setMyCommands")
    siti = sim.person("Siti")

    async with living(short_folder, sim, edition=edition):
        await siti.start()
        seen = await siti.sees("Langkah Aman", timeout_s=20)

    assert seen is not None
    assert len(list(sim.calls.of("deleteWebhook"))) == 3


async def test_what_telegram_knows_is_not_said_again(
    short_folder: Path, sim: Simulator, edition: Edition
) -> None:
    """Descriptions may be set seldom: a restart with the same words leaves them alone."""
    environment = {"LANGKAH_AMAN_MASTER_KEY": new_master_key()}
    siti = sim.person("Siti")

    for _ in range(2):
        async with living(short_folder, sim, edition=edition, environment=environment) as house:
            await siti.start()
            await siti.next_message()
            await house.parts.post.idle()

    assert len(list(sim.calls.of("setMyDescription"))) == 1
