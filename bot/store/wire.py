"""
The two ways to reach Redis: one server (with or without replicas), or a Cluster.

Everything above speaks to a `Wire` and cannot tell which it is. Here redis-py's errors become ours, a
script the server has forgotten is sent again, and when replicas must have a write, `WAIT` goes down the
same connection right behind the script. All our scripts may be sent twice without harm, so a broken
connection is retried a few times within about a second.
Start at `Wire`; `connection.py` chooses one.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Protocol

from redis import exceptions as wrong
from redis.asyncio.cluster import ClusterNode, PipelineCommand

from bot.errors import CorruptRecord, StoreError, StoreUnreachable, StoreUnsafe
from bot.store.pipe import BACKOFF, RETRIES, Pipe
from bot.store.script import Script

Argument = str | bytes | int

_REFUSES_WRITES = ("OOM", "MISCONF", "NOREPLICAS", "READONLY")
_WRONG_TYPE = ("WRONGKIND", "WRONGTYPE")
_CLUSTER_MOVES = (wrong.MovedError, wrong.AskError, wrong.TryAgainError, wrong.ClusterDownError)


class Wire(Protocol):
    """What areas need from Redis."""

    async def run(self, script: Script, keys: Sequence[str], args: Sequence[Argument]) -> Any:
        """Run a script whose keys share a slot. Raises: StoreUnreachable, StoreUnsafe, CorruptRecord."""

    async def call(self, *command: Argument) -> Any:
        """One command with at most one slot. Raises: as `run`."""

    def primaries(self) -> tuple[Any, ...]:
        """Something with `execute_command` for each server that takes writes; for operations (`nodes.py`)."""

    async def close(self) -> None:
        """Give all connections back."""


@dataclass(frozen=True, slots=True)
class Replicas:
    """How many replicas must have a write before we call it done, and for how long we wait."""

    count: int = 0
    timeout_ms: int = 1000

    def check(self, reached: Any) -> None:
        """Raises: StoreUnsafe when too few replicas answered WAIT."""
        if not isinstance(reached, int) or reached < self.count:
            raise StoreUnsafe(
                f"baru {reached} dari {self.count} salinan Redis yang menerima tulisan terakhir"
            )


class SingleWire:
    """One server, perhaps with replicas behind it. Without any, scripts share one connection (`pipe.py`)."""

    def __init__(self, client: Any, replicas: Replicas, pipe: Pipe) -> None:
        self._client = client
        self._replicas = replicas
        self._pipe = pipe
        self._closed = False

    async def run(self, script: Script, keys: Sequence[str], args: Sequence[Argument]) -> Any:
        with our_errors():
            try:
                return await self._send("EVALSHA", script.sha, len(keys), *keys, *args)
            except wrong.NoScriptError:
                return await self._send("EVAL", script.text, len(keys), *keys, *args)

    async def call(self, *command: Argument) -> Any:
        if self._closed:  # the pool would open a connection that nobody ever closes
            raise StoreUnreachable("simpanan sudah ditutup")
        try:
            with our_errors(), _stops_kept():
                return await self._client.execute_command(*command)
        finally:
            await self._leave_nothing_open()

    async def _leave_nothing_open(self) -> None:
        """A call may have opened a connection while `close` ran, which could not see it: we end it here."""
        if self._closed:
            await self._client.connection_pool.disconnect()

    async def _send(self, *command: Argument) -> Any:
        if not self._replicas.count:
            return await self._pipe.send(*command)
        pipeline = self._client.pipeline(transaction=False)
        pipeline.execute_command(*command)
        pipeline.execute_command("WAIT", self._replicas.count, self._replicas.timeout_ms)
        answer, reached = await pipeline.execute(raise_on_error=False)
        if isinstance(answer, Exception):
            raise answer
        self._replicas.check(reached)
        return answer

    def primaries(self) -> tuple[Any, ...]:
        return (self._client,)

    async def close(self) -> None:
        self._closed = True
        await self._pipe.close()
        await self._client.aclose()


class ClusterWire:
    """A Redis Cluster; every script goes to the node that owns the slot of its first key."""

    def __init__(self, client: Any, replicas: Replicas) -> None:
        self._client = client
        self._replicas = replicas

    async def run(self, script: Script, keys: Sequence[str], args: Sequence[Argument]) -> Any:
        with our_errors():
            try:
                return await self._send(keys[0], "EVALSHA", script.sha, len(keys), *keys, *args)
            except wrong.NoScriptError:
                return await self._send(keys[0], "EVAL", script.text, len(keys), *keys, *args)

    async def call(self, *command: Argument) -> Any:
        with our_errors(), _stops_kept():
            return await self._client.execute_command(*command)

    async def _send(self, key: str, *command: Argument) -> Any:
        if not self._replicas.count:
            return await self._client.execute_command(*command)
        for attempt in range(RETRIES):
            try:
                return await self._send_and_wait(self._client.get_node_from_key(key), command)
            except (*_CLUSTER_MOVES, wrong.ConnectionError, wrong.TimeoutError):
                if attempt == RETRIES - 1:
                    raise
                await asyncio.sleep(BACKOFF.compute(attempt + 1))
                await self._client.aclose()  # forget the old map of slots
                await self._client.initialize()
        raise AssertionError  # the loop returns or raises

    async def _send_and_wait(self, node: ClusterNode | None, command: tuple[Argument, ...]) -> Any:
        if node is None:
            raise wrong.ClusterDownError("no node owns this slot")
        script = PipelineCommand(0, *command)
        wait = PipelineCommand(1, "WAIT", self._replicas.count, self._replicas.timeout_ms)
        await node.execute_pipeline([script, wait])
        if isinstance(script.result, Exception):
            raise script.result
        self._replicas.check(wait.result)
        return script.result

    def primaries(self) -> tuple[Any, ...]:
        return tuple(self._client.get_primaries())

    async def close(self) -> None:
        await self._client.aclose()


@contextmanager
def _stops_kept() -> Iterator[None]:
    """redis-py swallows a cancellation now and then (8.1.0, a new connection); nobody stops a task twice."""
    task = asyncio.current_task()
    before = task.cancelling() if task is not None else 0
    yield
    if task is not None and task.cancelling() > before:
        raise asyncio.CancelledError


@contextmanager
def our_errors() -> Iterator[None]:
    """Turn redis-py's errors into the store's own; their texts name no key and no value of a person."""
    try:
        yield
    except (wrong.ConnectionError, wrong.TimeoutError, wrong.ClusterError, OSError) as error:
        raise StoreUnreachable(f"simpanan tidak menjawab ({type(error).__name__})") from error
    except (wrong.ReadOnlyError, wrong.OutOfMemoryError) as error:
        raise StoreUnsafe(f"simpanan menolak ditulisi ({error})") from error
    except wrong.ResponseError as error:
        text = str(error)
        if text.startswith(_REFUSES_WRITES):
            raise StoreUnsafe(f"simpanan menolak ditulisi ({text})") from error
        if text.startswith(_WRONG_TYPE):
            raise CorruptRecord(text.partition(" ")[2]) from error
        raise StoreError(f"simpanan menolak sebuah perintah ({text})") from error
