"""Start bots, learn of their deaths, end them: the parent's side of `bot_process.py`."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import asdict
from pathlib import Path

from tests.crash.bot_process import Order, Setting
from tests.house_fixtures import ROOT


class Nursery:
    """A warm process that forks one bot at a time."""

    def __init__(self, process: asyncio.subprocess.Process, log: Path) -> None:
        self._process = process
        self._log = log
        self.alive = 0  # process id of the bot that lives now, 0 for none

    async def bear(self, order: Order) -> int:
        """Start a bot. Returns: its process id."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{json.dumps(asdict(order))}\n".encode())
        self.alive = (await self.told())["born"]
        return self.alive

    async def death(self) -> int:
        """Wait for the bot's death. Returns: its exit status, -9 when it was killed."""
        status = (await self.told())["status"]
        self.alive = 0
        return status

    def kill(self) -> None:
        """End the bot that lives now, from outside; `death` tells when it is gone."""
        os.kill(self.alive, signal.SIGKILL)

    async def told(self) -> dict[str, int]:
        assert self._process.stdout is not None
        line = await self._process.stdout.readline()
        assert line, f"the bot's process is gone; its last words:\n{self.last_words()}"
        found: dict[str, int] = json.loads(line)
        return found

    def last_words(self, lines: int = 15) -> str:
        return "\n".join(self._log.read_text("utf-8", "replace").splitlines()[-lines:])


@asynccontextmanager
async def nursery(setting: Setting, log: Path) -> AsyncIterator[Nursery]:
    """A nursery that is warm. At the end it is killed with its bot: both are alone in their process group."""
    with log.open("ab") as errors:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "tests.crash.bot_process",
            setting.written(),
            cwd=ROOT,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=errors,
            start_new_session=True,
        )
    bots = Nursery(process, log)
    try:
        await bots.told()
        yield bots
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        await process.communicate()
