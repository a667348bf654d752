"""
editMessageText, editMessageCaption, editMessageReplyMarkup.

A bot may edit only its own messages, and none that it sent with anything but an inline keyboard. A call
without `reply_markup` removes the keyboard, as with Telegram.
"""

from __future__ import annotations

from typing import Any

from bot.simulator.chats import Chat, Message
from bot.simulator.methods.markup import inline_keyboard
from bot.simulator.methods.target import named_message, writable_chat
from bot.simulator.methods.wording import caption_fields, text_fields
from bot.simulator.refusals import bad_request
from bot.simulator.world import World

_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup "
    "are exactly the same as a current content and reply markup of the message"
)
_WORDS = frozenset(
    {"text", "entities", "caption", "caption_entities", "link_preview_options", "reply_markup"}
)


def _editable(world: World, params: dict[str, Any]) -> tuple[Chat, Message]:
    if "inline_message_id" in params:
        raise bad_request("invalid inline message identifier specified")
    if "chat_id" not in params:
        raise bad_request("chat_id is empty")
    chat = writable_chat(world, params["chat_id"])
    message = named_message(chat, params.get("message_id"), "edit")
    if message["from"]["id"] != world.bot.id or "forward_origin" in message:
        raise bad_request("message can't be edited")
    if message["message_id"] in chat.uneditable:
        raise bad_request("message can't be edited")
    return chat, message


def _edit(world: World, chat: Chat, old: Message, words: dict[str, Any], params: dict[str, Any]) -> Message:
    """Replace the words (and the keyboard) of `old`, keeping everything else."""
    keyboard = inline_keyboard(params.get("reply_markup"))
    if keyboard is not None:
        words["reply_markup"] = keyboard
    if {key: value for key, value in old.items() if key in _WORDS} == words:
        raise bad_request(_NOT_MODIFIED)
    new = {key: value for key, value in old.items() if key not in _WORDS}
    new["edit_date"] = int(world.clock())
    return world.replace_message(chat, new | words)


def edit_message_text(world: World, params: dict[str, Any]) -> Message:
    words = text_fields(params)
    chat, message = _editable(world, params)
    if "text" not in message:
        raise bad_request("there is no text in the message to edit")
    if "link_preview_options" in params:
        words["link_preview_options"] = params["link_preview_options"]
    return _edit(world, chat, message, words, params)


def edit_message_caption(world: World, params: dict[str, Any]) -> Message:
    words = caption_fields(params)
    chat, message = _editable(world, params)
    if not any(kind in message for kind in ("photo", "voice", "video", "document")):
        raise bad_request("there is no caption in the message to edit")
    return _edit(world, chat, message, words, params)


def edit_message_reply_markup(world: World, params: dict[str, Any]) -> Message:
    chat, message = _editable(world, params)
    words = {key: value for key, value in message.items() if key in _WORDS and key != "reply_markup"}
    return _edit(world, chat, message, words, params)


HANDLERS = {
    "editMessageText": edit_message_text,
    "editMessageCaption": edit_message_caption,
    "editMessageReplyMarkup": edit_message_reply_markup,
}
