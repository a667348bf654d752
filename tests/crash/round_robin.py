"""A load balancer in thirty lines: each request goes to the next bot, and one that is dead is a 502."""

from __future__ import annotations

import itertools
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import aiohttp
from aiohttp import web

from bot.chat.webhook import SECRET_HEADER


@asynccontextmanager
async def round_robin(port: int, bots: Sequence[int]) -> AsyncIterator[str]:
    """Listen on `port` for the bots behind the ports `bots`. Yields: the webhook's address."""
    turns = itertools.cycle(bots)
    session = aiohttp.ClientSession()

    async def forward(request: web.Request) -> web.Response:
        url = f"http://127.0.0.1:{next(turns)}{request.path}"
        headers = {SECRET_HEADER: request.headers[SECRET_HEADER]}
        try:
            async with session.post(url, data=await request.read(), headers=headers) as answer:
                return web.Response(status=answer.status, body=await answer.read())
        except aiohttp.ClientError:
            return web.Response(status=502)

    app = web.Application()
    app.router.add_post("/telegram", forward)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", port).start()
        yield f"http://127.0.0.1:{port}/telegram"
    finally:
        await runner.cleanup()
        await session.close()
