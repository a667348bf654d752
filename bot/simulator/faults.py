"""
Make Telegram misbehave on purpose, in ways it really does.

A fault applies to one method or all, one chat or all, a number of times or for ever, always or with a
seeded chance. `Faults` is asked before each call; without faults the question costs one comparison.
Duplicates and disorder of updates are shares (0 to 1) in `Faults.duplicate_share` and `reorder_share`.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Literal, TypedDict, Unpack

FaultKind = Literal[
    "delay",  # answer `delay_ms` later
    "drop_before",  # close the connection; nothing happened
    "drop_after",  # it happened, then close the connection without an answer
    "server_error",  # answer `code` (5xx); nothing happened
    "flood",  # answer 429 with `retry_after_s`; nothing happened
    "forbid",  # answer 403; nothing happened
]


class Where(TypedDict, total=False):
    """Which calls a fault meets: fields of `Fault`, all calls for ever if nothing is given."""

    method: str
    chat_id: int
    times: int
    share: float


@dataclass(slots=True)
class Fault:
    """One rule; `times` counts down and None means for ever; `method` is compared without case."""

    kind: FaultKind
    method: str | None = None
    chat_id: int | None = None
    times: int | None = None
    share: float = 1.0
    delay_ms: float = 0.0
    code: int = 500
    retry_after_s: int = 1
    description: str | None = None

    def applies(self, method: str, chat_id: int | None, dice: random.Random) -> bool:
        if self.times == 0:
            return False
        if self.method is not None and self.method.lower() != method.lower():
            return False
        if self.chat_id is not None and self.chat_id != chat_id:
            return False
        return self.share >= 1.0 or dice.random() < self.share


class Faults:
    """All faults of one simulator, in the order in which they were added."""

    def __init__(self, *, seed: int = 0) -> None:
        self._dice = random.Random(seed)  # noqa: S311  # repeatable bad luck, not secrecy
        self._active: list[Fault] = []
        self.duplicate_share = 0.0
        self.reorder_share = 0.0

    def add(self, fault: Fault) -> Fault:
        self._active.append(fault)
        return fault

    def remove(self, fault: Fault) -> None:
        """End one fault; nothing happens if it is used up already."""
        self._active = [active for active in self._active if active is not fault]

    def clear(self) -> None:
        """Be well behaved again."""
        self._active.clear()
        self.duplicate_share = self.reorder_share = 0.0

    @property
    def any_active(self) -> bool:
        return bool(self._active)

    def for_call(self, method: str, chat_id: int | None) -> list[Fault]:
        """The faults this call meets; using them up is part of asking."""
        met = [fault for fault in self._active if fault.applies(method, chat_id, self._dice)]
        for fault in met:
            if fault.times is not None:
                fault.times -= 1
        self._active = [fault for fault in self._active if fault.times != 0]
        return met

    def duplicates_now(self) -> bool:
        return self.duplicate_share > 0 and self._dice.random() < self.duplicate_share

    def reorders_now(self) -> bool:
        return self.reorder_share > 0 and self._dice.random() < self.reorder_share

    def delay(self, delay_ms: float, **where: Unpack[Where]) -> Fault:
        return self.add(Fault("delay", delay_ms=delay_ms, **where))

    def drop_before(self, **where: Unpack[Where]) -> Fault:
        return self.add(Fault("drop_before", **where))

    def drop_after(self, **where: Unpack[Where]) -> Fault:
        return self.add(Fault("drop_after", **where))

    def server_error(self, code: int = 500, **where: Unpack[Where]) -> Fault:
        return self.add(Fault("server_error", code=code, **where))

    def flood(self, retry_after_s: int, **where: Unpack[Where]) -> Fault:
        return self.add(Fault("flood", retry_after_s=retry_after_s, **where))

    def forbid(self, description: str = "bot was blocked by the user", **where: Unpack[Where]) -> Fault:
        return self.add(Fault("forbid", description=description, **where))
