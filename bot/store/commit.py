"""
The one write of an update: seen mark, session, outbox rows and timers, all or nothing.

One Lua call checks everything and then writes. The same commit may be sent any number of times; only the
first changes anything. Lost races are outcomes, not errors. It also serves as idempotent enqueue
(`expected_version=ENQUEUE`). Nothing is sent before `DONE`.
Start at `commit`; the script is `scripts/commit.lua`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Final

from bot.store.area import Area
from bot.store.keys import tag_of_line
from bot.store.rows import Row, packed
from bot.store.script import load_script
from bot.store.sent import sent_member
from bot.store.timers import timer_member
from bot.store.wire import Argument

ENQUEUE: Final = -1  # expected_version of a commit that leaves the session alone
SEEN_MS: Final = 48 * 3600 * 1000  # Telegram forgets an update after 24 h
MAX_ROWS: Final = 1000

_COMMIT = load_script("commit")


class Outcome(IntEnum):
    """What became of a commit; the numbers are the script's."""

    DONE = 0  # written
    SEEN = 1  # written before, by this or another process: acknowledge and forget
    STALE = 2  # the session has moved: load again, advance again, commit again
    TIMER_GONE = 3  # the timer was cancelled, moved, or fired elsewhere: forget


@dataclass(frozen=True, slots=True)
class Commit:
    """
    What one event leads to.

    `session`, `key` and `chat` are written when given and left alone when None; `session=b""` removes it.
    `timers` (name -> due_ms) are set after `cancel` and `fired` were removed. With an `owner` the commit
    takes the lease of every line it pushes to that is free; without, it leaves them to the sweeper.
    """

    tag: str
    seen: str
    now_ms: int
    expected_version: int
    session: bytes | None = field(default=None, repr=False)
    key: bytes | None = field(default=None, repr=False)
    chat: bytes | None = field(default=None, repr=False)
    rows: tuple[Row, ...] = ()
    timers: Mapping[str, int] = field(default_factory=dict)
    cancel: tuple[str, ...] = ()
    fired: tuple[str, int] | None = None
    came_in: tuple[int, ...] = ()
    owner: str = ""
    lease_ms: int = 1


@dataclass(frozen=True, slots=True)
class Committed:
    """
    `leased`: lines we may send at once. `backlog`: for every line, how many rows stood before ours. `screen`:
    message id of the present screen, 0 for none; the next one to come only while there is no backlog.
    """

    outcome: Outcome
    leased: frozenset[str] = frozenset()
    backlog: Mapping[str, int] = field(default_factory=dict)
    screen: int = 0


async def commit(area: Area, c: Commit) -> Committed:
    """
    Write `c` if it is new and still fits.

    Raises:
        ValueError: a row of another tag, an unusable id, too many rows; nothing was written.
        CorruptRecord: a key holds another type than it must; nothing was written.
        StoreUnsafe: the server refuses writes, or too few replicas have it (then it may be written).
        StoreUnreachable: it may or may not be written; send the same commit again.
    """
    by_line = _rows_by_line(c)
    keys = _keys(area, c, by_line)
    answer = await area.run(_COMMIT, keys, _arguments(c, by_line))
    if answer[0] != Outcome.DONE:
        return Committed(Outcome(answer[0]))
    screen, taken, backlog = answer[1], answer[2::2], answer[3::2]
    return Committed(
        Outcome.DONE,
        frozenset(line for line, ours in zip(by_line, taken, strict=True) if ours),
        dict(zip(by_line, backlog, strict=True)),
        screen,
    )


def _rows_by_line(c: Commit) -> dict[str, list[bytes]]:
    if len(c.rows) > MAX_ROWS:
        raise ValueError(f"a commit of {len(c.rows)} rows; {MAX_ROWS} is the most")
    by_line: dict[str, list[bytes]] = {}
    for row in c.rows:
        if tag_of_line(row.line) != c.tag:
            raise ValueError("a commit pushes rows to lines of its own tag only")
        by_line.setdefault(row.line, []).append(packed(row))
    return by_line


def _keys(area: Area, c: Commit, by_line: Mapping[str, list[bytes]]) -> list[str]:
    spell = area.keys
    keys = [
        spell.seen(c.seen),
        spell.person(c.tag),
        spell.ready,
        spell.timers,
        spell.sent(c.tag),
        spell.named(c.tag),
    ]
    for line in by_line:
        keys += (spell.line(line), spell.lease(line))
    return keys


def _arguments(c: Commit, by_line: Mapping[str, list[bytes]]) -> list[Argument]:
    """In the order in which `commit.lua` takes them."""
    fired, fired_due = c.fired or ("", 0)
    args: list[Argument] = [c.now_ms, SEEN_MS, c.owner, max(1, c.lease_ms), c.expected_version]
    args += (timer_member(c.tag, fired) if fired else "", fired_due)

    fields = {"session": c.session, "key": c.key, "chat": c.chat}
    given = {name: value for name, value in fields.items() if value is not None}
    args.append(len(given))
    for name, value in given.items():
        args += (name, value)

    args.append(len(c.cancel))
    args += (timer_member(c.tag, name) for name in c.cancel)
    args.append(len(c.timers))
    for name, due_ms in c.timers.items():
        args += (timer_member(c.tag, name), due_ms)

    args.append(len(c.came_in))
    args += (sent_member(message_id, "in", sensitive=True, ref="") for message_id in c.came_in)
    for line, rows in by_line.items():
        args += (line, len(rows), *rows)
    return args
