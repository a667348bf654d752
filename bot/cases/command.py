"""What all commands on a case have, and the files that come with some."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Attachment:
    """
    A file that a reporter sent; its bytes come later (`EvidenceStored`).

    Attributes:
        id: Made before the commit, unique within the case, 1-64 characters of a-z 0-9 . _ -
        kind: photo, voice, audio, video, video_note, animation or document.
        size: Bytes; 0 when unknown.
    """

    id: str
    kind: str
    size: int = 0
    name: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseCommand:
    """The same `id` asked twice is done once; `at` is aware UTC; `code` names the case."""

    id: str
    at: datetime
    code: str
