"""
How the bot and its reading worker talk: frames on the worker's standard input and output.

A frame is its length in four bytes, then so many bytes: a picture on the way there, JSON on the way back.
The worker's first frame is `READY`. Start at `packed`.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Sequence
from typing import Final

from bot.reading.layout import Row
from bot.reading.read import Line, Reason, Unread

LENGTH: Final = struct.Struct(">I")
READY: Final = b"ready"


def packed(body: bytes) -> bytes:
    """One frame."""
    return LENGTH.pack(len(body)) + body


def answer(rows: Sequence[Row] | Unread) -> bytes:
    """The body of the worker's answer."""
    if isinstance(rows, Unread):
        return json.dumps({"unread": rows.reason.value}).encode()
    lines = [[" ".join(spot.text for spot in row), min(spot.confidence for spot in row)] for row in rows]
    return json.dumps({"lines": lines}).encode()


def parse_answer(body: bytes) -> tuple[Line, ...] | Unread:
    """The other way round. Raises ValueError, KeyError or TypeError on anything else than an answer."""
    found = json.loads(body)
    if "unread" in found:
        return Unread(Reason(found["unread"]))
    return tuple(Line(str(text), round(float(confidence), 3)) for text, confidence in found["lines"])
