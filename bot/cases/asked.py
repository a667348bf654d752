"""
A question that the bot could learn from, already scrubbed: what was asked, on which day, and how it went.

Nobody is in it: no tag, no session, no case, no time of day. `Why` says how it went. Start at `Asked`.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from bot.errors import CorruptRecord

KEPT_DAYS = 90
MOST_KEPT = 5_000


class Why(StrEnum):
    UNANSWERED = "unanswered"  # nothing was found
    NONE_FITTED = "none_fitted"  # "bukan semuanya" after suggestions
    DISLIKED = "disliked"  # "belum pas" below an answer
    PICKED = "picked"  # one of the suggestions was what they meant


@dataclass(frozen=True, slots=True)
class Asked:
    """`entry` is the answer that was shown (disliked) or picked, "" for none; `on` is a day of UTC."""

    on: date
    why: Why
    text: str = field(repr=False)
    entry: str = ""


@dataclass(frozen=True, slots=True)
class Helped:
    """Somebody pressed [Membantu] below this entry: counted, nothing else."""

    entry: str


Lesson = Asked | Helped
"""What a conversation leaves for editors."""


def oldest_kept(today: date) -> date:
    """The first day whose questions are still kept."""
    return today - timedelta(days=KEPT_DAYS - 1)


def write_lesson(lesson: Lesson) -> bytes:
    """Compact JSON."""
    return json.dumps(asdict(lesson), default=date.isoformat, ensure_ascii=False).encode()


def read_lesson(raw: bytes) -> Lesson:
    """Raises: CorruptRecord."""
    try:
        plain = json.loads(raw)
        if "why" not in plain:
            return Helped(plain["entry"])
        return Asked(date.fromisoformat(plain["on"]), Why(plain["why"]), plain["text"], plain["entry"])
    except (ValueError, KeyError, TypeError):
        raise CorruptRecord("a noted question cannot be read back") from None
