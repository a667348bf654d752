"""Ten thousand hostile updates: no unhandled error, and everybody who wrote has a way forward."""

from __future__ import annotations

import asyncio
import itertools
from collections import Counter
from collections.abc import Mapping
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import pytest
import structlog
from hypothesis import HealthCheck, given, seed, settings
from structlog.testing import LogCapture

from bot.app.assembly import Parts, assembled
from bot.app.knowledge import Edition
from bot.chat.calls import BotApi
from bot.errors import CallRefused
from bot.simulator.entities import formatted, utf16_length
from bot.simulator.table import METHODS
from bot.vault.keys import new_master_key
from tests.chance import SEED
from tests.house_fixtures import config_for
from tests.runner.hostile import Update, batches

MANY = 10_000
BATCH = 25


class StrictTelegram:
    """
    Stands in for the network only: every call is read by the simulator's own table, then accepted.

    `replies` counts what each chat got, `screens` holds the newest message with buttons of each.
    """

    def __init__(self) -> None:
        self.replies: dict[int, int] = {}
        self.forward: dict[int, bool] = {}
        self._numbers = itertools.count(1)

    async def call(self, method: str, params: Mapping[str, Any] | None = None) -> Any:
        read = METHODS[method.lower()].read(params or {})
        if method in ("sendMessage", "editMessageText"):
            text, _ = formatted(read["text"], read["parse_mode"], None)
            assert 0 < utf16_length(text) <= 4096, "a message Telegram would refuse"
            chat = read["chat_id"]
            self.replies[chat] = self.replies.get(chat, 0) + 1
            if "reply_markup" in read or "/menu" in read["text"]:
                self.forward[chat] = True
            return {"message_id": read.get("message_id") or next(self._numbers)}
        return True

    async def download(self, file_id: str, *, most_bytes: int) -> bytes:
        if file_id.startswith("c"):
            raise CallRefused("getFile", "Bad Request: file is too big")
        return file_id.encode()


@pytest.mark.slow
@pytest.mark.timeout(400)
def test_hostile_updates_raise_nothing_and_leave_a_way_forward(
    short_folder: Path, edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever arrives, nothing fails; every private message is answered by something to go on with."""
    print(f"SEED={SEED}")  # noqa: T201  # pytest shows it with a failure
    telegram, logs, fed = StrictTelegram(), LogCapture(), 0
    troubles: list[str] = []
    structlog.configure(processors=[logs])
    monkeypatch.setattr(BotApi, "call", lambda _, method, params=None: telegram.call(method, params))
    monkeypatch.setattr(BotApi, "download", lambda _, file_id, **most: telegram.download(file_id, **most))

    with asyncio.Runner() as runner:
        stack = AsyncExitStack()
        parts = runner.run(opened(stack, short_folder, edition))

        @seed(SEED)
        @settings(
            max_examples=MANY // BATCH,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
        )
        @given(batch=batches(BATCH))
        def feed(batch: list[Update]) -> None:
            nonlocal fed
            numbered = [{"update_id": fed + at, **update} for at, update in enumerate(batch, start=1)]
            fed += len(batch)
            troubles.extend(runner.run(fed_in(parts, telegram, numbered)))

        try:
            feed()
            runner.run(parts.post.idle())
        finally:
            runner.run(stack.aclose())
            structlog.reset_defaults()

    events = [entry for entry in logs.entries if entry["log_level"] in ("error", "critical")]
    assert fed >= MANY
    assert troubles == []
    assert [entry for entry in events if entry["event"] != "post.unreadable"] == []


async def opened(stack: AsyncExitStack, folder: Path, edition: Edition) -> Parts:
    class Nowhere:
        url, token = "http://127.0.0.1:9", "1:nobody"

    config = config_for(folder, Nowhere())  # type: ignore[arg-type]  # only url and token are used
    given = {"LANGKAH_AMAN_MASTER_KEY": new_master_key()}
    return await stack.enter_async_context(assembled(config, given, limited=False, edition=edition))


async def fed_in(parts: Parts, telegram: StrictTelegram, batch: list[Update]) -> list[str]:
    """Take updates side by side, as they arrive; then look whether every message got its answer."""
    wanted = Counter(update["message"]["chat"]["id"] for update in batch if is_whole(update))
    before = dict(telegram.replies)
    taken = await asyncio.gather(*(parts.take_update(update) for update in batch), return_exceptions=True)
    await parts.post.idle()
    troubles = [f"{error!r}: {update}" for update, error in zip(batch, taken, strict=True) if error]
    for chat, messages in wanted.items():
        answers = telegram.replies.get(chat, 0) - before.get(chat, 0)
        if answers < messages or not telegram.forward.get(chat):
            sent = [update["message"] for update in batch if is_whole(update)]
            mine = [message for message in sent if message["chat"]["id"] == chat]
            troubles.append(f"{answers} answers to {messages} messages: {mine}")
    return troubles


def is_whole(update: Update) -> bool:
    """Whether this is a message of a person, undamaged, that stands for itself (an album's part does not)."""
    message = update.get("message")
    if not isinstance(message, dict) or not isinstance(message.get("chat"), dict):
        return False
    if "media_group_id" in message:
        return False
    chat, sender = message["chat"], message.get("from")
    addressed = type(chat.get("id")) is int and chat["id"] != 0  # no chat has the number 0
    whole = chat.get("type") == "private" and addressed and isinstance(sender, dict)
    return whole and type(message.get("message_id")) is int and update.keys() == {"update_id", "message"}
