"""
What the bot says about itself: commands, name, descriptions, menu button.
"""

from __future__ import annotations

import json
import re
from typing import Any

from bot.simulator.methods.target import known_chat
from bot.simulator.refusals import bad_request
from bot.simulator.world import World

MAX_COMMANDS = 100
MAX_COMMAND_DESCRIPTION = 256
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_LANGUAGE = re.compile(r"(?:[a-z]{2})?")


def _key(params: dict[str, Any]) -> tuple[str, str]:
    """Commands are kept per scope and language."""
    language = params.get("language_code", "")
    if _LANGUAGE.fullmatch(language) is None:
        raise bad_request("invalid language_code specified")
    return json.dumps(params.get("scope") or {"type": "default"}, sort_keys=True), language


def set_my_commands(world: World, params: dict[str, Any]) -> bool:
    commands = params["commands"]
    if len(commands) > MAX_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if _COMMAND.fullmatch(command["command"].removeprefix("/")) is None:
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(command["description"].strip()) <= MAX_COMMAND_DESCRIPTION:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    world.profile.commands[_key(params)] = [
        {"command": one["command"].removeprefix("/"), "description": one["description"]} for one in commands
    ]
    world.feed.tell("menu", 0, {})
    return True


def get_my_commands(world: World, params: dict[str, Any]) -> list[dict[str, str]]:
    return world.profile.commands.get(_key(params), [])


def delete_my_commands(world: World, params: dict[str, Any]) -> bool:
    world.profile.commands.pop(_key(params), None)
    world.feed.tell("menu", 0, {})
    return True


def set_my_name(world: World, params: dict[str, Any]) -> bool:
    world.profile.name = params.get("name") or world.bot.first_name
    return True


def set_my_description(world: World, params: dict[str, Any]) -> bool:
    world.profile.description = params.get("description", "")
    world.feed.tell("menu", 0, {})
    return True


def set_my_short_description(world: World, params: dict[str, Any]) -> bool:
    world.profile.short_description = params.get("short_description", "")
    return True


def set_chat_menu_button(world: World, params: dict[str, Any]) -> bool:
    button = params.get("menu_button", {"type": "default"})
    if "chat_id" in params:
        chat = known_chat(world, params["chat_id"])
        if not chat.is_private:
            raise bad_request("chat not found")
        chat.menu_button = button
    else:
        world.profile.menu_button = button
    world.feed.tell("menu", params.get("chat_id", 0), {})
    return True


def get_chat_menu_button(world: World, params: dict[str, Any]) -> dict[str, Any]:
    if "chat_id" not in params:
        return world.profile.menu_button
    return known_chat(world, params["chat_id"]).menu_button or {"type": "default"}


HANDLERS = {
    "setMyCommands": set_my_commands,
    "getMyCommands": get_my_commands,
    "deleteMyCommands": delete_my_commands,
    "setMyName": set_my_name,
    "setMyDescription": set_my_description,
    "setMyShortDescription": set_my_short_description,
    "setChatMenuButton": set_chat_menu_button,
    "getChatMenuButton": get_chat_menu_button,
}
