"""
The simulator over HTTP, on 127.0.0.1 only: `/bot<token>/<method>`, `/file/bot<token>/<path>`, `/control/…`.

Start at `running`:

    async with running() as simulator:
        siti = simulator.person("Siti")
        await siti.start()
        ...                                    # a bot talks to simulator.url with simulator.token
        reply = await siti.next_message()
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

from aiohttp import web

from bot.simulator.api import Answer, BotApi
from bot.simulator.control import add_control_routes
from bot.simulator.faults import Faults
from bot.simulator.files import MAX_UPLOAD_BYTES
from bot.simulator.keys import WORLD
from bot.simulator.params import read_params
from bot.simulator.person import Person
from bot.simulator.recorder import Recorder
from bot.simulator.refusals import Refused, not_found, unauthorized
from bot.simulator.world import World

_TOKEN = re.compile(r"\d{1,20}:[A-Za-z0-9_-]+")


@dataclass(frozen=True, slots=True)
class Simulator:
    """A simulator that listens; `url` is what the bot uses in place of https://api.telegram.org."""

    url: str
    world: World
    app: web.Application

    @property
    def token(self) -> str:
        return self.world.token

    @property
    def faults(self) -> Faults:
        return self.world.faults

    @property
    def calls(self) -> Recorder:
        return self.world.calls

    def person(self, first_name: str, *, username: str | None = None) -> Person:
        """A new person to play with."""
        return Person(self.world, self.world.add_person(first_name, username=username))


def build_app(world: World) -> web.Application:
    """The whole HTTP side of one world; the web phone adds its own routes to the result."""
    app = web.Application(client_max_size=MAX_UPLOAD_BYTES + 1024 * 1024)
    app[WORLD] = world
    api = BotApi(world)

    async def call(request: web.Request) -> web.StreamResponse:
        try:
            _check_token(world, request.match_info["token"])
            raw = await read_params(request)
        except Refused as refused:
            return web.json_response(refused.body(), status=refused.code)
        return _response(request, await api.call(request.match_info["method"], raw), "application/json")

    async def file(request: web.Request) -> web.StreamResponse:
        try:
            _check_token(world, request.match_info["token"])
        except Refused as refused:
            return web.json_response(refused.body(), status=refused.code)
        return _response(request, await api.download(request.match_info["path"]), "application/octet-stream")

    app.router.add_route("POST", "/bot{token}/{method}", call)
    app.router.add_route("GET", "/bot{token}/{method}", call)
    app.router.add_get("/file/bot{token}/{path:.+}", file)
    add_control_routes(app)
    return app


def _response(request: web.Request, answer: Answer, content_type: str) -> web.Response:
    """An answer in HTTP; a dropped one cuts the connection, so the response goes nowhere."""
    if answer.dropped:
        if request.transport is not None:
            request.transport.abort()
        return web.Response(status=500)
    return web.Response(body=answer.body, status=answer.status, headers={"Content-Type": content_type})


def _check_token(world: World, token: str) -> None:
    if token == world.token and not world.logged_out:
        return
    raise unauthorized() if _TOKEN.fullmatch(token) else not_found()


@asynccontextmanager
async def running(
    world: World | None = None, *, port: int = 0, extend: Callable[[web.Application], None] | None = None
) -> AsyncIterator[Simulator]:
    """
    Listen on 127.0.0.1 until the block ends.

    Args:
        world: A new one with real time and Telegram's limits if not given.
        port: 0 takes a free one.
        extend: Adds routes of its own to the application before it starts (the web phone does).
    """
    world = world if world is not None else World()
    app = build_app(world)
    if extend is not None:
        extend(app)
    runner = web.AppRunner(app, access_log=None, handle_signals=False, shutdown_timeout=0.1)
    await runner.setup()
    try:
        site = web.TCPSite(runner, "127.0.0.1", port)
        await site.start()
        bound = runner.addresses[0][1]
        yield Simulator(f"http://127.0.0.1:{bound}", world, app)
    finally:
        world.updates.end_poll("terminated by setWebhook request")
        await world.close()
        await runner.cleanup()
