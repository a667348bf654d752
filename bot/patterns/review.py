"""
What officers made of a number, and whether it may be said to people that it was reported before.

Never a verdict: "pernah dilaporkan, sedang diperiksa" is all that is ever said, and only of phones and
accounts, after an officer's review, from the number of reports that the desk has set. Start at `may_be_said`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from bot.errors import CorruptRecord
from bot.patterns.growth import Limits
from bot.patterns.prints import Kind, Print

SAID_KINDS = frozenset({Kind.PHONE, Kind.ACCOUNT})
MOST_NOTE = 500  # characters


class State(StrEnum):
    CHECKING = "checking"  # somebody is on it; for colleagues
    REVIEWED = "reviewed"  # an officer has looked at the reports: from here on it may be said
    CLEARED = "cleared"  # an office's own number, a mistake: joins nothing, is never said


@dataclass(frozen=True, slots=True)
class Review:
    """The last word of an officer about one fingerprint."""

    state: State
    officer: str
    at: datetime
    note: str = field(default="", repr=False)


def may_be_said(about: Print, review: Review | None, reports: int, limits: Limits) -> bool:
    """
    Whether people may hear that this number was reported before.

    Args:
        reports: Cases that name it and still exist; checks never count here.
    """
    if review is None or review.state is not State.REVIEWED:
        return False
    return about.kind in SAID_KINDS and reports >= max(1, limits.said_from)


def write_review(review: Review) -> bytes:
    """Compact JSON."""
    plain = {
        "state": review.state,
        "officer": review.officer,
        "at": review.at.isoformat(),
        "note": review.note,
    }
    return json.dumps(plain, separators=(",", ":")).encode()


def read_review(raw: bytes) -> Review:
    """Raises: CorruptRecord."""
    try:
        plain = json.loads(raw)
        at = datetime.fromisoformat(plain["at"])
        return Review(State(plain["state"]), plain["officer"], at, plain["note"])
    except (ValueError, KeyError, TypeError):
        raise CorruptRecord("the review of a fingerprint cannot be read back") from None
