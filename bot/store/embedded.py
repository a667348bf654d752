"""
The store on one small machine: a Valkey server of our own, started once and joined by everybody else.

The server inherits the lock file's descriptor, so the lock lives exactly as long as the server: lock free
means start it, lock held means wait for its socket and join. There is never a second server, however
many processes start or die at once, and a dead process leaves a server that the next one joins. If the
server dies, every process that uses it notices at once (its watching connection ends) and the first to
get the lock starts it again; nothing acknowledged is lost (`appendfsync always`).
Start at `open_embedded`.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import subprocess
from pathlib import Path
from typing import Final
from urllib.parse import quote

from bot.errors import StoreUnreachable, reason_of
from bot.store.machine_lock import take_lock
from bot.store.server_files import ServerFiles, find_binary, place_socket, prepare, write_config
from bot.store.server_watch import Watch, open_watch

MAX_STARTS: Final = 3
POLL_S: Final = 0.02
START_TIMEOUT_S: Final = 60.0  # a large append-only file takes a while to load
STOP_TIMEOUT_S: Final = 15.0
RESTART_PAUSE_S: Final = 1.0
_NO_START: Final = "server simpanan tidak mau menyala"


class EmbeddedServer:
    """A running server and our connection that watches it. Made by `open_embedded`; end with `leave`."""

    def __init__(self, files: ServerFiles, watch: Watch) -> None:
        self._files = files
        self._watch = watch
        self._supervisor = asyncio.create_task(self._supervise(), name="embedded store supervisor")
        self.restarts = 0  # how often we saw it die, for metrics

    @property
    def url(self) -> str:
        """What `connection.connect` takes."""
        return f"unix://{quote(str(self._watch.socket))}"

    @property
    def pid(self) -> int:
        """Process id of the server as last seen."""
        return self._watch.pid

    async def leave(self, *, stop: bool = True) -> bool:
        """
        Let go of the server; close the `Store` first.

        Args:
            stop: Stop it if no other client is connected. `run` does; commands that only joined do not.

        Returns: Whether it was stopped; it is gone and its lock is free when this returns.
        """
        self._supervisor.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self._supervisor
        stopped = stop and await self._watch.shut_down_if_alone()
        await self._watch.close()
        return stopped and await self._is_gone()

    async def _is_gone(self) -> bool:
        loop = asyncio.get_running_loop()
        deadline = loop.time() + STOP_TIMEOUT_S
        while loop.time() < deadline:
            if await asyncio.to_thread(_lock_is_free, self._files.lock):
                return True
            await asyncio.sleep(POLL_S)
        return False

    async def _supervise(self) -> None:
        while True:
            await self._watch.ended()
            self.restarts += 1
            await self._watch.close()
            while True:
                try:
                    self._watch = await _start_or_join(self._files, START_TIMEOUT_S)
                    break
                except StoreUnreachable:  # a full disk, say: calls fail with a clear line until it is better
                    await asyncio.sleep(RESTART_PAUSE_S)


async def open_embedded(folder: Path, *, timeout_s: float = START_TIMEOUT_S) -> EmbeddedServer:
    """
    Join the server of this data folder, or start it when none runs.

    Raises: StoreUnreachable with one clear line (no binary, folder not ours, it does not start).
    """
    files = await asyncio.to_thread(prepare, folder)
    return EmbeddedServer(files, await _start_or_join(files, timeout_s))


async def _start_or_join(files: ServerFiles, timeout_s: float) -> Watch:
    """Try lock and socket in turn until the socket answers."""
    loop = asyncio.get_running_loop()
    deadline = loop.time() + timeout_s
    starts = 0
    while loop.time() < deadline:
        if await asyncio.to_thread(_start_if_nobody_runs, files):
            starts += 1
        socket = files.find_socket()
        watch = await open_watch(socket) if socket else None
        if watch is not None:
            return watch
        if starts > MAX_STARTS:
            break
        await asyncio.sleep(POLL_S)
    raise StoreUnreachable(f"{_NO_START}: {_last_line(files.log)}")


def _start_if_nobody_runs(files: ServerFiles) -> bool:
    """Start the server if the lock is free; it keeps the lock, we let go of our copy."""
    descriptor = take_lock(files.lock)
    if descriptor is None:
        return False
    try:
        socket = place_socket(files)
        write_config(files, socket)
        command = (str(find_binary()), str(files.config))
        # An empty environment: the master key must not show in the server's /proc/<pid>/environ.
        # It turns itself into a daemon, so this returns at once and Ctrl-C in our terminal does not reach it.
        done = subprocess.run(
            command,
            pass_fds=(descriptor,),
            env={"PATH": os.defpath},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode != 0:
            said = (done.stderr or done.stdout).strip().splitlines() or ["tanpa alasan"]
            raise StoreUnreachable(f"{_NO_START}: {said[-1]}")
    except OSError as error:
        raise StoreUnreachable(f"{_NO_START}: {reason_of(error)}") from None
    finally:
        os.close(descriptor)
    return True


def _lock_is_free(path: Path) -> bool:
    descriptor = take_lock(path)
    if descriptor is None:
        return False
    os.close(descriptor)
    return True


def _last_line(log: Path) -> str:
    """The server's last word, for the error line."""
    try:
        return log.read_text("utf-8", "replace").strip().splitlines()[-1]
    except (OSError, IndexError):
        return "lognya kosong"
