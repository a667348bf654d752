"""
Who may poll Telegram: one process at a time, and the next one soon after it died.

On the embedded store all processes share the data folder, so a locked file does it and a restart after a
crash polls at once; a store on the network keeps a lease that must run out. Start at `poller_lease`.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot.app.assembly import Parts
from bot.chat.polling import PollerLease
from bot.store import leases
from bot.store.machine_lock import MachineLock

LEASE_MS = 40_000  # longer than a poll may take
NAME = "poller"


class LockedFile:
    """Polling on the embedded store."""

    def __init__(self, folder: Path) -> None:
        self._lock = MachineLock(folder / "poller.lock")

    async def hold(self) -> bool:
        return self._lock.hold()

    async def let_go(self) -> None:
        self._lock.let_go()


class StoredLease:
    """Polling on a store of its own."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    async def hold(self) -> bool:
        return await leases.hold(self._parts.store.cases, NAME, self._parts.owner, LEASE_MS)

    async def let_go(self) -> None:
        await leases.let_go(self._parts.store.cases, NAME, self._parts.owner)


@asynccontextmanager
async def poller_lease(parts: Parts) -> AsyncIterator[PollerLease]:
    """The lease that fits the store, given back at the end. Raises: StoreError from `let_go`."""
    settings = parts.config.store
    lease = StoredLease(parts) if settings.url else LockedFile(settings.data)
    try:
        yield lease
    finally:
        await lease.let_go()
