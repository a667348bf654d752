"""
Faults: each does what its name says, where and as often as it was told.
"""

from __future__ import annotations

import aiohttp
import pytest

from bot.simulator.faults import Faults
from bot.simulator.server import Simulator
from tests.simulator.conftest import BareBot


async def test_drop_before_leaves_no_trace_and_drop_after_does(simulator: Simulator, bot: BareBot) -> None:
    """Both end in a closed connection; only after "after" the message is there."""
    siti = simulator.person("Siti")
    await siti.start()
    simulator.faults.drop_before(method="sendMessage", times=1)

    with pytest.raises(aiohttp.ClientError):
        await bot.call("sendMessage", chat_id=siti.id, text="satu")
    nothing = siti.from_bot()
    simulator.faults.drop_after(method="sendMessage", times=1)
    with pytest.raises(aiohttp.ClientError):
        await bot.call("sendMessage", chat_id=siti.id, text="dua")
    await bot.call("sendMessage", chat_id=siti.id, text="tiga")

    assert nothing == []
    assert [seen.text for seen in siti.from_bot()] == ["dua", "tiga"]
    assert [call["outcome"] for call in simulator.calls] == ["dropped before", "dropped after: ok", "ok"]


async def test_refusing_faults_answer_like_telegram(simulator: Simulator, bot: BareBot) -> None:
    """5xx, 429 and 403 come in Telegram's shape, in the order in which they were added."""
    siti = simulator.person("Siti")
    await siti.start()
    simulator.faults.server_error(502, times=1)
    simulator.faults.flood(7, times=2, method="sendmessage")
    simulator.faults.forbid(times=3, chat_id=siti.id)

    answers = [await bot.raw("sendMessage", chat_id=siti.id, text="x") for _ in range(4)]

    assert [answer.get("error_code", 200) for answer in answers] == [502, 429, 403, 200]
    assert answers[1]["parameters"] == {"retry_after": 7}
    assert answers[1]["description"] == "Too Many Requests: retry after 7"
    assert answers[2]["description"] == "Forbidden: bot was blocked by the user"


async def test_faults_keep_to_their_method_and_chat(simulator: Simulator, bot: BareBot) -> None:
    """A fault for one method or one chat spares the others."""
    siti, rina = simulator.person("Siti"), simulator.person("Rina")
    await siti.start()
    await rina.start()
    simulator.faults.server_error(method="sendMessage", chat_id=siti.id)

    refused = await bot.raw("sendMessage", chat_id=siti.id, text="x")
    other_chat = await bot.raw("sendMessage", chat_id=rina.id, text="x")
    other_method = await bot.raw("sendChatAction", chat_id=siti.id, action="typing")
    simulator.faults.clear()
    cleared = await bot.raw("sendMessage", chat_id=siti.id, text="x")

    assert [answer["ok"] for answer in (refused, other_chat, other_method, cleared)] == [
        False,
        True,
        True,
        True,
    ]


async def test_polled_updates_can_be_doubled(simulator: Simulator, bot: BareBot) -> None:
    """With a duplicate share of 1 each update comes twice in a batch, with one id."""
    siti = simulator.person("Siti")
    await siti.send("satu")
    await siti.send("dua")
    simulator.faults.duplicate_share = 1.0

    updates = await bot.call("getUpdates")

    assert [update["message"]["text"] for update in updates] == ["satu", "satu", "dua", "dua"]


async def test_polled_updates_can_come_out_of_order(simulator: Simulator, bot: BareBot) -> None:
    """With a reorder share of 1 the order is not the order of ids, and nothing is lost."""
    siti = simulator.person("Siti")
    for text in ("satu", "dua", "tiga"):
        await siti.send(text)
    simulator.faults.reorder_share = 1.0

    updates = await bot.call("getUpdates")

    assert [update["message"]["text"] for update in updates] == ["dua", "tiga", "satu"]


def test_chance_is_repeatable() -> None:
    """The same seed gives the same bad luck, about as often as the share says."""

    def luck(seed: int) -> list[bool]:
        faults = Faults(seed=seed)
        faults.server_error(share=0.3)
        return [bool(faults.for_call("getMe", None)) for _ in range(1000)]

    assert luck(1) == luck(1)
    assert luck(1) != luck(2)
    assert 250 < sum(luck(1)) < 350
