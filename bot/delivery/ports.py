"""What delivery needs of Telegram; `bot.chat` provides it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from bot.runner.carried import Carried
from bot.runner.letters import LaneName, Letter


@dataclass(frozen=True, slots=True)
class PictureWords:
    """
    What stands in one picture or PDF; or "", and `why` is a name of `bot.reading.read.Reason`.

    `cut`: there was more than could be read. `unclear`: numbers with a blank for each doubtful digit.
    """

    text: str = field(repr=False)
    why: str = ""
    cut: bool = False
    unclear: tuple[str, ...] = field(default=(), repr=False)


ReadPicture = Callable[[bytes], Awaitable[PictureWords]]


class Carrier(Protocol):
    """Takes letters to Telegram."""

    async def carry(
        self, letter: Letter, chat_id: int, *, current: int = 0, ids: Sequence[int] = ()
    ) -> Carried: ...

    def wait_s(self, chat_id: int, lane: LaneName, longest_s: float) -> float:
        """
        Book a place under Telegram's limits; how long to wait for it. Nothing is booked, and it is to be
        asked again, when that is more than `longest_s` or a broadcast would have to wait at all.
        """
        ...

    async def download(self, file_id: str) -> bytes:
        """Raises: CallRefused, OutcomeUnknown."""
        ...
