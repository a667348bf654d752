"""What the store accepts to run on, and what it refuses."""

from __future__ import annotations

import asyncio
import gc
import signal
from pathlib import Path

import pytest
from redis.asyncio import Redis

from bot.errors import StoreUnreachable, StoreUnsafe
from bot.store import outbox
from bot.store.commit import Commit, Outcome, commit
from bot.store.connection import Store, check_safe, connect, keep_first
from bot.store.erasing import erase_person, rewrite
from bot.store.nodes import every_node
from bot.store.rows import Lane, Row
from bot.store.sessions import load
from tests.store.servers import foreign_server, until_answer
from tests.store_fixtures import StoreServer

TAG = "00ab" * 5
NOW = 1_760_000_000_000
AOF = ("--appendonly", "yes")


def message(version: int = 0, **changes: int) -> Commit:
    row = Row(f"r{version}", TAG, Lane.REPLY, b"body")
    return Commit(TAG, f"u{version}", NOW, version, session=b"s", rows=(row,), owner="p", lease_ms=60_000)


async def test_a_server_without_a_file_is_refused(short_folder: Path) -> None:
    """A Redis that forgets at a restart would lose messages we have acknowledged."""
    with foreign_server(short_folder) as server, pytest.raises(StoreUnsafe, match="appendonly yes"):
        await connect(server.url)


async def test_an_evicting_server_is_refused(short_folder: Path) -> None:
    """A Redis that throws keys away under pressure would lose sessions and seen marks."""
    options = (*AOF, "--maxmemory-policy", "allkeys-lru")
    with foreign_server(short_folder, *options) as server, pytest.raises(StoreUnsafe, match="noeviction"):
        await connect(server.url)


async def test_a_safe_server_is_accepted(short_folder: Path) -> None:
    """The same server with a file and without eviction works, so the refusals had the right reason."""
    with foreign_server(short_folder, *AOF) as server:
        store = await connect(server.url)

        done = await commit(store.chats(TAG), message())
        await store.close()

    assert done.outcome is Outcome.DONE


@pytest.mark.parametrize(
    ("info", "words"),
    [({"role": "slave"}, "hanya salinan"), ({"redis_version": "6.0.16"}, "terlalu lama")],
)
def test_replicas_and_old_servers_are_refused(info: dict[str, str], words: str) -> None:
    """A replica takes no writes, and before 6.2 commands we use are missing."""
    safe = {"role": "master", "redis_version": "7.0.15", "aof_enabled": 1, "maxmemory_policy": "noeviction"}
    check_safe(safe)

    with pytest.raises(StoreUnsafe, match=words):
        check_safe({**safe, **info})


async def test_nobody_there_is_unreachable(short_folder: Path) -> None:
    """A wrong address is one clear error of ours."""
    with pytest.raises(StoreUnreachable, match="tidak menjawab"):
        await connect(f"unix://{short_folder}/nobody")


async def test_a_full_server_writes_nothing(short_folder: Path) -> None:
    """Out of memory is found before the first write of a commit, and named."""
    with foreign_server(short_folder, *AOF) as server:
        store = await connect(server.url)
        area = store.chats(TAG)
        await commit(area, message())
        await area.call("CONFIG", "SET", "maxmemory", "1")

        with pytest.raises(StoreUnsafe, match="menolak ditulisi"):
            await commit(area, message(1))

        await area.call("CONFIG", "SET", "maxmemory", "0")
        assert (await load(area, TAG)).version == 1
        assert (await commit(area, message(1))).outcome is Outcome.DONE
        await store.close()


async def test_shards_are_fixed_at_the_first_start(store_server: StoreServer, store: Store) -> None:
    """Another number in a later configuration would look for people where they are not."""
    prefix = store.cases.keys.prefix

    again = await connect(store_server.url, prefix=prefix, shards=64)

    assert len(again.chat_areas) == len(store.chat_areas) == 1
    assert again.areas[-1] == again.cases
    await again.ping()
    await again.close()


async def test_what_is_kept_first_stays(store: Store) -> None:
    """Two processes that start at once agree on the first one's lookup key."""
    assert await keep_first(store.cases, "lookup_key", b"first") == b"first"

    assert await keep_first(store.cases, "lookup_key", b"second") == b"first"


async def test_a_newer_format_is_left_alone(store_server: StoreServer, store: Store) -> None:
    """An older version of the program must not write into a store it does not understand."""
    await store.cases.call("HSET", store.cases.keys.meta, "format", "99")

    with pytest.raises(StoreUnsafe, match="versi Langkah Aman yang lebih baru"):
        await connect(store_server.url, prefix=store.cases.keys.prefix)


async def test_a_commit_is_done_only_when_a_replica_has_it(short_folder: Path) -> None:
    """With a replica, WAIT stands between the write and the acknowledgement; also when it is repeated."""
    fast = ("--repl-diskless-sync-delay", "0", *AOF)
    with (
        foreign_server(short_folder / "a", *fast) as primary,
        foreign_server(short_folder / "b", *AOF, "--replicaof", "127.0.0.1", str(primary.port)) as replica,
    ):
        until_answer(replica.port, b"INFO\r\n", b"master_link_status:up")
        until_answer(primary.port, b"INFO\r\n", b"state=online")
        store = await connect(primary.url)
        area = store.chats(TAG)
        assert (await commit(area, message())).outcome is Outcome.DONE

        replica.process.send_signal(signal.SIGSTOP)
        for _ in range(2):
            with pytest.raises(StoreUnsafe, match="baru 0 dari 1"):
                await commit(area, message(1))
        replica.process.send_signal(signal.SIGCONT)

        assert (await commit(area, message(1))).outcome is Outcome.SEEN
        with pytest.raises(StoreUnsafe, match="hanya salinan"):
            await connect(replica.url)
        async with every_node(store.wire) as nodes:
            assert len(nodes) == 2
        await store.close()


async def test_the_same_code_runs_on_a_cluster(short_folder: Path) -> None:
    """No script touches two slots: commit, outbox, timers, erasing and cases all work in cluster mode."""
    with foreign_server(short_folder, *AOF, "--cluster-enabled", "yes") as server:
        await _make_cluster(server.port)
        store = await connect(server.url)
        area = store.chats(TAG)
        assert len(store.chat_areas) == 64

        done = await commit(area, message())
        leased = await outbox.resume(area, TAG, "p", 60_000, NOW)
        follow = Row("f", f"{TAG}.cases", Lane.REPLY, b"x")
        settled = await outbox.settle(area, TAG, "p", "r0", NOW, lease_ms=60_000, follow=follow)
        erased = await erase_person(area, TAG)
        await rewrite(store)

        assert done.outcome is Outcome.DONE
        assert leased is not None
        assert settled.follow_leased
        assert erased.rows == 1
        assert (await load(area, TAG)).version == 0
        await store.close()


async def _make_cluster(port: int) -> None:
    async with Redis(port=port, protocol=2) as client:
        await client.execute_command("CLUSTER", "ADDSLOTSRANGE", 0, 16383)
    until_answer(port, b"CLUSTER INFO\r\n", b"cluster_state:ok")


async def test_a_call_that_meets_the_close_leaves_no_connection(store_server: StoreServer) -> None:
    """It opens a connection that `close` could not see yet; the call itself ends it when it comes back."""
    store = await connect(store_server.url)
    calls = [asyncio.create_task(store.ping()) for _ in range(8)]
    for _ in range(10):
        await asyncio.sleep(0)

    await store.close()
    await asyncio.gather(*calls, return_exceptions=True)

    del store, calls
    gc.collect()  # a connection left open warns when it goes, and warnings are errors
