"""
The one guarded door: everything an officer gets to see of a case comes through here.

Each call asks `may` and, where words are shown, writes a line of the audit before it shows them. Refusals
look the same whether a case does not exist or is not shared, so nobody learns by asking. Changes go through
`Casework.apply`, which asks `may` itself. Start at `Door.open_case`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.cases.access import Action, may
from bot.cases.case import Case, ReferralState
from bot.cases.code import read_code
from bot.cases.event import Event
from bot.cases.officer import Officer
from bot.cases.officer_commands import MarkRead
from bot.cases.queue import in_order
from bot.cases.refusal import Refusal
from bot.cases.sla import OfficeHours
from bot.casework.archive import Archive, CaseFile
from bot.casework.casework import Casework, StaffSource
from bot.casework.evidence import CaseEvidence, EvidenceCopy
from bot.casework.outcome import Applied
from bot.casework.records import json_bytes
from bot.casework.views import (
    CaseView,
    Figures,
    OfferView,
    QueueRow,
    figures_of,
    offer_of,
    row_of,
    view_of,
)
from bot.store import cases as stored_cases

CLOSED_LISTED = 200
WORDS_SEARCHED = 200  # cases whose words are opened for one search
NOT_SHARED = Refusal("not_shared")


class Door:
    """What the desk may read. `officer` is always somebody whose session was checked just now."""

    def __init__(
        self,
        archive: Archive,
        casework: Casework,
        files: CaseEvidence,
        staff: StaffSource,
        hours: OfficeHours | None = None,
    ) -> None:
        self._archive = archive
        self._casework = casework
        self._files = files
        self._staff = staff
        self._hours = hours

    async def queue(self, officer: Officer, now: datetime) -> list[QueueRow]:
        """
        Open cases that this officer may list, most urgent first; then those that were closed elsewhere and
        still wait for the officer's agency.
        """
        closed = await self._archive.closed_cases(CLOSED_LISTED)
        waiting = [case for case in closed if _waits_for(officer, case)]
        return await self._rows(officer, [*in_order(await self._archive.open_cases()), *waiting], now)

    async def closed(self, officer: Officer, now: datetime) -> list[QueueRow]:
        """The last closed cases that this officer may list."""
        return await self._rows(officer, await self._archive.closed_cases(CLOSED_LISTED), now)

    async def count(self, officer: Officer) -> Figures:
        """Figures of the open cases this officer may count; training is left out."""
        cases = await self._archive.open_cases()
        return figures_of(case for case in cases if may(officer, Action.COUNT, case))

    async def search(self, officer: Officer, words: str, now: datetime) -> list[QueueRow]:
        """
        Cases by code, by district, or by words in them.

        Words are looked for only in cases this officer may read, newest first, at most `WORDS_SEARCHED`.
        """
        cases = [
            *in_order(await self._archive.open_cases()),
            *await self._archive.closed_cases(CLOSED_LISTED),
        ]
        wanted, code = words.casefold().strip(), read_code(words)
        readable = WORDS_SEARCHED
        found = []
        for case in (each for each in cases if wanted and may(officer, Action.SEARCH, each)):
            if case.code == code or wanted in case.district.casefold():
                found.append(case)
            elif readable and may(officer, Action.READ, case):
                readable -= 1
                found += [case] if await self._says(case.code, wanted) else []
        await self._write_audit(officer, Action.SEARCH, "", now)
        return await self._rows(officer, found, now)

    async def open_case(
        self, officer: Officer, code: str, now: datetime, *, visit: str
    ) -> CaseView | Refusal:
        """
        A case with every word of it; the reporter may be told "dibaca" from now on.

        Args:
            visit: Made by the caller for each opening; makes the mark idempotent.
        """
        file = await self._admitted(officer, Action.READ, code, now)
        if isinstance(file, Refusal):
            return file
        read = MarkRead(id=f"{visit}.read", at=now, code=code, officer=officer.id)
        marked = await self._casework.apply(read, now)
        return await self._view(file, marked.case if isinstance(marked, Applied) else None, now)

    async def offered(self, officer: Officer, code: str, now: datetime) -> OfferView | Refusal:
        """What the officer's agency may know of a referral that it has not accepted."""
        file = await self._admitted(officer, Action.ANSWER_REFERRAL, code, now)
        if isinstance(file, Refusal):
            return file
        referral = file.case.referral_to(officer.agency.id) if file.case else None
        if file.case is None or referral is None:
            return NOT_SHARED
        events = await self._archive.history(file)
        return offer_of(file.case, referral, events, await self._staff.staff(now))

    async def export(self, officer: Officer, code: str, now: datetime) -> CaseView | Refusal:
        """The same for a file that leaves the desk: only for who holds the case, or their supervisor."""
        file = await self._admitted(officer, Action.EXPORT, code, now)
        return file if isinstance(file, Refusal) else await self._view(file, None, now)

    async def evidence(
        self, officer: Officer, code: str, evidence_id: str, now: datetime
    ) -> EvidenceCopy | Refusal:
        """A copy of one file for an officer; pictures without metadata, see `EvidenceCopy.cleaned`."""
        file = await self._admitted(officer, Action.EVIDENCE, code, now, evidence_id)
        if isinstance(file, Refusal):
            return file
        known = file.case.evidence if file.case else ()
        item = next((each for each in known if each.id == evidence_id and each.stored), None)
        if item is None:
            return Refusal("unknown_evidence")
        return await self._files.copy(code, item, file.key)

    async def _rows(self, officer: Officer, cases: Sequence[Case], now: datetime) -> list[QueueRow]:
        staff = await self._staff.staff(now)
        shown = (case for case in cases if may(officer, Action.LIST, case))
        return [row_of(case, officer, staff, self._hours, now) for case in shown]

    async def _admitted(
        self, officer: Officer, action: Action, code: str, now: datetime, item: str = ""
    ) -> CaseFile | Refusal:
        """The case, after the right was checked and the audit line written."""
        file = await self._archive.find(code)
        if file is None or file.case is None:
            return NOT_SHARED
        decision = may(officer, action, file.case)
        await self._write_audit(officer, action, code, now, item=item, allowed=decision.allowed)
        return file if decision else Refusal(decision.why, by=file.case.assignee or "")

    async def _view(self, file: CaseFile, newer: Case | None, now: datetime) -> CaseView | Refusal:
        case = newer or file.case
        if case is None:
            return NOT_SHARED
        events: tuple[Event, ...] = await self._archive.history(file)
        return view_of(case, events, await self._staff.staff(now), self._hours)

    async def _says(self, code: str, wanted: str) -> bool:
        file = await self._archive.find(code)
        events = await self._archive.history(file) if file else ()
        return any(wanted in word.casefold() for event in events for word in event.body.values())

    async def _write_audit(
        self,
        officer: Officer,
        action: Action,
        code: str,
        now: datetime,
        *,
        item: str = "",
        allowed: bool = True,
    ) -> None:
        line = {
            "at": now.isoformat(),
            "officer": officer.id,
            "action": action.value,
            "code": code,
            "item": item,
            "allowed": allowed,
        }
        await stored_cases.write_audit(self._archive.area, json_bytes(line))


def _waits_for(officer: Officer, case: Case) -> bool:
    referral = case.referral_to(officer.agency.id)
    return referral is not None and referral.state in {ReferralState.OFFERED, ReferralState.ACCEPTED}
