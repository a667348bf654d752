"""
What people do in a chat: write, send things, tap, edit, delete, block. Each act reaches the bot as an update.

Every function takes the world, who acts, and where. Nothing here waits; `person.py` is the comfortable way
to use it in tests; photos, places, polls are in `attachments.py`. In groups, privacy mode decides what the
bot gets to see.
"""

from __future__ import annotations

from typing import Any, Literal

from bot.simulator.chats import GONE, Chat, Message, User
from bot.simulator.entities import utf16_length
from bot.simulator.groups import add_bot, set_bot_status
from bot.simulator.spotting import spotted
from bot.simulator.updates import TAP_LIFETIME_S
from bot.simulator.world import Tap, World


def say(
    world: World,
    user: User,
    chat: Chat,
    content: dict[str, Any],
    *,
    reply_to: int | None = None,
    forwarded_from: User | str | None = None,
) -> Message:
    """
    Put any message of a person into a chat and hand it to the bot.

    Args:
        content: The message's own fields ({"text": …}, {"photo": …}).
        reply_to: Id of the message it answers.
        forwarded_from: The first author; a plain name for somebody who hides their account.

    Raises: ValueError if the person cannot write there.
    """
    _open(world, user, chat)
    if reply_to is not None:
        replied = chat.messages[reply_to]
        content["reply_to_message"] = {
            key: value for key, value in replied.items() if key != "reply_to_message"
        }
    if forwarded_from is not None:
        content["forward_origin"] = _origin(world, forwarded_from)
    message = world.add_message(chat, user, content)
    if _bot_sees(world, chat, message):
        user.met = True
        world.updates.put("message", message, ("message", chat.id))
    return message


def _open(world: World, user: User, chat: Chat) -> None:
    """Writing to a bot begins the chat; after a block the app makes the person unblock first."""
    if chat.user is None:
        if user.id not in chat.members:
            raise ValueError(f"{user.first_name} is not in this group")
        if chat.migrated_to is not None:
            raise ValueError("this group has moved to a supergroup")
        return
    if chat.user is not user:
        raise ValueError("a person writes in their own private chat")
    if chat.bot_status in GONE:
        unblock_bot(world, user)
    chat.opened = user.met = True


def _origin(world: World, author: User | str) -> dict[str, Any]:
    date = int(world.clock()) - 3600
    if isinstance(author, str):
        return {"type": "hidden_user", "sender_user_name": author, "date": date}
    return {"type": "user", "sender_user": author.json, "date": date}


def _bot_sees(world: World, chat: Chat, message: Message) -> bool:
    if chat.is_private:
        return True
    if chat.bot_status in GONE:
        return False
    if chat.bot_status == "administrator" or not world.privacy_mode:
        return True
    words: str = message.get("text") or message.get("caption") or ""
    replied = message.get("reply_to_message", {}).get("from", {})
    return (
        words.startswith("/") or f"@{world.bot.username}" in words or bool(replied.get("id") == world.bot.id)
    )


def send_text(
    world: World,
    user: User,
    chat: Chat,
    text: str,
    *,
    reply_to: int | None = None,
    forwarded_from: User | str | None = None,
) -> Message:
    """A text or a command; Telegram's app trims it and splits what is over 4096 characters itself."""
    text = text.strip()
    if not 1 <= utf16_length(text) <= 4096:
        raise ValueError("the app sends texts of 1 to 4096 characters")
    return say(
        world, user, chat, words_fields("text", text), reply_to=reply_to, forwarded_from=forwarded_from
    )


def words_fields(name: Literal["text", "caption"], text: str) -> dict[str, Any]:
    """A person's words with the entities the app finds in them; nothing for an empty text."""
    if not text:
        return {}
    found = spotted(text)
    content: dict[str, Any] = {name: text}
    if found:
        content["entities" if name == "text" else "caption_entities"] = found
    return content


def start(world: World, user: User, payload: str = "") -> Message:
    """Press Start, perhaps behind a link t.me/bot?start=payload."""
    _check_payload(payload)
    return send_text(world, user, world.chats[user.id], f"/start {payload}")


def start_group(world: World, user: User, chat: Chat, payload: str = "") -> Message:
    """Bring the bot into a group through t.me/bot?startgroup=payload."""
    _check_payload(payload)
    add_bot(world, user, chat)
    return send_text(world, user, chat, f"/start@{world.bot.username} {payload}")


def _check_payload(payload: str) -> None:
    if len(payload) > 64 or not all(c.isascii() and (c.isalnum() or c in "_-") for c in payload):
        raise ValueError("a start payload has at most 64 of A-Z a-z 0-9 _ -")


def edit_text(world: World, user: User, chat: Chat, message_id: int, text: str) -> Message:
    """Change one's own text (or caption); the bot gets `edited_message`."""
    old = chat.messages[message_id]
    if old["from"]["id"] != user.id:
        raise ValueError("people edit only what they wrote")
    name: Literal["text", "caption"] = "text" if "text" in old else "caption"
    kept = {
        key: value
        for key, value in old.items()
        if key not in {"text", "entities", "caption", "caption_entities"}
    }
    new = world.replace_message(
        chat, kept | words_fields(name, text.strip()) | {"edit_date": int(world.clock())}
    )
    if _bot_sees(world, chat, new):
        world.updates.put("edited_message", new, ("message", chat.id))
    return new


def tap(world: World, user: User, chat: Chat, message_id: int, data: str) -> Tap:
    """Tap an inline button; the bot gets `callback_query` in a lane apart from messages."""
    message = chat.messages[message_id]
    buttons = [button for row in message["reply_markup"]["inline_keyboard"] for button in row]
    if all(button.get("callback_data") != data for button in buttons):
        raise ValueError(f"message {message_id} has no button with that data")
    if chat.is_private and chat.bot_status in GONE:
        raise ValueError("the bot is blocked")
    made = world.add_tap(user, chat)
    user.met = True
    query = {
        "id": made.id,
        "from": user.json,
        "message": message,
        "chat_instance": str(-chat.id * 7919),
        "data": data,
    }
    world.updates.put("callback_query", query, ("tap", user.id), TAP_LIFETIME_S)
    world.feed.tell("tap", chat.id, query)
    return made


def delete(world: World, user: User, chat: Chat, message_id: int, *, for_everybody: bool = True) -> None:
    """Delete a message, also the bot's; the bot is told nothing."""
    if for_everybody:
        world.remove_message(chat, message_id)
        return
    chat.hidden.setdefault(user.id, set()).add(message_id)
    world.feed.tell("deleted", chat.id, {"message_id": message_id, "for": user.id})


def block_bot(world: World, user: User) -> None:
    """The bot gets `my_chat_member` with status "kicked", and 403 from now on."""
    set_bot_status(world, world.chats[user.id], "kicked", by=user)


def unblock_bot(world: World, user: User) -> None:
    set_bot_status(world, world.chats[user.id], "member", by=user)


def visible(chat: Chat, user: User) -> list[Message]:
    """What a person sees in a chat, oldest first."""
    hidden = chat.hidden.get(user.id, set())
    return [message for number, message in chat.messages.items() if number not in hidden]
