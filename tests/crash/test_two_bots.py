"""Two bots on one store: whoever gets an update, it works once and its answer comes in its place."""

from __future__ import annotations

import asyncio
import signal
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from bot.app.knowledge import Edition
from tests.crash.audit import check_all, drained
from tests.crash.bot_process import Order
from tests.crash.crowd import crowd
from tests.crash.figures import Figures
from tests.crash.nursery import nursery
from tests.crash.rehearsal import Rehearsed, rehearse
from tests.crash.round_robin import round_robin
from tests.crash.script import commuting, script_of
from tests.ports import free_port

PEOPLE = 100
LEASE_MS = 5000  # longer than a busy machine may keep one of two living bots waiting
KILLS = 6
ANSWERS_BETWEEN_KILLS = 120


@pytest.mark.slow
@pytest.mark.timeout(200)
async def test_two_bots_behind_a_load_balancer_keep_order(
    short_folder: Path, edition: Edition, figures: Figures
) -> None:
    """A fifth delivered twice, a tenth out of order, each to either bot: nothing twice, nothing lost."""
    knowledge = edition.numbered(1)
    scripts = [commuting(script_of(number)) for number in range(PEOPLE)]
    rehearsed = [await rehearse(script, knowledge) for script in scripts]
    one, other, front = free_port(), free_port(), free_port()
    async with (
        round_robin(front, (one, other)) as url,
        crowd(short_folder, edition, mode="webhook", port=one, webhook_url=url, lease_ms=LEASE_MS) as people,
        nursery(people.setting, people.log) as first,
        nursery(replace(people.setting, port=other), people.log) as second,
    ):
        people.gather(rehearsed)
        people.sim.faults.duplicate_share = 0.2
        people.sim.faults.reorder_share = 0.1
        await first.bear(Order())
        await second.bear(Order())

        await people.walk()
        await drained(people.parts)
        doubles, _ = people.judged_doubles()
        wrong = await check_all(people.parts, people.walks, ordered=False)

        figures.note("two bots, webhook", {}, people.walks, doubles)
        assert wrong[:5] == []
        assert doubles == 0


@pytest.mark.slow
@pytest.mark.timeout(200)
async def test_another_bot_polls_on_when_one_dies(
    short_folder: Path, edition: Edition, rehearsed: Sequence[Rehearsed], figures: Figures
) -> None:
    """The one that polls is killed, the one that waited goes on, and the dead one waits in its turn."""
    async with (
        crowd(short_folder, edition, mode="polling", lease_ms=LEASE_MS) as people,
        nursery(people.setting, people.log) as first,
        nursery(people.setting, people.log) as second,
    ):
        people.gather(rehearsed[:PEOPLE])
        walking = asyncio.create_task(people.walk())
        kills: Counter[str] = Counter()
        polls, waits = first, second
        await polls.bear(Order())
        await people.progress.more(1)

        for _ in range(KILLS):
            await waits.bear(Order())
            await people.progress.more(ANSWERS_BETWEEN_KILLS)
            polls.kill()
            assert await polls.death() == -signal.SIGKILL
            await people.deaths.note()
            kills["the one that polls"] += 1
            polls, waits = waits, polls
        await walking
        await drained(people.parts)
        doubles, unexplained = people.judged_doubles()
        wrong = await check_all(people.parts, people.walks)

        figures.note("two bots, polling", kills, people.walks, doubles)
        assert wrong[:5] == []
        assert unexplained == []
