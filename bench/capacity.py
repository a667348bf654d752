"""
(b) Capacity: updates a second and CPU seconds per 1,000 updates, ours beside stock frameworks, in one run.

The bots take turns within each round and shape, so noise of the machine meets all of them. Each meets a small
crowd first that is not counted. Start at `capacity`.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.content_root import make_content
from bench.crowd import AT_ONCE, SHAPES, Run, Shape, crowd
from bench.processes import SECRET, Bot, our_bot, rival
from bench.telegram import Inbox, Telegram, telegram
from bench.wire import Connection

RIVALS = {"python-telegram-bot": "bench.rivals.ptb_bot", "aiogram": "bench.rivals.aiogram_bot"}
WARM_UP = 64


@dataclass(frozen=True, slots=True)
class Measured:
    """One crowd with one bot, and what bot and store spent on it."""

    bot: str
    round: int
    run: Run
    bot_cpu_s: float
    store_cpu_s: float


@dataclass(frozen=True, slots=True)
class _Entrant:
    bot: Bot
    inbox: Inbox
    connections: list[Connection]


async def capacity(
    folder: Path,
    *,
    rounds: int,
    people: int,
    tell: Callable[[Measured], None],
    shapes: tuple[Shape, ...] = SHAPES,
) -> list[Measured]:
    """
    Args:
        people: In each crowd; each writes six messages.
        tell: Hears each result as it comes.
    """
    found = []
    async with AsyncExitStack() as stack:
        api = await stack.enter_async_context(telegram())
        entrants = [await stack.enter_async_context(each) for each in _bots(api, folder)]
        for entrant in entrants:
            await _meet(entrant, 0, "normal", WARM_UP)
        for number in range(1, rounds + 1):
            for shape in shapes:
                for entrant in entrants:
                    found.append(await _meet(entrant, number, shape, people))
                    tell(found[-1])
    return found


def _bots(api: Telegram, folder: Path) -> Sequence[AbstractAsyncContextManager[_Entrant]]:
    token = api.bot("ours")
    content = make_content(folder / "content")
    ours = our_bot(api.url, token, folder / "ours", content, limited=False)
    entrants = [_entrant(ours, api.inboxes[token])]
    for name, module in RIVALS.items():
        token = api.bot(name)
        entrants.append(_entrant(rival(name, module, api.url, token, folder / name), api.inboxes[token]))
    return entrants


@asynccontextmanager
async def _entrant(starting: AbstractAsyncContextManager[Bot], inbox: Inbox) -> AsyncIterator[_Entrant]:
    async with starting as bot:
        connections = [Connection(bot.port, "/telegram", SECRET) for _ in range(AT_ONCE)]
        for connection in connections:
            await connection.open()
        try:
            yield _Entrant(bot, inbox, connections)
        finally:
            for connection in connections:
                connection.close()


async def _meet(entrant: _Entrant, number: int, shape: Shape, people: int) -> Measured:
    before = entrant.bot.spent_s()
    run = await crowd(entrant.inbox, entrant.connections, shape, people)
    after = entrant.bot.spent_s()
    return Measured(entrant.bot.name, number, run, after[0] - before[0], after[1] - before[1])
