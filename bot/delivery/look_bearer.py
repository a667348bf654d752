"""Bear what somebody had checked from their outbox to the patterns: there it is fingerprints of nobody."""

from __future__ import annotations

from bot.casework.patterns import Patterns
from bot.delivery.post import Again, Done
from bot.delivery.sealing import PersonKey
from bot.store.keys import tag_of_line
from bot.store.outbox import Leased
from bot.store.rows import Row
from bot.vault.keys import MasterKeys


class LookBearer:
    """The lines `<tag>.looks`."""

    def __init__(self, patterns: Patterns, masters: MasterKeys) -> None:
        self._patterns = patterns
        self._masters = masters

    async def bear(self, row: Row, leased: Leased, screen: int) -> Done | Again:  # noqa: ARG002  # a Bearer
        """Raises: SecretError or CorruptRecord when it can never be read; StoreError."""
        if leased.key is None:
            return Done()
        tag = tag_of_line(row.line)
        key = PersonKey(self._masters.unwrap(leased.key, tag), leased.key)
        await self._patterns.keep_look(row.id, tag, key.open_look(row.body))
        return Done()
