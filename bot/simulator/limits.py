"""
How fast a bot may send: about 30 a second over all, 1 a second per chat, 20 a minute per group.

Telegram does not publish exact rules; it tolerates short bursts, so a chat's bucket holds five. What is
refused gets 429 with the whole seconds until the next free place. Media groups count each item.
Sending, editing, copying and forwarding count; deleting, answering taps and typing do not.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.simulator.refusals import flood

OVERALL_PER_S = 30.0
CHAT_BURST = 5.0
GROUP_PER_MINUTE = 20.0

COUNTED = frozenset(
    {
        *("sendMessage", "sendPhoto", "sendVoice", "sendDocument", "sendVideo", "sendMediaGroup"),
        *("sendLocation", "sendContact", "forwardMessage", "copyMessage"),
        *("editMessageText", "editMessageCaption", "editMessageReplyMarkup"),
    }
)


@dataclass(slots=True)
class _Bucket:
    """Holds at most `size` tokens and wins `per_s` of them each second."""

    size: float
    per_s: float
    tokens: float
    at: float

    def wait_s(self, wanted: float, now: float) -> float:
        """Seconds until `wanted` tokens are there; 0 if they are."""
        self.tokens = min(self.size, self.tokens + (now - self.at) * self.per_s)
        self.at = now
        missing = min(wanted, self.size) - self.tokens
        return missing / self.per_s if missing > 1e-9 else 0.0


class SendLimits:
    """The buckets of one bot; `enabled=False` turns all of it off (benchmarks)."""

    def __init__(self, *, enabled: bool = True) -> None:
        self.enabled = enabled
        self.refused = 0
        self._overall = _Bucket(OVERALL_PER_S, OVERALL_PER_S, OVERALL_PER_S, 0.0)
        self._chats: dict[int, _Bucket] = {}

    def take(self, chat_id: int, count: int, now: float) -> None:
        """
        Take `count` places for one chat at time `now` (seconds).

        Raises: Refused (429) when the chat or the whole bot is too fast; nothing is taken then.
        """
        chat = self._chats.get(chat_id)
        if chat is None:
            size, per_s = (CHAT_BURST, 1.0) if chat_id > 0 else (GROUP_PER_MINUTE, GROUP_PER_MINUTE / 60)
            chat = self._chats[chat_id] = _Bucket(size, per_s, size, now)
        wait_s = max(chat.wait_s(count, now), self._overall.wait_s(count, now))
        if wait_s > 0:
            self.refused += 1
            raise flood(wait_s)
        chat.tokens -= count
        self._overall.tokens -= count

    def forget(self) -> None:
        """All buckets full again."""
        self._chats.clear()
        self._overall.tokens = self._overall.size
