"""
Evidence: a file that was announced with a message gets its bytes.

The case knows of a file at once; the bytes come later, from a job. Sealed with the key of the case, SHA-256
of the original. May be repeated: the same file is written over itself. Start at `Intake.store`.
"""

from __future__ import annotations

from datetime import datetime

from bot.cases.commands import EvidenceFailed, EvidenceStored
from bot.cases.refusal import Refusal
from bot.casework.archive import Archive
from bot.casework.casework import Casework
from bot.casework.evidence import CaseEvidence
from bot.casework.outcome import Outcome


class Intake:
    """Writes evidence and tells the case."""

    def __init__(self, archive: Archive, files: CaseEvidence, casework: Casework) -> None:
        self._archive = archive
        self._files = files
        self._casework = casework

    async def store(self, code: str, evidence: str, data: bytes, now: datetime) -> Outcome | Refusal:
        """
        Keep the bytes of an announced file.

        Args:
            evidence: The id of its `Attachment`.

        Returns: Refusal(unknown_case) when there is no such case (yet: try again later, or it was erased).
        Raises: ValueError when it is larger than 20 MB (then `fail` it); OSError when the disk refuses.
        """
        file = await self._archive.find(code)
        if file is None or file.case is None:
            return Refusal("unknown_case")
        if all(item.id != evidence for item in file.case.evidence):
            return Refusal("unknown_evidence")
        kept = await self._files.keep(code, evidence, file.key, data)
        command = EvidenceStored(
            id=f"{code}.{evidence}.stored",
            at=now,
            code=code,
            evidence=evidence,
            sha256=kept.sha256,
            size=kept.size_bytes,
        )
        return await self._casework.apply(command, now)

    async def fail(self, code: str, evidence: str, reason: str, now: datetime) -> Outcome:
        """The bytes cannot be had: too_big, gone, refused."""
        command = EvidenceFailed(
            id=f"{code}.{evidence}.{reason}", at=now, code=code, evidence=evidence, reason=reason
        )
        return await self._casework.apply(command, now)
