"""
Turn due timers into arrivals. A timer is removed by the commit it causes, so any number of processes may
see it and one fires it; a process that dies in between loses none.
"""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Awaitable, Callable
from datetime import datetime

import structlog

from bot.cases.commands import NoticeOverdue
from bot.casework.casework import Casework
from bot.casework.notebook import Notebook
from bot.casework.room import CaseRoom
from bot.engine.events import TimerFired
from bot.errors import LangkahAmanError, StoreError
from bot.runner.incoming import Incoming
from bot.store.connection import Store
from bot.store.erasing import rewrite_if_due
from bot.store.timers import due

LOOK_EVERY_S = 0.2
LOOK_AT_CASES_EVERY_S = 5.0
FORGET_EVERY_S = 3600.0
LOOK_AT_PATTERNS_EVERY_S = 5.0
MOST_AT_ONCE = 50

log = structlog.get_logger()


async def ring(store: Store, take: Callable[[Incoming], Awaitable[None]], now_ms: Callable[[], int]) -> None:
    """Look for due timers until cancelled; `take` works on one arrival."""
    while True:
        await asyncio.sleep(LOOK_EVERY_S)
        try:
            for area in store.chat_areas:
                found = await due(area, now_ms(), MOST_AT_ONCE)
                await asyncio.gather(*(take(_arrival(*timer)) for timer in found))
        except StoreError as error:
            log.warning("timers.again", reason=type(error).__name__)


async def ring_cases(store: Store, casework: Casework, clock: Callable[[], datetime]) -> None:
    """Tell cases whose due time has passed, until cancelled; an id made of the due time makes it once."""
    while True:
        await asyncio.sleep(LOOK_AT_CASES_EVERY_S)
        try:
            moment = clock()
            for code, _, due_ms in await due(store.cases, int(moment.timestamp() * 1000), MOST_AT_ONCE):
                command = NoticeOverdue(id=f"{code}.overdue.{due_ms}", at=moment, code=code)
                await casework.apply(command, moment)
        except StoreError as error:
            log.warning("overdue.again", reason=type(error).__name__)


async def forget_questions(store: Store, notebook: Notebook, clock: Callable[[], datetime]) -> None:
    """Delete questions whose time is over, also from the raw files, until cancelled."""
    while True:
        try:
            await notebook.forget_old(clock().date())
            await rewrite_if_due(store)
        except StoreError as error:
            log.warning("questions.again", reason=type(error).__name__)
        await asyncio.sleep(FORGET_EVERY_S)


async def watch_patterns(store: Store, room: CaseRoom, clock: Callable[[], datetime]) -> None:
    """
    Tell officers when a pattern has grown or crossed districts, until cancelled.

    Once in an hour what is too old is deleted, also from the raw files.
    """
    forgotten_at: datetime | None = None
    while True:
        moment = clock()
        try:
            if forgotten_at is None or (moment - forgotten_at).total_seconds() >= FORGET_EVERY_S:
                forgotten_at = moment
                await room.patterns.forget_old(moment)
                await rewrite_if_due(store)
            await room.pattern_news.tell(await room.roster.staff(moment), moment)
        except LangkahAmanError as error:  # one record that cannot be read must not end the whole bot
            log.warning("patterns.again", reason=type(error).__name__)
        await asyncio.sleep(LOOK_AT_PATTERNS_EVERY_S)


def _arrival(tag: str, name: str, due_ms: int) -> Incoming:
    once = hashlib.sha256(f"{tag}|{name}|{due_ms}".encode()).hexdigest()[:24]
    return Incoming(f"t{once}", tag, TimerFired(name), fired=due_ms)
