"""
Questions that editors may learn from: sealed words under ids that lead to nobody, ordered by day alone.

They live in the cases area. A question is kept once, however often its outbox row is carried. What is too
old, and the oldest of too many, goes with every call of `trim`. Start at `keep` and `load`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.store.area import Area
from bot.store.cases import SEEN_MS
from bot.store.erasing import name_of_drop
from bot.store.script import load_script

_KEEP = load_script("note_question")
_COUNT = load_script("count_helpful")
_TRIM = load_script("trim")


@dataclass(frozen=True, slots=True)
class StoredQuestion:
    """`done`: an editor has seen to it."""

    id: str
    sealed: bytes = field(repr=False)
    done: bool = False


async def keep(area: Area, question_id: str, day: int, sealed: bytes) -> bool:
    """
    Keep one question; False when it was kept before.

    Args:
        question_id: Made so that nobody can tell whose update it came from.
        day: `date.toordinal()`; there is no finer time.
    """
    spell = area.keys
    keys = (spell.seen(question_id), spell.questions, spell.question_words)
    return bool(await area.run(_KEEP, keys, (SEEN_MS, question_id, day, sealed)))


async def count_helpful(area: Area, note_id: str, entry: str) -> None:
    """One more person whom an entry helped, counted once for each `note_id`."""
    await area.run(_COUNT, (area.keys.seen(note_id), area.keys.helpful), (SEEN_MS, entry))


async def trim(area: Area, oldest_day: int, most: int) -> int:
    """Drop what is from before a day and the oldest of more than `most`. Returns: how many went."""
    spell = area.keys
    keys = (spell.questions, spell.questions, spell.question_words, spell.dropped, spell.questions_done)
    return int(await area.run(_TRIM, keys, (oldest_day, most, name_of_drop())))


async def load(area: Area) -> list[StoredQuestion]:
    """Every question, the newest day first."""
    ids = [found.decode() for found in await area.call("ZREVRANGE", area.keys.questions, 0, -1)]
    if not ids:
        return []
    sealed = await area.call("HMGET", area.keys.question_words, *ids)
    done = {found.decode() for found in await area.call("SMEMBERS", area.keys.questions_done)}
    return [
        StoredQuestion(name, bytes(words), name in done)
        for name, words in zip(ids, sealed, strict=True)
        if words is not None
    ]


async def set_done(area: Area, ids: Sequence[str]) -> None:
    """Say that editors have seen to these; ids of questions that are gone do no harm."""
    known = [name for name in ids if await area.call("ZSCORE", area.keys.questions, name) is not None]
    if known:
        await area.call("SADD", area.keys.questions_done, *known)


async def set_not_done(area: Area, ids: Sequence[str]) -> None:
    """Take that back; other ids do no harm."""
    if ids:
        await area.call("SREM", area.keys.questions_done, *ids)


async def helpful(area: Area) -> Mapping[str, int]:
    """How many people each entry helped."""
    found = await area.call("HGETALL", area.keys.helpful)
    return {entry.decode(): int(count) for entry, count in found.items()}
