"""What some bytes are, by their beginning: cheap, and before any worker is bothered. Start at `kind_of`."""

from __future__ import annotations

from typing import Final

from bot.reading.read import Reason

MAX_BYTES: Final = 20_000_000  # what Telegram lets a bot download


def kind_of(data: bytes) -> Reason | None:
    """Why these bytes are not even worth opening, or None if they look like a picture or PDF that we read."""
    if len(data) > MAX_BYTES:
        return Reason.TOO_BIG
    webp = data[:4] == b"RIFF" and data[8:12] == b"WEBP"
    if webp or is_pdf(data) or data.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")):
        return None
    return Reason.OTHER_KIND


def is_pdf(data: bytes) -> bool:
    """Whether it begins as a PDF; a little before that is allowed."""
    return data[:1024].lstrip().startswith(b"%PDF")
