"""
One quiet connection to the embedded server: it tells us the moment the server dies.

It speaks just enough of Redis's protocol by hand, because a pool would hide the end of a connection.
Start at `open_watch`.
"""

from __future__ import annotations

import asyncio
import contextlib
from pathlib import Path
from typing import Final

_ANSWER_TIMEOUT_S: Final = 5.0
_NAME: Final = "langkah-aman-watch"


class Watch:
    """A connection that is held while we use the server. `pid` is the server's process id."""

    def __init__(
        self, socket: Path, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, pid: int
    ) -> None:
        self.socket = socket
        self.pid = pid
        self._reader = reader
        self._writer = writer

    async def ended(self) -> None:
        """Return when the server has closed the connection, that is, when it died or was stopped."""
        with contextlib.suppress(OSError):
            while await self._reader.read(4096):
                pass

    async def shut_down_if_alone(self) -> bool:
        """Stop the server unless another client is connected. Returns whether it goes down."""
        try:
            clients = await _ask(self._reader, self._writer, "CLIENT", "LIST")
            if clients is None or len(clients.strip().splitlines()) > 1:
                return False
            # It answers with the end of the connection; the append-only file is flushed first.
            return await _ask(self._reader, self._writer, "SHUTDOWN") is None
        except OSError:
            return False

    async def close(self) -> None:
        """Close our side."""
        self._writer.close()
        with contextlib.suppress(OSError):
            await self._writer.wait_closed()


async def open_watch(socket: Path) -> Watch | None:
    """Connect and see whether the server is ready; None while it is not there or still loading."""
    try:
        reader, writer = await asyncio.open_unix_connection(str(socket))
    except OSError:
        return None
    try:
        info = await _ask(reader, writer, "INFO", "server")
        ready = await _ask(reader, writer, "EXISTS", "x")  # -LOADING until the file has been read
        named = await _ask(reader, writer, "CLIENT", "SETNAME", _NAME)
        if info and ready is not None and named is not None:
            pid = next(line.partition(":")[2] for line in info.splitlines() if line.startswith("process_id:"))
            return Watch(socket, reader, writer, int(pid))
    except (OSError, TimeoutError):
        pass
    writer.close()
    return None


async def _ask(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, *command: str) -> str | None:
    """One command, its answer as text; None for an error reply or the end of the connection."""
    parts = [f"${len(word.encode())}\r\n{word}\r\n" for word in command]
    writer.write(f"*{len(parts)}\r\n{''.join(parts)}".encode())
    async with asyncio.timeout(_ANSWER_TIMEOUT_S):
        await writer.drain()
        try:
            head = (await reader.readuntil(b"\r\n")).decode()
            if head.startswith("$"):
                return (await reader.readexactly(int(head[1:]) + 2)).decode()
        except asyncio.IncompleteReadError:
            return None
    return None if head.startswith("-") else head[1:]
