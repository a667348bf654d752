"""What became of a letter that was taken to Telegram."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Accepted:
    """Telegram has it. `message_id` is 0 when the letter left no message."""

    message_id: int


@dataclass(frozen=True, slots=True)
class Gone:
    """403: blocked, kicked, or never written to us."""

    reason: str


@dataclass(frozen=True, slots=True)
class Refused:
    """400: it will never be accepted as it is."""

    reason: str


@dataclass(frozen=True, slots=True)
class Moved:
    """The group has a new id."""

    new_chat_id: int


@dataclass(frozen=True, slots=True)
class Later:
    """429: wait."""

    retry_after_s: float


@dataclass(frozen=True, slots=True)
class Unknown:
    """It may or may not have arrived; trying again may double it."""

    reason: str


Carried = Accepted | Gone | Refused | Moved | Later | Unknown
