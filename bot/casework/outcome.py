"""What became of a command: a value, because a lost race is nothing wrong."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.cases.case import Case
from bot.cases.event import Event


@dataclass(frozen=True, slots=True)
class Applied:
    """
    Done, or nothing was left to do (`events` is empty then).

    Attributes:
        leased: Lines of the cases outbox that the caller may send at once (see `Casework.apply`).
    """

    case: Case
    events: tuple[Event, ...] = ()
    leased: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Refused:
    """`reason` is a key, `words` the sentence for a person (Telegram HTML), `by` who was first."""

    reason: str
    words: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class AlreadyDone:
    """This command id was worked on before; acknowledge and forget."""

    case: Case | None = None


@dataclass(frozen=True, slots=True)
class Erased:
    """
    The case is gone from the store. Call `store.erasing.rewrite` before anybody is told so.

    Attributes:
        id: Random id of the tombstone.
    """

    code: str
    id: str = field(default="")


Outcome = Applied | Refused | AlreadyDone | Erased
