"""
The child process that opens and reads pictures: `python -m bot.reading.worker MEMORY_MB`.

It knows no secret (its environment is empty), may use so much memory and no more, writes no file, and ends
when its input ends. Whatever goes wrong with one picture ends it; `process.py` starts another.
"""

from __future__ import annotations

import os
import resource
import sys
from contextlib import suppress
from typing import BinaryIO

from bot.reading.frames import LENGTH, READY, answer, packed
from bot.reading.layout import in_reading_order
from bot.reading.picture import open_picture
from bot.reading.read import Unread

NICER = 5  # conversations go first


def main() -> None:
    """Read pictures until there are no more."""
    limit = int(sys.argv[1]) << 20
    with suppress(ValueError, OSError):  # macOS, where people only try things out, knows no such limit
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # somebody's picture is in this memory
    os.nice(NICER)
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # a library that prints must not speak between our frames
    from bot.reading.ocr import Eye

    eye = Eye()
    _say(answers, READY)
    while picture := _next(sys.stdin.buffer):
        pixels = open_picture(picture)
        found = pixels if isinstance(pixels, Unread) else in_reading_order(eye.spots(pixels))
        _say(answers, answer(found))


def _next(source: BinaryIO) -> bytes:
    """The next picture; empty at the end."""
    head = source.read(LENGTH.size)
    return source.read(LENGTH.unpack(head)[0]) if len(head) == LENGTH.size else b""


def _say(answers: BinaryIO, body: bytes) -> None:
    answers.write(packed(body))
    answers.flush()


if __name__ == "__main__":
    main()
