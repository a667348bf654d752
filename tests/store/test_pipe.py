"""One connection for everybody: each gets their own answer, whatever happens to the others."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import pytest
from redis import exceptions as wrong
from redis.asyncio import Connection

from bot.store.pipe import Pipe
from tests.ports import free_port
from tests.store.servers import foreign_server

PATIENT_S = 60.0  # a machine that is busy with other things has not gone silent


@asynccontextmanager
async def pipe_to(port: int, *, silent_s: float = PATIENT_S) -> AsyncIterator[Pipe]:
    pipe = Pipe(
        lambda: Connection(host="127.0.0.1", port=port, protocol=2, socket_timeout=None), silent_s=silent_s
    )
    yield pipe
    await pipe.close()


async def test_a_thousand_at_once_each_get_their_own_answer(short_folder: Path) -> None:
    """Answers come in the order of the questions and go to who asked."""
    with foreign_server(short_folder) as server:
        async with pipe_to(server.port) as pipe:
            answers = await asyncio.gather(*(pipe.send("ECHO", number) for number in range(1000)))

    assert answers == [b"%d" % number for number in range(1000)]


async def test_a_refusal_goes_to_who_asked(short_folder: Path) -> None:
    """A command that fails leaves those beside it alone."""
    with foreign_server(short_folder) as server:
        async with pipe_to(server.port) as pipe:
            before, refused, after = await asyncio.gather(
                pipe.send("ECHO", "a"), pipe.send("NOSUCH"), pipe.send("ECHO", "b"), return_exceptions=True
            )

    assert (before, after) == (b"a", b"b")
    assert isinstance(refused, wrong.ResponseError)


async def test_who_stops_waiting_shifts_nobodys_answer(short_folder: Path) -> None:
    """A cancelled question still gets its answer, and it is thrown away."""
    with foreign_server(short_folder) as server:
        async with pipe_to(server.port) as pipe:
            await pipe.send("PING")
            asked = [asyncio.create_task(pipe.send("ECHO", number)) for number in range(10)]
            await asyncio.sleep(0)
            asked[3].cancel()
            answers = await asyncio.gather(*asked, return_exceptions=True)

    assert isinstance(answers.pop(3), asyncio.CancelledError)
    assert answers == [b"%d" % number for number in range(10) if number != 3]


async def test_a_broken_connection_is_opened_again(short_folder: Path) -> None:
    """Whoever waits at that moment does not notice."""
    with foreign_server(short_folder) as server:
        async with pipe_to(server.port) as pipe:
            assert await pipe.send("ECHO", "a") == b"a"

            killed, answer = await asyncio.gather(
                pipe.send("CLIENT", "KILL", "SKIPME", "no"), pipe.send("ECHO", "b"), return_exceptions=True
            )

            assert answer == b"b"
            assert killed is not None


async def test_a_silent_server_is_not_waited_for(short_folder: Path) -> None:
    """A server that hangs fails those who wait, and serves again when it comes back."""
    with foreign_server(short_folder) as server:
        async with pipe_to(server.port, silent_s=0.1) as pipe:
            await answered(pipe, "a")
            server.process.send_signal(signal.SIGSTOP)

            with pytest.raises((wrong.RedisError, OSError)):
                await pipe.send("ECHO", "b")

            server.process.send_signal(signal.SIGCONT)
            assert await answered(pipe, "c") == b"c"


async def answered(pipe: Pipe, word: str) -> object:
    """Ask until there is an answer: a busy machine too may take longer than this pipe waits."""
    while True:
        with suppress(wrong.RedisError, OSError):
            return await pipe.send("ECHO", word)


async def test_nobody_there_is_an_error() -> None:
    """A server that is not there is given up after about a second."""
    async with pipe_to(free_port()) as pipe:
        with pytest.raises(wrong.ConnectionError):
            await pipe.send("PING")
