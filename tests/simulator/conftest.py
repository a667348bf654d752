"""
A running simulator on a clock that stands still, and a bot made of nothing but an HTTP client.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from bot.simulator.clock import FakeClock
from bot.simulator.limits import SendLimits
from bot.simulator.server import Simulator, running
from bot.simulator.world import World

JPEG = b"\xff\xd8\xff\xe0" + b"0" * 60


class BareBot:
    """Calls the Bot API with plain dicts and looks at plain dicts."""

    def __init__(self, simulator: Simulator, http: aiohttp.ClientSession) -> None:
        self._simulator = simulator
        self._http = http

    async def raw(self, method: str, **params: Any) -> dict[str, Any]:
        """The whole answer, ok or not."""
        url = f"{self._simulator.url}/bot{self._simulator.token}/{method}"
        async with self._http.post(url, json=params) as answer:
            body: dict[str, Any] = await answer.json()
            assert answer.status == body.get("error_code", 200)
            return body

    async def call(self, method: str, **params: Any) -> Any:
        """The result of a call that must succeed."""
        answer = await self.raw(method, **params)
        assert answer["ok"], answer
        return answer["result"]

    async def refused(self, method: str, **params: Any) -> str:
        """The description with which a call is refused."""
        answer = await self.raw(method, **params)
        assert not answer["ok"], answer
        return str(answer["description"])


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def world(clock: FakeClock) -> World:
    return World(clock=clock, limits=SendLimits(enabled=False), webhook_pause_s=0.01)


@pytest.fixture
async def simulator(world: World) -> AsyncIterator[Simulator]:
    async with running(world) as simulator:
        yield simulator


@pytest.fixture
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


@pytest.fixture
def bot(simulator: Simulator, http: aiohttp.ClientSession) -> BareBot:
    return BareBot(simulator, http)
