"""
Just enough HTTP/1.1 to be out of the way: a server and a client in one event loop, without frameworks.

The strict simulator spends more on a call than our bot does, and with two cores it would be the thing
measured. Here one call costs some 40 µs. Keep-alive and Content-Length only: what the three bots speak.
Start at `serve` and `Connection`.
"""

from __future__ import annotations

import asyncio
import re
from abc import ABC, abstractmethod
from collections.abc import Callable

Answer = Callable[[str, bytes, bytes], bytes]
"""path, content type, body -> JSON body of the answer"""

_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_TYPE = re.compile(rb"\r\ncontent-type: *([^\r]*)", re.IGNORECASE)


class _Stream(asyncio.Protocol, ABC):
    """Cuts what arrives into messages: head, body."""

    def __init__(self) -> None:
        self._held = b""
        self.transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)  # noqa: S101  # TCP gives no other
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        self._held += data
        while (end := self._held.find(b"\r\n\r\n")) >= 0:
            head = self._held[:end]
            length = _LENGTH.search(head)
            whole = end + 4 + (int(length[1]) if length else 0)
            if len(self._held) < whole:
                return
            body, self._held = self._held[end + 4 : whole], self._held[whole:]
            self.take(head, body)

    @abstractmethod
    def take(self, head: bytes, body: bytes) -> None:
        """One whole message."""


class _Server(_Stream):
    def __init__(self, answer: Answer) -> None:
        super().__init__()
        self._answer = answer

    def take(self, head: bytes, body: bytes) -> None:
        path = head.split(b" ", 2)[1].decode()
        kind = _TYPE.search(head)
        answer = self._answer(path, kind[1] if kind else b"", body)
        if self.transport is not None and not self.transport.is_closing():
            self.transport.write(
                b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                % (len(answer), answer)
            )


async def serve(answer: Answer) -> tuple[asyncio.Server, int]:
    """Listen on 127.0.0.1. Returns: the server and its port."""
    server = await asyncio.get_running_loop().create_server(lambda: _Server(answer), "127.0.0.1", 0)
    return server, int(server.sockets[0].getsockname()[1])


class Connection(_Stream):
    """One connection to a webhook; one request at a time."""

    def __init__(self, port: int, path: str, secret: str) -> None:
        super().__init__()
        self._port = port
        self._head = (
            f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\n"
            f"X-Telegram-Bot-Api-Secret-Token: {secret}\r\nContent-Length: "
        ).encode()
        self._waiting: asyncio.Future[int] | None = None

    async def open(self) -> None:
        """Raises: OSError while nobody listens."""
        await asyncio.get_running_loop().create_connection(lambda: self, "127.0.0.1", self._port)

    def close(self) -> None:
        if self.transport is not None:
            self.transport.close()

    async def post(self, body: bytes) -> int:
        """Deliver one update. Returns: the status, 0 when the connection broke."""
        assert self.transport is not None  # noqa: S101  # opened before
        self._waiting = asyncio.get_running_loop().create_future()
        self.transport.write(self._head + b"%d\r\n\r\n" % len(body) + body)
        return await self._waiting

    def take(self, head: bytes, body: bytes) -> None:  # noqa: ARG002  # a webhook's answer has no body we use
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_result(int(head.split(b" ", 2)[1]))

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002  # asyncio's signature
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_result(0)
