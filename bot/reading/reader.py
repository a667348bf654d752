"""
Read the words of a picture without letting any conversation wait.

One worker process, started when the first picture comes and let go when none has come for a while; a few
pictures may wait for it, more are refused at once and honestly. It never raises for what a picture holds.
Start at `find_reader`.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from importlib.util import find_spec
from typing import Final

from bot.reading.frames import parse_answer
from bot.reading.joining import joined
from bot.reading.kinds import kind_of
from bot.reading.process import Child, ChildGone
from bot.reading.read import Line, Read, Reason, Unread

MEMORY_MB: Final = 3072  # address space; 300 MB of memory are used, 760 for the largest picture
PICTURE_S: Final = 25.0
START_S: Final = 30.0
REST_AFTER_S: Final = 600.0
MAX_WAITING: Final = 4

_WORKER: Final = (sys.executable, "-m", "bot.reading.worker", str(MEMORY_MB))


def find_reader(respaced: Callable[[str], str] = str) -> Reader | None:
    """
    A reader, if the package for it is installed. Starts nothing.

    Args:
        respaced: Puts lost spaces back into a line, `bot.language.spaces.Spacing.respaced`.
    """
    return Reader(respaced) if find_spec("rapidocr_onnxruntime") else None


class Reader:
    """Reads one picture at a time; close it at the end."""

    def __init__(
        self,
        respaced: Callable[[str], str] = str,
        *,
        command: tuple[str, ...] = _WORKER,
        picture_s: float = PICTURE_S,
        rest_after_s: float = REST_AFTER_S,
        max_waiting: int = MAX_WAITING,
    ) -> None:
        """
        Args:
            respaced: Puts lost spaces back into a line.
            command: The worker.
            picture_s: After so many seconds a picture is given up.
            rest_after_s: After so many seconds without a picture the worker is let go.
            max_waiting: Pictures that may wait while one is read.
        """
        self._respaced = respaced
        self._child = Child(command, start_s=START_S)
        self._picture_s = picture_s
        self._rest_after_s = rest_after_s
        self._max_waiting = max_waiting
        self._here = 0
        self._closed = False
        self._turn = asyncio.Lock()
        self._rest: asyncio.Task[None] | None = None

    @property
    def worker_pid(self) -> int | None:
        """Of the running worker; None while there is none."""
        return self._child.pid

    async def read(self, picture: bytes) -> Read | Unread:
        """
        The words of a picture (JPEG, PNG, WebP up to 20 MB and 40 megapixels) or of the first pages of a PDF,
        or why there are none.
        """
        refused = kind_of(picture)
        if refused:
            return Unread(refused)
        if self._here > self._max_waiting:
            return Unread(Reason.BUSY)
        self._here += 1
        try:
            async with self._turn:
                if self._closed:
                    return Unread(Reason.BROKE_DOWN)
                self._stay_awake()
                read = await self._ask(picture)
                self._rest = asyncio.create_task(self._rest_later())
                return read
        finally:
            self._here -= 1

    async def close(self) -> None:
        """End the worker; pictures that are being read or wait come back unread."""
        self._closed = True
        self._stay_awake()
        self._child.stop()
        async with self._turn:
            await self._child.end()

    async def _ask(self, picture: bytes) -> Read | Unread:
        clock = asyncio.get_running_loop().time
        started = clock()
        try:
            found = parse_answer(await self._child.ask(picture, within_s=self._picture_s))
        except TimeoutError:
            return Unread(Reason.TOO_SLOW)
        except (ChildGone, ValueError, KeyError, TypeError):
            return Unread(Reason.BROKE_DOWN)
        if isinstance(found, Unread):
            return found
        lines = joined([Line(self._respaced(line.text), line.confidence) for line in found.lines])
        if not lines:
            return Unread(Reason.NO_WORDS)
        return Read(lines, round((clock() - started) * 1000), found.cut)

    def _stay_awake(self) -> None:
        if self._rest is not None:
            self._rest.cancel()
            self._rest = None

    async def _rest_later(self) -> None:
        await asyncio.sleep(self._rest_after_s)
        async with self._turn:
            await self._child.end()
