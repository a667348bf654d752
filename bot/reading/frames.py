"""
How the bot and its reading worker talk: frames on the worker's standard input and output.

A frame is its length in four bytes, then so many bytes: a picture or PDF on the way there, JSON on the way
back. The worker's first frame is `READY`; `TAKEN` goes
before each answer, as soon as it has the whole picture. Start at `packed`.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Sequence
from typing import Final

from bot.reading.layout import Row
from bot.reading.numbers import mended
from bot.reading.read import Found, Line, Reason, Unread

LENGTH: Final = struct.Struct(">I")
READY: Final = b"ready"
TAKEN: Final = b"taken"


def packed(body: bytes) -> bytes:
    """One frame."""
    return LENGTH.pack(len(body)) + body


def line_of(row: Row) -> Line:
    """What stands beside each other, with its numbers as they were meant, doubtful digits blank."""
    return Line(
        " ".join(mended(spot.text, spot.doubts) for spot in row), min(spot.confidence for spot in row)
    )


def answer(found: Found | Unread) -> bytes:
    """The body of the worker's answer."""
    if isinstance(found, Unread):
        return json.dumps({"unread": found.reason.value}).encode()
    lines: Sequence[tuple[str, float]] = [(line.text, line.confidence) for line in found.lines]
    return json.dumps({"lines": lines, "cut": found.cut}).encode()


def parse_answer(body: bytes) -> Found | Unread:
    """The other way round. Raises ValueError, KeyError or TypeError on anything else than an answer."""
    told = json.loads(body)
    if "unread" in told:
        return Unread(Reason(told["unread"]))
    lines = tuple(Line(str(text), round(float(confidence), 3)) for text, confidence in told["lines"])
    return Found(lines, bool(told["cut"]))
