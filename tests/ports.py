"""
Ports that nobody listens on, for programs that want to be told theirs.

A port that is merely found may be somebody else's a moment later. These stay bound until the tests end, so no
other program is given one; whoever is told the number may still listen there, as servers do (SO_REUSEADDR).
"""

from __future__ import annotations

import socket

_HELD: list[socket.socket] = []


def free_port(*, beside: int = 0) -> int:
    """A loopback port of our own. Args: beside: so much further up there is one of our own as well."""
    while True:
        held = _hold(0)
        assert held is not None
        port = int(held.getsockname()[1])
        other = _hold(port + beside) if beside else held
        if other is not None:
            _HELD.extend((held, other))
            return port
        held.close()


def _hold(port: int) -> socket.socket | None:
    found = socket.socket()
    try:
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        found.bind(("127.0.0.1", port))
    except (OSError, OverflowError):
        found.close()
        return None
    return found
