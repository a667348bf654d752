"""
What was sent to a chat and came from it in the last 48 hours: enough to take it back, no words.

Telegram lets a bot delete messages for 48 h, so nothing is kept longer. `ref` ties a message to what it
is about (a case code), so an officer's answer to it finds its way; *named* messages are the ones we
replace ("screen", "card:K-7QX2"). Writing happens in `commit` and `settle`.
Start at `list_sent`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from bot.errors import CorruptRecord
from bot.store.area import Area
from bot.store.script import load_script

Direction = Literal["in", "out"]

_DIRECTIONS: Final[dict[str, Direction]] = {"in": "in", "out": "out"}

_REF_OF = load_script("ref_of")
_FORGET = load_script("forget")


@dataclass(frozen=True, slots=True)
class SentMessage:
    """One message of the last 48 hours; `at_ms` is when Telegram had it, `ref` may be empty."""

    message_id: int
    direction: Direction
    sensitive: bool
    ref: str
    at_ms: int


def sent_member(message_id: int, direction: Direction, *, sensitive: bool, ref: str) -> str:
    """How a message stands in the sorted set."""
    return f"{message_id}|{direction}|{sensitive:d}|{ref}"


async def list_sent(area: Area, tag: str) -> list[SentMessage]:
    """All noted messages of a tag, oldest first. Raises: CorruptRecord, StoreUnreachable."""
    found = await area.call("ZRANGE", area.keys.sent(tag), 0, -1, "WITHSCORES")
    return [_message(member, score) for member, score in zip(found[::2], found[1::2], strict=True)]


async def ref_of(area: Area, tag: str, message_id: int) -> str | None:
    """What a message is about, or None if it is about nothing or older than 48 h."""
    ref = await area.run(_REF_OF, (area.keys.sent(tag),), (message_id,))
    return ref.decode() if ref else None


async def forget(area: Area, tag: str, message_ids: Iterable[int]) -> None:
    """Drop notes of messages that are gone from the chat; names that point to them go too."""
    await area.run(_FORGET, (area.keys.sent(tag), area.keys.named(tag)), tuple(message_ids))


async def find_named(area: Area, tag: str, name: str) -> int | None:
    """Message id of a replaceable message, or None."""
    found = await area.call("HGET", area.keys.named(tag), name)
    return None if found is None else int(found)


def _message(member: bytes, score: bytes) -> SentMessage:
    try:
        message_id, direction, sensitive, ref = member.decode().split("|", 3)
        return SentMessage(int(message_id), _DIRECTIONS[direction], sensitive == "1", ref, int(float(score)))
    except (ValueError, KeyError):
        raise CorruptRecord("a note of a sent message cannot be read back") from None
