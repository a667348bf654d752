"""Groups: an agency's own is bound by a link and followed when it moves; every other one is left."""

from __future__ import annotations

from bot.engine.events import TimerFired
from bot.runner.incoming import Incoming
from bot.runner.visitors import LEAVE_TIMER
from bot.simulator import groups
from bot.store.timers import due
from tests.e2e.steps import report
from tests.house_fixtures import House


async def test_a_group_that_becomes_a_supergroup_keeps_its_cards(house: House) -> None:
    """Telegram gives the group a new id; the next card arrives there."""
    rina = await house.officer("Rina")
    group = await house.group("polres", rina)
    moved = rina.in_group(groups.migrate(house.sim.world, group.chat))
    siti = house.sim.person("Siti")
    await siti.start()

    await report(siti, "saya ditipu calo")

    await moved.sees("menunggu sejak")


async def test_a_card_follows_a_group_that_moved_unnoticed(house: House) -> None:
    """The service message was lost: Telegram's refusal names the new id, and the card goes there."""
    rina = await house.officer("Rina")
    group = await house.group("polres", rina)
    new = house.sim.world.add_group("Grup polres", owner=rina.user, supergroup=True)
    new.bot_status = group.chat.bot_status
    group.chat.migrated_to = new.id
    siti = house.sim.person("Siti")
    await siti.start()

    await report(siti, "saya ditipu calo")

    await rina.in_group(new).sees("menunggu sejak")


async def test_an_unknown_group_is_left(house: House) -> None:
    """Whoever puts the bot into a group of their own sees it go; nothing is ever said there."""
    mallory = house.sim.person("Mallory")
    group = house.sim.world.add_group("Arisan", owner=mallory.user)
    await mallory.add_bot_to(group)
    tag = house.parts.lookups.tag_of(group.id)
    area = house.parts.store.chats(tag)
    far_away = 10**14

    async def planned() -> int | None:
        found = [timer for timer in await due(area, far_away, 50) if timer.tag == tag]
        return found[0].due_ms if found else None

    async def wait_for_plan() -> int:
        while (due_ms := await planned()) is None:
            await house.parts.store.ping()
        return due_ms

    due_ms = await wait_for_plan()
    await house.parts.take(Incoming("t-leave", tag, TimerFired(LEAVE_TIMER), fired=due_ms))

    seen = mallory.in_group(group)
    await seen.wait_until(lambda: group.bot_status == "left", "the bot to leave")
    assert seen.from_bot() == []


async def test_a_group_link_works_once(house: House) -> None:
    """A second group that uses the same link is told so and gets no cards."""
    rina = await house.officer("Rina")
    token = await house.parts.groups.invite("polres")
    first, second = (house.sim.world.add_group(name, owner=rina.user) for name in ("Satu", "Dua"))

    await rina.add_bot_to(first, payload=f"grp_{token}")
    await rina.in_group(first).sees("menerima kartu kasus")
    await rina.add_bot_to(second, payload=f"grp_{token}")

    await rina.in_group(second).sees("sudah dipakai")


async def test_talk_in_a_group_is_nobodys_business(house: House) -> None:
    """The bot neither answers nor keeps what people say in a group."""
    rina = await house.officer("Rina")
    group = await house.group("polres", rina)
    before = len(group.from_bot())

    await group.send("tolong saya disekap")
    await rina.send("/menu")
    await rina.sees("Mau mulai dari mana")

    assert len(group.from_bot()) == before
    assert await house.parts.room.archive.open_cases() == []
