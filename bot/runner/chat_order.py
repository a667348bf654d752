"""One line per chat: what arrives for a chat is taken in the order it arrived, one at a time."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class ChatOrder:
    """Locks by tag, first come first served, forgotten when nobody waits."""

    def __init__(self) -> None:
        self._waiting: dict[str, tuple[asyncio.Lock, int]] = {}

    @asynccontextmanager
    async def turn(self, tag: str) -> AsyncIterator[None]:
        lock, waiting = self._waiting.get(tag, (None, 0))
        lock = lock or asyncio.Lock()
        self._waiting[tag] = (lock, waiting + 1)
        try:
            async with lock:
                yield
        finally:
            lock, waiting = self._waiting[tag]
            if waiting == 1:
                del self._waiting[tag]
            else:
                self._waiting[tag] = (lock, waiting - 1)
