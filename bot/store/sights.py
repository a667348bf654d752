"""
What was seen of numbers and adverts: sealed fingerprints under ids that lead to nobody, ordered by day alone.

They live in the cases area. A sight is kept once, however often its outbox row is carried, and goes with its
case. So that somebody who asks five times counts once, a mark of person and fingerprint stands in a set of
that day, hashed under a salt of that day; both go when the day is over, from the raw files too (`erasing`),
and then nobody, whatever keys they hold, can tell who had asked. Start at `keep` and `load_new`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

from bot.store.area import Area
from bot.store.cases import SEEN_MS
from bot.store.erasing import name_of_drop
from bot.store.lines import by_line, line_args, line_keys
from bot.store.rows import Row
from bot.store.script import load_script
from bot.store.wire import Argument

DAY_OVER = timedelta(hours=2)  # after midnight: what was on its way at midnight still finds its day

_KEEP = load_script("keep_sight")
_TRIM = load_script("trim")
_TELL = load_script("tell_pattern")


@dataclass(frozen=True, slots=True)
class Keep:
    """
    One sight to keep.

    Attributes:
        seen: Made so that nobody can tell whose update or command it came from.
        uncounted: What is kept instead when some of `marks` had been counted before; all of them: nothing.
        code: The case that brought it, "" for a check.
        marks: Of person and fingerprint, under the day's salt.
    """

    seen: str
    id: str
    on: date
    sealed: bytes = field(repr=False)
    uncounted: bytes = field(default=b"", repr=False)
    code: str = ""
    marks: tuple[str, ...] = field(default=(), repr=False)


async def keep(area: Area, k: Keep) -> bool:
    """False when it is nothing new, or its case is gone. Raises: StoreUnreachable (keep it again)."""
    spell, day = area.keys, k.on.toordinal()
    keys = [spell.seen(k.seen), spell.sights, spell.sight_words]
    keys += [spell.case(k.code), spell.sights_of(k.code), spell.counted_on(day), spell.looks]
    args: list[Argument] = [SEEN_MS, k.id, day, k.sealed, k.uncounted, k.code, _over_ms(k.on), *k.marks]
    return int(await area.run(_KEEP, keys, args)) == 1


async def salt_of(area: Area, on: date, fresh: bytes) -> bytes:
    """The salt of a day: `fresh` for who comes first; gone when the day is over."""
    day = on.toordinal()
    key = area.keys.salt_of(day)
    found = await area.call("GET", key)
    if found is None:
        await area.call("SADD", area.keys.salted, day)  # first: no salt may be written that nobody forgets
        await area.call("SET", key, fresh, "NX", "PXAT", _over_ms(on))
        found = await area.call("GET", key)
    return bytes(found) if found is not None else fresh  # the day is over: nothing is counted twice any more


async def forget_salts(area: Area, now: datetime) -> int:
    """Delete salts and marks of all days that are over. Returns: how many days; the files hold them still."""
    spell, now_ms = area.keys, int(now.timestamp() * 1000)
    days = [int(found) for found in await area.call("SMEMBERS", spell.salted)]
    over = [day for day in days if now_ms > _over_ms(date.fromordinal(day))]
    if over:
        await area.call("SADD", spell.dropped, name_of_drop())
        await area.call("DEL", *map(spell.salt_of, over), *map(spell.counted_on, over))
        await area.call("SREM", spell.salted, *over)
    return len(over)


async def ids(area: Area) -> list[str]:
    """Ids of all sights, the oldest day first."""
    return [found.decode() for found in await area.call("ZRANGE", area.keys.sights, 0, -1)]


async def load_new(area: Area, wanted: Sequence[str]) -> dict[str, bytes]:
    """The sealed sights of these ids; those that are gone are left out."""
    if not wanted:
        return {}
    found = await area.call("HMGET", area.keys.sight_words, *wanted)
    return {name: bytes(sealed) for name, sealed in zip(wanted, found, strict=True) if sealed is not None}


async def trim(area: Area, oldest_day: int, most: int) -> int:
    """
    Drop what is from before a day, and the oldest of more than `most` checks.

    Whoever checks very much pushes out other checks, never a report. Returns: how many went.
    """
    spell = area.keys
    keys = (spell.sights, spell.looks, spell.sight_words, spell.dropped)
    return int(await area.run(_TRIM, keys, (oldest_day, most, name_of_drop())))


async def reviews(area: Area) -> dict[str, bytes]:
    """Sealed reviews by fingerprint."""
    return await _hash(area, area.keys.reviews)


async def find_review(area: Area, spelled: str) -> bytes | None:
    found = await area.call("HGET", area.keys.reviews, spelled)
    return None if found is None else bytes(found)


async def write_review(area: Area, spelled: str, sealed: bytes) -> None:
    await area.call("HSET", area.keys.reviews, spelled, sealed)


async def drop_review(area: Area, spelled: str) -> None:
    await area.call("HDEL", area.keys.reviews, spelled)


async def told(area: Area) -> dict[str, str]:
    """How far the cluster of each fingerprint had come when officers were told."""
    return {name: value.decode() for name, value in (await _hash(area, area.keys.told_patterns)).items()}


async def tell(area: Area, changed: Mapping[str, tuple[str, str]], rows: Sequence[Row], now_ms: int) -> bool:
    """
    Note how far a cluster has come, and push the rows that say so, all or nothing.

    Args:
        changed: Fingerprint -> (what was noted before, "" for nothing; what is to be noted).

    Returns: False when somebody else was faster.
    """
    lines = by_line(rows)
    keys = [area.keys.told_patterns, area.keys.ready, *line_keys(area, lines)]
    args: list[Argument] = [now_ms, len(changed)]
    for spelled, (before, after) in changed.items():
        args += [spelled, before, after]
    args += line_args(lines)
    return bool(await area.run(_TELL, keys, args))


async def forget_others(area: Area, left: AbstractSet[str]) -> int:
    """Drop reviews and marks of fingerprints that no sight has any more. Returns: how many went."""
    gone = 0
    for key in (area.keys.reviews, area.keys.told_patterns):
        stale = [found for found in await _hash(area, key) if found not in left]
        if stale:
            await area.call("SADD", area.keys.dropped, name_of_drop())
            gone += int(await area.call("HDEL", key, *stale))
    return gone


async def limits(area: Area) -> dict[str, int]:
    """Thresholds the desk has set, by name."""
    return {name: int(value) for name, value in (await _hash(area, area.keys.pattern_limits)).items()}


async def write_limits(area: Area, values: Mapping[str, int]) -> None:
    pairs = [part for name, value in values.items() for part in (name, value)]
    await area.call("HSET", area.keys.pattern_limits, *pairs)


async def _hash(area: Area, key: str) -> dict[str, bytes]:
    return {name.decode(): bytes(value) for name, value in (await area.call("HGETALL", key)).items()}


def _over_ms(on: date) -> int:
    midnight = datetime.combine(on, time(), UTC) + timedelta(days=1)
    return int((midnight + DAY_OVER).timestamp() * 1000)
