"""
forwardMessage and copyMessage; neither works on a protected message.
"""

from __future__ import annotations

from typing import Any

from bot.simulator.chats import Message
from bot.simulator.methods.sending import post
from bot.simulator.methods.target import known_chat, named_message, writable_chat
from bot.simulator.methods.wording import caption_fields
from bot.simulator.refusals import bad_request
from bot.simulator.world import World

CONTENT = frozenset(
    {
        *("text", "entities", "link_preview_options", "caption", "caption_entities"),
        *("photo", "voice", "video", "document"),
        *("location", "contact", "sticker", "dice", "poll"),
    }
)


def forward_origin(message: Message) -> dict[str, Any]:
    """Where a message comes from: an earlier origin if it was forwarded before, else its sender."""
    if "forward_origin" in message:
        origin: dict[str, Any] = message["forward_origin"]
        return origin
    return {"type": "user", "sender_user": message["from"], "date": message["date"]}


def forward_message(world: World, params: dict[str, Any]) -> Message:
    chat = writable_chat(world, params["chat_id"])
    source = known_chat(world, params["from_chat_id"])
    message = named_message(source, params["message_id"], "forward")
    if message.get("has_protected_content"):
        raise bad_request("message can't be forwarded")
    content = {key: value for key, value in message.items() if key in CONTENT}
    return post(world, chat, params, content | {"forward_origin": forward_origin(message)})


def copy_message(world: World, params: dict[str, Any]) -> dict[str, int]:
    chat = writable_chat(world, params["chat_id"])
    source = known_chat(world, params["from_chat_id"])
    message = named_message(source, params["message_id"], "copy")
    content = {key: value for key, value in message.items() if key in CONTENT}
    if message.get("has_protected_content") or not content:
        raise bad_request("message can't be copied")
    if "caption" in params and "text" not in content:
        content = {key: value for key, value in content.items() if not key.startswith("caption")}
        content |= caption_fields(params)
    return {"message_id": post(world, chat, params, content)["message_id"]}


HANDLERS = {"forwardMessage": forward_message, "copyMessage": copy_message}
