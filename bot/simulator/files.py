"""
Files that travelled through the simulator: what people sent, and what the bot uploaded.

Kept in memory. A file has a `file_id` (one per use, as with Telegram) and a path under which
`/file/bot<token>/<path>` serves it. `size` may be larger than the bytes kept, so that a test can send
a "2 GB video" without having one.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from itertools import count

MAX_DOWNLOAD_BYTES = 20 * 1024 * 1024
MAX_PHOTO_UPLOAD_BYTES = 10 * 1024 * 1024
MAX_UPLOAD_BYTES = 50 * 1024 * 1024

_FOLDERS = {"photo": "photos", "voice": "voice", "video": "videos", "document": "documents"}
_ENDINGS = {"photo": "jpg", "voice": "oga", "video": "mp4", "sticker": "webp"}


@dataclass(frozen=True, slots=True)
class Upload:
    """One file of a multipart call, as the bot sent it."""

    file_name: str
    content_type: str
    data: bytes = field(repr=False)

    def described(self) -> dict[str, object]:
        """What the recorder keeps of it: never the bytes."""
        return {"file_name": self.file_name, "content_type": self.content_type, "size": len(self.data)}


@dataclass(frozen=True, slots=True)
class StoredFile:
    """One file Telegram holds; `size` in bytes is what Telegram says, `data` what it serves."""

    file_id: str
    file_unique_id: str
    path: str
    size: int
    file_name: str | None
    mime_type: str | None
    data: bytes = field(repr=False)


class Files:
    """All files of one world, by id and by path."""

    __slots__ = ("_by_id", "_by_path", "_numbers")

    def __init__(self) -> None:
        self._by_id: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}
        self._numbers = count(1)

    def keep(
        self,
        kind: str,
        data: bytes,
        *,
        file_name: str | None = None,
        mime_type: str | None = None,
        size: int | None = None,
    ) -> StoredFile:
        """Store `data` as a file of `kind` ("photo", "voice", …) and return where it is now."""
        number = next(self._numbers)
        digest = hashlib.sha256(data).hexdigest()[:16]
        ending = file_name.rsplit(".", 1)[-1] if file_name and "." in file_name else _ENDINGS.get(kind, "bin")
        stored = StoredFile(
            file_id=f"Sim{kind.capitalize()}-{number:06d}-{digest}",
            file_unique_id=f"Uq{digest}",
            path=f"{_FOLDERS.get(kind, 'files')}/file_{number}.{ending}",
            size=len(data) if size is None else size,
            file_name=file_name,
            mime_type=mime_type,
            data=data,
        )
        self._by_id[stored.file_id] = stored
        self._by_path[stored.path] = stored
        return stored

    def find(self, file_id: str) -> StoredFile | None:
        return self._by_id.get(file_id)

    def find_by_path(self, path: str) -> StoredFile | None:
        return self._by_path.get(path)
