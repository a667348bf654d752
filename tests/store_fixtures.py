"""
A real embedded server for the whole run, and a store whose keys nobody else uses.

`tests/conftest.py` loads this file as a plugin. Socket paths are short, so the server's folder lies under
/tmp and not under pytest's long folder names.
"""

from __future__ import annotations

import asyncio
import fcntl
import itertools
import os
import shutil
import signal
import tempfile
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from redis.asyncio import Redis

from bot.store.connection import Store, connect
from bot.store.embedded import open_embedded
from bot.store.server_files import ServerFiles
from bot.store.server_watch import open_watch

_numbers = itertools.count(1)


@dataclass(frozen=True, slots=True)
class StoreServer:
    """The server of this test run."""

    url: str
    folder: Path
    pid: int


@pytest.fixture
def short_folder() -> Iterator[Path]:
    """An empty folder with a path short enough for a socket, removed afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="la-", dir="/tmp"))
    yield folder
    for lock in folder.rglob("server.lock"):
        asyncio.run(_stop_server(lock.parent))
    shutil.rmtree(folder)


@pytest.fixture(scope="session")
def store_server() -> Iterator[StoreServer]:
    """The real server binary, started once; gone at the end of the run."""
    folder = Path(tempfile.mkdtemp(prefix="la-", dir="/tmp"))

    async def start() -> StoreServer:
        server = await open_embedded(folder)
        started = StoreServer(server.url, folder, server.pid)
        await server.leave(stop=False)
        return started

    yield asyncio.run(start())
    asyncio.run(_stop_server(folder))
    shutil.rmtree(folder)


@pytest.fixture
async def store(store_server: StoreServer) -> AsyncIterator[Store]:
    """A store under a key prefix of this test alone; its keys, and only its keys, are deleted afterwards."""
    prefix = f"t{next(_numbers)}:"
    opened = await connect(store_server.url, prefix=prefix)
    yield opened
    await opened.close()
    async with Redis.from_url(store_server.url, protocol=2) as client:
        keys = [key async for key in client.scan_iter(match=f"{prefix}*", count=1000)]
        if keys:
            await client.delete(*keys)


async def _stop_server(folder: Path) -> None:
    """End the server of a folder if one runs, so that a failing test leaves none behind."""
    socket = ServerFiles(folder).find_socket()
    watch = await open_watch(socket) if socket else None
    if watch is not None:
        os.kill(watch.pid, signal.SIGTERM)
        await watch.ended()
        await watch.close()
    with (folder / "server.lock").open() as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # a server holds it to its end, also one that dies of a damaged file
