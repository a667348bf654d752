"""What reading a picture gives: the words, or why there are none. Plain values; start at `Read`."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from bot.reading.numbers import unclear_numbers


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it stands in the picture; `confidence` runs from 0 to 1. `repr` hides the words."""

    text: str = field(repr=False)
    confidence: float


@dataclass(frozen=True, slots=True)
class Found:
    """What the worker found; `cut` when there was more than it may spend its time on."""

    lines: tuple[Line, ...]
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Read:
    """What was read, in the order a person reads it; `took_ms` without the time in the queue."""

    lines: tuple[Line, ...]
    took_ms: int
    cut: bool = False

    @property
    def text(self) -> str:
        """All lines, one below the other."""
        return "\n".join(line.text for line in self.lines)

    @property
    def unclear(self) -> tuple[str, ...]:
        """Numbers with a blank for each digit that may be another: "0812345_7890"."""
        return unclear_numbers(self.text)


class Reason(Enum):
    """Why a picture was not read. The first five are about the picture, the last three about us."""

    PDF = "pdf"  # one that cannot be read: locked, broken, or its reader is not installed
    OTHER_KIND = "other_kind"  # GIF, HEIC, a film, or no picture at all
    BROKEN = "broken"  # it looks like a picture, but cannot be opened to its end
    TOO_BIG = "too_big"  # more than `MAX_BYTES` or `MAX_PIXELS`
    NO_WORDS = "no_words"
    BUSY = "busy"  # too many pictures wait already
    TOO_SLOW = "too_slow"  # given up, and the worker was ended
    BROKE_DOWN = "broke_down"  # the worker died or cannot start


@dataclass(frozen=True, slots=True)
class Unread:
    """Nothing was read, and why; ask for the text instead."""

    reason: Reason
