"""
`langkah-aman demo`: the real bot, store and desk against a Telegram of its own, on one page.

Nothing is stubbed: the bot speaks the Bot API over HTTP with the simulator, the store is the embedded server
in a folder that is gone afterwards, and the people on the page are strangers to both. Sample reports come in
the way real ones do.
"""

from __future__ import annotations

import asyncio
import shutil
import signal
import socket
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from datetime import time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.app.assembly import Parts, assembled, now
from bot.app.running import serving
from bot.cases.duty import Shift
from bot.cases.officer import Agency, Officer, Role
from bot.cases.reporter_commands import FileReport
from bot.cases.sla import OfficeHours
from bot.config import Config, DeskAddress, StoreSettings, TelegramSettings
from bot.danger import Danger
from bot.runner.officers import INVITATION
from bot.runner.visitors import GROUP
from bot.simulator.chats import Chat, User
from bot.simulator.limits import SendLimits
from bot.simulator.person import Person
from bot.simulator.phone import Panel, add_phone
from bot.simulator.recorder import Recorder
from bot.simulator.server import Simulator, running
from bot.simulator.world import World
from bot.vault.keys import new_master_key

ZONE = ZoneInfo("Asia/Makassar")
EVERY_DAY = frozenset(range(7))
MIDNIGHT = time(0, 0)
AGENCIES = {
    "polres": Agency("polres", "Polres Lombok Barat", "polisi", hotline=True),
    "disnaker": Agency("disnaker", "Disnaker Lombok Barat", "tenaga kerja", hotline=True),
}
OFFICERS = (("rina", "Rina", "polres"), ("budi", "Budi", "disnaker"))
SAMPLES = (
    ("Saya diminta DP 3 juta ke rekening pribadi, katanya kuota ke Taiwan tinggal dua.", 95, Danger.NONE),
    ("Adik saya 16 tahun mau diberangkatkan, umurnya diubah di KTP.", 40, Danger.HIGH),
)


@dataclass(frozen=True, slots=True)
class Demo:
    """A running demo. `url` is the page, `desk_url` the desk."""

    url: str
    desk_url: str
    parts: Parts
    sim: Simulator


async def demo(root: Path, port: int, say: Callable[[str], None]) -> None:
    """Run until interrupted. Raises: LangkahAmanError, one line, when it cannot start."""
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stopping.set)
    async with living_demo(root, port) as started:
        say("\nLangkah Aman, peragaan. Buka halaman ini di peramban:\n")
        say(f"    {started.url}\n")
        say(f"Meja hotline: {started.desk_url} (masuk: ketik /meja di telepon petugas)")
        say("Semua yang ditulis di sini hilang saat peragaan ditutup. Berhenti: Ctrl+C\n")
        await stopping.wait()


@asynccontextmanager
async def living_demo(root: Path, port: int, *, desk_port: int = 0) -> AsyncIterator[Demo]:
    """
    A demo for as long as the block lasts.

    Args:
        root: Holds flows/ and content/; where there are none, those this program came with.
        port: Of the page, 0 for a free one; `desk_port` likewise.
    """
    folder = Path(tempfile.mkdtemp(prefix="langkah-aman-"))
    world = World(limits=SendLimits(enabled=False), calls=Recorder(keep=1000))
    people = {name: world.add_person(name) for name in ("Siti", "Ibu Ani", "Rina", "Budi")}
    groups = {
        "polres": world.add_group("Hotline Polres", owner=people["Rina"]),
        "disnaker": world.add_group("Hotline Disnaker", owner=people["Budi"]),
    }
    panels = [
        Panel("Siti (pencari kerja)", people["Siti"]),
        Panel("Ibu Ani (keluarga)", people["Ibu Ani"]),
        Panel("Rina (Polres)", people["Rina"], (groups["polres"],)),
        Panel("Budi (Disnaker)", people["Budi"], (groups["disnaker"],)),
    ]
    desk = DeskAddress("127.0.0.1", desk_port or _free_port())
    desk = replace(desk, url=f"http://127.0.0.1:{desk.port}")
    async with AsyncExitStack() as stack:
        stack.callback(shutil.rmtree, folder, ignore_errors=True)
        sim = await stack.enter_async_context(
            running(world, port=port, extend=lambda app: add_phone(app, panels, [("Meja hotline", desk.url)]))
        )
        config = _config(root, folder, sim, desk)
        environment = {"LANGKAH_AMAN_MASTER_KEY": new_master_key()}
        parts = await stack.enter_async_context(assembled(config, environment))
        await stack.enter_async_context(serving(parts, "all"))
        await _staffed(parts, sim, people, groups)
        await _samples(parts)
        yield Demo(f"{sim.url}/", config.desk.url, parts, sim)


def _config(root: Path, folder: Path, sim: Simulator, desk: DeskAddress) -> Config:
    shifts = tuple(Shift(officer, EVERY_DAY, MIDNIGHT, MIDNIGHT) for officer, _, _ in OFFICERS)
    within = {Danger.EMERGENCY: timedelta(minutes=15), Danger.HIGH: timedelta(hours=1)}
    return Config(
        telegram=TelegramSettings(api_url=sim.url, token=sim.token),
        store=StoreSettings(folder / "data"),
        desk=desk,
        content=root if (root / "flows").is_dir() else Path(__file__).resolve().parents[2],
        zone=ZONE,
        agencies=AGENCIES,
        shifts=shifts,
        hours=OfficeHours(ZONE, EVERY_DAY, time(8), time(16), within),
    )


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def _staffed(parts: Parts, sim: Simulator, people: dict[str, User], groups: dict[str, Chat]) -> None:
    """Officers press Mulai on their invitation and put the bot into their groups, as on the first day."""
    for officer_id, name, agency in OFFICERS:
        roles = frozenset({Role.OFFICER, Role.SUPERVISOR, Role.EDITOR})
        await parts.room.roster.write(Officer(officer_id, name, AGENCIES[agency], roles))
        person = Person(sim.world, people[name])
        await person.start(f"{INVITATION}{await parts.room.roster.invite(officer_id)}")
        await person.sees("Selamat datang", timeout_s=20)
        await person.add_bot_to(groups[agency], payload=f"{GROUP}{await parts.groups.invite(agency)}")
        await person.in_group(groups[agency]).sees("menerima kartu kasus", timeout_s=20)


async def _samples(parts: Parts) -> None:
    """Two reports from before, by people who are not on the page."""
    for number, (text, minutes, danger) in enumerate(SAMPLES):
        at = now() - timedelta(minutes=minutes)
        command = FileReport(
            id=f"demo-{number}",
            at=at,
            code=await parts.room.casework.new_code(),
            reporter="",
            text=text,
            danger=danger,
        )
        await parts.room.casework.apply(command, now())
