"""
`langkah-aman run`: let updates in, carry the outbox, ring timers, serve the desk, until told to stop.

Roles: `all` is everything in one process; `bot` and `desk` split it over several that share one store.
"""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import AsyncIterator, Callable, Coroutine, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any, Literal

import structlog
from aiohttp import web

from bot.app.assembly import Parts, assembled, nothing, now, now_ms
from bot.app.comeback import mark_alive, say_we_are_back
from bot.app.desk import open_desk
from bot.app.greeting import introduce, until_answered
from bot.app.listening import listen
from bot.app.memory import settle_memory
from bot.app.poller_lease import poller_lease
from bot.app.reload import reload_content
from bot.app.status import status_routes
from bot.chat import setup
from bot.chat.polling import poll
from bot.chat.webhook import MOST_BODY_BYTES, routes
from bot.config import Config
from bot.delivery.alarm_clock import forget_questions, ring, ring_cases, watch_patterns
from bot.errors import StoreError
from bot.store import shares

Role = Literal["all", "bot", "desk"]

WEBHOOK_PATH = "/telegram"
SHARE_EVERY_S = 5.0

log = structlog.get_logger()


async def run(
    config: Config,
    environment: Mapping[str, str],
    *,
    role: Role = "all",
    landmark: Callable[[str], None] = nothing,
    limited: bool = True,
) -> None:
    """
    Run until SIGINT or SIGTERM; SIGHUP reads the content again.

    Raises: LangkahAmanError, one line, when it cannot start or cannot go on.
    """
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stopping.set)
    async with assembled(config, environment, landmark=landmark, limited=limited) as parts:
        loop.add_signal_handler(signal.SIGHUP, lambda: parts.post.start(reload_content(parts)))
        async with serving(parts, role, landmark) as tasks:
            settle_memory()
            log.info("run.ready", role=role, mode=config.telegram.mode, pid=os.getpid())
            stop = asyncio.create_task(stopping.wait())
            done, _ = await asyncio.wait([*tasks, stop], return_when=asyncio.FIRST_COMPLETED)
            stop.cancel()
            for task in done:
                task.result()


@asynccontextmanager
async def serving(
    parts: Parts, role: Role, landmark: Callable[[str], None] = nothing
) -> AsyncIterator[list[asyncio.Task[None]]]:
    """
    Let updates in and carry everything out until the block ends.

    Yields: the tasks at work; one that ends by itself ends with the error that stopped it.
    """
    async with AsyncExitStack() as stack:
        work = await _open(parts, role, stack, landmark)
        tasks = [asyncio.create_task(each) for each in work]
        try:
            yield tasks
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            await shares.give_up(parts.store.cases, parts.owner)


async def _open(
    parts: Parts, role: Role, stack: AsyncExitStack, landmark: Callable[[str], None]
) -> list[Coroutine[Any, Any, None]]:
    """Open what listens; returns what must go on until the end."""
    telegram = parts.config.telegram
    if role != "bot":
        await open_desk(parts, stack)
    if role == "desk":
        return [parts.post.sweep(), _keep_share(parts)]
    parts.post.start(say_we_are_back(parts))
    parts.post.start(introduce(parts))
    work = [
        parts.post.sweep(),
        ring(parts.store, parts.take, now_ms),
        ring_cases(parts.store, parts.room.casework, now),
        forget_questions(parts.store, parts.room.notebook, now),
        watch_patterns(parts.store, parts.room, now),
        _keep_share(parts),
    ]
    if telegram.mode == "webhook":
        app = web.Application(client_max_size=MOST_BODY_BYTES)
        app.add_routes(routes(WEBHOOK_PATH, telegram.webhook_secret, parts.take_update, landmark))
        app.add_routes(status_routes(parts))
        await listen(app, telegram.host, telegram.port, stack)
        url, secret = telegram.webhook_url, telegram.webhook_secret
        await until_answered(lambda: setup.use_webhook(parts.api, url, secret))
        return work
    await until_answered(lambda: setup.use_polling(parts.api))
    lease = await stack.enter_async_context(poller_lease(parts))
    return [*work, poll(parts.api, parts.take_update, lease, landmark)]


async def _keep_share(parts: Parts) -> None:
    """Say that this process lives and sends, and take its share of Telegram's limits."""
    while True:
        try:
            await mark_alive(parts)
            parts.limits.share = await shares.share(parts.store.cases, parts.owner, now_ms())
        except StoreError as error:
            log.warning("share.again", reason=type(error).__name__)
        await asyncio.sleep(SHARE_EVERY_S)
