"""
How everything stands when all have walked: sessions, cases, seen marks and the outbox, read from the store.

Each check returns what is wrong, in words; nothing wrong is an empty list.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.app.assembly import Parts
from bot.cases.event import Kind
from bot.engine.session import Session
from tests.crash.rehearsal import Told, told_of
from tests.crash.walk import Walk

LOOK_EVERY_S = 0.05
DRAINED_WITHIN_S = 90.0


async def drained(parts: Parts) -> None:
    """
    Wait until no outbox line is left in either area.

    The store tells nobody when the last line goes, and the bot is another process: so we look again.
    """
    ready = [area.keys.ready for area in parts.store.areas]
    script = "local n = 0 for _, key in ipairs(KEYS) do n = n + redis.call('ZCARD', key) end return n"
    async with asyncio.timeout(DRAINED_WITHIN_S):
        # both areas in one look: a row of one becomes a row of the other
        while await parts.store.cases.call("EVAL", script, len(ready), *ready):  # noqa: ASYNC110  # see above
            await asyncio.sleep(LOOK_EVERY_S)


async def check_all(parts: Parts, walks: Sequence[Walk], *, ordered: bool = True) -> list[str]:
    """
    Args:
        ordered: False where Telegram itself delivered out of order: then a case's words may stand in another.
    """
    wrong = [walk.first_difference() for walk in walks if not walk.is_right]
    for walk in walks:
        wrong += await _check_person(parts, walk, ordered=ordered)
    wrong += await _check_counts(parts, walks)
    return wrong


async def _check_person(parts: Parts, walk: Walk, *, ordered: bool) -> list[str]:
    name, wanted = walk.person.user.first_name, walk.rehearsed
    stored = await parts.people.load(parts.lookups.tag_of(walk.person.chat.id))
    if stored.session is None:
        return [f"{name}: there is no session"]
    wrong = []
    if stored.version != wanted.turns:
        wrong.append(f"{name}: the session moved {stored.version} times, not {wanted.turns}")
    is_now, should = (comparable(each, ordered=ordered) for each in (stored.session, wanted.session))
    if is_now != should:
        other = set(is_now.answers.items()) ^ set(should.answers.items())
        wrong.append(f"{name}: the session is at {is_now.stack}, not {should.stack}; other answers: {other}")
    if stored.session.case:
        wrong += await _check_case(parts, name, stored.session.case, walk, ordered=ordered)
    elif wanted.told:
        wrong.append(f"{name}: there is no case")
    return wrong


async def _check_case(parts: Parts, name: str, code: str, walk: Walk, *, ordered: bool) -> list[str]:
    file = await parts.room.archive.find(code)
    if file is None:
        return [f"{name}: case {code} was never opened"]
    events = await parts.room.archive.history(file)
    told, wanted = list(told_of(events)), list(walk.rehearsed.told)
    if not ordered:
        told, wanted = sorted(told, key=_words), sorted(wanted, key=_words)
    wrong = []
    if told != wanted:
        wrong.append(f"{name}: the case holds {told}, not {wanted}")
    files = Counter(event.kind for event in events)
    if files[Kind.EVIDENCE_STORED] != walk.rehearsed.files or files[Kind.EVIDENCE_FAILED]:
        wrong.append(f"{name}: {files[Kind.EVIDENCE_STORED]} of {walk.rehearsed.files} files are kept")
    if await parts.room.archive.check_chain(code) is not None:
        wrong.append(f"{name}: the chain of case {code} is broken")
    return wrong


async def _check_counts(parts: Parts, walks: Iterable[Walk]) -> list[str]:
    """Nothing more than what people did: no second case, no update that nobody sent, no timer left over."""
    wrong = []
    done = sum(walk.acts_done for walk in walks)
    seen = 0
    for area in parts.store.chat_areas:
        seen += await _count(parts, area.keys.seen("u*"))
    if seen != done:
        wrong.append(f"{seen} updates are marked as seen, people caused {done}")
    cases = len(await parts.room.archive.open_cases())
    wanted = sum(bool(walk.rehearsed.told) for walk in walks)
    if cases != wanted:
        wrong.append(f"there are {cases} cases, people opened {wanted}")
    return wrong


async def _count(parts: Parts, pattern: str) -> int:
    found: set[bytes] = set()
    cursor = b"0"
    while True:
        cursor, keys = await parts.store.cases.call("SCAN", cursor, "MATCH", pattern, "COUNT", 1000)
        found.update(key for key in keys if b"-" not in key)  # those with a dash come from rows, not updates
        if cursor in (b"0", 0):
            return len(found)


def comparable(session: Session, *, ordered: bool) -> Session:
    """A session without what is new at each run: nonce, case code, receipt, ids, content edition."""
    new = {"receipt", "of_case"} if ordered else {"receipt", "of_case", "question", "typed"}
    answers = {name: value for name, value in session.answers.items() if name not in new}
    case = "K-…" if session.case else ""
    told = (0,) * len(session.told)
    return replace(session, answers=answers, nonce="", case=case, content=0, held=(), told=told)


def _words(told: Told) -> tuple[str, str, str]:
    return told.kind, told.label, told.words
