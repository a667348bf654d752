"""
answerCallbackQuery and setMessageReaction.
"""

from __future__ import annotations

from typing import Any

from bot.simulator.methods.target import named_message, writable_chat
from bot.simulator.refusals import bad_request
from bot.simulator.updates import TAP_LIFETIME_S
from bot.simulator.world import World

MAX_ANSWER = 200
_REACTIONS = """
👍 👎 ❤ 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡
🥱 🥴 😍 🐳 ❤\u200d🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈
😴 😭 🤓 👻 👨\u200d💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿
🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷\u200d♂ 🤷 🤷\u200d♀ 😡
"""
REACTIONS = frozenset(_REACTIONS.split())


def answer_callback_query(world: World, params: dict[str, Any]) -> bool:
    """A second answer is refused like a late one: Telegram has forgotten the query by then."""
    tap = world.taps.get(params["callback_query_id"])
    if tap is None or tap.answer is not None or world.clock() - tap.tapped_at > TAP_LIFETIME_S:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    if len(params.get("text", "")) > MAX_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    tap.answer = {"text": params.get("text"), "show_alert": params.get("show_alert", False)}
    told = {"callback_query_id": tap.id, "user_id": tap.user_id, **tap.answer}
    world.feed.tell("tap_answered", tap.chat_id, told)
    return True


def set_message_reaction(world: World, params: dict[str, Any]) -> bool:
    chat = writable_chat(world, params["chat_id"])
    message = named_message(chat, params["message_id"], "react")
    reaction = params.get("reaction", [])
    if len(reaction) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    if any(one["emoji"] not in REACTIONS for one in reaction):
        raise bad_request("REACTION_INVALID")
    world.feed.tell("reaction", chat.id, {"message_id": message["message_id"], "reaction": reaction})
    return True


HANDLERS = {"answerCallbackQuery": answer_callback_query, "setMessageReaction": set_message_reaction}
