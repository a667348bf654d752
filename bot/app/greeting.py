"""
Say to Telegram who we are and how updates come to us, however long it takes to answer.

A Telegram that is slow or asks to wait at start must never keep the bot from working: how updates come is
asked for again until it is known, and what people see of the bot is set beside everything else, once per
edition (Telegram allows it seldom).
"""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Awaitable, Callable

import structlog

from bot.app.assembly import Parts
from bot.app.profile import profile_of
from bot.chat import setup
from bot.errors import OutcomeUnknown, StoreError, TokenRefused

FIRST_PAUSE_S = 0.5
LONGEST_PAUSE_S = 30.0
INTRODUCE_AGAIN_S = 300.0
MARK = "introduced"

log = structlog.get_logger()


async def until_answered(ask: Callable[[], Awaitable[None]]) -> None:
    """Ask until Telegram answers. Raises: TokenRefused, which no waiting mends."""
    pause_s = FIRST_PAUSE_S
    while True:
        try:
            await ask()
        except OutcomeUnknown as error:
            log.warning("telegram.again", reason=type(error).__name__, after_s=pause_s)
            await asyncio.sleep(pause_s)
            pause_s = min(2 * pause_s, LONGEST_PAUSE_S)
        else:
            return


async def introduce(parts: Parts) -> None:
    """Set what people see of the bot, unless it is what Telegram has been told already."""
    profile = profile_of(parts.conversations.knowledge.flows.wording)
    about = hashlib.sha256(repr((parts.api.token, profile)).encode()).hexdigest()
    cases = parts.store.cases
    while True:
        try:
            if await cases.call("HGET", cases.keys.meta, MARK) == about.encode():
                return
            await setup.introduce(parts.api, profile)
            await cases.call("HSET", cases.keys.meta, MARK, about)
        except (OutcomeUnknown, StoreError) as error:
            log.warning("introduce.again", reason=type(error).__name__, after_s=INTRODUCE_AGAIN_S)
            await asyncio.sleep(INTRODUCE_AGAIN_S)
        except TokenRefused:
            return  # said, and ended, by whoever asks for updates
