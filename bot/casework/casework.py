"""
Carry out commands on cases: the only way a case changes.

A command is loaded with its case, decided, and appended in one script that also holds the rows telling
everybody concerned; when the case moved meanwhile, it is decided again on what it is now. The same command
id is done once. Start at `Casework.apply`.
"""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from bot.cases.case import Case
from bot.cases.commands import Command
from bot.cases.decide import decide
from bot.cases.event import Kind
from bot.cases.fold import fold
from bot.cases.officer import Staff
from bot.cases.officer_commands import NewByOfficer
from bot.cases.phrasing import Wording
from bot.cases.reactions import react, wants_history
from bot.cases.refusal import Refusal
from bot.cases.reporter_commands import AddMessage, EraseReporter, FileReport, RaiseAlert
from bot.cases.sla import OfficeHours
from bot.casework.archive import Archive
from bot.casework.erasing import Eraser
from bot.casework.letters import Letters
from bot.casework.outcome import AlreadyDone, Applied, Erased, Outcome, Refused
from bot.casework.patterns import Patterns
from bot.casework.records import to_ms, write_summary
from bot.casework.views import due_of
from bot.errors import StoreError
from bot.store import cases as stored_cases
from bot.store.cases import Append

ATTEMPTS = 50  # lost races in a row; each means that somebody else got through


class StaffSource(Protocol):
    """Who works here and who is on duty now."""

    async def staff(self, now: datetime) -> Staff: ...


class Casework:
    """Commands in, events and outbox rows out. Keeps nothing between calls."""

    def __init__(
        self,
        archive: Archive,
        letters: Letters,
        eraser: Eraser,
        staff: StaffSource,
        words: Wording,
        patterns: Patterns,
        hours: OfficeHours | None = None,
    ) -> None:
        """`hours`: due times (None: no clock runs)."""
        self._archive = archive
        self._letters = letters
        self._eraser = eraser
        self._staff = staff
        self._words = words
        self._patterns = patterns
        self._hours = hours

    async def new_code(self) -> str:
        """A free case code, kept for the report that is filed with it."""
        return await self._archive.new_code()

    async def apply(self, command: Command, now: datetime, *, owner: str = "", lease_ms: int = 1) -> Outcome:
        """
        Carry out one command.

        Args:
            now: Aware; for the outbox and who is on duty. What happened when is `command.at`.
            owner, lease_ms: With an owner, free outbox lines are leased to it (`Applied.leased`), so it may
                send at once; otherwise the sweeper finds them.

        Raises: StoreUnreachable (it may be done: apply it again); StoreError when the case never held still.
        """
        staff = await self._staff.staff(now)
        for _ in range(ATTEMPTS):
            if isinstance(command, EraseReporter) and command.scope == "all":
                outcome = await self._erase_once(command, staff, now)
            else:
                outcome = await self._apply_once(command, staff, now, owner, lease_ms)
            if outcome is not None:
                await self._trace(command, outcome)
                return outcome
        raise StoreError(f"case {command.code} did not hold still for command {command.id}")

    async def _apply_once(
        self, command: Command, staff: Staff, now: datetime, owner: str, lease_ms: int
    ) -> Outcome | None:
        """None: the case moved meanwhile."""
        file, seen = await self._archive.load(command.code, command.id)
        if seen:
            return AlreadyDone(file.case)
        decided = decide(file.case, command, staff)
        if isinstance(decided, Refusal):
            return self.refused(decided, staff)
        after = fold(decided, file.case, command.code)
        if after is None:
            raise StoreError(f"command {command.id} made no case")
        if not decided:
            return Applied(after)
        history = await self._archive.history(file) if file.case and wants_history(decided) else ()
        told = react(file.case, after, decided, staff, self._words, history)
        events, last_hash = self._archive.sealed(file, decided)
        given = (each.plain["receipt_hash"] for each in decided if each.kind is Kind.RECEIPT_GIVEN)
        appended = await stored_cases.append(
            self._archive.area,
            Append(
                code=file.code,
                seen=command.id,
                now_ms=to_ms(now),
                expected_version=file.version,
                summary=write_summary(after),
                events=events,
                last_hash=last_hash,
                opened_ms=to_ms(after.opened_at),
                closed_ms=to_ms(after.closed_at) if after.closed_at else None,
                due_ms=self._due_ms(after),
                key=file.wrapped if file.is_new else b"",
                receipt_hash=next(given, ""),
                rows=self._letters.rows(command.id, told, file.key),
                owner=owner,
                lease_ms=lease_ms,
            ),
        )
        if appended.outcome is stored_cases.Outcome.DONE:
            return Applied(after, decided, appended.leased)
        return AlreadyDone(file.case) if appended.outcome is stored_cases.Outcome.SEEN else None

    async def _erase_once(self, command: EraseReporter, staff: Staff, now: datetime) -> Outcome | None:
        """None: the case moved meanwhile. A case that is gone already is done."""
        file = await self._archive.find(command.code)
        if file is None or file.case is None:
            return AlreadyDone()
        if not file.case.knows(command.reporter):
            return self.refused(Refusal("not_yours"), staff)
        return await self._eraser.erase(file, "reporter", staff, now)

    async def _trace(self, command: Command, outcome: Outcome) -> None:
        """
        Keep what the words of a report name, and tidy up behind a case that is gone.

        It follows the append: a command that is worked on again after a crash comes here as `AlreadyDone`.
        """
        match command, outcome:
            case EraseReporter(scope="all"), Erased() | AlreadyDone():
                await self._patterns.tidy()
            case FileReport() | RaiseAlert() | AddMessage() | NewByOfficer(), Applied() | AlreadyDone():
                if outcome.case is not None:
                    await self._patterns.keep_report(command.id, outcome.case, command.text, command.at)
            case _:
                pass

    def refused(self, refusal: Refusal, staff: Staff) -> Refused:
        """A refusal in words for a person."""
        values = {"name": staff.name_of(refusal.by)}
        return Refused(
            refusal.reason, self._words.text(f"hotline.refused.{refusal.reason}", values), refusal.by
        )

    def _due_ms(self, case: Case) -> int | None:
        """When somebody must have answered; the clock stops once it has run out."""
        due = None if case.overdue else due_of(case, self._hours)
        return None if due is None else to_ms(due)
