"""What is too old goes by itself, and the raw files are written anew after it."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from contextlib import suppress
from datetime import timedelta

from bot.cases.asked import Asked, Why
from bot.delivery.alarm_clock import forget_questions, watch_patterns
from tests.cases.people import T0
from tests.casework.conftest import Bench
from tests.casework.pattern_steps import ASKER, looked

LONG_AFTER = T0 + timedelta(days=400)


async def worked(bench: Bench, work: Coroutine[None, None, None], old: str) -> None:
    """Let it work until what is old has gone and a rewrite has made up for that; both begin in one script."""
    area = bench.store.cases
    task = asyncio.create_task(work)
    while await area.call("EXISTS", old, area.keys.dropped):
        assert not task.done()
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task


async def test_old_sights_leave_the_files(bench: Bench) -> None:
    await bench.room.patterns.keep_look("u1", ASKER, looked())

    watching = watch_patterns(bench.store, bench.room, lambda: LONG_AFTER)
    await worked(bench, watching, bench.store.cases.keys.sights)

    assert await bench.room.patterns.sights() == []


async def test_old_questions_leave_the_files(bench: Bench) -> None:
    notebook, area = bench.room.notebook, bench.store.cases
    await notebook.keep("u1", Asked(T0.date(), Why.UNANSWERED, "kok lama"), T0.date())

    await worked(bench, forget_questions(bench.store, notebook, lambda: LONG_AFTER), area.keys.questions)

    assert await area.call("HLEN", area.keys.question_words) == 0
