"""
Real servers as somebody else would run them: with or without a file, with replicas, as a Cluster.

They listen on free loopback ports and are killed, by process id, when their context ends.
"""

from __future__ import annotations

import contextlib
import socket
import subprocess
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.store.server_files import find_binary
from tests.ports import free_port

BUS = 10_000  # the port of a Cluster's bus is so much higher
READY = b"Ready to accept connections"


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
    """Start a server in its own folder and wait until it says that it is ready."""
    folder.mkdir(parents=True, exist_ok=True)
    port = free_port(beside=BUS)
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
    command = (str(find_binary()), *base, *options)
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as process:
        said = process.stdout
        assert said is not None
        rest = threading.Thread(target=said.read)  # so that what it says later never keeps it waiting
        try:
            assert any(READY in line for line in said), "the server ended before it was ready"
            rest.start()
            yield Foreign(port, process)
        finally:
            process.kill()
            if rest.is_alive():
                rest.join()


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
