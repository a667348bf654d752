"""
Evidence files: photos, voices and documents, each sealed with its case's key, in one private folder.

A file is written whole or not at all, and its SHA-256 is that of the original as it came in. Names are
random ids; they tell nothing. Deleting removes the file; erasing the case's key makes every copy of it in a
backup unreadable as well. Files come at most at 20 MB (Telegram's limit), so each is sealed in one piece.
Start at `EvidenceFolder`.
"""

from __future__ import annotations

import asyncio
import hashlib
import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bot.errors import SecretError
from bot.vault.sealed import open_sealed, seal

MAX_BYTES: Final = 20 * 1024 * 1024

_ID = re.compile(r"[A-Za-z0-9_-]{8,64}\Z")


@dataclass(frozen=True, slots=True)
class Kept:
    """What the case remembers of a file: SHA-256 of the original (64 hex digits) and its size."""

    sha256: str
    size_bytes: int


class EvidenceFolder:
    """One folder of sealed files; the folder is made (mode 0700) with the first file."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    async def keep(self, evidence_id: str, key: bytes, plain: bytes) -> Kept:
        """
        Seal and store a file; keeping the same id again replaces it, so a repeated download does no harm.

        Args:
            evidence_id: Random, 8-64 of A–Z a–z 0–9 _ -.
            key: The case's data key.
            plain: The original, at most 20 MB.

        Raises: ValueError for an unusable id or size; OSError when the disk refuses.
        """
        if len(plain) > MAX_BYTES:
            raise ValueError(f"evidence of {len(plain)} bytes; {MAX_BYTES} is the most")
        path = self._path(evidence_id)
        return await asyncio.to_thread(_keep, path, key, plain, _purpose(evidence_id))

    async def read(self, evidence_id: str, key: bytes, sha256: str | None = None) -> bytes:
        """
        The original, byte for byte.

        Raises: FileNotFoundError; SecretError if it does not open or is not what came in (`sha256`).
        """
        path = self._path(evidence_id)
        sealed = await asyncio.to_thread(path.read_bytes)
        plain = await asyncio.to_thread(open_sealed, key, sealed, _purpose(evidence_id))
        if sha256 is not None and hashlib.sha256(plain).hexdigest() != sha256:
            raise SecretError("an evidence file is not the one that came in")
        return plain

    async def delete(self, evidence_id: str) -> bool:
        """Remove a file; False if there was none. It is gone from the folder when this returns."""
        return await asyncio.to_thread(_delete, self._path(evidence_id))

    async def list_ids(self) -> frozenset[str]:
        """Ids of all stored files, to find those that belong to no case any more."""
        return await asyncio.to_thread(_list_ids, self._folder)

    def _path(self, evidence_id: str) -> Path:
        if _ID.match(evidence_id) is None:
            raise ValueError("an evidence id must be 8-64 of A–Z a–z 0–9 _ -")
        return self._folder / f"{evidence_id}.sealed"


def _purpose(evidence_id: str) -> bytes:
    """A file that was renamed to another's id does not open."""
    return b"evidence " + evidence_id.encode()


def _keep(path: Path, key: bytes, plain: bytes, purpose: bytes) -> Kept:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_suffix(f".{os.urandom(4).hex()}.new")
    try:
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(seal(key, plain, purpose))
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)
    return Kept(hashlib.sha256(plain).hexdigest(), len(plain))


def _delete(path: Path) -> bool:
    try:
        path.unlink()
    except FileNotFoundError:
        return False
    _sync_folder(path.parent)
    return True


def _list_ids(folder: Path) -> frozenset[str]:
    return frozenset(path.stem for path in folder.glob("*.sealed"))


def _sync_folder(folder: Path) -> None:
    """A rename or delete is on the disk only when the folder is."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
