"""
A row of the outbox: one thing to do, already encrypted, and the lane it travels in.

In Redis a row is one string, `<lane digit> <id> <body>`, so the scripts can read lane and id without
understanding the body. Start at `Row`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import IntEnum

from bot.errors import CorruptRecord

LANE_STEP = (
    10**13
)  # more than any epoch in ms, so score = lane * LANE_STEP + not_before_ms sorts by lane first

_ID = re.compile(r"[!-~]{1,128}\Z")


class Lane(IntEnum):
    """Most urgent first; the numbers are stored."""

    DANGER = 0  # a person may be harmed: alert and answer
    REPLY = 1  # an answer to what somebody just did
    OFFICER = 2  # officers' words and cards
    REMINDER = 3  # timers
    BROADCAST = 4  # to everybody; always last


@dataclass(frozen=True, slots=True)
class Row:
    """One thing to do for a line. `id` is unique for ever (printable ASCII, no space); `body` is sealed."""

    id: str
    line: str
    lane: Lane
    body: bytes = field(repr=False)


def packed(row: Row) -> bytes:
    """The row as it stands in the list. Raises: ValueError if the id has a space or is not ASCII."""
    if _ID.match(row.id) is None:
        raise ValueError(f"a row id must be 1-128 printable ASCII characters without spaces: {row.id!r}")
    return b"%d %s %s" % (row.lane, row.id.encode("ascii"), row.body)


def unpacked(line: str, data: bytes) -> Row:
    """Read a row back. Raises: CorruptRecord."""
    try:
        lane, row_id, body = data.split(b" ", 2)
        return Row(row_id.decode("ascii"), line, Lane(int(lane)), body)
    except ValueError:
        raise CorruptRecord("an outbox row cannot be read back") from None
