"""
What just changed in the world, for whoever watches: test people, the web phone, the control API.

A `Change` is told synchronously to listeners in the moment it happens; `Watch` turns that into an async
iterator. Nobody listening costs next to nothing, so benchmarks may run through it.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from typing import Any, Literal, Self

ChangeKind = Literal[
    "message",  # a new message in a chat, from whomever; `data` is the message
    "edited",  # `data` is the whole new message
    "deleted",  # `data` is {"message_id": …, "for": user id or None for everybody}
    "typing",  # `data` is {"action": …}
    "tap",  # a person tapped a button; `data` is the callback query
    "tap_answered",  # `data` is {"callback_query_id", "user_id", "text", "show_alert"}
    "member",  # somebody came, went, blocked or came back; `data` is the my_chat_member object
    "reaction",  # `data` is {"message_id", "reaction"}
    "pinned",  # `data` is {"message_id": …}
    "chat",  # a chat began or moved to a new id; `data` is the chat
    "menu",  # commands, description or menu button changed; `data` is {}
]


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that happened; `number` grows by one with each change in this world."""

    number: int
    kind: ChangeKind
    chat_id: int
    data: dict[str, Any] = field(repr=False)


Listener = Callable[[Change], None]


class Feed:
    """Tells listeners, and remembers the last `KEPT` changes for those who come late."""

    KEPT = 2000

    def __init__(self) -> None:
        self.number = 0
        self.recent: deque[Change] = deque(maxlen=self.KEPT)
        self._everywhere: list[Listener] = []
        self._in_chat: dict[int, list[Listener]] = {}

    def tell(self, kind: ChangeKind, chat_id: int, data: dict[str, Any]) -> None:
        self.number += 1
        change = Change(self.number, kind, chat_id, data)
        self.recent.append(change)
        for listener in self._in_chat.get(chat_id, ()):
            listener(change)
        for listener in self._everywhere:
            listener(change)

    def listen(self, listener: Listener, chat_id: int | None = None) -> Callable[[], None]:
        """Call `listener` at each change (in one chat, or everywhere); returns what ends it."""
        listeners = self._everywhere if chat_id is None else self._in_chat.setdefault(chat_id, [])
        listeners.append(listener)
        return lambda: listeners.remove(listener) if listener in listeners else None

    def watch(self, chat_id: int | None = None) -> Watch:
        """An async iterator over changes from now on; use it in a `with` block."""
        return Watch(self, chat_id)


class Watch:
    """`with feed.watch() as changes: async for change in changes: …`"""

    def __init__(self, feed: Feed, chat_id: int | None) -> None:
        self._queue: asyncio.Queue[Change] = asyncio.Queue()
        self._feed = feed
        self._chat_id = chat_id

    def __enter__(self) -> Self:
        self._end = self._feed.listen(self._queue.put_nowait, self._chat_id)
        return self

    def __exit__(self, *_error: object) -> None:
        self._end()

    async def next(self, *, timeout_s: float) -> Change:
        """The next change; raises TimeoutError after `timeout_s` seconds without one."""
        return await asyncio.wait_for(self._queue.get(), timeout_s)

    async def __aiter__(self) -> AsyncIterator[Change]:
        while True:
            yield await self._queue.get()
