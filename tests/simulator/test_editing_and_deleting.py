"""
Edits and deletions: whose message, in which state, how old.
"""

from __future__ import annotations

from typing import Any

import pytest

from bot.simulator.clock import FakeClock
from bot.simulator.person import Person
from bot.simulator.server import Simulator
from tests.simulator.conftest import BareBot

KEYBOARD = {"inline_keyboard": [[{"text": "Ya", "callback_data": "y"}]]}
SAME = (
    "Bad Request: message is not modified: specified new message content and reply markup "
    "are exactly the same as a current content and reply markup of the message"
)


@pytest.fixture
async def siti(simulator: Simulator) -> Person:
    siti = simulator.person("Siti")
    await siti.start()
    return siti


async def test_edit_changes_words_and_drops_the_keyboard(siti: Person, bot: BareBot) -> None:
    """Without reply_markup the keyboard goes, as with Telegram; edit_date is set; the old view stays."""
    sent = await bot.call("sendMessage", chat_id=siti.id, text="satu", reply_markup=KEYBOARD)
    before = siti.last()

    edited = await bot.call("editMessageText", chat_id=siti.id, message_id=sent["message_id"], text="dua")

    seen = siti.last()
    assert before is not None
    assert seen is not None
    assert (before.text, before.buttons) == ("satu", ["Ya"])
    assert (seen.text, seen.buttons, seen.edited) == ("dua", [], True)
    assert edited["edit_date"] == edited["date"]


async def test_same_content_is_not_modified(siti: Person, bot: BareBot) -> None:
    """The same words and keyboard again are refused with Telegram's long sentence."""
    sent = await bot.call(
        "sendMessage", chat_id=siti.id, text="<b>satu</b>", parse_mode="HTML", reply_markup=KEYBOARD
    )
    where = {"chat_id": siti.id, "message_id": sent["message_id"]}

    same_text = await bot.refused(
        "editMessageText", **where, text="<b>satu</b> ", parse_mode="HTML", reply_markup=KEYBOARD
    )
    same_markup = await bot.refused("editMessageReplyMarkup", **where, reply_markup=KEYBOARD)
    await bot.call("editMessageText", **where, text="satu", reply_markup=KEYBOARD)

    assert same_text == same_markup == SAME


@pytest.mark.parametrize(
    ("method", "params", "reason"),
    [
        ("editMessageText", {"message_id": 999, "text": "x"}, "message to edit not found"),
        ("editMessageText", {"text": "x"}, "message identifier is not specified"),
        ("editMessageText", {"message_id": 1, "text": "x"}, "message can't be edited"),
        (
            "editMessageCaption",
            {"message_id": 2, "caption": "x"},
            "there is no caption in the message to edit",
        ),
        ("editMessageText", {"message_id": 3, "text": "x"}, "message can't be edited"),
        ("deleteMessage", {"message_id": 999}, "message to delete not found"),
        ("deleteMessages", {"message_ids": []}, "message identifiers are not specified"),
        ("deleteMessages", {"message_ids": list(range(101))}, "too many message identifiers specified"),
        ("forwardMessage", {"from_chat_id": 1, "message_id": 1}, "chat not found"),
    ],
)
async def test_wrong_targets_are_refused(
    siti: Person, bot: BareBot, method: str, params: dict[str, Any], reason: str
) -> None:
    """Message 1 is the person's, 2 a plain text of the bot, 3 one that changed the phone's keyboard."""
    await bot.call("sendMessage", chat_id=siti.id, text="dua")
    await bot.call("sendMessage", chat_id=siti.id, text="tiga", reply_markup={"remove_keyboard": True})

    description = await bot.refused(method, chat_id=siti.id, **params)

    assert description == f"Bad Request: {reason}"


async def test_deleting_works_for_48_hours(siti: Person, bot: BareBot, clock: FakeClock) -> None:
    """In a private chat the bot deletes its own and the person's messages, until they are 48 h old."""
    await bot.call("sendMessage", chat_id=siti.id, text="dua")
    await bot.call("sendMessage", chat_id=siti.id, text="tiga")

    clock.advance(48 * 3600 - 1)
    await bot.call("deleteMessages", chat_id=siti.id, message_ids=[1, 2, 999])
    clock.advance(1)
    description = await bot.refused("deleteMessage", chat_id=siti.id, message_id=3)

    assert [seen.text for seen in siti.messages()] == ["tiga"]
    assert description == "Bad Request: message can't be deleted for everyone"


async def test_protected_messages_cannot_leave_the_chat(siti: Person, bot: BareBot) -> None:
    """protect_content is shown to the person, and refuses forwarding and copying."""
    sent = await bot.call("sendMessage", chat_id=siti.id, text="rahasia", protect_content=True)
    source = {"chat_id": siti.id, "from_chat_id": siti.id, "message_id": sent["message_id"]}

    forward = await bot.refused("forwardMessage", **source)
    copy = await bot.refused("copyMessage", **source)

    seen = siti.last()
    assert seen is not None
    assert seen.protected
    assert (forward, copy) == (
        "Bad Request: message can't be forwarded",
        "Bad Request: message can't be copied",
    )
