"""
Keep to what Telegram allows: about 30 messages a second overall, 1 a second per chat, 20 a minute per group.

Each limit is a virtual schedule (GCRA): `reserve` books the next place and says how long to wait for it.
Short bursts to one chat pass, as Telegram lets them. Broadcasts take only what nobody else wanted, and never
book ahead, so an answer always finds room. Pure arithmetic; the clock is an argument.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.runner.letters import LaneName

OVERALL_PER_S = 28.0  # a little under Telegram's 30
OVERALL_BURST = 28
BROADCAST_PART = 0.6
BROADCAST_BURST = 5  # of the overall burst; the rest is kept for answers
CHAT_PER_S = 1.0
CHAT_BURST = 4
GROUP_PER_S = 20 / 60
GROUP_BURST = 10
MOST_CHATS_REMEMBERED = 20_000


@dataclass(slots=True)
class _Schedule:
    """One limit; `booked_s` is when its last place would be free again."""

    booked_s: float = 0.0

    def wait_s(self, now_s: float, per_s: float, burst: int) -> float:
        return max(0.0, self.booked_s - now_s - (burst - 1) / per_s)

    def book(self, now_s: float, per_s: float) -> None:
        self.booked_s = max(self.booked_s, now_s) + 1 / per_s


@dataclass(slots=True)
class Limits:
    """`share` is this process's part of the bot's limits (1 / processes alive)."""

    share: float = 1.0
    _overall: _Schedule = field(default_factory=_Schedule)
    _broadcast: _Schedule = field(default_factory=_Schedule)
    _chats: dict[int, _Schedule] = field(default_factory=dict)

    def reserve(self, chat_id: int, lane: LaneName, now_s: float, longest_s: float) -> float:
        """
        Book a place for one message to `chat_id`.

        Returns: the seconds to wait for it. Nothing is booked when they are more than `longest_s`, or when a
        broadcast would have to wait at all: ask again then.
        """
        per_s = OVERALL_PER_S * self.share
        chat = self._chat(chat_id, now_s)
        chat_per_s, chat_burst = (GROUP_PER_S, GROUP_BURST) if chat_id < 0 else (CHAT_PER_S, CHAT_BURST)
        wait = max(
            self._overall.wait_s(now_s, per_s, OVERALL_BURST), chat.wait_s(now_s, chat_per_s, chat_burst)
        )
        if lane == "danger":
            wait = min(wait, chat.wait_s(now_s, chat_per_s, chat_burst + 6))  # danger never waits for others
        if lane == "broadcast":
            part_per_s = per_s * BROADCAST_PART
            wait = max(
                wait,
                self._overall.wait_s(now_s, per_s, BROADCAST_BURST),
                self._broadcast.wait_s(now_s, part_per_s, BROADCAST_BURST),
            )
            if wait > 0:
                return wait
            self._broadcast.book(now_s, part_per_s)
        if wait > longest_s:
            return wait
        self._overall.book(now_s, per_s)
        chat.book(now_s, chat_per_s)
        return wait

    def _chat(self, chat_id: int, now_s: float) -> _Schedule:
        if len(self._chats) > MOST_CHATS_REMEMBERED:
            self._chats = {key: value for key, value in self._chats.items() if value.booked_s > now_s}
        return self._chats.setdefault(chat_id, _Schedule())
