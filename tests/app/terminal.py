"""A command at a real terminal: a pty of its own, keys typed one answer at a time, Ctrl-C as a key."""

from __future__ import annotations

import asyncio
import contextlib
import fcntl
import os
import pty
import signal
import sys
import termios
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot.simulator.server import Simulator

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_S = 100.0  # the first start on new content learns it; a test may take 120
ASLEEP_S = 0.1  # without a tick of the processor
CTRL_C = "\x03"


def at(folder: Path, sim: Simulator) -> dict[str, str]:
    """The environment of somebody whose home is `folder` and whose Telegram is the simulator."""
    learnt = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")  # learning again takes long
    return {"LANGKAH_AMAN_API_URL": sim.url, "HOME": str(folder), "XDG_CACHE_HOME": learnt}


class Terminal:
    """What is on the screen so far, and somebody who types when a question stands there."""

    def __init__(self, process: asyncio.subprocess.Process, descriptor: int) -> None:
        self.process = process
        self.screen = ""
        self._descriptor = descriptor
        self._seen = 0  # how much of the screen was answered already
        self._over = False
        self._changed = asyncio.Event()
        asyncio.get_running_loop().add_reader(descriptor, self._read)

    async def sees(self, words: str) -> str:
        """Wait until `words` stand below what was answered. Returns: what stands there up to them."""
        try:
            async with asyncio.timeout(PATIENCE_S):
                while words not in self.screen[self._seen :]:
                    self._changed.clear()
                    if self._over:
                        raise AssertionError(f"ended without {words!r}:\n{self.screen}")
                    await self._changed.wait()
        except TimeoutError:
            raise AssertionError(f"{PATIENCE_S:.0f} s without {words!r}:\n{self.screen}") from None
        shown = self.screen[self._seen :]
        self._seen += shown.index(words) + len(words)
        return shown

    def press(self, keys: str) -> None:
        os.write(self._descriptor, keys.encode())

    async def answers(self, question: str, typed: str) -> None:
        """Type a line when the question stands there."""
        await self.sees(question)
        self.press(typed + "\n")

    async def waits(self) -> None:
        """
        Until the program sleeps at its question, as it does before any hand has reached the keys.

        A signal between the last letter of a question and the reading of its answer waits for a key.
        """
        async with asyncio.timeout(PATIENCE_S):
            before = ""
            while (now := self._doing()) != before or not now.startswith("S"):
                before = now
                await asyncio.sleep(ASLEEP_S)

    def _doing(self) -> str:
        """The process's state and how much of the processor it has had so far."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text("ascii").rpartition(")")[2].split()
        return " ".join((fields[0], *fields[11:13]))

    async def ends(self) -> int:
        """The exit code."""
        async with asyncio.timeout(PATIENCE_S):
            code = await self.process.wait()
        self._read()
        return code

    def _read(self) -> None:
        try:
            while data := os.read(self._descriptor, 65536):
                self.screen += data.decode(errors="replace").replace("\r\n", "\n")
        except BlockingIOError:
            pass  # that was all for now
        except OSError:  # nobody is at the other end of a pty any more
            self._over = True
            asyncio.get_running_loop().remove_reader(self._descriptor)
        self._changed.set()

    def close(self) -> None:
        asyncio.get_running_loop().remove_reader(self._descriptor)
        os.close(self._descriptor)


@asynccontextmanager
async def terminal(*words: str, folder: Path = ROOT, **environment: str) -> AsyncIterator[Terminal]:
    """`langkah-aman WORDS` at a terminal; it is ended with the block."""
    ours, theirs = pty.openpty()
    os.set_blocking(ours, False)
    clean = {name: value for name, value in os.environ.items() if not name.startswith("LANGKAH_AMAN")}
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        *words,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        cwd=folder,
        env={**clean, "PYTHONPATH": str(ROOT), **environment},
        start_new_session=True,
        preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # so that Ctrl-C is a signal, as in life
    )
    os.close(theirs)
    shown = Terminal(process, ours)
    try:
        yield shown
    finally:
        if process.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                process.send_signal(signal.SIGKILL)
            await process.wait()
        shown.close()
