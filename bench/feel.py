"""
(a) What people feel: from message to reply, Telegram 40 ms away and limiting, while a broadcast runs.

The strict simulator and its people live in this process, the bot in its own. People write at random moments,
25 a second in all, and every one of them is to get the broadcast as well. Start at `feel`.
"""

from __future__ import annotations

import asyncio
import json
import random
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from bench.content_root import make_content
from bench.conversation import COMMAND, STEPS, answers
from bench.processes import Bot, our_bot
from bot.simulator.feed import Change
from bot.simulator.person import Person
from bot.simulator.recorder import Recorder
from bot.simulator.server import Simulator, running
from bot.simulator.world import World

PER_S = 25.0
TELEGRAM_MS = 40.0
GUESTS = 120  # so that nobody writes faster than once in some seconds
LISTENERS = 300  # who only get the broadcast
PATIENCE_S = 20.0
NEWS = (
    "Kabar untuk semua: kantor pengaduan buka sampai pukul 20 minggu ini. Ketik /menu untuk melihat pilihan."
)


@dataclass(slots=True)
class Feeling:
    """`waits_ms`: message to reply, Telegram's own delay included. `news`: broadcasts sent meanwhile."""

    seconds: float
    updates: int = 0
    waits_ms: list[float] = field(default_factory=list)
    unanswered: int = 0
    news: int = 0
    news_left: int = 0
    refused_by_telegram: int = 0  # 429


class Guest:
    """One person in the six-step conversation, again and again; taps where there is a button."""

    def __init__(self, person: Person, number: int, feeling: Feeling) -> None:
        self.person = person
        self._answers = answers(number)
        self._step = 0
        self._feeling = feeling
        self._since = 0.0
        self.answered = asyncio.Event()
        self.answered.set()
        person.world.feed.listen(self._heard, person.chat.id)

    async def go_on(self) -> None:
        """Say or tap the next thing."""
        self._since = time.perf_counter()
        self.answered.clear()
        step, self._step = self._step, (self._step + 1) % len(STEPS)
        if step == 0:
            await self.person.send(f"/{COMMAND}")
            return
        asked = STEPS[step - 1]
        if asked.free:
            await self.person.send(self._answers[asked.name])
        else:
            await self.person.tap(self._answers[asked.name])

    def _heard(self, change: Change) -> None:
        from_bot = change.kind == "message" and change.data["from"]["is_bot"]
        if from_bot and change.data["text"] != NEWS and not self.answered.is_set():
            self._feeling.waits_ms.append((time.perf_counter() - self._since) * 1000)
            self.answered.set()


async def feel(folder: Path, *, seconds: float) -> Feeling:
    """Measure for so many seconds, after everybody has met the bot once."""
    feeling = Feeling(seconds)
    async with running(World(calls=Recorder(keep=0), webhook_pause_s=0.2)) as sim, _bot(sim, folder) as bot:
        sim.faults.delay(TELEGRAM_MS)
        guests = [Guest(sim.person("Siti"), number, feeling) for number in range(GUESTS)]
        listeners = [sim.person("Dewi") for _ in range(LISTENERS)]
        await _meet([*(guest.person for guest in guests), *listeners])
        chats = [*(guest.person.id for guest in guests), *(person.id for person in listeners)]
        random.Random(2).shuffle(chats)  # noqa: S311  # an order, not a secret
        await _broadcast(bot, chats)
        before, sent_before = sim.world.limits.refused, _news_sent(sim)
        await _traffic(guests, feeling)
        sent = _news_sent(sim)
        feeling.news, feeling.news_left = sent - sent_before, len(chats) - sent
        feeling.refused_by_telegram = sim.world.limits.refused - before
        await _rest(guests)
        feeling.unanswered = sum(not guest.answered.is_set() for guest in guests)
    return feeling


@asynccontextmanager
async def _bot(sim: Simulator, folder: Path) -> AsyncIterator[Bot]:
    content = make_content(folder / "content")
    async with our_bot(sim.url, sim.token, folder / "ours", content, limited=True) as bot:
        yield bot


async def _meet(people: list[Person]) -> None:
    """Everybody starts once, at a pace that Telegram's limits allow."""
    for person in people:
        await person.start()
        await asyncio.sleep(1 / 20)
    for person in people:
        await person.sees("Langkah Aman", timeout_s=PATIENCE_S)


async def _broadcast(bot: Bot, chats: list[int]) -> None:
    assert bot.process.stdin is not None  # noqa: S101  # ours has one
    assert bot.process.stdout is not None  # noqa: S101
    bot.process.stdin.write(json.dumps({"text": NEWS, "chats": chats}).encode() + b"\n")
    await bot.process.stdin.drain()
    await bot.process.stdout.readline()


def _news_sent(sim: Simulator) -> int:
    chats = sim.world.chats.values()
    return sum(message.get("text") == NEWS for chat in chats for message in chat.messages.values())


async def _traffic(guests: list[Guest], feeling: Feeling) -> None:
    """Open loop: the next message comes when its time has come, however the bot fares."""
    dice = random.Random(1)  # noqa: S311  # repeatable traffic
    start = due = time.perf_counter()
    at = 0
    while (due := due + dice.expovariate(PER_S)) < start + feeling.seconds:
        await asyncio.sleep(max(0.0, due - time.perf_counter()))
        for _ in guests:
            at = (at + 1) % len(guests)
            if guests[at].answered.is_set():
                feeling.updates += 1
                await guests[at].go_on()
                break


async def _rest(guests: list[Guest]) -> None:
    """Give the last replies their time."""
    with suppress(TimeoutError):
        async with asyncio.timeout(PATIENCE_S):
            for guest in guests:
                await guest.answered.wait()
