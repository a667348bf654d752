"""
Work through the outbox: letters to Telegram, commands to the cases, files and news to where they belong.

A line is leased, its rows are carried out one after the other, and each is taken off only after a definite
answer. An unknown outcome is tried again and may double a message (`doubtful` counts those); zero times never
happens. The process that committed starts at once; `sweep` finds what a dead process left behind.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any, Protocol

import structlog

from bot.delivery.people import LEASE_MS
from bot.errors import CorruptRecord, SecretError, StoreError, TelegramError
from bot.store import outbox
from bot.store.area import Area
from bot.store.connection import Store
from bot.store.outbox import Leased, SentNote, Settled
from bot.store.rows import Lane, Row

SWEEP_EVERY_S = 0.3
MOST_LINES_AT_ONCE = 64
MOST_BROADCASTS_AT_ONCE = 5  # a sweep: about what Telegram lets broadcasts have
URGENT = tuple(lane for lane in Lane if lane is not Lane.BROADCAST)
FIRST_RETRY_MS = 500
LONGEST_RETRY_MS = 60_000

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Done:
    """A definite answer: take the row off. `follow` goes to another line of the same tag."""

    sent: SentNote | None = None
    follow: Row | None = None


@dataclass(frozen=True, slots=True)
class Again:
    """Not now: keep the row. None waits a little longer each time."""

    after_s: float | None = None


class Bearer(Protocol):
    """Carries out the rows of one kind of line."""

    async def bear(self, row: Row, leased: Leased, screen: int) -> Done | Again:
        """Raises: SecretError or CorruptRecord when the row can never be read; it is then taken off."""
        ...


class Post:
    """
    All lines this process works on.

    Args:
        owner: Names this process in leases.
        now_ms: Epoch ms.
        landmark: Told the name of each point passed ("after_sending", "after_settling").
        lease_ms: For how long a line is ours without news from us.
    """

    def __init__(
        self,
        store: Store,
        owner: str,
        now_ms: Callable[[], int],
        landmark: Callable[[str], None],
        lease_ms: int = LEASE_MS,
    ) -> None:
        self._store = store
        self.owner = owner
        self._now_ms = now_ms
        self._landmark = landmark
        self._lease_ms = lease_ms
        self._bearers: dict[str, Bearer] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._tries: dict[str, int] = {}
        self._working: dict[str, bool] = {}  # lines in work here, and whether they were handed to us again
        self.doubtful = 0  # rows tried again after an unknown outcome: each may be a doubled message

    def employ(self, bearers: dict[str, Bearer]) -> None:
        """Say who bears what: letters, broadcast, cases, files, pictures, notes, looks, news."""
        self._bearers = bearers

    def hand_chat(self, line: str, leased: Leased | None, screen: int) -> None:
        """A line of the chats area that we lease; None: read its rows first (some stood there before)."""
        tag = line.partition(".")[0]
        self.start(self._work(self._store.chats(tag), line, leased, screen))

    def hand_news(self, line: str) -> None:
        """A line of the cases area that we lease."""
        self.start(self._work(self._store.cases, line, None, 0))

    async def sweep(self) -> None:
        """Find due lines that nobody works on, until cancelled; first of all what a dead process left."""
        while True:
            try:
                for area in self._store.areas:
                    await self._sweep(area)
            except StoreError as error:
                log.warning("sweep.again", reason=type(error).__name__)
            await asyncio.sleep(SWEEP_EVERY_S)

    async def idle(self) -> None:
        """Wait until nothing is under way here."""
        while self._tasks:
            await asyncio.wait(self._tasks)

    async def close(self) -> None:
        """Stop working; what is unfinished stays in the outbox."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _sweep(self, area: Area) -> None:
        due = await outbox.due(area, self._now_ms(), MOST_LINES_AT_ONCE, URGENT)
        due += await outbox.due(area, self._now_ms(), MOST_BROADCASTS_AT_ONCE, (Lane.BROADCAST,))
        # A slow call may outlive our lease: it must not be made a second time beside itself.
        await asyncio.gather(*(self._take(area, line) for line, _ in due if line not in self._working))

    async def _take(self, area: Area, line: str) -> None:
        """Lease one line and work on it; side by side, so that the leases of a sweep share a disk write."""
        leased = await outbox.lease(area, line, self.owner, self._lease_ms, self._now_ms())
        if leased is not None:
            self.start(self._work(area, line, leased, 0))

    def start(self, work: Coroutine[Any, Any, None]) -> None:
        """Work on something beside everything else; `close` ends it."""
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _work(self, area: Area, line: str, leased: Leased | None, screen: int) -> None:
        """One worker a line: a line handed to us while we work on it is looked at again afterwards."""
        if line in self._working:
            self._working[line] = True
            return
        self._working[line] = False
        try:
            await self._work_alone(area, line, leased, screen)
        finally:
            again = self._working.pop(line)
        if again:
            await self._work(area, line, None, 0)

    async def _work_alone(self, area: Area, line: str, leased: Leased | None, screen: int) -> None:
        try:
            if leased is None:
                leased = await outbox.resume(area, line, self.owner, self._lease_ms, self._now_ms())
            if leased is not None:
                await self._drain(area, line, leased, screen)
        except StoreError as error:  # the lease runs out and the sweeper takes over
            log.warning("post.again", line=line, reason=type(error).__name__)
        except TelegramError as error:  # a refused token: nothing can be sent until it is mended
            log.error("post.stopped", line=line, reason=type(error).__name__)

    async def _drain(self, area: Area, line: str, leased: Leased, screen: int) -> None:
        rows = leased.rows
        while rows:
            row = rows[0]
            answer = await self._bear(row, leased, screen)
            if isinstance(answer, Again):
                await self._put_back(area, line, row, answer)
                return
            self._tries.pop(row.id, None)
            settled = await self._settle(area, line, row, answer)
            if settled.lost:
                return
            rows, screen = settled.next, 0

    async def _settle(self, area: Area, line: str, row: Row, answer: Done) -> Settled:
        settled = await outbox.settle(
            area,
            line,
            self.owner,
            row.id,
            self._now_ms(),
            lease_ms=self._lease_ms,
            sent=answer.sent,
            follow=answer.follow,
        )
        self._landmark("after_settling")
        if settled.follow_leased and answer.follow is not None:
            self.hand_chat(answer.follow.line, None, 0)
        return settled

    async def _bear(self, row: Row, leased: Leased, screen: int) -> Done | Again:
        try:
            return await self._bearers[_kind(row.line)].bear(row, leased, screen)
        except (SecretError, CorruptRecord) as error:
            # Erased meanwhile, or damaged: no retry can ever read it, and those behind it must go on.
            log.error("post.unreadable", row=row.id, line=_kind(row.line), error=type(error).__name__)
            return Done()

    async def _put_back(self, area: Area, line: str, row: Row, again: Again) -> None:
        tries = self._tries[row.id] = self._tries.get(row.id, 0) + 1
        if again.after_s is None:
            self.doubtful += 1
            wait_ms = min(FIRST_RETRY_MS * 2 ** (tries - 1), LONGEST_RETRY_MS)
        else:
            wait_ms = int(again.after_s * 1000)
        await outbox.postpone(area, line, self.owner, row.id, self._now_ms() + wait_ms)


def _kind(line: str) -> str:
    """Which bearer a line belongs to."""
    if line.startswith("chat."):
        return "news"
    return line.partition(".")[2] or "letters"
