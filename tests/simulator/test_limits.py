"""
Flood limits: bursts are tolerated, haste is not, and waiting as told is enough.
"""

from __future__ import annotations

import pytest

from bot.simulator.clock import FakeClock
from bot.simulator.limits import SendLimits
from bot.simulator.refusals import Refused
from bot.simulator.server import Simulator
from bot.simulator.world import World
from tests.simulator.conftest import BareBot


@pytest.fixture
def world(clock: FakeClock) -> World:
    return World(clock=clock)


async def test_one_chat_gets_a_burst_then_one_a_second(
    simulator: Simulator, bot: BareBot, clock: FakeClock
) -> None:
    """Five at once pass, the sixth is told to wait a second, and after that second one passes."""
    siti = simulator.person("Siti")
    await siti.start()

    burst = [await bot.raw("sendMessage", chat_id=siti.id, text="x") for _ in range(6)]
    clock.advance(burst[-1]["parameters"]["retry_after"])
    after = [await bot.raw("sendMessage", chat_id=siti.id, text="x") for _ in range(2)]

    assert [answer["ok"] for answer in burst] == [True] * 5 + [False]
    assert burst[-1]["description"] == "Too Many Requests: retry after 1"
    assert [answer["ok"] for answer in after] == [True, False]


async def test_deleting_answering_and_typing_are_free(simulator: Simulator, bot: BareBot) -> None:
    """Only what makes or changes a message counts."""
    siti = simulator.person("Siti")
    await siti.start()
    for _ in range(5):
        await bot.call("sendMessage", chat_id=siti.id, text="x")

    edit = await bot.raw("editMessageText", chat_id=siti.id, message_id=2, text="y")
    typing = await bot.raw("sendChatAction", chat_id=siti.id, action="typing")
    delete = await bot.raw("deleteMessage", chat_id=siti.id, message_id=2)

    assert (edit["ok"], typing["ok"], delete["ok"]) == (False, True, True)


def test_groups_get_twenty_a_minute() -> None:
    """The 21st message in a minute is refused with the seconds until the next place."""
    limits = SendLimits()
    for second in range(20):
        limits.take(-5, 1, 100.0 + second / 100)

    with pytest.raises(Refused) as caught:
        limits.take(-5, 1, 100.3)
    limits.take(-5, 1, 103.3)

    assert caught.value.parameters == {"retry_after": 3}


def test_the_whole_bot_gets_thirty_a_second() -> None:
    """Thirty chats may be served in one moment, the next one a moment later."""
    limits = SendLimits()
    for chat_id in range(1, 31):
        limits.take(chat_id, 1, 100.0)

    with pytest.raises(Refused):
        limits.take(31, 1, 100.0)
    limits.take(31, 1, 100.05)

    assert limits.refused == 1
