"""
Delete a case wholly: its key, words, summary, evidence and receipt.

A tombstone stays: a random id that is not the code, the day, why, and the last hash of the chain, so it can
be shown later that something was erased and what it was not. The append-only file still holds the ciphertext
until `store.erasing.rewrite` has ended; only then may anybody say "dihapus". Start at `Eraser.erase`.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from bot.cases.access import sees
from bot.cases.case import Case
from bot.cases.officer import Staff
from bot.cases.outgoing import Card, Outgoing, TakeBack
from bot.cases.phrasing import Phrasing, Wording
from bot.casework.archive import Archive, CaseFile
from bot.casework.evidence import CaseEvidence, file_name
from bot.casework.letters import Letters
from bot.casework.outcome import AlreadyDone, Erased, Outcome
from bot.casework.records import json_bytes, to_ms
from bot.store import cases as stored_cases
from bot.vault.keys import new_data_key

_ID_BYTES = 8


class Eraser:
    """Deletes; who may ask for it is decided by the caller."""

    def __init__(self, archive: Archive, letters: Letters, files: CaseEvidence, words: Wording) -> None:
        self._archive = archive
        self._letters = letters
        self._files = files
        self._words = words

    async def erase(self, file: CaseFile, reason: str, staff: Staff, now: datetime) -> Outcome | None:
        """
        Delete one case.

        Args:
            reason: A key for the tombstone: reporter, retention.

        Returns: None when the case moved meanwhile (load it again).
        """
        if file.case is None:
            return AlreadyDone()
        tombstone_id = new_data_key()[:_ID_BYTES].hex()
        tombstone = {
            "id": tombstone_id,
            "on": now.date().isoformat(),
            "reason": reason,
            "last_hash": file.last_hash,
        }
        rows = self._letters.rows(f"{tombstone_id}.erased", self._told(file.case, staff, now), file.key)
        outcome = await stored_cases.erase(
            self._archive.area,
            file.code,
            file.version,
            file.case.receipt_hash,
            json_bytes(tombstone),
            rows,
            to_ms(now),
        )
        if outcome is stored_cases.Outcome.STALE:
            return None
        await self._files.delete(file.case)
        return Erased(file.code, tombstone_id)

    async def erase_closed_before(self, before: datetime, staff: Staff, now: datetime) -> int:
        """Retention: delete the cases closed before a time. Returns: how many."""
        erased = 0
        for code in await stored_cases.closed_before(self._archive.area, to_ms(before)):
            file = await self._archive.find(code)
            if file is not None and await self.erase(file, "retention", staff, now) is not None:
                erased += 1
        return erased

    async def sweep_files(self) -> int:
        """
        Delete files that belong to no case: what a process left that died between erasing and deleting.

        Returns: How many.
        """
        names = await self._files.names()  # first: a file is only kept once its case has announced it
        cases = [*await self._archive.open_cases(), *await self._archive.closed_cases()]
        known = {file_name(case.code, item.id) for case in cases for item in case.evidence}
        for name in names - known:
            await self._files.delete_name(name)
        return len(names - known)

    def _told(self, case: Case, staff: Staff, now: datetime) -> Iterable[Outgoing]:
        """Take words back from officers; say on the cards that the case is gone."""
        holders = {*staff.on_duty, case.assignee or ""}
        for officer in filter(None, map(staff.find, sorted(holders))):
            if officer.tag:
                yield TakeBack(officer.tag, officer.id, case.code)
        text = Phrasing(self._words, staff, now).line("card.erased", case)
        for agency in staff.agencies.values():
            if agency.id in staff.groups and sees(agency, case):
                yield Card(staff.groups[agency.id], case.code, text)
