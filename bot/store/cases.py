"""
Cases in Redis: one hash (version, summary, wrapped key, last hash) and one list of sealed events for each.

This room understands neither summary nor events; `bot.casework` does. A change is one script: command not
seen, version unmoved, then events, summary, indexes, due time and outbox rows together. Lost races are
outcomes. Start at `load` and `append`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Final

from bot.store.area import Area
from bot.store.lines import by_line, line_args, line_keys
from bot.store.rows import Row
from bot.store.script import load_script
from bot.store.wire import Argument

SEEN_MS: Final = 30 * 24 * 3600 * 1000  # a command may wait long in the outbox of a bot that was switched off
RESERVED_MS: Final = 30 * 24 * 3600 * 1000
OVERDUE: Final = "overdue"  # the timer `<code>|overdue`

_LOAD = load_script("load_case")
_LOAD_MANY = load_script("load_cases")
_APPEND = load_script("append_case")
_ERASE = load_script("erase_case")
_SWAP_KEY = load_script("swap_key")


class Outcome(IntEnum):
    """What became of an append; the numbers are the script's."""

    DONE = 0
    SEEN = 1  # this command was done before
    STALE = 2  # the case has moved: load, decide and append again


@dataclass(frozen=True, slots=True)
class StoredCase:
    """A case as it stands in the store. `version` 0: there is none."""

    version: int
    summary: bytes = field(default=b"", repr=False)
    key: bytes = field(default=b"", repr=False)  # wrapped
    last_hash: str = ""


@dataclass(frozen=True, slots=True)
class Append:
    """
    What one command leads to.

    Attributes:
        seen: Id of the command.
        expected_version: As loaded; 0 opens the case, and `key` must be given.
        key: The wrapped case key, when it is new.
        opened_ms, closed_ms: For the index it stands in; `closed_ms` None while it is open.
        due_ms: When somebody must have answered; None takes the timer away.
        receipt_hash: A receipt that leads to this case from now on; "" for none.
        owner: Whoever sends at once takes the leases of free lines.
    """

    code: str
    seen: str
    now_ms: int
    expected_version: int
    summary: bytes = field(repr=False)
    events: tuple[bytes, ...] = field(repr=False)
    last_hash: str
    opened_ms: int
    closed_ms: int | None = None
    due_ms: int | None = None
    key: bytes = field(default=b"", repr=False)
    receipt_hash: str = field(default="", repr=False)
    rows: tuple[Row, ...] = ()
    owner: str = ""
    lease_ms: int = 1


@dataclass(frozen=True, slots=True)
class Appended:
    """`leased`: lines the owner may send at once."""

    outcome: Outcome
    leased: frozenset[str] = frozenset()


async def load(area: Area, code: str, seen: str = "") -> tuple[StoredCase, bool]:
    """A case, and whether the command `seen` was done before. Raises: StoreUnreachable, CorruptRecord."""
    keys = (area.keys.seen(seen), area.keys.case(code))
    was_seen, *found = await area.run(_LOAD, keys, ())
    return _stored(found), bool(was_seen)


async def load_many(area: Area, codes: Sequence[str]) -> list[StoredCase]:
    """Several cases in the order of `codes`; those that are gone have version 0."""
    if not codes:
        return []
    return [
        _stored(found) for found in await area.run(_LOAD_MANY, [area.keys.case(each) for each in codes], ())
    ]


async def load_events(area: Area, code: str) -> list[bytes]:
    """Every stored event, oldest first."""
    return list(await area.call("LRANGE", area.keys.events(code), 0, -1))


async def open_codes(area: Area) -> list[str]:
    """Codes of open cases, the oldest first."""
    return [code.decode() for code in await area.call("ZRANGE", area.keys.open_cases, 0, -1)]


async def closed_codes(area: Area, limit: int) -> list[str]:
    """Codes of closed cases, the last closed first; `limit` 0 is all."""
    return [code.decode() for code in await area.call("ZREVRANGE", area.keys.closed_cases, 0, limit - 1)]


async def closed_before(area: Area, before_ms: int) -> list[str]:
    """Codes of cases closed before a time, for retention."""
    found = await area.call("ZRANGEBYSCORE", area.keys.closed_cases, "-inf", f"({before_ms}")
    return [code.decode() for code in found]


async def reserve_code(area: Area, code: str) -> bool:
    """Keep a code for a case that is about to be filed; False when it is taken."""
    kept = await area.call("SET", area.keys.reserved(code), "1", "NX", "PX", RESERVED_MS)
    return bool(kept) and not await area.call("EXISTS", area.keys.case(code))


async def append(area: Area, a: Append) -> Appended:
    """
    Write `a` if it is new and still fits.

    Raises: ValueError for a case without a key or an unusable row; StoreUnreachable: it may or may not be
    written, send it again.
    """
    if a.expected_version == 0 and not a.key:
        raise ValueError("a new case needs a key")
    lines = by_line(a.rows)
    spell = area.keys
    keys = [
        spell.seen(a.seen),
        spell.case(a.code),
        spell.events(a.code),
        spell.open_cases,
        spell.closed_cases,
    ]
    keys += [spell.ready, spell.timers, spell.receipt(a.receipt_hash)]
    args: list[Argument] = [a.now_ms, SEEN_MS, a.owner, max(1, a.lease_ms)]
    args += [a.code, a.expected_version, a.summary, a.key, a.last_hash]
    args += [int(a.closed_ms is None), a.opened_ms, _or_empty(a.closed_ms), _or_empty(a.due_ms)]
    args += [int(bool(a.receipt_hash)), len(a.events), *a.events]
    outcome, *taken = await area.run(_APPEND, [*keys, *line_keys(area, lines)], [*args, *line_args(lines)])
    leased = frozenset(line for line, ours in zip(lines, taken, strict=False) if ours)
    return Appended(Outcome(outcome), leased)


async def erase(
    area: Area,
    code: str,
    expected_version: int,
    receipt_hash: str,
    tombstone: bytes,
    rows: Iterable[Row],
    now_ms: int,
) -> Outcome:
    """
    Delete key, events, summary, indexes and fingerprints of a case; leave a tombstone and the rows.

    Returns: SEEN when there is no such case any more.
    """
    lines = by_line(rows)
    spell = area.keys
    keys = [spell.case(code), spell.events(code), spell.open_cases, spell.closed_cases, spell.ready]
    keys += [spell.timers, spell.receipt(receipt_hash), spell.tombstones]
    keys += [spell.sights, spell.sight_words, spell.sights_of(code)]
    args: list[Argument] = [now_ms, code, expected_version, tombstone]
    return Outcome(await area.run(_ERASE, [*keys, *line_keys(area, lines)], [*args, *line_args(lines)]))


async def swap_key(area: Area, code: str, old: bytes, new: bytes) -> bool:
    """Replace a wrapped case key if it is still the one that was read."""
    return bool(await area.run(_SWAP_KEY, (area.keys.case(code),), (old, new)))


async def write_audit(area: Area, line: bytes) -> None:
    """Add one line to the audit."""
    await area.call("RPUSH", area.keys.audit, line)


async def load_audit(area: Area, newest: int) -> list[bytes]:
    """The newest lines of the audit, oldest first."""
    return list(await area.call("LRANGE", area.keys.audit, -newest, -1))


async def load_tombstones(area: Area) -> list[bytes]:
    return list(await area.call("LRANGE", area.keys.tombstones, 0, -1))


def _stored(found: Sequence[bytes | int | None]) -> StoredCase:
    version, summary, key, last_hash = found
    if not version:
        return StoredCase(0)
    return StoredCase(
        int(version), bytes(summary or b""), bytes(key or b""), bytes(last_hash or b"").decode()
    )


def _or_empty(number: int | None) -> Argument:
    return "" if number is None else number
