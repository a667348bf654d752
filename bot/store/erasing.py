"""
Erase a person, and make sure the raw files of the store have forgotten too.

Deleting keys is half of it: the append-only file still holds what was written. `rewrite` makes every server
write its file anew and returns only when that has ended, so "dihapus" can be said truthfully afterwards.
What goes for its age is named in `dropped` before or with the deletion, and leaves that list only when a
rewrite has ended; so one that failed, or a death in between, is made up for. Backups are not reached from
here. Start at `erase_person`, then `rewrite`; for what goes for its age at `rewrite_if_due`.
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from redis import exceptions as wrong

from bot.errors import StoreError
from bot.store.area import Area
from bot.store.connection import Store
from bot.store.keys import lines_of
from bot.store.nodes import every_node
from bot.store.script import load_script
from bot.store.wire import our_errors

POLL_S: Final = 0.02
REWRITE_TIMEOUT_S: Final = 600.0

_ERASE = load_script("erase")


@dataclass(frozen=True, slots=True)
class Erased:
    """`rows`: how many outbox rows went unsent with the person."""

    rows: int


async def erase_person(area: Area, tag: str) -> Erased:
    """
    Delete everything that stands under a tag: record, key, lines, leases, names, notes, timers.

    Rows that wait for cases (`<tag>.cases`) go too; settle what must arrive before. What holds a lease of
    the tag loses it. Raises: StoreUnreachable (call again, it may be repeated).
    """
    spell, lines = area.keys, lines_of(tag)
    timers = await _timers_of(area, tag)
    keys = [spell.ready, spell.timers, *map(spell.line, lines), *map(spell.lease, lines)]
    keys += [spell.person(tag), spell.named(tag), spell.sent(tag)]
    return Erased(int(await area.run(_ERASE, keys, (len(lines), *lines, *timers))))


async def rewrite(store: Store, *, timeout_s: float = REWRITE_TIMEOUT_S) -> None:
    """
    Have every server, replicas included, rewrite its append-only file; return when all have ended.

    Raises: StoreError if one failed or took longer than `timeout_s`: then nothing may be called erased.
    """
    try:
        async with asyncio.timeout(timeout_s), every_node(store.wire) as nodes:
            await asyncio.gather(*map(_rewrite_one, nodes))
    except TimeoutError:
        raise StoreError(f"the append-only file was not rewritten within {timeout_s:.0f} s") from None


def name_of_drop() -> str:
    """A name for one deletion, used once: a rewrite makes up for those alone that it began after."""
    return secrets.token_hex(8)


async def rewrite_if_due(store: Store) -> bool:
    """
    Rewrite when something went for its age since the last time. Returns: whether it was due.

    Raises: StoreError, as `rewrite`; then it stays due.
    """
    area = store.cases
    names = await area.call("SMEMBERS", area.keys.dropped)
    if not names:
        return False
    await rewrite(store)
    await area.call("SREM", area.keys.dropped, *names)
    return True


async def _rewrite_one(node: Any) -> None:
    """
    Rewrite one server's file.

    A rewrite that was already under way may have begun before the deletes, so it is waited for and does not
    count. One that somebody else begins after that counts as well as ours.
    """
    with our_errors():
        await _until_idle(node)
        try:
            await node.execute_command("BGREWRITEAOF")
        except wrong.ResponseError as error:
            if "already in progress" not in str(error):
                raise
        persistence = await _until_idle(node)
    if persistence.get("aof_last_bgrewrite_status") != "ok":
        raise StoreError(
            "a server could not rewrite its append-only file; what was erased may still be in it"
        )


async def _until_idle(node: Any) -> Mapping[str, Any]:
    busy = ("aof_rewrite_in_progress", "aof_rewrite_scheduled", "rdb_bgsave_in_progress")
    while True:
        persistence: Mapping[str, Any] = await node.execute_command("INFO", "persistence")
        if not any(int(persistence.get(name, 0)) for name in busy):
            return persistence
        await asyncio.sleep(POLL_S)


async def _timers_of(area: Area, tag: str) -> list[bytes]:
    members, cursor = [], 0
    while True:
        cursor, found = await area.call("ZSCAN", area.keys.timers, cursor, "MATCH", f"{tag}|*", "COUNT", 1000)
        members += [member for member, _ in found]
        if cursor == 0:
            return members
