"""
Fetch updates by long polling: commit every one, then raise the offset. Start at `poll`.

python-telegram-bot's own poller confirms an offset before its handlers have run, so a killed process loses
updates; this one never does. One poller at a time: a lease in the store keeps a second process waiting.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Protocol

import structlog

from bot.chat.calls import BotApi
from bot.chat.intake import ALLOWED_UPDATES
from bot.errors import FloodWait, OutcomeUnknown, StoreError

POLL_S = 25
FIRST_PAUSE_S = 0.2
LONGEST_PAUSE_S = 10.0

log = structlog.get_logger()
Take = Callable[[Mapping[str, Any]], Awaitable[None]]


class PollerLease(Protocol):
    """The right to poll: one process has it at a time."""

    async def hold(self) -> bool:
        """Take or renew it; False while another process has it."""
        ...


async def poll(api: BotApi, take: Take, lease: PollerLease, landmark: Callable[[str], None]) -> None:
    """
    Fetch and take updates until cancelled.

    Args:
        take: Commits one update; raises StoreError when it could not.
        landmark: Called with the name of each point passed ("after_acknowledgement").

    Raises: PollingConflict or TokenRefused, which waiting does not mend.
    """
    offset: int | None = None
    pause_s = FIRST_PAUSE_S
    while True:
        if not await lease.hold():
            await asyncio.sleep(1.0)
            continue
        try:
            updates = await api.updates(offset, timeout_s=POLL_S, allowed=ALLOWED_UPDATES)
            if offset is not None:
                landmark("after_acknowledgement")
            await _take_all(updates, take)
        except (OutcomeUnknown, FloodWait, StoreError) as error:
            log.warning("poll.again", reason=type(error).__name__, after_s=pause_s)
            wait = error.retry_after_s if isinstance(error, FloodWait) else pause_s
            await asyncio.sleep(wait)
            pause_s = min(pause_s * 2, LONGEST_PAUSE_S)
            continue
        pause_s = FIRST_PAUSE_S
        if updates:
            offset = max(update["update_id"] for update in updates) + 1


async def _take_all(updates: list[dict[str, Any]], take: Take) -> None:
    """Take all of a batch side by side (each chat keeps its order); the first failure fails the batch."""
    results = await asyncio.gather(*(take(update) for update in updates), return_exceptions=True)
    for result in results:
        if isinstance(result, BaseException):
            raise result
