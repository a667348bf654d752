"""
getChat, getChatMember, getChatAdministrators, leaveChat, pinChatMessage, getFile.
"""

from __future__ import annotations

from typing import Any

from bot.simulator.chats import Chat
from bot.simulator.files import MAX_DOWNLOAD_BYTES
from bot.simulator.groups import member_json, set_bot_status
from bot.simulator.methods.target import known_chat, named_message, writable_chat
from bot.simulator.refusals import bad_request
from bot.simulator.world import World


def get_chat(world: World, params: dict[str, Any]) -> dict[str, Any]:
    chat = known_chat(world, params["chat_id"])
    if not chat.is_private:
        chat = writable_chat(world, params["chat_id"])
    gifts = (
        "unlimited_gifts",
        "limited_gifts",
        "unique_gifts",
        "premium_subscription",
        "gifts_from_channels",
    )
    full: dict[str, Any] = {
        **chat.json,
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(gifts, False),
    }
    if chat.pinned in chat.messages:
        full["pinned_message"] = chat.messages[chat.pinned]
    return full


def _group(world: World, params: dict[str, Any]) -> Chat:
    chat = writable_chat(world, params["chat_id"])
    if chat.is_private:
        raise bad_request("there are no administrators in the private chat")
    return chat


def get_chat_member(world: World, params: dict[str, Any]) -> dict[str, Any]:
    chat = writable_chat(world, params["chat_id"])
    user = world.users.get(params["user_id"])
    if user is None:
        raise bad_request("invalid user_id specified")
    if user.id == world.bot.id:
        return member_json(user, chat.bot_status)
    if chat.is_private:
        return member_json(user, "member" if user is chat.user else "left")
    return member_json(user, chat.members.get(user.id, "left"))


def get_chat_administrators(world: World, params: dict[str, Any]) -> list[dict[str, Any]]:
    chat = _group(world, params)
    staff = [
        member_json(world.users[user_id], status)
        for user_id, status in chat.members.items()
        if status in {"creator", "administrator"}
    ]
    if chat.bot_status == "administrator" and params.get("return_bots"):
        staff.append(member_json(world.bot, "administrator"))
    return staff


def leave_chat(world: World, params: dict[str, Any]) -> bool:
    chat = writable_chat(world, params["chat_id"])
    if chat.is_private:
        raise bad_request("chat member status can't be changed in private chats")
    set_bot_status(world, chat, "left", by=world.bot)
    return True


def pin_chat_message(world: World, params: dict[str, Any]) -> bool:
    chat = writable_chat(world, params["chat_id"])
    if not chat.is_private and chat.bot_status != "administrator":
        raise bad_request("not enough rights to manage pinned messages in the chat")
    message = named_message(chat, params["message_id"], "pin")
    chat.pinned = message["message_id"]
    world.feed.tell("pinned", chat.id, {"message_id": chat.pinned})
    return True


def get_file(world: World, params: dict[str, Any]) -> dict[str, Any]:
    stored = world.files.find(params["file_id"])
    if stored is None:
        raise bad_request("invalid file_id")
    if stored.size > MAX_DOWNLOAD_BYTES:
        raise bad_request("file is too big")
    return {
        "file_id": stored.file_id,
        "file_unique_id": stored.file_unique_id,
        "file_size": stored.size,
        "file_path": stored.path,
    }


HANDLERS = {
    "getChat": get_chat,
    "getChatMember": get_chat_member,
    "getChatAdministrators": get_chat_administrators,
    "leaveChat": leave_chat,
    "pinChatMessage": pin_chat_message,
    "getFile": get_file,
}
