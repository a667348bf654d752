"""
Which replies may come twice: those that stood unsettled at the head of their line when a process died.

At each death, before the next process starts, the heads of all lines are read from the store. A double of
any other reply is a fault: it was settled, or made twice.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from bot.app.assembly import Parts
from bot.delivery.sealing import PersonKey
from bot.store.rows import unpacked
from tests.crash.walk import Noted


@dataclass(frozen=True, slots=True)
class _Head:
    tag: str
    wrapped_key: bytes
    row: bytes


class Deaths:
    """What stood in the outbox at every death."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._heads: set[_Head] = set()

    async def note(self) -> None:
        """Read the heads now. Nobody may work on the store meanwhile, or a head may already be the next."""
        for area in self._parts.store.chat_areas:
            for name in await area.call("ZRANGE", area.keys.ready, 0, -1):
                tag = name.decode()
                if "." in tag:
                    continue  # commands and files: they are idempotent and show nothing
                row = await area.call("LINDEX", area.keys.line(tag), 0)
                key = await area.call("HGET", area.keys.person(tag), "key")
                if row is not None:
                    self._heads.add(_Head(tag, key, row))

    def allowed(self) -> set[tuple[str, Noted]]:
        """(tag, message) of every reply that was under way when a process died."""
        return {(head.tag, self._opened(head)) for head in self._heads}

    def _opened(self, head: _Head) -> Noted:
        key = PersonKey(self._parts.masters.unwrap(head.wrapped_key, head.tag), head.wrapped_key)
        letter = key.open_letter(unpacked(head.tag, head.row).body)
        buttons = [button for row in letter.buttons for button in row]
        text = html.unescape(re.sub(r"<[^>]+>", "", letter.text)).strip()
        return Noted(text, tuple(each.label for each in buttons), tuple(each.data for each in buttons))
