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

# Lines with a dot hold commands and files: they are idempotent and show nothing.
_HEADS = """
local found = {}
for _, tag in ipairs(redis.call('ZRANGE', KEYS[1], 0, -1)) do
  local row = redis.call('LINDEX', ARGV[1] .. tag, 0)
  if row and not string.find(tag, '.', 1, true) then
    table.insert(found, tag)
    table.insert(found, redis.call('HGET', ARGV[2] .. tag, 'key'))
    table.insert(found, row)
  end
end
return found
"""


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
            prefixes = area.keys.line(""), area.keys.person("")
            found = await area.call("EVAL", _HEADS, 1, area.keys.ready, *prefixes)
            rows = zip(found[::3], found[1::3], found[2::3], strict=True)
            self._heads.update(_Head(tag.decode(), key, row) for tag, key, row in rows)

    def allowed(self) -> set[tuple[str, Noted]]:
        """(tag, message) of every reply that was under way when a process died."""
        return {(head.tag, self._opened(head)) for head in self._heads}

    def _opened(self, head: _Head) -> Noted:
        key = PersonKey(self._parts.masters.unwrap(head.wrapped_key, head.tag), head.wrapped_key)
        letter = key.open_letter(unpacked(head.tag, head.row).body)
        buttons = [button for row in letter.buttons for button in row]
        text = html.unescape(re.sub(r"<[^>]+>", "", letter.text)).strip()
        return Noted(text, tuple(each.label for each in buttons), tuple(each.data for each in buttons))
