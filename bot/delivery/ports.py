"""What delivery needs of Telegram; `bot.chat` provides it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from bot.runner.carried import Carried
from bot.runner.letters import LaneName, Letter


class Carrier(Protocol):
    """Takes letters to Telegram."""

    async def carry(
        self, letter: Letter, chat_id: int, *, current: int = 0, ids: Sequence[int] = ()
    ) -> Carried: ...

    def wait_s(self, chat_id: int, lane: LaneName) -> float:
        """Book a place under Telegram's limits; how long to wait for it."""
        ...

    async def download(self, file_id: str) -> bytes:
        """Raises: CallRefused, OutcomeUnknown."""
        ...
