"""
After an outage, tell people who were in the middle of something that we are back.

Telegram drops taps after 150 seconds and messages after 24 hours, so somebody may be waiting for an answer
to a button that nobody will ever see. A mark of life in the store says how long we were away; nothing is said
after a short pause, or to people who were not in a conversation then.
"""

from __future__ import annotations

import hashlib

import structlog

from bot.app.assembly import Parts, now_ms
from bot.engine.events import Notice
from bot.errors import StoreError
from bot.runner.incoming import Incoming
from bot.store.nodes import scan_keys
from bot.store.sent import list_sent

TAPS_ARE_LOST_AFTER_MS = 150_000
CONVERSATION_MS = 30 * 60 * 1000  # who wrote within half an hour before the outage was in the middle
MARK = "alive_ms"

log = structlog.get_logger()


async def mark_alive(parts: Parts) -> None:
    """Leave the mark of life; called every few seconds."""
    await parts.store.cases.call("HSET", parts.store.cases.keys.meta, MARK, now_ms())


async def say_we_are_back(parts: Parts) -> None:
    """Once after a start: find the outage, and those it interrupted. Errors are logged; the bot goes on."""
    marked = await parts.store.cases.call("HGET", parts.store.cases.keys.meta, MARK)
    away_since = int(marked) if marked else 0
    if not away_since or now_ms() - away_since < TAPS_ARE_LOST_AFTER_MS:
        return
    told = 0
    try:
        for area in parts.store.chat_areas:
            async for key in scan_keys(area.wire, area.keys.every_person):
                told += await _tell(parts, key.rpartition(":")[2], away_since)
    except StoreError as error:
        log.warning("comeback.again", reason=type(error).__name__)
    log.info("comeback.told", people=told, away_ms=now_ms() - away_since)


async def _tell(parts: Parts, tag: str, away_since: int) -> int:
    noted = await list_sent(parts.store.chats(tag), tag)
    if not noted or not away_since - CONVERSATION_MS <= noted[-1].at_ms <= away_since:
        return 0
    person = await parts.people.load(tag)
    if person.session is None or len(person.session.stack) < 2:
        return 0
    once = hashlib.sha256(f"{tag}|{away_since}".encode()).hexdigest()[:24]
    await parts.take(Incoming(f"b{once}", tag, Notice("back_again")))
    return 1
