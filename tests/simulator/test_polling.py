"""
getUpdates: what is held, what is confirmed, and who may poll.
"""

from __future__ import annotations

import asyncio
import itertools

from bot.simulator.clock import FakeClock
from bot.simulator.faults import Faults
from bot.simulator.server import Simulator
from bot.simulator.updates import UpdateQueue
from tests.simulator.conftest import BareBot

LONG_BEFORE_S = 30  # the polls here may wait 50


async def test_updates_stay_until_the_offset_passes_them(simulator: Simulator, bot: BareBot) -> None:
    """The same updates come again until a higher offset confirms them."""
    siti = simulator.person("Siti")
    await siti.start()
    await siti.send("halo")

    first = await bot.call("getUpdates")
    again = await bot.call("getUpdates", limit=1)
    rest = await bot.call("getUpdates", offset=first[0]["update_id"] + 1)
    none = await bot.call("getUpdates", offset=first[1]["update_id"] + 1)

    assert [update["message"]["text"] for update in first] == ["/start", "halo"]
    assert again == first[:1]
    assert rest == first[1:]
    assert none == []


async def test_negative_offset_forgets_all_but_the_newest(simulator: Simulator, bot: BareBot) -> None:
    """offset=-1 returns the last update and drops the earlier ones."""
    siti = simulator.person("Siti")
    for text in ("satu", "dua", "tiga"):
        await siti.send(text)

    newest = await bot.call("getUpdates", offset=-1)
    held = await bot.call("getUpdates")

    assert [update["message"]["text"] for update in newest] == ["tiga"]
    assert held == newest


async def test_long_poll_answers_as_soon_as_something_comes(simulator: Simulator, bot: BareBot) -> None:
    """A waiting poll returns with the message, long before its timeout."""
    siti = simulator.person("Siti")
    poll = asyncio.create_task(bot.call("getUpdates", timeout=50))
    await _waiting(simulator, poll)

    await siti.send("halo")
    updates = await asyncio.wait_for(poll, LONG_BEFORE_S)

    assert updates[0]["message"]["text"] == "halo"


async def test_a_second_poll_ends_the_first_with_409(simulator: Simulator, bot: BareBot) -> None:
    """Two programs polling with one token: the one that waits is told so and loses."""
    siti = simulator.person("Siti")
    first = asyncio.create_task(bot.refused("getUpdates", timeout=50))
    await _waiting(simulator, first)

    second = asyncio.create_task(bot.call("getUpdates", timeout=50))
    description = await asyncio.wait_for(first, LONG_BEFORE_S)
    await siti.send("halo")

    assert description.startswith("Conflict: terminated by other getUpdates request; make sure that only one")
    assert len(await asyncio.wait_for(second, LONG_BEFORE_S)) == 1


async def test_polling_is_refused_while_a_webhook_is_set(simulator: Simulator, bot: BareBot) -> None:
    """Setting a webhook ends a waiting poll and refuses further ones until it is deleted."""
    poll = asyncio.create_task(bot.refused("getUpdates", timeout=50))
    await _waiting(simulator, poll)

    await bot.call("setWebhook", url="http://127.0.0.1:9/hook")
    ended = await asyncio.wait_for(poll, LONG_BEFORE_S)
    refused = await bot.refused("getUpdates")
    await bot.call("deleteWebhook")

    assert ended == "Conflict: terminated by setWebhook request"
    assert refused.startswith("Conflict: can't use getUpdates method while webhook is active")
    assert await bot.call("getUpdates") == []


async def test_messages_are_dropped_after_a_day_and_taps_after_150_seconds(
    simulator: Simulator, bot: BareBot, clock: FakeClock
) -> None:
    """Telegram holds messages for 24 h and taps for 150 s, and no longer."""
    siti = simulator.person("Siti")
    await siti.send("halo")
    keyboard = {"inline_keyboard": [[{"text": "Ya", "callback_data": "y"}]]}
    await bot.call("sendMessage", chat_id=siti.id, text="x", reply_markup=keyboard)
    await siti.tap("Ya")

    fresh = await bot.call("getUpdates")
    clock.advance(150)
    later = await bot.call("getUpdates")
    clock.advance(24 * 3600)
    next_day = await bot.call("getUpdates")

    assert [set(update) - {"update_id"} for update in fresh] == [{"message"}, {"callback_query"}]
    assert later == fresh[:1]
    assert next_day == []


async def test_only_wanted_kinds_are_held(simulator: Simulator, bot: BareBot) -> None:
    """allowed_updates applies to what comes after it, and is remembered."""
    siti = simulator.person("Siti")
    await bot.call("getUpdates", allowed_updates=["my_chat_member"])

    await siti.send("halo")
    await siti.block()
    updates = await bot.call("getUpdates")

    assert [set(update) - {"update_id"} for update in updates] == [{"my_chat_member"}]


def test_update_ids_grow_and_sometimes_jump(clock: FakeClock) -> None:
    """Ids always grow, mostly by one, now and then by more; the same seed gives the same ids."""
    queues = [UpdateQueue(clock, Faults(), seed=3) for _ in range(2)]

    ids, same = ([queue.put("message", {}, ("message", 1)) or 0 for _ in range(2000)] for queue in queues)

    steps = [after - before for before, after in itertools.pairwise(ids)]
    assert ids == same
    assert min(steps) == 1
    assert 1 < sum(step > 1 for step in steps) < 100


async def _waiting(simulator: Simulator, poll: asyncio.Task[object]) -> None:
    """Until the poll has reached the simulator and waits there."""
    while simulator.world.updates.is_idle:
        assert not poll.done(), poll.result()
        await asyncio.sleep(0)
