"""
Who is in which chat: the bot added, removed, blocked, promoted; people come and go; a group moves on.

Each change of the bot's own place gives a `my_chat_member` update, and in groups the service message that
Telegram would show.
"""

from __future__ import annotations

from typing import Any

from bot.simulator.chats import GONE, Chat, Message, User
from bot.simulator.world import World

_RIGHTS = (
    "can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages", "can_manage_video_chats",
    "can_restrict_members", "can_promote_members", "can_change_info", "can_invite_users", "can_post_stories",
    "can_edit_stories", "can_delete_stories", "can_pin_messages",
)  # fmt: skip
_HELD = frozenset({"can_manage_chat", "can_delete_messages", "can_invite_users", "can_pin_messages"})


def member_json(user: User, status: str) -> dict[str, Any]:
    """A ChatMember object."""
    member: dict[str, Any] = {"status": status, "user": user.json}
    if status == "administrator":
        member |= {right: right in _HELD for right in _RIGHTS}
    elif status == "creator":
        member["is_anonymous"] = False
    elif status == "kicked":
        member["until_date"] = 0
    return member


def set_bot_status(world: World, chat: Chat, status: str, *, by: User) -> None:
    """Change the bot's place in a chat and tell it; nothing happens if it is the same."""
    if chat.bot_status == status:
        return
    change = {
        "chat": chat.json,
        "from": by.json,
        "date": int(world.clock()),
        "old_chat_member": member_json(world.bot, chat.bot_status),
        "new_chat_member": member_json(world.bot, status),
    }
    chat.bot_status = status
    world.updates.put("my_chat_member", change, ("member", chat.id))
    world.feed.tell("member", chat.id, change)


def service(world: World, chat: Chat, sender: User, content: dict[str, Any]) -> Message:
    """A service message ("X joined"), which the bot sees even in privacy mode."""
    message = world.add_message(chat, sender, content)
    if chat.bot_status not in GONE:
        world.updates.put("message", message, ("message", chat.id))
    return message


def add_bot(world: World, by: User, chat: Chat, *, as_administrator: bool = False) -> None:
    """A member brings the bot into a group."""
    by.met = True
    set_bot_status(world, chat, "administrator" if as_administrator else "member", by=by)
    service(world, chat, by, {"new_chat_members": [world.bot.json]})


def remove_bot(world: World, by: User, chat: Chat) -> None:
    """Somebody throws the bot out; it hears of it only through `my_chat_member`."""
    set_bot_status(world, chat, "kicked", by=by)
    service(world, chat, by, {"left_chat_member": world.bot.json})


def promote_bot(world: World, by: User, chat: Chat) -> None:
    set_bot_status(world, chat, "administrator", by=by)


def join(world: World, user: User, chat: Chat) -> None:
    """A person enters a group."""
    chat.members[user.id] = "member"
    if chat.bot_status not in GONE:
        user.met = True
    service(world, chat, user, {"new_chat_members": [user.json]})


def leave(world: World, user: User, chat: Chat) -> None:
    """A person leaves a group."""
    chat.members.pop(user.id, None)
    service(world, chat, user, {"left_chat_member": user.json})


def migrate(world: World, chat: Chat) -> Chat:
    """
    Turn a small group into a supergroup: a new id, and the old one answers with `migrate_to_chat_id`.

    Returns: The new chat. The bot gets the two service messages Telegram sends.
    """
    owner = world.users[next(user_id for user_id, status in chat.members.items() if status == "creator")]
    new = world.add_group(chat.title or "", owner=owner, supergroup=True)
    new.members = dict(chat.members)
    new.bot_status = chat.bot_status
    service(world, chat, owner, {"migrate_to_chat_id": new.id})
    chat.migrated_to = new.id
    service(world, new, owner, {"migrate_from_chat_id": chat.id})
    world.feed.tell("chat", chat.id, {"migrate_to_chat_id": new.id})
    return new
