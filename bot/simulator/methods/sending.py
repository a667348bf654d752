"""
sendMessage, sendLocation, sendContact, sendChatAction, and `post`, through which every send goes.
"""

from __future__ import annotations

from typing import Any

from bot.simulator.chats import Chat, Message
from bot.simulator.methods.markup import inline_keyboard, reply_keyboard
from bot.simulator.methods.target import reply_fields, writable_chat
from bot.simulator.methods.wording import text_fields
from bot.simulator.refusals import bad_request
from bot.simulator.world import World

ACTIONS = frozenset(
    {
        *("typing", "choose_sticker", "find_location"),
        *("upload_photo", "upload_video", "upload_voice", "upload_document", "upload_video_note"),
        *("record_video", "record_voice", "record_video_note"),
    }
)


def post(world: World, chat: Chat, params: dict[str, Any], content: dict[str, Any]) -> Message:
    """
    Put a message of the bot into a chat.

    Args:
        params: The call's parameters; `reply_markup`, `reply_parameters`, `protect_content` are used.
        content: The fields that make the message what it is (text, photo, …).
    """
    markup = params.get("reply_markup")
    keyboard = None
    if markup is not None:
        if "inline_keyboard" in markup:
            keyboard = inline_keyboard(markup)
        elif "keyboard" in markup:
            reply_keyboard(markup)
    content |= reply_fields(world, chat, params)
    if params.get("protect_content"):
        content["has_protected_content"] = True
    if keyboard is not None:
        content["reply_markup"] = keyboard
    if markup is not None and "inline_keyboard" not in markup:
        chat.reply_keyboard = markup if "keyboard" in markup else None
    message = world.add_message(chat, world.bot, content)
    if markup is not None and "inline_keyboard" not in markup:
        chat.uneditable.add(message["message_id"])
    return message


def send_message(world: World, params: dict[str, Any]) -> Message:
    content = text_fields(params)
    chat = writable_chat(world, params["chat_id"])
    if "link_preview_options" in params:
        content["link_preview_options"] = params["link_preview_options"]
    return post(world, chat, params, content)


def send_location(world: World, params: dict[str, Any]) -> Message:
    latitude, longitude = params["latitude"], params["longitude"]
    if not -90 <= latitude <= 90 or not -180 <= longitude <= 180:
        raise bad_request("wrong latitude or longitude specified")
    chat = writable_chat(world, params["chat_id"])
    return post(world, chat, params, {"location": {"latitude": latitude, "longitude": longitude}})


def send_contact(world: World, params: dict[str, Any]) -> Message:
    if not params["phone_number"].strip():
        raise bad_request("contact phone number must be non-empty")
    if not params["first_name"].strip():
        raise bad_request("contact first name must be non-empty")
    chat = writable_chat(world, params["chat_id"])
    contact = {
        key: params[key] for key in ("phone_number", "first_name", "last_name", "vcard") if key in params
    }
    return post(world, chat, params, {"contact": contact})


def send_chat_action(world: World, params: dict[str, Any]) -> bool:
    if params["action"] not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat = writable_chat(world, params["chat_id"])
    world.feed.tell("typing", chat.id, {"action": params["action"]})
    return True


HANDLERS = {
    "sendMessage": send_message,
    "sendLocation": send_location,
    "sendContact": send_contact,
    "sendChatAction": send_chat_action,
}
