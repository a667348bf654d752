"""
Timers that are due. A timer is an event: the commit that it causes removes it, so N processes fire it once.

Nothing here takes or moves a timer; two processes that see the same due timer both try, and the commit
(`Commit.fired`) lets one through. Start at `due`.
"""

from __future__ import annotations

from typing import NamedTuple

from bot.store.area import Area


class DueTimer(NamedTuple):
    """`(name, due_ms)` is what `Commit.fired` takes."""

    tag: str
    name: str
    due_ms: int


def timer_member(tag: str, name: str) -> str:
    """How a timer stands in the sorted set."""
    return f"{tag}|{name}"


async def due(area: Area, now_ms: int, limit: int) -> list[DueTimer]:
    """Timers whose time has come, the longest overdue first. Raises: StoreUnreachable."""
    found = await area.call(
        "ZRANGEBYSCORE", area.keys.timers, "-inf", now_ms, "WITHSCORES", "LIMIT", 0, limit
    )
    timers = []
    for member, score in zip(found[::2], found[1::2], strict=True):
        tag, _, name = member.decode().partition("|")
        timers.append(DueTimer(tag, name, int(float(score))))
    return timers


async def next_due_ms(area: Area) -> int | None:
    """When the earliest timer of this area is due, or None without timers."""
    found = await area.call("ZRANGE", area.keys.timers, 0, 0, "WITHSCORES")
    return int(float(found[1])) if found else None
