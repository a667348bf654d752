"""
The child process that opens and reads pictures and PDFs: `python -m bot.reading.worker MEMORY_MB`.

It knows no secret (its environment is empty), may use so much memory and no more, writes no file, and ends
when its input ends. Whatever goes wrong with one picture ends it; `process.py` starts another.
"""

from __future__ import annotations

import os
import resource
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, BinaryIO

from bot.reading.frames import LENGTH, READY, TAKEN, answer, line_of, packed
from bot.reading.kinds import is_pdf
from bot.reading.read import Found, Line, Reason, Unread

if TYPE_CHECKING:
    from bot.reading.ocr import Eye

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
    while sent := _next(sys.stdin.buffer):
        _say(answers, TAKEN)
        _say(answers, answer(_pdf(eye, sent) if is_pdf(sent) else _picture(eye, sent)))


def _picture(eye: Eye, data: bytes) -> Found | Unread:
    from bot.reading.looking import look
    from bot.reading.picture import open_picture

    pixels = open_picture(data)
    if isinstance(pixels, Unread):
        return pixels
    seen = look(eye, pixels)
    return Found(tuple(map(line_of, seen.rows)), seen.cut)


def _pdf(eye: Eye, data: bytes) -> Found | Unread:
    """Its text, and what stands in its pages' pictures; all together cost what one picture may."""
    try:
        from bot.reading.pdf import open_pdf
    except ImportError:  # pypdfium2 comes with `make install`, but is no must
        return Unread(Reason.PDF)
    from bot.reading.looking import WORK_S, look

    opened = open_pdf(data)
    if isinstance(opened, Unread):
        return opened
    lines: list[Line] = []
    cut, left_s = opened.cut, WORK_S
    for page in opened.pages:
        if isinstance(page, tuple):
            lines += page
        elif left_s < WORK_S / 4:
            cut = True
        else:
            seen = look(eye, page, left_s)
            lines += map(line_of, seen.rows)
            cut, left_s = cut or seen.cut, seen.left_s
    return Found(tuple(lines), cut)


def _next(source: BinaryIO) -> bytes:
    """The next picture; empty at the end."""
    head = source.read(LENGTH.size)
    return source.read(LENGTH.unpack(head)[0]) if len(head) == LENGTH.size else b""


def _say(answers: BinaryIO, body: bytes) -> None:
    answers.write(packed(body))
    answers.flush()


if __name__ == "__main__":
    main()
