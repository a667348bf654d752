"""Telegram's limits as arithmetic: what passes at once, what waits, and that danger does not."""

from __future__ import annotations

from bot.chat.limits import CHAT_BURST, GROUP_BURST, OVERALL_BURST, Limits
from bot.runner.letters import LaneName

FOR_EVER = 1e9


def waits(
    limits: Limits, chat: int, count: int, *, lane: LaneName = "reply", now_s: float = 100.0
) -> list[float]:
    """The waits of so many messages to one chat at one moment."""
    return [limits.reserve(chat, lane, now_s, FOR_EVER) for _ in range(count)]


def spread(limits: Limits, count: int) -> list[float]:
    """The waits of one message each to so many chats at one moment."""
    return [limits.reserve(chat, "reply", 100.0, FOR_EVER) for chat in range(count)]


def test_a_short_burst_to_one_chat_passes_and_then_it_is_one_a_second() -> None:
    """Four at once, then seconds apart."""
    found = waits(Limits(), 7, CHAT_BURST + 3)

    assert found[:CHAT_BURST] == [0.0] * CHAT_BURST
    assert [round(wait) for wait in found[CHAT_BURST:]] == [1, 2, 3]


def test_a_group_gets_twenty_a_minute() -> None:
    """After its burst, three seconds between two."""
    found = waits(Limits(), -7, GROUP_BURST + 2)

    assert found[GROUP_BURST - 1] == 0.0
    assert [round(wait) for wait in found[GROUP_BURST:]] == [3, 6]


def test_all_chats_together_stay_under_thirty_a_second() -> None:
    """A hundred people at once are served within about three seconds."""
    found = spread(Limits(), 100)

    assert found[OVERALL_BURST - 1] < 1e-9
    assert 2.0 < found[-1] < 3.0


def test_danger_never_waits_for_others() -> None:
    """Whatever is booked before it, an alert goes now."""
    limits = Limits()
    spread(limits, 500)

    assert limits.reserve(9999, "danger", 100.0, FOR_EVER) == 0.0


def test_what_would_wait_too_long_books_nothing() -> None:
    """It is asked again later and keeps no place from others meanwhile."""
    limits = Limits()
    waits(limits, 7, CHAT_BURST + 5)

    first = limits.reserve(7, "reply", 100.0, 2.0)
    second = limits.reserve(7, "reply", 100.0, 2.0)

    assert first == second > 2.0


def test_a_broadcast_leaves_room_for_answers() -> None:
    """While a broadcast runs as fast as it may, a reply goes at once."""
    limits, now_s, sent = Limits(), 100.0, 0
    while sent < 200:
        wait_s = limits.reserve(sent, "broadcast", now_s, FOR_EVER)
        sent += wait_s == 0.0
        now_s += max(wait_s, 0.001)

    assert limits.reserve(9999, "reply", now_s, FOR_EVER) == 0.0
    assert now_s - 100.0 > 200 / 30


def test_a_share_of_the_bot_is_a_share_of_its_limits() -> None:
    """Two processes send half as fast each."""
    fast, slow = spread(Limits(), 100), spread(Limits(share=0.5), 100)

    assert slow[-1] > 1.9 * fast[-1]


def test_what_was_long_ago_is_forgotten() -> None:
    """After a quiet minute the burst is there again, and memory does not grow for ever."""
    limits = Limits()
    waits(limits, 7, 10)

    assert waits(limits, 7, CHAT_BURST, now_s=200.0) == [0.0] * CHAT_BURST
    for chat in range(20_050):
        limits.reserve(chat, "reply", 1000.0 + chat, FOR_EVER)
    assert len(limits._chats) <= 20_001
