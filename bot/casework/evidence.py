"""
The evidence of cases in the vault's folder: where a case's file lies, and the copy an officer gets.

A file's name is a hash of case and evidence id, so two cases can never share one and the folder tells
nothing. Pictures are painted anew for officers; what cannot be cleaned is handed out as it is, and marked
so the desk can warn. Start at `CaseEvidence`.
"""

from __future__ import annotations

import asyncio
import hashlib
from dataclasses import dataclass, field

from bot.cases.case import Case, Evidence
from bot.vault.evidence import EvidenceFolder, Kept
from bot.vault.pictures import officers_copy

_NAME_DIGITS = 40


@dataclass(frozen=True, slots=True)
class EvidenceCopy:
    """
    What an officer gets of one file.

    Attributes:
        item: With the SHA-256 of the original, which is not that of this copy.
        data: A JPEG when `cleaned`, else the original bytes.
        cleaned: Whether metadata is gone. A voice or a document cannot be cleaned: warn before opening.
    """

    item: Evidence
    data: bytes = field(repr=False)
    cleaned: bool


class CaseEvidence:
    """Files by case and evidence id."""

    def __init__(self, folder: EvidenceFolder) -> None:
        self._folder = folder

    async def keep(self, code: str, evidence_id: str, key: bytes, data: bytes) -> Kept:
        """Raises: ValueError when it is larger than 20 MB; OSError when the disk refuses."""
        return await self._folder.keep(file_name(code, evidence_id), key, data)

    async def copy(self, code: str, item: Evidence, key: bytes) -> EvidenceCopy:
        """Raises: FileNotFoundError; SecretError when the file is not the one that came in."""
        original = await self._folder.read(file_name(code, item.id), key, item.sha256)
        clean = await asyncio.to_thread(officers_copy, original)
        return EvidenceCopy(item, original if clean is None else clean, cleaned=clean is not None)

    async def delete(self, case: Case) -> None:
        """Every file of a case; those that are not there are fine."""
        for item in case.evidence:
            await self._folder.delete(file_name(case.code, item.id))

    async def names(self) -> frozenset[str]:
        return await self._folder.list_ids()

    async def delete_name(self, name: str) -> None:
        await self._folder.delete(name)


def file_name(code: str, evidence_id: str) -> str:
    return hashlib.sha256(f"{code}:{evidence_id}".encode()).hexdigest()[:_NAME_DIGITS]
