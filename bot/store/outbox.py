"""
Work through the outbox: find lines that are due, lease one, take rows off after a definite answer.

A *lease* is the right to work on a line for `lease_ms`; whoever lost it changes nothing any more and is
told so. The same calls serve both areas. A row may be carried out twice when the outcome was unknown;
never zero times.
Start at `due` and `lease`; pushing is `commit.py`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final

from bot.store.area import Area
from bot.store.keys import tag_of_line
from bot.store.rows import Lane, Row, packed, unpacked
from bot.store.script import load_script
from bot.store.sent import sent_member
from bot.store.timers import timer_member
from bot.store.wire import Argument

HEAD: Final = 16  # rows read at once
UNSEND: Final = "unsend:"  # a timer `unsend:<message id>` takes a sensitive message back

_DUE = load_script("due")
_LEASE = load_script("lease")
_SETTLE = load_script("settle")
_PUT_BACK = load_script("put_back")


@dataclass(frozen=True, slots=True)
class Leased:
    """A line that is ours for now: its first rows, and what opens them (None in the cases area)."""

    rows: tuple[Row, ...]
    key: bytes | None = field(repr=False)
    chat: bytes | None = field(repr=False)


@dataclass(frozen=True, slots=True)
class SentNote:
    """What Telegram accepted; `name` makes it replaceable, `unsend_at_ms` sets `unsend:<message id>`."""

    message_id: int
    sensitive: bool
    ref: str = ""
    name: str = ""
    unsend_at_ms: int | None = None


@dataclass(frozen=True, slots=True)
class Settled:
    """
    After a row was taken off.

    `next`: the rows that stand first now; the lease goes on while there are any. `lost`: somebody else has
    the lease or the head is another row, and nothing was changed. `follow_leased`: the row that
    followed stands in a line whose lease is now ours.
    """

    next: tuple[Row, ...] = ()
    lost: bool = False
    follow_leased: bool = False


async def due(
    area: Area, now_ms: int, limit: int, lanes: Iterable[Lane] = tuple(Lane)
) -> list[tuple[str, Lane]]:
    """Lines that nobody works on and that may be sent now: (line, lane), most urgent lane first."""
    found = await area.run(_DUE, (area.keys.ready,), (now_ms, limit, *sorted(map(int, lanes))))
    return [(line.decode(), Lane(lane)) for line, lane in zip(found[::2], found[1::2], strict=True)]


async def lease(
    area: Area, line: str, owner: str, lease_ms: int, now_ms: int, head: int = HEAD
) -> Leased | None:
    """Take a free line that is due and has rows; None when somebody was faster."""
    return await _lease(area, line, (owner, lease_ms, now_ms, head, 0))


async def resume(
    area: Area, line: str, owner: str, lease_ms: int, now_ms: int, head: int = HEAD
) -> Leased | None:
    """Renew our own lease and read the first rows (a commit leased a line with a backlog); None when lost."""
    return await _lease(area, line, (owner, lease_ms, now_ms, head, 1))


async def settle(
    area: Area,
    line: str,
    owner: str,
    row_id: str,
    now_ms: int,
    *,
    lease_ms: int,
    sent: SentNote | None = None,
    follow: Row | None = None,
    head: int = HEAD,
) -> Settled:
    """
    Take the head row off, note what was sent, push the row that follows to another line of the tag.

    Raises: ValueError if `follow` goes to the same line or to another tag; StoreUnreachable (call again:
    the second call answers `lost` if the first one worked).
    """
    tag, spell = tag_of_line(line), area.keys
    keys = [spell.line(line), spell.lease(line), spell.ready, spell.sent(tag), spell.named(tag), spell.timers]
    args: list[Argument] = [line, owner, row_id, now_ms, max(1, lease_ms), head]
    args += _note_arguments(tag, sent)
    if follow is None:
        args += ("", "")
    else:
        if follow.line == line or tag_of_line(follow.line) != tag:
            raise ValueError("a row follows in another line of the same tag")
        keys += (spell.line(follow.line), spell.lease(follow.line))
        args += (follow.line, packed(follow))
    lost, follow_leased, *rest = await area.run(_SETTLE, keys, args)
    return Settled(tuple(unpacked(line, row) for row in rest), bool(lost), bool(follow_leased))


async def postpone(area: Area, line: str, owner: str, row_id: str, until_ms: int) -> bool:
    """Keep the row and the whole line until `until_ms` (Telegram's retry_after). False when lost."""
    return await _put_back(area, line, owner, row_id, until_ms)


async def release(area: Area, line: str, owner: str, now_ms: int) -> bool:
    """Give a line back at once with its rows; it is due for everybody from `now_ms`. False when lost."""
    return await _put_back(area, line, owner, "", now_ms)


async def count_rows(area: Area, line: str) -> int:
    """How many rows stand in a line, whoever works on it. Raises: StoreUnreachable."""
    return int(await area.call("LLEN", area.keys.line(line)))


async def waiting(area: Area) -> dict[Lane, int]:
    """How many lines stand in each lane, for metrics; the postponed and the leased count too."""
    keys = area.keys.ready
    counts = {}
    for lane in Lane:
        low, high = lane * 10**13, f"({(lane + 1) * 10**13}"
        counts[lane] = int(await area.call("ZCOUNT", keys, low, high))
    return counts


async def _lease(area: Area, line: str, args: tuple[Argument, ...]) -> Leased | None:
    spell = area.keys
    keys = (spell.line(line), spell.lease(line), spell.ready, spell.person(tag_of_line(line)))
    found: list[Any] | None = await area.run(_LEASE, keys, (line, *args))
    if not found:
        return None
    key, chat, *rows = found
    return Leased(tuple(unpacked(line, row) for row in rows), key, chat)


async def _put_back(area: Area, line: str, owner: str, row_id: str, not_before_ms: int) -> bool:
    keys = (area.keys.line(line), area.keys.lease(line), area.keys.ready)
    return bool(await area.run(_PUT_BACK, keys, (line, owner, row_id, not_before_ms)))


def _note_arguments(tag: str, sent: SentNote | None) -> tuple[Argument, ...]:
    """sent member, name, message id, unsend member, unsend at: in the order of `settle.lua`."""
    if sent is None:
        return "", "", "", "", ""
    member = sent_member(sent.message_id, "out", sensitive=sent.sensitive, ref=sent.ref)
    if sent.unsend_at_ms is None:
        return member, sent.name, sent.message_id, "", ""
    unsend = timer_member(tag, f"{UNSEND}{sent.message_id}")
    return member, sent.name, sent.message_id, unsend, sent.unsend_at_ms
