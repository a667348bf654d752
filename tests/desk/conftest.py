"""The desk served on loopback, on the real store and a real evidence folder."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import time
from pathlib import Path

import pytest
from aiohttp import web

from bot.cases.duty import Shift
from bot.casework.room import open_casework
from bot.casework.staff import Rota
from bot.desk.app import build_desk
from bot.desk.settings import DeskSettings
from bot.desk.survey import Survey
from bot.store.connection import Store
from bot.vault.evidence import EvidenceFolder
from bot.vault.keys import MasterKeys
from bot.vault.lookups import Lookups
from tests.cases.people import EVERYBODY, GROUPS, STAFF, WITA
from tests.desk.bench import Clock, DeskBench, desk_words

ALL_DAY = frozenset(range(7))


@pytest.fixture
def survey() -> Survey | None:
    """What the desk knows of questions; tests of that page have one of their own."""
    return None


@pytest.fixture
async def desk(store: Store, tmp_path: Path, survey: Survey | None) -> AsyncIterator[DeskBench]:
    shifts = tuple(Shift(each, ALL_DAY, time(0), time(0)) for each in sorted(STAFF.on_duty))
    room = await open_casework(
        store.cases,
        MasterKeys((b"k" * 32,)),
        Lookups(b"l" * 32),
        EvidenceFolder(tmp_path / "evidence"),
        Rota(STAFF.agencies, shifts, WITA),
        desk_words(),
    )
    for officer in EVERYBODY:
        await room.roster.write(replace(officer, tag=""))
        if officer.tag:
            await room.roster.open_invitation(await room.roster.invite(officer.id), officer.tag)
    for agency, tag in GROUPS.items():
        await room.roster.set_group(agency, tag)

    clock, handed = Clock(), []
    settings = DeskSettings("http://127.0.0.1", WITA, owner="desk", poll_s=0.02, heartbeat_s=0.2)
    app = build_desk(room, settings, desk_words(), clock, handed.append, survey=survey)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    bench = DeskBench(f"http://127.0.0.1:{runner.addresses[0][1]}", room, clock, handed)
    yield bench
    for http in bench.sessions:
        await http.close()
    await runner.cleanup()
