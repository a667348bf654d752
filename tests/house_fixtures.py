"""
The whole bot in this process, on a real store, against the simulator over real HTTP.

`house` builds one; a test gets its own embedded server in a short folder, its own simulator and its own
people. `Officer` helpers invite and bind officers the way `langkah-aman staff invite` does.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.app.assembly import Parts, assembled, nothing
from bot.app.knowledge import Edition, knowledge_of
from bot.app.running import serving
from bot.authoring.content import Content, load_content
from bot.cases.duty import Shift
from bot.cases.officer import Agency, Officer
from bot.cases.sla import OfficeHours
from bot.config import Config, DeskAddress, StoreSettings, TelegramSettings
from bot.danger import Danger
from bot.delivery.ports import ReadPicture
from bot.runner.officers import INVITATION
from bot.runner.visitors import GROUP
from bot.simulator.groups import join
from bot.simulator.limits import SendLimits
from bot.simulator.person import Person
from bot.simulator.server import Simulator, running
from bot.simulator.world import World
from bot.vault.keys import new_master_key
from tests.chance import SEED

ROOT = Path(__file__).resolve().parent.parent
ZONE = ZoneInfo("Asia/Makassar")
ALL_DAYS = frozenset(range(7))
MIDNIGHT = time(0, 0)
AGENCIES = {
    "polres": Agency("polres", "Polres", "polisi", hotline=True),
    "disnaker": Agency("disnaker", "Disnaker", "tenaga kerja", hotline=True),
}


@dataclass(frozen=True, slots=True)
class House:
    """A running bot and the Telegram it lives in."""

    parts: Parts
    sim: Simulator

    async def officer(self, name: str, agency: str = "polres") -> Person:
        """A person whose account is an officer's; the id is the name in small letters."""
        roster = self.parts.room.roster
        await roster.write(Officer(name.lower(), name, AGENCIES[agency]))
        token = await roster.invite(name.lower())
        person = self.sim.person(name)
        await person.start(f"{INVITATION}{token}")
        await person.sees("Selamat datang")
        return person

    async def group(self, agency: str, *members: Person) -> Person:
        """The agency's group with the bot in it, seen by its first member."""
        token = await self.parts.groups.invite(agency)
        group = self.sim.world.add_group(f"Grup {agency}", owner=members[0].user)
        for member in members[1:]:
            join(self.sim.world, member.user, group)
        await members[0].add_bot_to(group, payload=f"{GROUP}{token}")
        seen = members[0].in_group(group)
        await seen.sees("menerima kartu kasus")
        return seen


def config_for(
    folder: Path, sim: Simulator, *, mode: str = "polling", port: int = 0, shifts: tuple[Shift, ...] = ()
) -> Config:
    """A configuration for tests: everybody in `shifts` is on duty as they say."""
    return Config(
        telegram=TelegramSettings(
            mode=mode,  # type: ignore[arg-type]
            api_url=sim.url,
            webhook_url=f"http://127.0.0.1:{port}/telegram",
            port=port,
            token=sim.token,
            webhook_secret="test-secret-0123456789",
        ),
        store=StoreSettings(folder / "data"),
        desk=DeskAddress("127.0.0.1", 0, "http://127.0.0.1:8080"),
        content=ROOT,
        zone=ZONE,
        agencies=AGENCIES,
        shifts=shifts,
        hours=OfficeHours(ZONE, ALL_DAYS, time(8), time(16), {Danger.EMERGENCY: timedelta(minutes=15)}),
    )


def always_on_duty(*officers: str) -> tuple[Shift, ...]:
    return tuple(Shift(officer, ALL_DAYS, MIDNIGHT, MIDNIGHT) for officer in officers)


@asynccontextmanager
async def living(
    folder: Path,
    sim: Simulator,
    *,
    mode: str = "polling",
    port: int = 0,
    shifts: tuple[Shift, ...] = (),
    landmark: Callable[[str], None] = nothing,
    environment: dict[str, str] | None = None,
    edition: Edition | None = None,
    limited: bool = False,
    eyes: ReadPicture | None = None,
) -> AsyncIterator[House]:
    """A house in `folder`, living against `sim` until the block ends."""
    config = config_for(folder, sim, mode=mode, port=port, shifts=shifts)
    given = environment or {"LANGKAH_AMAN_MASTER_KEY": new_master_key()}
    async with (
        assembled(config, given, landmark=landmark, limited=limited, edition=edition, eyes=eyes) as parts,
        serving(parts, "bot", landmark),
    ):
        yield House(parts, sim)


@pytest.fixture
async def sim() -> AsyncIterator[Simulator]:
    """A strict Telegram of its own, without flood limits."""
    async with running(World(limits=SendLimits(enabled=False), seed=SEED)) as simulator:
        yield simulator


@pytest.fixture(scope="session")
def shipped() -> Content:
    """The content that ships with the bot, read once."""
    return load_content(ROOT)


@pytest.fixture(scope="session")
def edition(shipped: Content) -> Edition:
    """The same with what was learnt from it: for tests that need understanding too."""
    return Edition(shipped, knowledge_of(shipped, {"backup_days": "30"}, 0))


@pytest.fixture
async def house(short_folder: Path, sim: Simulator, edition: Edition) -> AsyncIterator[House]:
    """Polling, Rina and Budi always on duty."""
    async with AsyncExitStack() as stack:
        yield await stack.enter_async_context(
            living(short_folder, sim, shifts=always_on_duty("rina", "budi"), edition=edition)
        )
