"""
Deliver updates to the bot's webhook, as Telegram does: one at a time per lane, again until it says 200.

The next message of a chat leaves only after the previous one was answered with 2xx; taps travel in a lane
of their own, so they may overtake messages. At most `max_connections` requests are open. An answer whose
body is a Bot API call is carried out and its result forgotten.
"""

from __future__ import annotations

import asyncio
import json
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import aiohttp

from bot.simulator.clock import Clock
from bot.simulator.faults import Faults
from bot.simulator.updates import Lane, Pending, UpdateQueue

Execute = Callable[[dict[str, Any]], Awaitable[None]]
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  # a header's name
ANSWER_TIMEOUT_S = 60.0
MAX_PAUSE_S = 60.0


@dataclass(frozen=True, slots=True)
class Target:
    """Where updates go."""

    url: str
    secret: str | None
    max_connections: int


class Webhook:
    """The delivery of one bot's updates; idle until `start`."""

    def __init__(
        self, queue: UpdateQueue, clock: Clock, faults: Faults, *, first_pause_s: float = 1.0
    ) -> None:
        self._queue = queue
        self._clock = clock
        self._faults = faults
        self._first_pause_s = first_pause_s
        self._session: aiohttp.ClientSession | None = None
        self._lanes: dict[Lane, deque[Pending]] = {}
        self._workers: set[asyncio.Task[None]] = set()
        self._places = asyncio.Semaphore(1)
        self.execute: Execute | None = None
        self.target: Target | None = None
        self.last_error: tuple[int, str] | None = None

    async def start(self, target: Target) -> None:
        """Deliver to `target` from now on, beginning with what is held."""
        await self.stop()
        self.target = target
        self._places = asyncio.Semaphore(target.max_connections)
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=0), timeout=aiohttp.ClientTimeout(total=ANSWER_TIMEOUT_S)
        )
        self._queue.webhook_is_set = True
        self._queue.on_arrival = self._arrived
        for pending in self._queue.waiting():
            self._arrived(pending)

    async def stop(self) -> None:
        """Deliver no more; what was not confirmed stays held."""
        self.target = None
        self._queue.webhook_is_set = False
        self._queue.on_arrival = None
        current = asyncio.current_task()  # a webhook's answer may itself be deleteWebhook
        workers, self._workers = [worker for worker in self._workers if worker is not current], set()
        for worker in workers:
            worker.cancel()
        await asyncio.gather(*workers, return_exceptions=True)
        self._lanes.clear()
        if self._session is not None:
            await self._session.close()
            self._session = None

    def _arrived(self, pending: Pending) -> None:
        lane = self._lanes.get(pending.lane)
        if lane is not None:
            lane.append(pending)
            return
        self._lanes[pending.lane] = deque([pending])
        worker = asyncio.get_running_loop().create_task(self._run_lane(pending.lane))
        self._workers.add(worker)
        worker.add_done_callback(self._workers.discard)

    async def _run_lane(self, name: Lane) -> None:
        lane = self._lanes[name]
        while lane:
            if len(lane) > 1 and self._faults.reorders_now():
                lane[0], lane[1] = lane[1], lane[0]
            pending = lane[0]
            await self._deliver(pending)
            if self._faults.duplicates_now():
                await self._post(pending)
            lane.remove(pending)
        del self._lanes[name]

    async def _deliver(self, pending: Pending) -> None:
        """Try until the bot says 2xx or the update is too old."""
        pause_s = self._first_pause_s
        while self._queue.is_held(pending.update_id):
            if self._clock() >= pending.expires_at or await self._post(pending):
                self._queue.confirm(pending.update_id)
                return
            await asyncio.sleep(pause_s)
            pause_s = min(pause_s * 2, MAX_PAUSE_S)

    async def _post(self, pending: Pending) -> bool:
        """Send one update once; True if the bot took it."""
        target, session = self.target, self._session
        if target is None or session is None:
            return False
        headers = {"Content-Type": "application/json"}
        if target.secret:
            headers[SECRET_HEADER] = target.secret
        body = json.dumps(pending.body, ensure_ascii=False).encode()
        try:
            async with self._places, session.post(target.url, data=body, headers=headers) as answer:
                content = await answer.read()
                if not 200 <= answer.status < 300:
                    self._failed(f"Wrong response from the webhook: {answer.status} {answer.reason}")
                    return False
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            self._failed(f"Connection failed: {type(error).__name__}")
            return False
        await self._carry_out(content)
        return True

    def _failed(self, message: str) -> None:
        self.last_error = (int(self._clock()), message)

    async def _carry_out(self, content: bytes) -> None:
        if self.execute is None or not content.startswith(b"{"):
            return
        try:
            call = json.loads(content)
        except ValueError:
            return
        if isinstance(call, dict) and isinstance(call.get("method"), str):
            await self.execute(call)
