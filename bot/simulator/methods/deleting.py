"""
deleteMessage and deleteMessages: for everybody, within 48 hours.

In private chats a bot may also delete what the person wrote; in groups only as an administrator.
"""

from __future__ import annotations

from typing import Any

from bot.simulator.chats import Chat, Message
from bot.simulator.methods.target import known_chat, named_message, writable_chat
from bot.simulator.refusals import bad_request
from bot.simulator.world import World

DELETABLE_S = 48 * 3600
MAX_DELETED = 100


def _chat(world: World, chat_id: int | str) -> Chat:
    """A blocked private chat may still be tidied; anywhere else the bot must be able to write."""
    chat = known_chat(world, chat_id)
    return chat if chat.is_private and chat.opened else writable_chat(world, chat_id)


def _why_not(world: World, chat: Chat, message: Message) -> str | None:
    own = message["from"]["id"] == world.bot.id
    if world.clock() - message["date"] >= DELETABLE_S:
        return "message can't be deleted for everyone"
    if not own and not chat.is_private and chat.bot_status != "administrator":
        return "message can't be deleted"
    return None


def delete_message(world: World, params: dict[str, Any]) -> bool:
    chat = _chat(world, params["chat_id"])
    message = named_message(chat, params["message_id"], "delete")
    reason = _why_not(world, chat, message)
    if reason is not None:
        raise bad_request(reason)
    world.remove_message(chat, message["message_id"])
    return True


def delete_messages(world: World, params: dict[str, Any]) -> bool:
    """Deletes what can be deleted; ids that are not there are passed over, as with Telegram."""
    chat = _chat(world, params["chat_id"])
    ids = params["message_ids"]
    if not ids:
        raise bad_request("message identifiers are not specified")
    if len(ids) > MAX_DELETED:
        raise bad_request("too many message identifiers specified")
    found = [chat.messages[message_id] for message_id in dict.fromkeys(ids) if message_id in chat.messages]
    for message in found:
        reason = _why_not(world, chat, message)
        if reason is not None:
            raise bad_request(reason)
    for message in found:
        world.remove_message(chat, message["message_id"])
    return True


HANDLERS = {"deleteMessage": delete_message, "deleteMessages": delete_messages}
