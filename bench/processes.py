"""
Start each bot in a process of its own, ask the kernel what it has spent, and end it again.

Rivals get a Valkey of their own with the usual setting (append-only file, fsync once a second): less work
than ours, so it favours them. Start at `our_bot` and `rival`.
"""

from __future__ import annotations

import asyncio
import json
import os
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from bench.our_bot import Order
from bot.store.server_files import find_binary

ROOT = Path(__file__).resolve().parent.parent
RIVAL_PYTHON = ROOT / "build" / "bench-venv" / "bin" / "python"
SECRET = "bench-secret-0123456789"  # noqa: S105  # of a bot that exists on loopback only
START_S = 60.0
_TICKS_PER_S = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Bot:
    """A bot that runs. `process` speaks only when it is ours."""

    name: str
    port: int
    pid: int
    store_pid: int
    process: asyncio.subprocess.Process

    def spent_s(self) -> tuple[float, float]:
        """CPU seconds of the bot and of its store so far."""
        return _spent_s(self.pid), _spent_s(self.store_pid)


@asynccontextmanager
async def our_bot(api: str, token: str, folder: Path, content: Path, *, limited: bool) -> AsyncIterator[Bot]:
    """Our bot, until the block ends."""
    order = Order(api, token, free_port(), SECRET, str(folder / "data"), str(content), limited)
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bench.our_bot", json.dumps(asdict(order))),
        cwd=ROOT,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    try:
        said = await _first_json_line(process)
        yield Bot("langkah-aman", order.port, said["pid"], said["store"], process)
    finally:
        await _end(process)


@asynccontextmanager
async def rival(name: str, module: str, api: str, token: str, folder: Path) -> AsyncIterator[Bot]:
    """A stock bot with a store of its own, until the block ends."""
    await asyncio.to_thread(folder.mkdir, parents=True)
    path, port = folder / "s", free_port()
    settings = ("--port", "0", "--unixsocket", str(path), "--dir", str(folder), "--save", "")
    durable = ("--appendonly", "yes", "--appendfsync", "everysec")
    quiet = asyncio.subprocess.DEVNULL
    store = await asyncio.create_subprocess_exec(str(find_binary()), *settings, *durable, stdout=quiet)
    try:
        process = await asyncio.create_subprocess_exec(
            *(str(RIVAL_PYTHON), "-m", module, api, token, str(port), SECRET, str(path)),
            cwd=ROOT,
            stdout=quiet,
        )
        try:
            await _listens(port, process)
            yield Bot(name, port, process.pid, store.pid, process)
        finally:
            await _end(process)
    finally:
        await _end(store)


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


async def _first_json_line(process: asyncio.subprocess.Process) -> dict[str, int]:
    assert process.stdout is not None  # noqa: S101  # asked for above
    async with asyncio.timeout(START_S):
        while line := await process.stdout.readline():
            if line.startswith(b"{"):
                said: dict[str, int] = json.loads(line)
                return said
    raise RuntimeError("our bot ended before it was ready")


async def _listens(port: int, process: asyncio.subprocess.Process) -> None:
    async with asyncio.timeout(START_S):
        while process.returncode is None:
            try:
                _, writer = await asyncio.open_connection("127.0.0.1", port)
            except OSError:
                await asyncio.sleep(0.05)
                continue
            writer.close()
            return
    raise RuntimeError("a rival ended before it was ready")


async def _end(process: asyncio.subprocess.Process) -> None:
    if process.returncode is None:
        if process.stdin is not None:
            process.stdin.close()  # ours leaves by itself and stops its store
        else:
            process.terminate()
        try:
            async with asyncio.timeout(15):
                await process.wait()
        except TimeoutError:
            process.kill()
            await process.wait()


def _spent_s(pid: int) -> float:
    """User and system time of a process and its threads."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS_PER_S
