"""
One child process, and a question at a time to it.

Whatever does not go as it should (no answer in time, end of output, a frame that is none, the asker gone)
ends the child, because nobody knows what its next bytes would mean; the next question starts a new one.
Start at `Child.ask`.
"""

from __future__ import annotations

import asyncio
import os
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Mapping
from contextlib import suppress

from bot.reading.frames import LENGTH, READY, TAKEN, packed

_MAX_ANSWER = 1 << 20


class ChildGone(Exception):
    """The child ended, or cannot be started."""


class Child:
    """A process that is started when it is needed; not for two askers at once."""

    def __init__(self, command: tuple[str, ...], *, start_s: float) -> None:
        """
        Args:
            command: Program and arguments.
            start_s: Until it must have said that it is ready, in seconds.
        """
        self._command = command
        self._start_s = start_s
        self._stopped = False
        self._process: Process | None = None
        self._burial: asyncio.Future[tuple[bytes, bytes]] | None = None

    @property
    def pid(self) -> int | None:
        """Of the running process; None while there is none."""
        return self._process.pid if self._process else None

    async def ask(self, body: bytes, *, within_s: float) -> bytes:
        """
        Send one frame and wait for its answer.

        Raises: TimeoutError, ChildGone; after both, and when cancelled, the process is no more.
        """
        try:
            async with asyncio.timeout(self._start_s + within_s):
                process = await self._handed(body)
            async with asyncio.timeout(within_s):
                return await _frame(process)
        except BaseException:
            await self.end()
            raise

    def stop(self) -> None:
        """Kill the process for good; who waits for its answer sees it gone and buries it."""
        self._stopped = True
        self._kill()

    async def end(self) -> None:
        """Kill the process, if there is one, and wait until it is gone; not while somebody asks."""
        self._kill()
        process, self._process = self._process, None
        if process is not None:
            # Not only `wait`: its pipes must be read to their end and closed before the loop may end.
            self._burial = asyncio.ensure_future(process.communicate(b""))
        if self._burial is not None:
            await asyncio.shield(self._burial)

    def _kill(self) -> None:
        if self._process is not None:
            with suppress(ProcessLookupError):
                self._process.kill()

    async def _handed(self, body: bytes) -> Process:
        """The process that has taken the question; one that died while it had nothing to do is replaced."""
        with suppress(ChildGone):
            return await _taken(await self._running(), body)
        await self.end()
        return await _taken(await self._running(), body)

    async def _running(self) -> Process:
        if self._process is not None and self._process.returncode is None:
            return self._process
        await self.end()
        if self._stopped:
            raise ChildGone("it was stopped")
        self._process = await self._born()
        async with asyncio.timeout(self._start_s):
            if await _frame(self._process) != READY:
                raise ChildGone("its first words were not that it is ready")
        return self._process

    async def _born(self) -> Process:
        birth = asyncio.ensure_future(
            asyncio.create_subprocess_exec(
                *self._command,
                stdin=PIPE,
                stdout=PIPE,
                stderr=DEVNULL,
                env=_environment(os.environ),
                start_new_session=True,  # Ctrl-C in our terminal is not meant for it
            )
        )
        try:
            return await asyncio.shield(birth)
        except asyncio.CancelledError:
            self._process = await birth  # it lives all the same, and `ask` will end it
            raise
        except OSError as error:
            raise ChildGone(str(error)) from error


def _environment(ours: Mapping[str, str]) -> dict[str, str]:
    """What a process needs to start, and no token or key."""
    kept = {
        name: ours[name] for name in ("PATH", "LD_LIBRARY_PATH", "PYTHONPATH", "SYSTEMROOT") if name in ours
    }
    return kept | {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "PYTHONUTF8": "1"}


async def _taken(process: Process, body: bytes) -> Process:
    """Raises: ChildGone when it ended before it had the whole question; it is not to blame for that."""
    into = process.stdin
    if into is None:
        raise ChildGone("it has no input")
    try:
        into.write(packed(body))
        await into.drain()
    except (BrokenPipeError, ConnectionResetError) as error:
        raise ChildGone("it does not listen any more") from error
    if await _frame(process) != TAKEN:
        raise ChildGone("it did not say that it has the question")
    return process


async def _frame(process: Process) -> bytes:
    out = process.stdout
    if out is None:
        raise ChildGone("it has no output")
    try:
        (length,) = LENGTH.unpack(await out.readexactly(LENGTH.size))
        if length > _MAX_ANSWER:
            raise ChildGone("its answer is no frame")
        return await out.readexactly(length)
    except asyncio.IncompleteReadError as error:
        raise ChildGone("it ended") from error
