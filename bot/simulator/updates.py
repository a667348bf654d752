"""
The updates Telegram holds for the bot until it confirms them.

Ids grow by one with a rare jump. Messages are held for 24 h and taps for 150 s, then dropped. A bot either
polls (`UpdateQueue.poll`, which confirms by offset) or has a webhook (see `webhook.py`); never both.
"""

from __future__ import annotations

import asyncio
import random
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from bot.simulator.clock import Clock
from bot.simulator.faults import Faults
from bot.simulator.refusals import Refused, conflict

MESSAGE_LIFETIME_S = 24 * 3600.0
TAP_LIFETIME_S = 150.0
JUMP_SHARE = 0.01
NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})

Lane = tuple[str, int]
"""Updates of one lane come in order and one at a time; ("message", chat), ("tap", user), ("member", chat)."""

_OTHER_POLL = "terminated by other getUpdates request; make sure that only one bot instance is running"
_WEBHOOK_SET = (
    "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)


@dataclass(frozen=True, slots=True)
class Pending:
    """One update waiting to be confirmed."""

    update_id: int
    lane: Lane
    expires_at: float
    body: dict[str, Any] = field(repr=False)


class UpdateQueue:
    """All updates of one bot that are not confirmed yet, oldest first."""

    def __init__(self, clock: Clock, faults: Faults, *, seed: int = 0) -> None:
        self._clock = clock
        self._faults = faults
        self._dice = random.Random(seed)  # noqa: S311  # repeatable jumps, not secrecy
        self._next_id = 100_000_000 + self._dice.randrange(1_000_000)
        self._held: OrderedDict[int, Pending] = OrderedDict()
        self._poll: asyncio.Future[None] | None = None
        self.allowed: frozenset[str] | None = None
        self.webhook_is_set = False
        self.on_arrival: Callable[[Pending], None] | None = None

    def __len__(self) -> int:
        return len(self._held)

    @property
    def is_idle(self) -> bool:
        """Nobody polls at this moment."""
        return self._poll is None

    def put(
        self, kind: str, content: dict[str, Any], lane: Lane, lifetime_s: float = MESSAGE_LIFETIME_S
    ) -> int | None:
        """Hold a new update of `kind`; returns its id, or None if the bot does not want that kind."""
        if kind in NOT_BY_DEFAULT if self.allowed is None else kind not in self.allowed:
            return None
        update_id = self._next_id
        jump = self._dice.randrange(2, 1000) if self._dice.random() < JUMP_SHARE else 1
        self._next_id += jump
        body = {"update_id": update_id, kind: content}
        pending = Pending(update_id, lane, self._clock() + lifetime_s, body)
        self._held[update_id] = pending
        if self.on_arrival is not None:
            self.on_arrival(pending)
        elif self._poll is not None and not self._poll.done():
            self._poll.set_result(None)
        return update_id

    def allow(self, kinds: list[str] | None) -> None:
        """Remember which kinds the bot wants; None leaves it as it was, [] means the usual ones."""
        if kinds is not None:
            self.allowed = frozenset(kinds) or None

    def is_held(self, update_id: int) -> bool:
        return update_id in self._held

    def confirm(self, update_id: int) -> None:
        """The bot has taken this one."""
        self._held.pop(update_id, None)

    def drop_all(self) -> None:
        self._held.clear()

    def waiting(self) -> list[Pending]:
        """What is held and not too old, oldest first; what is too old is dropped now."""
        now = self._clock()
        for pending in [held for held in self._held.values() if held.expires_at <= now]:
            del self._held[pending.update_id]
        return list(self._held.values())

    async def poll(self, offset: int, limit: int, timeout_s: float) -> list[dict[str, Any]]:
        """
        Answer one getUpdates: confirm what lies before `offset`, then wait for something to tell.

        Args:
            offset: 0 for "from the oldest"; negative counts from the newest and forgets the others.
            limit: 1 to 100.
            timeout_s: How long to wait when there is nothing.

        Raises: Refused (409) if a webhook is set, or when another poll or setWebhook comes meanwhile.
        """
        if self.webhook_is_set:
            raise conflict(_WEBHOOK_SET)
        self.end_poll(_OTHER_POLL)
        self._confirm_before(offset)
        ready = self._batch(limit)
        if ready or timeout_s <= 0:
            return ready
        turn = self._poll = asyncio.get_running_loop().create_future()
        try:
            await asyncio.wait({turn}, timeout=timeout_s)
            if turn.done():
                turn.result()
        finally:
            if self._poll is turn:
                self._poll = None
        return self._batch(limit)

    def end_poll(self, reason: str) -> None:
        """Send 409 to the poll that is waiting now, if there is one."""
        poll, self._poll = self._poll, None
        if poll is not None and not poll.done():
            refusal: Refused = conflict(reason)
            poll.set_exception(refusal)

    def _confirm_before(self, offset: int) -> None:
        if offset < 0:
            offset = next(iter(list(self._held)[offset:]), 0)
        while self._held and next(iter(self._held)) < offset:
            self._held.popitem(last=False)

    def _batch(self, limit: int) -> list[dict[str, Any]]:
        if not self._held:
            return []
        batch = []
        for pending in self.waiting()[:limit]:
            batch.append(pending.body)
            if self._faults.duplicates_now():
                batch.append(pending.body)
        for at in range(1, len(batch)):
            if self._faults.reorders_now():
                batch[at - 1], batch[at] = batch[at], batch[at - 1]
        return batch
