"""
A lock between the processes of one machine that the kernel lets go of the moment its holder dies.

A lease in the store must run out first, and whoever restarts after a crash would wait for it. Where all
processes share a data folder (the embedded store), a locked file is both stricter and quicker.
Start at `MachineLock.hold`.
"""

from __future__ import annotations

import fcntl
import os
from pathlib import Path

from bot.errors import StoreUnreachable, reason_of


class MachineLock:
    """One name that one process has at a time; forgotten only with the process or by `let_go`."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None

    def hold(self) -> bool:
        """Take it, or see that it is ours already; False while another has it. Raises: StoreUnreachable."""
        if self._descriptor is not None:
            return True
        self._descriptor = take_lock(self._path)
        return self._descriptor is not None

    def let_go(self) -> None:
        """Let the next one have it; nothing happens if it was not ours."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def take_lock(path: Path) -> int | None:
    """A descriptor that holds the lock of a file, or None while another has it. Raises: StoreUnreachable."""
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise StoreUnreachable(f"{path} tidak bisa dipakai: {reason_of(error)}") from None
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(descriptor)
        return None
    return descriptor
