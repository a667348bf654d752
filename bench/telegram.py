"""
A lean stand-in for the Bot API: takes every call, and remembers what was sent to whom.

It checks nothing (the strict simulator does, in the tests and in `feel.py`); it must only cost little. One
serves all bots; each is told apart by its token. Start at `Telegram`.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from urllib.parse import parse_qsl

from bench.wire import serve

OK = b'{"ok":true,"result":true}'


@dataclass(slots=True)
class Inbox:
    """What one bot sent: (text, buttons) by chat, and when the last one came."""

    name: str
    heard: dict[int, list[tuple[str, int]]] = field(default_factory=dict)
    waiting: dict[int, asyncio.Event] = field(default_factory=dict)
    last_at: float = 0.0
    count: int = 0
    hooked: bool = False

    def put(self, chat_id: int, text: str, buttons: int) -> int:
        """Note one message. Returns: its id."""
        self.heard.setdefault(chat_id, []).append((text, buttons))
        self.last_at = time.perf_counter()
        self.count += 1
        event = self.waiting.get(chat_id)
        if event is not None:
            event.set()
        return self.count

    async def has(self, chat_id: int, count: int, timeout_s: float) -> bool:
        """Wait until a chat has so many messages; False when it takes too long."""
        if len(self.heard.get(chat_id, ())) >= count:
            return True
        event = self.waiting[chat_id] = asyncio.Event()
        try:
            async with asyncio.timeout(timeout_s):
                while len(self.heard.get(chat_id, ())) < count:
                    event.clear()
                    await event.wait()
        except TimeoutError:
            return False
        finally:
            del self.waiting[chat_id]
        return True


class Telegram:
    """The Bot API of several bots."""

    def __init__(self) -> None:
        self.inboxes: dict[str, Inbox] = {}
        self.url = ""

    def bot(self, name: str) -> str:
        """A new bot. Returns: its token."""
        token = f"{1000 + len(self.inboxes)}:{name}-AAAAAAAAAAAAAAAAAAAAAAAAAAAA"
        self.inboxes[token] = Inbox(name)
        return token

    def answer(self, path: str, kind: bytes, body: bytes) -> bytes:
        """One call."""
        token, _, method = path.removeprefix("/bot").partition("/")
        inbox = self.inboxes[token]
        if method == "sendMessage":
            return _sent(inbox, kind, body)
        if method == "getMe":
            me = {"id": int(token.partition(":")[0]), "is_bot": True, "first_name": "B", "username": "b_bot"}
            return json.dumps({"ok": True, "result": me}).encode()
        if method == "setWebhook":
            inbox.hooked = True
        return OK


def _sent(inbox: Inbox, kind: bytes, body: bytes) -> bytes:
    if kind.startswith(b"application/json"):
        params = json.loads(body)
        markup = params.get("reply_markup")
    else:
        params = dict(parse_qsl(body.decode()))
        markup = json.loads(params["reply_markup"]) if "reply_markup" in params else None
    chat_id, text = int(params["chat_id"]), params["text"]
    buttons = sum(len(row) for row in markup["inline_keyboard"]) if markup else 0
    message = {
        "message_id": inbox.put(chat_id, text, buttons),
        "from": {"id": 1000, "is_bot": True, "first_name": "B", "username": "b_bot"},
        "chat": {"id": chat_id, "first_name": "Siti", "type": "private"},
        "date": int(time.time()),
        "text": text,
    }
    if markup:
        message["reply_markup"] = markup
    return json.dumps({"ok": True, "result": message}, ensure_ascii=False).encode()


@asynccontextmanager
async def telegram() -> AsyncIterator[Telegram]:
    """A Bot API that listens until the block ends."""
    made = Telegram()
    server, port = await serve(made.answer)
    made.url = f"http://127.0.0.1:{port}"
    try:
        yield made
    finally:
        server.close()
