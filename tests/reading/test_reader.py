"""The reader never makes anybody wait for a worker that hangs, dies, or has too much to do."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from bot.reading import reader as room
from bot.reading.read import Line, Read, Reason, Unread
from bot.reading.reader import Reader, find_reader

FAKE = (sys.executable, "-I", "-S", str(Path(__file__).with_name("fake_worker.py")))
JPEG = b"\xff\xd8\xff"

Make = Callable[..., Reader]


@pytest.fixture
async def make() -> AsyncIterator[Make]:
    """Readers on the fake worker, closed afterwards."""
    made: list[Reader] = []

    def one(**settings: object) -> Reader:
        made.append(Reader(**{"command": FAKE, **settings}))
        return made[-1]

    yield one
    for reader in made:
        await reader.close()


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


async def until_read(reader: Reader, words: bytes) -> None:
    """A busy machine may be too slow, too, for one that waits so little: then it is asked again."""
    while (found := await reader.read(JPEG + words)) == Unread(Reason.TOO_SLOW):
        pass
    assert isinstance(found, Read)


async def test_words_are_read_respaced_and_joined(make: Make) -> None:
    """What the worker saw comes back with its spaces, broken numbers whole, and how long it took."""
    reader = make(respaced=str.upper)

    read = await reader.read(JPEG + b"gaji besar")

    assert isinstance(read, Read)
    assert read.lines == (Line("GAJI BESAR", 0.9), Line("0812-3456-7890", 0.8))
    assert read.text == "GAJI BESAR\n0812-3456-7890"
    assert read.took_ms >= 0
    assert read.cut
    assert "GAJI" not in repr(read)


async def test_no_process_before_the_first_picture(make: Make) -> None:
    """Who never gets a picture never pays for a worker; bytes that are no picture do not start one."""
    reader = make()

    refused = await reader.read(b"GIF89a")

    assert refused == Unread(Reason.OTHER_KIND)
    assert reader.worker_pid is None


async def test_a_worker_that_hangs_is_ended_and_replaced(make: Make) -> None:
    """A picture that takes too long is given up, its worker is gone, and the next picture is read."""
    reader = make(picture_s=0.05)
    await until_read(reader, b"first")
    first = reader.worker_pid

    hung = await reader.read(JPEG + b"hang")

    assert hung == Unread(Reason.TOO_SLOW)
    assert first is not None
    assert not is_alive(first)
    await until_read(reader, b"next")


@pytest.mark.parametrize("wish", [b"die", b"garble", b"flood"])
async def test_a_worker_that_breaks_down_is_replaced(make: Make, wish: bytes) -> None:
    """Death and nonsense in the middle of a picture cost that picture only."""
    reader = make()

    broken = await reader.read(JPEG + wish)
    after = await reader.read(JPEG + b"next")

    assert broken == Unread(Reason.BROKE_DOWN)
    assert isinstance(after, Read)


@pytest.mark.parametrize("seen_dead", [True, False])
async def test_a_worker_that_died_in_its_sleep_costs_no_picture(make: Make, seen_dead: bool) -> None:
    """Killed while it had nothing to do, noticed or not: the next picture is read by a new one."""
    reader = make()
    await reader.read(JPEG + b"first")
    first = reader.worker_pid
    assert first is not None

    os.kill(first, signal.SIGKILL)
    if seen_dead:
        await reader._child._process.wait()
    read = await reader.read(JPEG + b"next")

    assert isinstance(read, Read)
    assert reader.worker_pid != first


async def test_a_worker_that_takes_nothing_is_not_asked_for_ever(make: Make) -> None:
    """One that ends whenever it should take a picture is tried twice."""
    assert await make().read(JPEG + b"deaf") == Unread(Reason.BROKE_DOWN)


@pytest.mark.parametrize("command", [(*FAKE, "mute"), ("/nowhere/at/all",)])
async def test_a_worker_that_cannot_start_is_said_so(make: Make, command: tuple[str, ...]) -> None:
    """Without its libraries the worker ends at once; that is an answer, not a crash."""
    reader = make(command=command)

    found = await reader.read(JPEG)

    assert found == Unread(Reason.BROKE_DOWN)


async def test_what_the_worker_refuses_is_passed_on(make: Make) -> None:
    """A broken picture is the picture's fault, and the worker lives on."""
    reader = make()

    found = await reader.read(JPEG + b"refuse")

    assert found == Unread(Reason.BROKEN)
    assert reader.worker_pid is not None


async def test_too_many_pictures_are_refused_at_once(make: Make) -> None:
    """One is read, some wait, one more hears "busy" at once; cancelled askers leave nothing behind."""
    reader = make(max_waiting=1)
    reading = asyncio.create_task(reader.read(JPEG + b"hang"))
    waiting = asyncio.create_task(reader.read(JPEG + b"second"))
    await asyncio.sleep(0)  # both have come in

    refused = await reader.read(JPEG + b"third")
    reading.cancel()
    second = await waiting

    assert refused == Unread(Reason.BUSY)
    assert isinstance(second, Read)
    assert isinstance(await reader.read(JPEG + b"fourth"), Read)


async def test_the_worker_knows_no_secret(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """Strangers' pictures are opened where neither token nor key can be found."""
    monkeypatch.setenv("LANGKAH_AMAN_TOKEN", "canary")

    read = await make().read(JPEG + b"environment")

    assert isinstance(read, Read)
    assert "PATH" in read.text
    assert "LANGKAH" not in read.text


async def test_a_worker_without_work_is_let_go(make: Make) -> None:
    """After a while without pictures its memory is given back; the next picture starts a new one."""
    reader = make(rest_after_s=0.0)
    await reader.read(JPEG + b"one")
    pid = reader.worker_pid
    assert reader._rest is not None

    await reader._rest
    resting = reader.worker_pid
    again = await reader.read(JPEG + b"two")

    assert resting is None
    assert pid is not None
    assert not is_alive(pid)
    assert isinstance(again, Read)


async def test_closing_ends_the_worker(make: Make) -> None:
    """No process stays behind."""
    reader = make()
    await reader.read(JPEG)
    pid = reader.worker_pid

    await reader.close()

    assert pid is not None
    assert not is_alive(pid)


async def test_closing_lets_nobody_wait(make: Make) -> None:
    """Whoever is being read or waits when the bot stops hears so at once."""
    reader = make()
    await reader.read(JPEG)
    asked = [asyncio.create_task(reader.read(JPEG + b"hang")) for _ in range(2)]
    await asyncio.sleep(0)  # both have come in

    await reader.close()

    assert await asyncio.gather(*asked) == [Unread(Reason.BROKE_DOWN)] * 2


def test_without_the_package_there_is_no_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """The bot asks for the text then; nothing else changes."""
    monkeypatch.setattr(room, "find_spec", lambda name: None)

    assert find_reader() is None
