"""
One area of the store: its keys and the wire to them. Everything in `bot.store` works on an `Area`.

A script gets keys of one area only; that is what lets the same code run on one server and on a Cluster.
Start at `Area`; `connection.Store` holds all of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.store.keys import AreaKeys
from bot.store.script import Script
from bot.store.wire import Argument, Wire


@dataclass(frozen=True, slots=True)
class Area:
    """Keys that share a slot, and how to reach them."""

    keys: AreaKeys
    wire: Wire

    async def run(self, script: Script, keys: Sequence[str], args: Sequence[Argument]) -> Any:
        """One round trip. Raises: StoreUnreachable, StoreUnsafe, CorruptRecord, StoreError."""
        return await self.wire.run(script, keys, args)

    async def call(self, *command: Argument) -> Any:
        """One plain command on a key of this area. Raises: as `run`."""
        return await self.wire.call(*command)
