"""
What the browser is told, as JSON: the whole page (`page`), one chat, one change.

Messages are the Bot API's own objects. A change carries its chat's present state beside it, because a
keyboard or a block is no message. Reads the world, changes nothing.
"""

from __future__ import annotations

import json
from typing import Any

from bot.simulator.chats import Chat
from bot.simulator.feed import Change
from bot.simulator.phone.panels import Panel, Shelf
from bot.simulator.world import World

Json = dict[str, Any]


def page(world: World, shelf: Shelf) -> Json:
    """Everything at one moment; changes after `number` come by the stream."""
    shown = {chat.id: chat for panel in shelf for chat in shelf.chats_of(panel)}
    return {
        "number": world.feed.number,
        "bot": {**world.bot.json, "name": world.profile.name, "description": world.profile.description},
        "panels": [_panel(shelf, panel) for panel in shelf],
        "chats": [
            {**chat_state(world, chat), "messages": list(chat.messages.values())} for chat in shown.values()
        ],
    }


def _panel(shelf: Shelf, panel: Panel) -> Json:
    return {
        "person": panel.person.json,
        "name": panel.name,
        "role": panel.role,
        "payload": panel.payload,
        "chats": [chat.id for chat in shelf.chats_of(panel)],
    }


def chat_state(world: World, chat: Chat) -> Json:
    """A chat without its messages."""
    return {
        "id": chat.id,
        "title": chat.title,
        "private": chat.is_private,
        "opened": chat.opened,
        "bot_status": chat.bot_status,
        "reply_keyboard": chat.reply_keyboard,
        "hidden": {str(user_id): sorted(numbers) for user_id, numbers in chat.hidden.items()},
        "commands": commands_in(world, chat),
    }


def commands_in(world: World, chat: Chat) -> list[dict[str, str]]:
    """The bot's command list as the app would choose it: the narrowest scope, then the language."""
    kind = "all_private_chats" if chat.is_private else "all_group_chats"
    language = (chat.user.language_code or "") if chat.user is not None else "id"
    for scope in ({"chat_id": chat.id, "type": "chat"}, {"type": kind}, {"type": "default"}):
        for spoken in (language, ""):
            found = world.profile.commands.get((json.dumps(scope, sort_keys=True), spoken))
            if found:
                return found
    return []


def change_of(world: World, change: Change) -> Json:
    """One change; `chat` is null when it concerns all chats."""
    chat = world.chats.get(change.chat_id)
    return {
        "number": change.number,
        "kind": change.kind,
        "chat": chat_state(world, chat) if chat is not None else None,
        "data": change.data,
    }
