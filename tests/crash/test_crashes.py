"""
The promise: whatever dies, nobody's words are lost, nothing is done twice, every answer comes, in order.

500 people talk at once while the bot is killed with SIGKILL at five named points and the store's server
under it, again and again. Only a reply that was under way may come twice.
"""

from __future__ import annotations

import asyncio
import os
import random
import signal
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from bot.app.knowledge import Edition
from tests.crash.audit import check_all, drained
from tests.crash.bot_process import Order
from tests.crash.crowd import Crowd, crowd
from tests.crash.figures import Figures
from tests.crash.nursery import Nursery, nursery
from tests.crash.rehearsal import Rehearsed
from tests.ports import free_port

POINTS = ("before_commit", "after_commit", "after_sending", "after_settling", "after_acknowledgement")
KILLS = 30  # of each point, and of the store
MOST_PASSED = 40  # of a point in one life
MOST_POLLS = 2  # an acknowledgement of polling takes a whole batch
ANSWERS_BETWEEN_STORE_KILLS = 100


@pytest.mark.slow
@pytest.mark.timeout(400)
@pytest.mark.parametrize("mode", ["polling", "webhook"])
async def test_500_conversations_survive_every_crash(
    mode: str, short_folder: Path, edition: Edition, rehearsed: Sequence[Rehearsed], figures: Figures
) -> None:
    """Each answer arrives, in order; each update works once; doubles lie only where a death explains them."""
    async with (
        crowd(short_folder, edition, mode=mode, port=free_port()) as people,
        nursery(people.setting, people.log) as bots,
    ):
        people.gather(rehearsed)
        kills: Counter[str] = Counter()

        async with asyncio.TaskGroup() as group:
            killing = [
                group.create_task(_kill_bots(bots, people, kills, mode)),
                group.create_task(_kill_stores(people, kills)),
            ]
            await people.walk()
            await drained(people.parts)
            for each in killing:
                each.cancel()
        doubles, unexplained = people.judged_doubles()
        wrong = await check_all(people.parts, people.walks)

        figures.note(mode, kills, people.walks, doubles)
        assert wrong[:5] == []
        assert unexplained == []
        assert all(kills[point] >= KILLS for point in (*POINTS, "store")), kills


async def _kill_bots(bots: Nursery, people: Crowd, kills: Counter[str], mode: str) -> None:
    """One life after the other, each ended at its point; the last one is left alone."""
    dice = random.Random(mode)
    for point in [point for _ in range(KILLS) for point in dice.sample(POINTS, len(POINTS))]:
        few = mode == "polling" and point == "after_acknowledgement"
        await bots.bear(Order(point, dice.randint(1, MOST_POLLS if few else MOST_PASSED)))
        assert await bots.death() == -signal.SIGKILL, bots.last_words()
        kills[point] += 1
        await people.deaths.note()
    await bots.bear(Order())
    status = await bots.death()
    raise AssertionError(f"the bot ended by itself ({status}):\n{bots.last_words()}")


async def _kill_stores(people: Crowd, kills: Counter[str]) -> None:
    """The server is killed each time some more answers have come, and started again by whoever is first."""
    killed = 0
    for _ in range(KILLS):
        await people.progress.more(ANSWERS_BETWEEN_STORE_KILLS)
        while people.server.pid == killed:  # the new one has not been noticed yet
            await people.progress.more(1)
        killed = people.server.pid
        os.kill(killed, signal.SIGKILL)
        kills["store"] += 1
