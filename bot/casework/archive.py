"""
Cases as they are stored, opened and sealed again. Everything of this room that touches a case goes through
here, so there is one place that unwraps case keys.

It checks no rights: `door.py` does for people, `casework.py` for commands. Start at `Archive.load`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from bot.cases.case import Case
from bot.cases.code import RANDOM_BYTES, make_code
from bot.cases.event import Event
from bot.casework.records import find_break, read_event, read_summary, write_event
from bot.errors import StoreError
from bot.store import cases as stored_cases
from bot.store.area import Area
from bot.store.cases import StoredCase
from bot.vault.keys import MasterKeys, new_data_key

_CODES_TRIED = 50


@dataclass(frozen=True, slots=True)
class CaseFile:
    """One case as loaded. `case` is None and `version` 0 when there is none; then `key` is fresh."""

    code: str
    version: int
    case: Case | None
    key: bytes = field(repr=False)
    wrapped: bytes = field(repr=False)
    last_hash: str

    @property
    def is_new(self) -> bool:
        return self.version == 0


class Archive:
    """The cases area with the master keys that open it."""

    def __init__(self, area: Area, masters: MasterKeys) -> None:
        self.area = area
        self._masters = masters

    async def load(self, code: str, command_id: str = "") -> tuple[CaseFile, bool]:
        """A case to change, and whether this command was done before. Raises: StoreError, SecretError."""
        stored, seen = await stored_cases.load(self.area, code, command_id)
        if not stored.version:
            key = new_data_key()
            return CaseFile(code, 0, None, key, self._masters.wrap(key, code), ""), seen
        return self._opened(code, stored), seen

    async def find(self, code: str) -> CaseFile | None:
        """A case to look at; None when there is none."""
        file, _ = await self.load(code)
        return None if file.is_new else file

    async def history(self, file: CaseFile) -> tuple[Event, ...]:
        """Every event with its words, oldest first."""
        stored = await stored_cases.load_events(self.area, file.code)
        return tuple(read_event(each, file.code, file.key) for each in stored)

    async def check_chain(self, code: str) -> int | None:
        """Index of the first event that does not fit (see `find_break`); None when all is well."""
        stored, _ = await stored_cases.load(self.area, code)
        return find_break(await stored_cases.load_events(self.area, code), stored.last_hash)

    def sealed(self, file: CaseFile, events: Iterable[Event]) -> tuple[tuple[bytes, ...], str]:
        """New events in their stored form, and the hash of the last."""
        last, written = file.last_hash, []
        for event in events:
            record, last = write_event(event, file.code, file.key, last)
            written.append(record)
        return tuple(written), last

    async def open_cases(self) -> list[Case]:
        return await self._cases(await stored_cases.open_codes(self.area))

    async def closed_cases(self, limit: int = 0) -> list[Case]:
        """The last closed first; `limit` 0 is all."""
        return await self._cases(await stored_cases.closed_codes(self.area, limit))

    async def cases_of(self, codes: Iterable[str]) -> dict[str, Case]:
        """Cases by code, in one round trip; those that are gone are left out."""
        return {case.code: case for case in await self._cases(tuple(dict.fromkeys(codes)))}

    async def new_code(self) -> str:
        """A free case code, kept for whoever files a report with it. Raises: StoreError if none is left."""
        for _ in range(_CODES_TRIED):
            code = make_code(new_data_key()[:RANDOM_BYTES])
            if await stored_cases.reserve_code(self.area, code):
                return code
        raise StoreError("there are hardly any free case codes left")

    def unwrap(self, code: str, wrapped: bytes) -> bytes:
        return self._masters.unwrap(wrapped, code)

    async def rewrap(self) -> int:
        """
        Put every case key under the newest master key, while everything runs.

        Returns: How many were changed; 0 means the old master key is no longer needed for cases.
        """
        codes = await stored_cases.open_codes(self.area)
        codes += await stored_cases.closed_codes(self.area, limit=0)
        changed = 0
        for code in codes:
            stored, _ = await stored_cases.load(self.area, code)
            new = self._masters.rewrapped(stored.key, code) if stored.key else None
            if new is not None:
                changed += await stored_cases.swap_key(self.area, code, stored.key, new)
        return changed

    async def _cases(self, codes: Sequence[str]) -> list[Case]:
        found = await stored_cases.load_many(self.area, codes)
        return [read_summary(stored.summary) for stored in found if stored.version]

    def _opened(self, code: str, stored: StoredCase) -> CaseFile:
        key = self.unwrap(code, stored.key)
        case = read_summary(stored.summary)
        return CaseFile(code, stored.version, case, key, stored.key, stored.last_hash)
