"""
One connection to one server that everybody shares: commands go out as they come, answers come back in order.

redis-py takes a connection out of its pool for every command, guards it with timers and a task, and reads one
answer at a time: half of what a commit cost. (Gathering commands for one write was tried: server and bot then
took turns instead of working side by side.) It knows nothing of commands; errors are redis-py's. A broken or
silent connection is opened again and what had no answer is sent again, so only what may be sent twice without
harm belongs here. Start at `Pipe.send`.
"""

from __future__ import annotations

import asyncio
import math
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Final

import hiredis
from redis import exceptions as wrong
from redis.asyncio.connection import AbstractConnection
from redis.backoff import ExponentialBackoff

BACKOFF: Final = ExponentialBackoff(cap=0.25, base=0.02)
RETRIES: Final = 5
SILENT_S: Final = 5.0  # an answer that takes so long will not come

_BROKEN = (wrong.ConnectionError, wrong.TimeoutError, OSError)


class Pipe:
    """Opens the connection when it is first needed, and again when it has broken."""

    def __init__(self, make: Callable[[], AbstractConnection], silent_s: float = SILENT_S) -> None:
        """
        Args:
            make: A new connection, not opened yet, without a socket timeout of its own.
            silent_s: How long an answer may take.
        """
        self._make = make
        self._silent_s = silent_s
        self._opening = asyncio.Lock()
        self._line: _Line | None = None
        self._closed = False

    async def send(self, *command: str | bytes | int) -> Any:
        """Send one command. Raises: redis-py's errors; a broken connection after about a second of trying."""
        packed = hiredis.pack_command(command)  # type: ignore[arg-type]  # its stub knows one-tuples only
        for attempt in range(RETRIES):
            with suppress(*_BROKEN):
                return await (await self._opened()).ask(packed)
            await asyncio.sleep(BACKOFF.compute(attempt + 1))
        return await (await self._opened()).ask(packed)

    async def close(self) -> None:
        """Give the connection back for good; whoever still waits gets a broken connection."""
        self._closed = True
        if self._line is not None:
            await self._line.end(wrong.ConnectionError("closed"))

    async def _opened(self) -> _Line:
        if self._line is not None and self._line.is_whole:
            return self._line
        async with self._opening:
            if self._line is None or not self._line.is_whole:
                self._line = await self._open()
            return self._line

    async def _open(self) -> _Line:
        connection = self._make()
        try:
            async with asyncio.timeout(self._silent_s):
                await connection.connect()  # type: ignore[no-untyped-call]  # redis-py's
            if self._closed:  # whoever came late must not leave a connection behind
                raise wrong.ConnectionError("closed")
        except BaseException:
            await connection.disconnect(nowait=True)
            raise
        return _Line(connection, self._silent_s)


class _Line:
    """One open connection and the task that reads from it; once broken it stays so."""

    def __init__(self, connection: AbstractConnection, silent_s: float) -> None:
        self._connection = connection
        self._silent_s = silent_s
        self._waiting: deque[asyncio.Future[Any]] = deque()
        self._listening = asyncio.create_task(self._listen_until_broken())

    @property
    def is_whole(self) -> bool:
        return self._connection.is_connected and not self._listening.done()

    async def ask(self, packed: bytes) -> Any:
        if not self.is_whole:  # redis-py would open it again, and answers would meet the wrong questions
            raise wrong.ConnectionError("broken before it was asked")
        answer: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self._waiting.append(answer)
        try:
            await self._connection.send_packed_command((packed,), check_health=False)
            return await answer
        finally:
            answer.cancel()  # nothing when it has come; else its place in the row is kept, and nobody waits

    async def end(self, why: Exception) -> None:
        """Fail whoever waits, and close."""
        for answer in self._waiting:
            if not answer.done():
                answer.set_exception(why)
        self._waiting.clear()
        if self._listening is not asyncio.current_task():
            self._listening.cancel()
        await self._connection.disconnect(nowait=True)

    async def _listen_until_broken(self) -> None:
        try:
            await self._listen()
        except Exception as error:  # whatever it was: nobody may wait for ever
            await self.end(
                error if isinstance(error, _BROKEN) else wrong.ConnectionError(type(error).__name__)
            )

    async def _listen(self) -> None:
        while True:
            oldest = self._waiting[0] if self._waiting else None
            try:
                async with asyncio.timeout(self._silent_s):
                    found = await self._read()
            except TimeoutError:
                if oldest is not None:
                    raise wrong.TimeoutError("the server is silent") from None
                continue
            answer = self._waiting.popleft()
            if answer.done():  # whoever asked was cancelled
                continue
            if isinstance(found, Exception):
                answer.set_exception(found)
            else:
                answer.set_result(found)

    async def _read(self) -> Any:
        """One answer; a refusal is an answer too."""
        try:
            return await self._connection.read_response(timeout=math.inf, disconnect_on_error=False)
        except wrong.ResponseError as error:
            return error
