"""A whole case room on the real store, with sample staff bound to their accounts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import time
from pathlib import Path

import pytest

from bot.cases.duty import Shift
from bot.cases.outgoing import Outgoing
from bot.casework.room import CaseRoom, open_casework
from bot.casework.staff import Rota
from bot.store import outbox
from bot.store.connection import Store
from bot.vault.evidence import EvidenceFolder
from bot.vault.keys import MasterKeys
from bot.vault.lookups import Lookups
from tests.cases.people import EVERYBODY, GROUPS, STAFF, T0, WITA, hotline_words

ALL_DAY = frozenset(range(7))
NOW_MS = int(T0.timestamp() * 1000)


@dataclass
class Bench:
    """A room, the store behind it, and what it needs to be opened again."""

    store: Store
    masters: MasterKeys
    lookups: Lookups
    files: EvidenceFolder
    room: CaseRoom
    rota: Rota

    async def reopen(self, **changes: object) -> Bench:
        """Another process on the same store."""
        other = replace(self, **changes)  # type: ignore[arg-type]
        other.room = await open_casework(
            other.store.cases, other.masters, other.lookups, other.files, other.rota, hotline_words()
        )
        return other

    async def drain(self) -> list[Outgoing]:
        """Take everything off the outbox of the cases area, as a sender does."""
        area, taken = self.store.cases, []
        for line, _ in await outbox.due(area, NOW_MS + 1, 100):
            leased = await outbox.lease(area, line, "test", 60_000, NOW_MS + 1)
            rows = leased.rows if leased else ()
            while rows:
                opened = await self.room.letters.open(rows[0])
                taken += [opened] if opened else []
                settled = await outbox.settle(
                    area, line, "test", rows[0].id, NOW_MS + 1, sent=None, lease_ms=60_000
                )
                rows = settled.next
        return taken


@pytest.fixture
async def bench(store: Store, tmp_path: Path) -> Bench:
    masters, lookups = MasterKeys((b"k" * 32,)), Lookups(b"l" * 32)
    files = EvidenceFolder(tmp_path / "evidence")
    midnight = time(0)
    shifts = tuple(Shift(each, ALL_DAY, midnight, midnight) for each in sorted(STAFF.on_duty))
    rota = Rota(STAFF.agencies, shifts, WITA)
    room = await open_casework(store.cases, masters, lookups, files, rota, hotline_words())
    for officer in EVERYBODY:
        await room.roster.write(replace(officer, tag=""))
        if officer.tag:
            token = await room.roster.invite(officer.id)
            await room.roster.open_invitation(token, officer.tag)
    for agency, tag in GROUPS.items():
        await room.roster.set_group(agency, tag)
    return Bench(store, masters, lookups, files, room, rota)


@pytest.fixture
def room(bench: Bench) -> CaseRoom:
    return bench.room
