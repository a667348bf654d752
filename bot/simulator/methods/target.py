"""
Find the chat or message a call names, and say in Telegram's words why the bot may not use it.
"""

from __future__ import annotations

from typing import Any

from bot.simulator.chats import GONE, Chat, Message
from bot.simulator.refusals import bad_request, forbidden, migrated
from bot.simulator.world import World


def known_chat(world: World, chat_id: int | str) -> Chat:
    """The chat, if the bot has an address for it; raises "chat not found" otherwise."""
    chat = world.chats.get(chat_id) if type(chat_id) is int else world.find_chat(chat_id)
    if chat is None:
        if chat_id == world.bot.id:
            raise forbidden("bots can't send messages to bots")
        raise bad_request("chat not found")
    if chat.user is not None:
        if not chat.opened and not chat.user.met:
            raise bad_request("chat not found")
    elif chat.bot_status == "left" and not chat.messages:
        raise bad_request("chat not found")
    return chat


def writable_chat(world: World, chat_id: int | str) -> Chat:
    """The chat, if the bot may write there now; raises 400 or 403 with Telegram's reason."""
    chat = known_chat(world, chat_id)
    if chat.user is not None:
        if not chat.opened:
            raise forbidden("bot can't initiate conversation with a user")
        if chat.bot_status in GONE:
            raise forbidden("bot was blocked by the user")
        return chat
    if chat.migrated_to is not None:
        raise migrated(chat.migrated_to)
    kind = "supergroup" if chat.type == "supergroup" else "group"
    if chat.bot_status == "kicked":
        raise forbidden(f"bot was kicked from the {kind} chat")
    if chat.bot_status == "left":
        raise forbidden(f"bot is not a member of the {kind} chat")
    return chat


def named_message(chat: Chat, message_id: int | None, purpose: str) -> Message:
    """The message of a call; `purpose` completes "message to … not found"."""
    if message_id is None or message_id == 0:
        raise bad_request("message identifier is not specified")
    message = chat.messages.get(message_id)
    if message is None:
        raise bad_request(f"message to {purpose} not found")
    return message


def reply_fields(world: World, chat: Chat, params: dict[str, Any]) -> dict[str, Any]:
    """`reply_to_message` for a new message, if `reply_parameters` ask for one."""
    asked = params.get("reply_parameters")
    if asked is None:
        return {}
    other = asked.get("chat_id")
    source = chat if other is None else known_chat(world, other)
    replied = source.messages.get(asked["message_id"])
    if replied is None:
        if asked.get("allow_sending_without_reply"):
            return {}
        raise bad_request("message to be replied not found")
    if source is not chat:
        return {
            "external_reply": {
                "origin": {"type": "user", "sender_user": replied["from"], "date": replied["date"]}
            }
        }
    fields = {"reply_to_message": {key: value for key, value in replied.items() if key != "reply_to_message"}}
    if "quote" in asked:
        if asked["quote"] not in (replied.get("text") or replied.get("caption") or ""):
            raise bad_request("QUOTE_TEXT_INVALID")
        fields["quote"] = {
            "text": asked["quote"],
            "position": asked.get("quote_position", 0),
            "is_manual": True,
        }
    return fields
