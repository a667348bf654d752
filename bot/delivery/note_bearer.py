"""Bear what conversations leave for editors from a person's outbox to where nobody's name stands."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from bot.casework.notebook import Notebook
from bot.delivery.post import Again, Done
from bot.delivery.sealing import PersonKey
from bot.store.keys import tag_of_line
from bot.store.outbox import Leased
from bot.store.rows import Row
from bot.vault.keys import MasterKeys


class NoteBearer:
    """The lines `<tag>.notes`."""

    def __init__(self, notebook: Notebook, masters: MasterKeys, now: Callable[[], datetime]) -> None:
        self._notebook = notebook
        self._masters = masters
        self._now = now

    async def bear(self, row: Row, leased: Leased, screen: int) -> Done | Again:  # noqa: ARG002  # a Bearer
        """Raises: SecretError or CorruptRecord when the note can never be read; StoreError."""
        if leased.key is None:
            return Done()
        key = PersonKey(self._masters.unwrap(leased.key, tag_of_line(row.line)), leased.key)
        await self._notebook.keep(row.id, key.open_note(row.body), self._now().date())
        return Done()
