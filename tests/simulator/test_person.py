"""
The test person: sees what a phone would show, and says clearly what it waited for.
"""

from __future__ import annotations

import asyncio

import pytest

from bot.simulator.person import NoSuchButton, NothingCame
from bot.simulator.server import Simulator
from tests.simulator.conftest import BareBot


async def test_next_message_gives_each_message_once_in_order(simulator: Simulator, bot: BareBot) -> None:
    """Messages that came before and after the question are both returned, none twice."""
    siti = simulator.person("Siti")
    await siti.start()
    await bot.call("sendMessage", chat_id=siti.id, text="satu")

    later = asyncio.create_task(bot.call("sendMessage", chat_id=siti.id, text="dua"))
    texts = [(await siti.next_message()).text, (await siti.next_message()).text]
    await later

    assert texts == ["satu", "dua"]


async def test_waiting_in_vain_draws_the_screen(simulator: Simulator, bot: BareBot) -> None:
    """What did not come is named, together with what is on the screen."""
    siti = simulator.person("Siti")
    await siti.start()
    keyboard = {
        "inline_keyboard": [[{"text": "Lapor", "callback_data": "a"}, {"text": "Menu", "callback_data": "b"}]]
    }
    await bot.call("sendMessage", chat_id=siti.id, text="Halo", reply_markup=keyboard)

    with pytest.raises(NothingCame) as caught:
        await siti.sees("Selamat", timeout_s=0.01)

    assert (
        str(caught.value)
        == 'Siti waited 0.01 s for "Selamat"; the screen:\n> /start\n< Halo\n< [Lapor] [Menu]'
    )


async def test_tap_finds_the_newest_button(simulator: Simulator, bot: BareBot) -> None:
    """Two messages with the same label: the newer one is tapped; an emoji does not hide a label."""
    siti = simulator.person("Siti")
    await siti.start()
    for data in ("lama", "baru"):
        keyboard = {"inline_keyboard": [[{"text": "✅ Sudah", "callback_data": data}]]}
        await bot.call("sendMessage", chat_id=siti.id, text=data, reply_markup=keyboard)

    await siti.tap("sudah")
    update = (await bot.call("getUpdates"))[-1]

    assert update["callback_query"]["data"] == "baru"
    assert update["callback_query"]["message"]["text"] == "baru"


async def test_reply_keyboard_buttons_write_their_words(simulator: Simulator, bot: BareBot) -> None:
    """Tapping a button of the phone's keyboard sends its text."""
    siti = simulator.person("Siti")
    await siti.start()
    await bot.call(
        "sendMessage", chat_id=siti.id, text="x", reply_markup={"keyboard": [[{"text": "Cek PT"}]]}
    )

    await siti.tap("Cek PT")
    update = (await bot.call("getUpdates"))[-1]

    assert update["message"]["text"] == "Cek PT"


async def test_missing_buttons_and_links_are_named(simulator: Simulator, bot: BareBot) -> None:
    """A label that is not there is an error with the screen in it; a link is read, not tapped."""
    siti = simulator.person("Siti")
    await siti.start()
    keyboard = {"inline_keyboard": [[{"text": "Meja", "url": "http://127.0.0.1:1/kasus"}]]}
    await bot.call("sendMessage", chat_id=siti.id, text="x", reply_markup=keyboard)

    with pytest.raises(NoSuchButton, match="Lapor"):
        await siti.tap("Lapor")
    with pytest.raises(NoSuchButton, match="use link"):
        await siti.tap("Meja")

    assert siti.link("Meja") == "http://127.0.0.1:1/kasus"


async def test_forwards_and_edits_reach_the_bot(simulator: Simulator, bot: BareBot) -> None:
    """A forward from somebody hidden has only a name; an edit comes as edited_message."""
    siti = simulator.person("Siti")

    advert = await siti.send("Lowongan kerja", forwarded_from="Bu Sri")
    await siti.edit(advert, "Lowongan kerja Taiwan")
    first, second = await bot.call("getUpdates")

    assert first["message"]["forward_origin"]["sender_user_name"] == "Bu Sri"
    assert first["message"]["text"] == "Lowongan kerja"
    assert second["edited_message"]["text"] == "Lowongan kerja Taiwan"


async def test_deleted_messages_are_gone_for_the_bot(simulator: Simulator, bot: BareBot) -> None:
    """What a person deletes for everybody cannot be edited any more, and no update tells of it."""
    siti = simulator.person("Siti")
    await siti.start()
    sent = await bot.call("sendMessage", chat_id=siti.id, text="x")
    await bot.call("getUpdates", offset=-1)
    last = siti.last()
    assert last is not None

    await siti.delete(last)

    description = await bot.refused(
        "editMessageText", chat_id=siti.id, message_id=sent["message_id"], text="y"
    )
    assert description == "Bad Request: message to edit not found"
    assert len(await bot.call("getUpdates")) == 1
