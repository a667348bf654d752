"""
Groups: coming, going, moving to a supergroup, and what privacy mode hides.
"""

from __future__ import annotations

from bot.simulator import groups
from bot.simulator.server import Simulator
from tests.simulator.conftest import BareBot


async def test_startgroup_link_brings_the_bot_and_its_payload(simulator: Simulator, bot: BareBot) -> None:
    """The bot hears that it was added, and then the command with the payload."""
    rina = simulator.person("Rina")
    group = simulator.world.add_group("Polres", owner=rina.user)

    await rina.add_bot_to(group, payload="undangan_1")
    updates = await bot.call("getUpdates")

    assert updates[0]["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert updates[1]["message"]["new_chat_members"][0]["id"] == simulator.world.bot.id
    assert updates[2]["message"]["text"] == "/start@LangkahAmanBot undangan_1"


async def test_migrated_group_tells_its_new_id(simulator: Simulator, bot: BareBot) -> None:
    """The old id answers 400 with migrate_to_chat_id, the new one works, both service messages come."""
    rina = simulator.person("Rina")
    group = simulator.world.add_group("Polres", owner=rina.user)
    await rina.add_bot_to(group)
    await bot.call("getUpdates", offset=-1)

    moved = groups.migrate(simulator.world, group)
    answer = await bot.raw("sendMessage", chat_id=group.id, text="x")
    sent = await bot.call("sendMessage", chat_id=moved.id, text="x")
    updates = await bot.call("getUpdates")

    assert answer["description"] == "Bad Request: group chat was upgraded to a supergroup chat"
    assert answer["parameters"] == {"migrate_to_chat_id": moved.id}
    assert sent["chat"]["type"] == "supergroup"
    assert updates[-2]["message"]["migrate_to_chat_id"] == moved.id
    assert updates[-1]["message"]["migrate_from_chat_id"] == group.id


async def test_bot_that_was_removed_cannot_write(simulator: Simulator, bot: BareBot) -> None:
    """Thrown out is 403 "kicked"; left by itself is 403 "not a member"."""
    rina = simulator.person("Rina")
    first = simulator.world.add_group("Polres", owner=rina.user)
    second = simulator.world.add_group("Disnaker", owner=rina.user)
    await rina.add_bot_to(first)
    await rina.add_bot_to(second)

    groups.remove_bot(simulator.world, rina.user, first)
    await bot.call("leaveChat", chat_id=second.id)

    assert await bot.refused("sendMessage", chat_id=first.id, text="x") == (
        "Forbidden: bot was kicked from the group chat"
    )
    assert await bot.refused("sendMessage", chat_id=second.id, text="x") == (
        "Forbidden: bot is not a member of the group chat"
    )


async def test_privacy_mode_hides_talk_but_not_commands(simulator: Simulator, bot: BareBot) -> None:
    """A member bot sees commands, mentions and replies to itself; an administrator sees everything."""
    rina = simulator.person("Rina")
    group = simulator.world.add_group("Polres", owner=rina.user)
    await rina.add_bot_to(group)
    there = rina.in_group(group)
    sent = await bot.call("sendMessage", chat_id=group.id, text="kartu")
    await bot.call("getUpdates", offset=-1)

    await there.send("obrolan")
    await there.send("/bantuan")
    await there.send("halo @LangkahAmanBot")
    await there.send("ya", reply_to=sent["message_id"])
    groups.promote_bot(simulator.world, rina.user, group)
    await there.send("rahasia")
    texts = [
        update["message"]["text"]
        for update in await bot.call("getUpdates")
        if "text" in update.get("message", {})
    ]

    assert texts == ["/bantuan", "halo @LangkahAmanBot", "ya", "rahasia"]


async def test_members_and_administrators(simulator: Simulator, bot: BareBot) -> None:
    """getChatMember and getChatAdministrators know who is what."""
    rina, siti = simulator.person("Rina"), simulator.person("Siti")
    group = simulator.world.add_group("Polres", owner=rina.user)
    await rina.add_bot_to(group)
    groups.join(simulator.world, siti.user, group)

    owner = await bot.call("getChatMember", chat_id=group.id, user_id=rina.id)
    member = await bot.call("getChatMember", chat_id=group.id, user_id=siti.id)
    staff = await bot.call("getChatAdministrators", chat_id=group.id)
    private = await bot.refused("getChatAdministrators", chat_id=simulator.world.bot.id)

    assert (owner["status"], member["status"]) == ("creator", "member")
    assert [one["user"]["id"] for one in staff] == [rina.id]
    assert private.startswith("Forbidden: bots can't")
