"""The vault's evidence folder as the case room wants it: files named by case and evidence id."""

from __future__ import annotations

import asyncio
import hashlib

from bot.vault.evidence import EvidenceFolder
from bot.vault.pictures import officers_copy


class CaseEvidence:
    """`EvidenceFiles` on an `EvidenceFolder`; a file's own name tells neither case nor kind."""

    def __init__(self, folder: EvidenceFolder) -> None:
        self._folder = folder

    async def write(self, code: str, evidence_id: str, key: bytes, data: bytes) -> str:
        return (await self._folder.keep(_name(code, evidence_id), key, data)).sha256

    async def read(self, code: str, evidence_id: str, key: bytes) -> bytes:
        return await self._folder.read(_name(code, evidence_id), key)

    async def read_copy(self, code: str, evidence_id: str, key: bytes, kind: str) -> bytes:
        plain = await self.read(code, evidence_id, key)
        if kind != "photo":
            return plain
        return await asyncio.to_thread(officers_copy, plain) or plain

    async def delete(self, code: str, evidence_id: str) -> None:
        await self._folder.delete(_name(code, evidence_id))


def _name(code: str, evidence_id: str) -> str:
    return hashlib.sha256(f"{code}|{evidence_id}".encode()).hexdigest()[:32]
