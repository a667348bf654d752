"""
People who hold the six-step conversation with one bot, many at a time, in one of three shapes of traffic.

Updates of a chat are delivered one after the other, the next only after the last was answered with 200, as
Telegram does. Whether a chat went right is judged at the very end, when nothing more comes. Start at `crowd`.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from bench.conversation import BUTTONS, heard, said
from bench.telegram import Inbox
from bench.wire import Connection

Shape = Literal["normal", "burst", "twice"]
SHAPES: tuple[Shape, ...] = ("normal", "burst", "twice")
AT_ONCE = 64
TWICE_SHARE = 0.2
GIVE_UP_S = 3.0  # a chat that waits so long for a reply is given up
QUIET_S = 0.7  # nothing came for so long: nothing more will come

_updates = itertools.count(1)
_people = itertools.count(1)


@dataclass(slots=True)
class Run:
    """What came of one crowd. `waits_s`: from each delivery to its reply, in `normal` only."""

    shape: Shape
    people: int
    updates: int = 0
    seconds: float = 0.0
    right: int = 0
    refused: int = 0  # deliveries that were not answered with 200
    waits_s: list[float] = field(default_factory=list)
    wrong: dict[int, list[str]] = field(default_factory=dict)


async def crowd(inbox: Inbox, connections: list[Connection], shape: Shape, people: int) -> Run:
    """Let `people` new people talk with a bot over these connections; see `Run`."""
    run = Run(shape, people)
    chosen = [next(_people) for _ in range(people)]
    dice = random.Random(people)  # noqa: S311  # which updates come twice is no secret
    rest = iter(chosen)
    started = time.perf_counter()
    await asyncio.gather(*(_lane(inbox, each, rest, run, dice) for each in connections))
    ended = time.perf_counter()
    await _quiet(inbox)
    run.seconds = max(ended, inbox.last_at) - started
    for person in chosen:
        _judge(inbox, person, run)
    return run


async def _lane(
    inbox: Inbox, connection: Connection, people: Iterator[int], run: Run, dice: random.Random
) -> None:
    for person in people:
        for number, text in enumerate(said(person), start=1):
            body = _update(person, number, text)
            run.updates += 1
            since = time.perf_counter()
            await _deliver(connection, body, run)
            if run.shape == "twice" and dice.random() < TWICE_SHARE:
                await _deliver(connection, body, run)
            if run.shape == "burst":
                continue
            if not await inbox.has(person, number, GIVE_UP_S):
                break
            if run.shape == "normal":
                run.waits_s.append(time.perf_counter() - since)


async def _deliver(connection: Connection, body: bytes, run: Run) -> None:
    while await connection.post(body) != 200:
        run.refused += 1
        await asyncio.sleep(0.05)


async def _quiet(inbox: Inbox) -> None:
    """Wait until nothing has come for a while."""
    while True:
        before = inbox.count
        await asyncio.sleep(QUIET_S)
        if inbox.count == before:
            return


def _judge(inbox: Inbox, person: int, run: Run) -> None:
    """Exactly the right replies, in order, each with its buttons, and nothing else."""
    got = inbox.heard.pop(person, [])
    if got == list(zip(heard(person), BUTTONS, strict=True)):
        run.right += 1
    else:
        run.wrong[person] = [text for text, _ in got]


def _update(person: int, number: int, text: str) -> bytes:
    sender = {"id": person, "is_bot": False, "first_name": "Siti", "language_code": "id"}
    message = {
        "message_id": number,
        "from": sender,
        "chat": {"id": person, "first_name": "Siti", "type": "private"},
        "date": int(time.time()),
        "text": text,
    }
    if text.startswith("/"):
        message["entities"] = [{"type": "bot_command", "offset": 0, "length": len(text)}]
    return json.dumps({"update_id": next(_updates), "message": message}, ensure_ascii=False).encode()
