"""
Put phone numbers together that a line's end has broken: "0812-3456-" and "7890" below it.

Pure. Two lines are joined only when a number stands at the break, the join is a valid number, and the first
part alone is none or ends with a hyphen. Start at `joined`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from bot.language.phones import parse_phone
from bot.reading.read import Line

_TAIL: Final = re.compile(r"(?<![\w.])(?:\(?\+?62|\(?0|8)[\d \t().-]*[\d)-]\s*$")
_HEAD: Final = re.compile(r"[ \t]{0,9}-?[ \t]{0,9}(\d(?:[\d \t-]*\d)?)(?![\w%/:.,]{0,20}\w)")


def joined(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, with broken phone numbers whole on the line where they begin."""
    whole: list[Line] = []
    for line in lines:
        parts = _continued(whole[-1].text, line.text) if whole else None
        if parts is None:
            whole.append(line)
            continue
        first, rest = parts
        whole[-1] = Line(first, min(whole[-1].confidence, line.confidence))
        if rest:
            whole.append(Line(rest, line.confidence))
    return tuple(whole)


def _continued(first: str, second: str) -> tuple[str, str] | None:
    """The first line with its whole number, and what is left of the second; None if nothing is broken."""
    tail, head = _TAIL.search(first), _HEAD.match(second)
    if tail is None or head is None:
        return None
    begun = tail[0].strip()
    if not begun.endswith("-") and parse_phone(begun):
        return None
    gap = "" if begun.endswith("-") else "-"
    if parse_phone(begun + gap + head[1]) is None:
        return None
    return first.rstrip() + gap + head[1], second[head.end() :].strip()
