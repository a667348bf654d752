"""What conversations ask the hotline, answered from the case room and the store."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import datetime, tzinfo

import structlog

from bot.cases.case import Case
from bot.cases.phrasing import Wording
from bot.cases.queue import in_order
from bot.cases.reporter_words import status_lines
from bot.casework.groups import Groups
from bot.casework.room import CaseRoom
from bot.errors import CorruptRecord, SecretError
from bot.runner.ports import ReportState
from bot.store.connection import Store
from bot.store.sent import ref_of

log = structlog.get_logger()

OPENING_TRIES = 10
OPENING_PAUSE_S = 0.1


class StoredHotline:
    """
    The runner's `Hotline`.

    Args:
        desk_url: Where officers reach the desk.
        zone: The hotline's time zone, for the dates a reporter is told.
        words: Holds the keys `hotline.status.*`.
    """

    def __init__(
        self, room: CaseRoom, groups: Groups, store: Store, desk_url: str, zone: tzinfo, words: Wording
    ) -> None:
        self._room = room
        self._groups = groups
        self._store = store
        self._desk_url = desk_url
        self._zone = zone
        self._words = words

    async def on_duty(self, now: datetime) -> Sequence[str]:
        staff = await self._room.roster.staff(now)
        return [officer for officer in sorted(staff.on_duty) if staff.officers[officer].tag]

    async def find_case(self, typed: str, tag: str) -> tuple[str, str]:
        found, code = await self._room.receipts.find(typed, tag)
        return found.value, code

    async def report_state(self, code: str) -> ReportState:
        case = await self._patiently(code)
        if case is None:
            return ReportState("none")
        lines = status_lines(case, self._words, self._zone)
        return ReportState("open" if case.is_open else "closed", lines)

    async def _patiently(self, code: str) -> Case | None:
        """A case, waiting a moment for one whose first words are still on their way to it."""
        for _ in range(OPENING_TRIES):
            file = await self._room.archive.find(code)
            if file is not None and file.case is not None:
                return file.case
            await asyncio.sleep(OPENING_PAUSE_S)
        return None

    async def officer_of(self, tag: str) -> str:
        officer = await self._room.roster.officer_of(tag)
        return officer.id if officer is not None and officer.active else ""

    async def open_cases_of(self, officer: str) -> Sequence[str]:
        cases = [case for case in await self._room.archive.open_cases() if case.assignee == officer]
        return [case.code for case in in_order(cases)]

    async def accept_invitation(self, token: str, tag: str) -> tuple[str, str, str] | None:
        officer = await self._room.roster.open_invitation(token, tag)
        return None if officer is None else (officer.id, officer.first_name, officer.agency.name)

    async def partners(self, officer: str) -> Sequence[tuple[str, str]]:
        found = await self._room.roster.find(officer)
        own = found.agency.id if found is not None else ""
        agencies = self._room.roster.agencies.values()
        return sorted(((each.id, each.name) for each in agencies if each.id != own), key=lambda each: each[1])

    async def desk_link(self, officer: str) -> str:
        found = await self._room.roster.find(officer)
        if found is None:
            return self._desk_url
        return f"{self._desk_url}/masuk/{await self._room.logins.new_link(found)}"

    async def bind_group(self, token: str, tag: str) -> str | None:
        return await self._groups.open(token, tag)

    async def group_known(self, tag: str) -> bool:
        return await self._room.roster.is_group(tag)

    async def move_group(self, old_tag: str, new_tag: str) -> None:
        await self._room.roster.move_group(old_tag, new_tag)

    async def reported_before(self, text: str) -> bool:
        try:
            return await self._room.patterns.reported_before(text)
        except (CorruptRecord, SecretError) as error:  # a damaged record must not keep an answer from anybody
            log.error("patterns.unreadable", error=type(error).__name__)
            return False

    async def new_code(self) -> str:
        return await self._room.casework.new_code()

    async def message_ref(self, tag: str, message_id: int) -> str:
        return await ref_of(self._store.chats(tag), tag, message_id) or ""
