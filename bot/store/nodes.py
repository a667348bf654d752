"""
Every server behind a store, replicas included: for the few operations that concern files, not keys.

Replicas are asked directly and only once they have all that their primary had when we began.
Start at `every_node`, or at `scan_keys` to walk through all keys of one kind.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any, Final

from redis.asyncio import Connection, ConnectionPool, Redis, UnixDomainSocketConnection

from bot.store.wire import Wire, our_errors

POLL_S: Final = 0.02
_CREDENTIALS: Final = ("username", "password", "credential_provider", "protocol")


@asynccontextmanager
async def every_node(wire: Wire) -> AsyncIterator[list[Any]]:
    """All primaries and their caught-up replicas, each with `execute_command`. Raises: StoreUnreachable."""
    nodes: list[Any] = []
    async with AsyncExitStack() as stack:
        for primary in wire.primaries():
            with our_errors():
                state: Mapping[str, Any] = await primary.execute_command("INFO", "replication")
                nodes.append(primary)
                for name, replica in state.items():
                    if name.startswith("slave") and isinstance(replica, Mapping):
                        client = await stack.enter_async_context(_client_beside(primary, replica))
                        await _until_caught_up(client, int(state["master_repl_offset"]))
                        nodes.append(client)
        yield nodes


async def scan_keys(wire: Wire, pattern: str) -> AsyncIterator[str]:
    """All keys that match; one that comes or goes meanwhile may be missed or come twice."""
    for primary in wire.primaries():
        cursor = 0
        while True:
            with our_errors():
                cursor, found = await primary.execute_command("SCAN", cursor, "MATCH", pattern, "COUNT", 500)
            for key in found:
                yield key.decode()
            if cursor == 0:
                break


def _client_beside(primary: Any, replica: Mapping[str, Any]) -> Redis:
    """A client for a replica with the same credentials as its primary."""
    source = primary.connection_pool if isinstance(primary, Redis) else primary
    kwargs = source.connection_kwargs
    kind = source.connection_class
    kept = {name: value for name, value in kwargs.items() if name in _CREDENTIALS or name.startswith("ssl_")}
    if issubclass(kind, UnixDomainSocketConnection):
        kind = Connection
    pool = ConnectionPool(connection_class=kind, host=replica["ip"], port=int(replica["port"]), **kept)
    return Redis.from_pool(pool)


async def _until_caught_up(replica: Any, offset: int) -> None:
    while True:
        state: Mapping[str, Any] = await replica.execute_command("INFO", "replication")
        if state.get("master_link_status") == "up" and int(state.get("slave_repl_offset", 0)) >= offset:
            return
        await asyncio.sleep(POLL_S)
