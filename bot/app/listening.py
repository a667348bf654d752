"""Serve an aiohttp application for as long as a stack is open."""

from __future__ import annotations

from contextlib import AsyncExitStack

from aiohttp import web

from bot.errors import ConfigError, reason_of

SHUTDOWN_S = 2.0


async def listen(app: web.Application, host: str, port: int, stack: AsyncExitStack) -> int:
    """
    Serve until the stack closes, without an access log: addresses may hold one-use links.

    Returns: the port (a free one for 0). Raises: ConfigError when the port is taken.
    """
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=SHUTDOWN_S)
    await runner.setup()
    stack.push_async_callback(runner.cleanup)
    try:
        await web.TCPSite(runner, host, port).start()
    except OSError as error:
        raise ConfigError(
            f"tidak bisa membuka {host}:{port} ({reason_of(error)}); pilih port lain di config.yaml"
        ) from None
    return int(runner.addresses[0][1])
