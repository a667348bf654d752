"""
Connect to Redis or Valkey, refuse what would lose data, and hand out the areas.

Refused: no append-only file, an evicting memory policy, a replica, anything older than Redis 6.2. The
number of chat shards is fixed at the first start and read from the store ever after.
Start at `connect`; `Store.chats(tag)` and `Store.cases` are what everybody else works with.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import hiredis
from redis.asyncio import BlockingConnectionPool, Redis
from redis.asyncio.cluster import RedisCluster
from redis.asyncio.connection import AbstractConnection
from redis.asyncio.retry import Retry

from bot.errors import StoreUnsafe
from bot.store.area import Area
from bot.store.keys import AreaKeys, shard_of
from bot.store.pipe import BACKOFF, RETRIES, Pipe
from bot.store.wire import ClusterWire, Replicas, SingleWire, Wire, our_errors

CLUSTER_SCHEME: Final = "redis+cluster://"
SHARDS_ON_ONE_SERVER: Final = 1
SHARDS_ON_A_CLUSTER: Final = 64
FORMAT: Final = 1  # raised when stored shapes change so that older code must not touch them


@dataclass(frozen=True, slots=True)
class Store:
    """All areas of one store. Close it before leaving the embedded server."""

    chat_areas: tuple[Area, ...]
    cases: Area
    wire: Wire

    def chats(self, tag: str) -> Area:
        """The chats area a tag lives in."""
        return self.chat_areas[shard_of(tag, len(self.chat_areas))]

    @property
    def areas(self) -> tuple[Area, ...]:
        """Every area, for sweepers."""
        return (*self.chat_areas, self.cases)

    async def ping(self) -> None:
        """Raises: StoreUnreachable when the store does not answer (readiness)."""
        await self.cases.call("EXISTS", self.cases.keys.meta)

    async def close(self) -> None:
        await self.wire.close()


async def connect(
    url: str,
    *,
    prefix: str = "",
    shards: int | None = None,
    replicas: int | None = None,
    connections: int = 32,
) -> Store:
    """
    Open the store behind `url`.

    Args:
        url: `unix:///path`, `redis://host:port/db`, `rediss://…`, or `redis+cluster://host:port`; a server
            in cluster mode is recognised under `redis://` too.
        prefix: Before every key; for tests.
        shards: Chat shards of a new store; one that exists keeps its own. None: 1, or 64 on a Cluster.
        replicas: How many must have each write; None: one if any is connected now, else none.
        connections: Most connections of this process; further calls wait for a free one.

    Raises: StoreUnreachable, StoreUnsafe.
    """
    wire = await _connect_cluster(url, replicas) if url.startswith(CLUSTER_SCHEME) else None
    if wire is None:
        client = _single_client(url, connections)
        try:
            wire = await _checked_single(client, url, replicas)
        except BaseException:
            await client.aclose()
            raise
    try:
        default = SHARDS_ON_A_CLUSTER if isinstance(wire, ClusterWire) else SHARDS_ON_ONE_SERVER
        return await _open_areas(wire, prefix, shards or default)
    except BaseException:
        await wire.close()
        raise


def _single_client(url: str, connections: int) -> Redis:
    pool = BlockingConnectionPool.from_url(
        url,
        max_connections=connections,
        timeout=5,
        protocol=2,
        retry=Retry(BACKOFF, RETRIES),
        client_name="langkah-aman",
    )
    pool.connection_class = _packing_in_c(pool.connection_class)
    return Redis.from_pool(pool)


def _packing_in_c(kind: type) -> type:
    """redis-py packs commands in Python, one by one; hiredis does it in C: a commit takes 12 % less."""

    def pack_command(_connection: object, *args: Any) -> list[bytes]:
        return [hiredis.pack_command(args)]

    return type(f"Quick{kind.__name__}", (kind,), {"pack_command": pack_command})


async def _checked_single(client: Redis, url: str, replicas: int | None) -> Wire:
    with our_errors():
        info = await client.info()
    if info.get("cluster_enabled"):
        await client.aclose()
        return await _connect_cluster(url, replicas)
    check_safe(info)
    connected = int(info.get("connected_slaves", 0))
    wanted = min(connected, 1) if replicas is None else replicas
    if connected < wanted:
        raise StoreUnsafe(f"diminta {wanted} salinan Redis, yang tersambung {connected} (redis.replicas)")
    return SingleWire(client, Replicas(wanted), Pipe(lambda: _patient(client)))


def _patient(client: Redis) -> AbstractConnection:
    """A connection for the pipe, which watches for silence itself."""
    pool = client.connection_pool
    made: AbstractConnection = pool.connection_class(**{**pool.connection_kwargs, "socket_timeout": None})
    return made


async def _connect_cluster(url: str, replicas: int | None) -> Wire:
    client = RedisCluster.from_url(
        url.replace(CLUSTER_SCHEME, "redis://"), protocol=2, retry=Retry(BACKOFF, RETRIES)
    )
    try:
        with our_errors():
            await client.initialize()
            for node in client.get_primaries():
                check_safe(await client.info(target_nodes=node))
    except BaseException:
        await client.aclose()
        raise
    known = len(client.get_replicas())
    return ClusterWire(client, Replicas(min(known, 1) if replicas is None else replicas))


def check_safe(info: Mapping[str, Any]) -> None:
    """
    Judge a server by its INFO.

    Raises: StoreUnsafe, saying what to change.
    """
    if info.get("role") != "master":
        raise StoreUnsafe("Redis ini hanya salinan; sambungkan ke yang utama (redis.url)")
    version = tuple(int(part) for part in str(info.get("redis_version", "0")).split(".")[:2])
    if version < (6, 2):
        raise StoreUnsafe("Redis ini terlalu lama: perlu 6.2 atau lebih baru")
    if not int(info.get("aof_enabled", 0)):
        raise StoreUnsafe("Redis ini tanpa append-only file dan bisa kehilangan pesan: atur appendonly yes")
    policy = info.get("maxmemory_policy", "noeviction")
    if policy != "noeviction":
        raise StoreUnsafe(f"Redis ini boleh membuang data ({policy}): atur maxmemory-policy noeviction")


async def _open_areas(wire: Wire, prefix: str, shards: int) -> Store:
    cases = Area(AreaKeys.of_cases(prefix), wire)
    found = int(await keep_first(cases, "shards", str(shards).encode()))
    stored_format = int(await keep_first(cases, "format", str(FORMAT).encode()))
    if stored_format > FORMAT:
        raise StoreUnsafe(
            "simpanan ini ditulis versi Langkah Aman yang lebih baru; perbarui dulu program ini"
        )
    chats = tuple(Area(AreaKeys.of_chats(shard, prefix), wire) for shard in range(found))
    return Store(chats, cases, wire)


async def keep_first(cases: Area, name: str, value: bytes) -> bytes:
    """
    Write a value of `meta` once and for all; who comes second gets what the first wrote.

    The wrapped lookup key lives here too: `keep_first(store.cases, "lookup_key", wrapped)`.
    """
    await cases.call("HSETNX", cases.keys.meta, name, value)
    return bytes(await cases.call("HGET", cases.keys.meta, name))
