"""
Tell open pages which cases changed, each officer only of cases they may list.

One look a second for the whole process, and none while nobody listens. A page is told codes, never words;
it asks for its parts again, which checks every right anew. Start at `Board.listen`.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager, suppress

import structlog

from bot.cases.access import Action, may
from bot.cases.case import Case
from bot.cases.officer import Officer
from bot.desk.changes import Changes
from bot.errors import StoreError

FindCase = Callable[[str], Awaitable[Case | None]]

log = structlog.get_logger()


class Listener:
    """One open page. `watching` is the case it shows, to which its officer was admitted; "" for none."""

    def __init__(self, officer: Officer, watching: str) -> None:
        self.officer = officer
        self.watching = watching
        self.closing = False
        self._codes: set[str] = set()
        self._rang = asyncio.Event()

    async def next(self, timeout_s: float) -> frozenset[str]:
        """Codes of cases that changed; empty when nothing did for so long, or the desk closes."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._rang.wait(), timeout_s)
        self._rang.clear()
        codes, self._codes = frozenset(self._codes), set()
        return codes

    def tell(self, code: str) -> None:
        self._codes.add(code)
        self._rang.set()

    def close(self) -> None:
        self.closing = True
        self._rang.set()


class Board:
    """All open pages of this process."""

    def __init__(self, changes: Changes, find: FindCase, poll_s: float) -> None:
        self._changes = changes
        self._find = find
        self._poll_s = poll_s
        self._listeners: set[Listener] = set()
        self._newcomers: set[Listener] = set()  # their pages were made before the look that comes
        self._wanted = asyncio.Event()
        self._versions: Mapping[str, int] | None = None
        self._cases: dict[str, Case] = {}  # as last seen, for who may hear that a case went away

    @contextmanager
    def listen(self, officer: Officer, watching: str = "") -> Iterator[Listener]:
        """Be told of changes until the block ends, and once of what changed since the page was made."""
        listener = Listener(officer, watching)
        self._listeners.add(listener)
        self._newcomers.add(listener)
        self._wanted.set()
        try:
            yield listener
        finally:
            self._listeners.discard(listener)
            self._newcomers.discard(listener)

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Look for changes as long as the block runs."""
        task = asyncio.create_task(self._watch())
        try:
            yield
        finally:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task

    def close(self) -> None:
        """Let every page go, so that the server can stop."""
        for listener in self._listeners:
            listener.close()

    async def look(self) -> None:
        """Compare with the last look and tell who may know. Raises: StoreError."""
        newcomers = frozenset(self._newcomers)
        seen = await self._changes()
        known, self._versions = self._versions, seen
        if known is None:
            found = [(code, await self._find(code)) for code in seen]
            self._cases = {code: case for code, case in found if case is not None}
        else:
            for code in [code for code in {*known, *seen} if known.get(code) != seen.get(code)]:
                await self._tell(code)
        self._newcomers -= newcomers
        for listener in newcomers:
            listener.tell(listener.watching)

    async def _tell(self, code: str) -> None:
        before, after = self._cases.pop(code, None), await self._find(code)
        if after is not None:
            self._cases[code] = after
        for listener in self._listeners:
            if listener.watching == code or any(
                case is not None and may(listener.officer, Action.LIST, case) for case in (before, after)
            ):
                listener.tell(code)

    async def _watch(self) -> None:
        while True:
            if not self._listeners:
                self._versions, self._cases = None, {}
                self._wanted.clear()
                await self._wanted.wait()
            try:
                await self.look()
            except StoreError as error:
                log.warning("desk.board.again", reason=type(error).__name__)
            await asyncio.sleep(self._poll_s)
