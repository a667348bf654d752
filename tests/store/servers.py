"""
Real servers as somebody else would run them: with or without a file, with replicas, as a Cluster.

They listen on free loopback ports and are killed, by process id, when their context ends.
"""

from __future__ import annotations

import contextlib
import socket
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.store.server_files import find_binary


@dataclass(frozen=True, slots=True)
class Foreign:
    """A server on a loopback port."""

    port: int
    process: subprocess.Popen[bytes]

    @property
    def url(self) -> str:
        return f"redis://127.0.0.1:{self.port}/0"


@contextlib.contextmanager
def foreign_server(folder: Path, *options: str) -> Iterator[Foreign]:
    """Start a server in its own folder and wait until it answers PING."""
    folder.mkdir(parents=True, exist_ok=True)
    port = _free_port()
    base = (
        "--port",
        str(port),
        "--bind",
        "127.0.0.1",
        "--dir",
        str(folder),
        "--save",
        "",
        "--protected-mode",
        "no",
    )
    process = subprocess.Popen(
        (str(find_binary()), *base, *options), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        while _answer(port, b"PING\r\n") != b"+PONG\r\n":
            assert process.poll() is None, "the server ended before it answered"
        yield Foreign(port, process)
    finally:
        process.kill()
        process.wait()


def until_answer(port: int, command: bytes, word: bytes) -> None:
    """Ask until the answer contains a word; the test's own timeout ends it."""
    while word not in _answer(port, command, 65536):
        pass


def _answer(port: int, command: bytes, size: int = 64) -> bytes:
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=5) as connection:
            connection.sendall(command)
            return connection.recv(size)
    except OSError:
        return b""


def _free_port() -> int:
    """A free port whose Cluster bus port (10000 higher) exists as well."""
    while True:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = int(probe.getsockname()[1])
        if port < 55000:
            return port
