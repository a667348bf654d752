"""Many people at once against one store, with everything a crash test needs to watch and to break them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bot.app.assembly import Parts, assembled
from bot.app.knowledge import Edition
from bot.simulator.limits import SendLimits
from bot.simulator.recorder import Recorder
from bot.simulator.server import Simulator, running
from bot.simulator.world import World
from bot.store.embedded import EmbeddedServer, open_embedded
from bot.vault.keys import new_master_key
from tests.crash.bot_process import Setting
from tests.crash.doubles import Deaths
from tests.crash.rehearsal import Rehearsed
from tests.crash.walk import Walk

QUICK_LEASE_MS = 500  # one bot alone cannot take its own lines from itself
AT_ONCE = 120  # people in the middle of a conversation: more only wait longer for each other


@dataclass
class Progress:
    """Counts answers as they come; others wait for some more of them."""

    answers: int = 0
    _waiting: list[tuple[int, asyncio.Future[None]]] = field(default_factory=list)

    def step(self) -> None:
        self.answers += 1
        due = [future for number, future in self._waiting if number <= self.answers]
        self._waiting = [each for each in self._waiting if each[0] > self.answers]
        for future in due:
            future.set_result(None)

    async def more(self, answers: int) -> None:
        """Wait until so many more answers have come."""
        future = asyncio.get_running_loop().create_future()
        self._waiting.append((self.answers + answers, future))
        await future


@dataclass
class Crowd:
    """Everybody who walks, and what they stand on."""

    sim: Simulator
    setting: Setting
    parts: Parts  # to look into the store; it takes no updates and sends nothing
    server: EmbeddedServer
    deaths: Deaths
    log: Path
    progress: Progress = field(default_factory=Progress)
    walks: list[Walk] = field(default_factory=list)

    def gather(self, rehearsed: Sequence[Rehearsed]) -> None:
        for number, each in enumerate(rehearsed):
            person = self.sim.person(f"Orang {number}")
            self.walks.append(Walk(person, each, self.progress.step))

    async def walk(self) -> None:
        """All to the end, `AT_ONCE` side by side. Raises: AssertionError of the first who waits in vain."""
        places = asyncio.Semaphore(AT_ONCE)

        async def one(walk: Walk) -> None:
            async with places:
                await walk.to_the_end()

        async with asyncio.TaskGroup() as group:
            for each in self.walks:
                group.create_task(one(each))

    def judged_doubles(self) -> tuple[int, list[str]]:
        """How many replies came twice, and those that had no right to."""
        allowed = self.deaths.allowed()
        tags = {walk: self.parts.lookups.tag_of(walk.person.chat.id) for walk in self.walks}
        doubles = [(walk, double) for walk in self.walks for double in walk.doubles]
        wrong = [
            f"{walk.person.user.first_name} got twice, without a death in between: {double.shown}"
            for walk, double in doubles
            if (tags[walk], double) not in allowed
        ]
        return len(doubles), wrong


@asynccontextmanager
async def crowd(
    folder: Path,
    edition: Edition,
    *,
    mode: str,
    port: int = 0,
    webhook_url: str = "",
    lease_ms: int = QUICK_LEASE_MS,
) -> AsyncIterator[Crowd]:
    """
    A Telegram, a store and somebody who looks into it; bots are started by the test.

    Args:
        lease_ms: How long a dead bot keeps its outbox lines; longer than any stall where two bots live.
    """
    world = World(limits=SendLimits(enabled=False), webhook_pause_s=0.05, calls=Recorder(keep=0))
    log = folder / "bot.log"
    async with running(world) as sim:
        key = new_master_key()
        setting = Setting(str(folder), sim.url, sim.token, mode, key, lease_ms, port, webhook_url)
        server = await open_embedded(setting.config().store.data)
        try:
            opened = assembled(setting.config(), setting.environment, stop_store=False, edition=edition)
            async with opened as parts:
                yield Crowd(sim, setting, parts, server, Deaths(parts), log)
        finally:
            await server.leave()
