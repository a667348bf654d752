"""
Read one update of Telegram into an `Incoming`, or decide that it is not for us.

Plain dicts on the hot path; whatever shape arrives, the result is an `Incoming` or None, never an error.
Group messages are nobody's business but for the hotline's buttons, the binding link and moves.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, TypeGuard

from bot.engine.events import (
    Command,
    Contact,
    Edited,
    Files,
    Location,
    Media,
    Tap,
    Text,
    Unsupported,
)
from bot.runner.incoming import Arrival, ChatBack, ChatGone, HotlineTap, Incoming, Migrated

ALLOWED_UPDATES = ["message", "edited_message", "callback_query", "my_chat_member"]
MOST_CHARACTERS = 4096
FILE_KINDS = ("voice", "audio", "video", "video_note", "animation", "document")
OTHER_KINDS = (
    "sticker",
    "dice",
    "poll",
    "game",
    "story",
    "venue",
    "invoice",
    "paid_media",
    "checklist",
    "giveaway",
)
SERVICE_KINDS = (
    "new_chat_members",
    "left_chat_member",
    "pinned_message",
    "message_auto_delete_timer_changed",
    "write_access_allowed",
    "new_chat_title",
    "new_chat_photo",
    "group_chat_created",
)

TagOf = Callable[[int], str]
Raw = Mapping[str, Any]


def read_update(update: Raw, tag_of: TagOf) -> Incoming | None:
    """
    Args:
        update: As Telegram sent it, decoded JSON.
        tag_of: Chat or user id to the tag that stands for it in the store.

    Returns: None for what we leave alone (channel posts, talk in groups, service messages).
    """
    number = update.get("update_id")
    if not _is_id(number):
        return None
    seen = f"u{number}"
    if "callback_query" in update:
        return _tap(_raw(update["callback_query"]), seen, tag_of)
    if "my_chat_member" in update:
        return _membership(_raw(update["my_chat_member"]), seen, tag_of)
    edited = "edited_message" in update
    message = _raw(update.get("edited_message") if edited else update.get("message"))
    chat = _raw(message.get("chat"))
    chat_id, message_id = chat.get("id"), message.get("message_id")
    if not _is_somebody(chat_id) or not _is_id(message_id):
        return None
    group = chat.get("type") != "private"
    arrival = (
        _group_message(message, tag_of)
        if group
        else _private_message(message, edited=edited, number=message_id)
    )
    if arrival is None:
        return None
    sender = _raw(message.get("from")).get("id")
    reply_to = _raw(message.get("reply_to_message")).get("message_id", 0)
    return Incoming(
        seen,
        tag_of(chat_id),
        arrival,
        chat_id=chat_id,
        message_id=message_id,
        album=re.sub(r"[^A-Za-z0-9]", "", _text(message.get("media_group_id")))[:40],
        reply_to=reply_to if _is_id(reply_to) else 0,
        actor=tag_of(sender) if _is_somebody(sender) else "",
        group=group,
    )


def tap_to_answer(update: Raw) -> str:
    """The id of the tap in an update, "" if it holds none."""
    return _text(_raw(update.get("callback_query")).get("id"))


def _tap(query: Raw, seen: str, tag_of: TagOf) -> Incoming | None:
    message = _raw(query.get("message"))
    chat_id, sender = _raw(message.get("chat")).get("id"), _raw(query.get("from")).get("id")
    if not _is_somebody(sender):
        return None
    if not _is_somebody(chat_id):
        chat_id = sender  # a message too old for Telegram to show: answered in the private chat
    nonce, _, rest = _text(query.get("data")).partition(".")
    node, _, choice = rest.partition(".")
    group = chat_id < 0
    arrival: Arrival = Tap(nonce, node, choice)
    if nonce == "case":
        arrival = HotlineTap(node, choice)
    elif group:
        return None
    message_id = message.get("message_id")
    return Incoming(
        seen,
        tag_of(chat_id),
        arrival,
        chat_id=chat_id,
        reply_to=message_id if _is_id(message_id) else 0,
        actor=tag_of(sender),
        group=group,
    )


def _membership(change: Raw, seen: str, tag_of: TagOf) -> Incoming | None:
    chat = _raw(change.get("chat"))
    chat_id = chat.get("id")
    if not _is_somebody(chat_id) or chat.get("type") == "channel":
        return None
    status = _raw(change.get("new_chat_member")).get("status")
    arrival = ChatGone() if status in ("kicked", "left") else ChatBack()
    return Incoming(seen, tag_of(chat_id), arrival, chat_id=chat_id, group=chat.get("type") != "private")


def _group_message(message: Raw, tag_of: TagOf) -> Arrival | None:
    moved_from = message.get("migrate_from_chat_id")
    if _is_somebody(moved_from):
        return Migrated(tag_of(moved_from))
    text = _text(message.get("text"))
    return _command(text) if text.startswith("/start") else None


def _private_message(message: Raw, *, edited: bool, number: int) -> Arrival | None:
    text = _text(message.get("text"))[:MOST_CHARACTERS]
    forwarded = "forward_origin" in message
    if text:
        if edited:
            return Edited(text, number)
        return _command(text) if text.startswith("/") and not forwarded else Text(text, forwarded)
    media = _media(message)
    if media is not None:
        return (
            Edited(media.caption, number)
            if edited and media.caption
            else (None if edited else Files((media,)))
        )
    contact = _raw(message.get("contact"))
    if contact.get("phone_number"):
        name = f"{_text(contact.get('first_name'))} {_text(contact.get('last_name'))}".strip()
        return Contact(_text(contact.get("phone_number")), name)
    location = _raw(message.get("location"))
    if isinstance(location.get("latitude"), int | float) and isinstance(
        location.get("longitude"), int | float
    ):
        return None if edited else Location(float(location["latitude"]), float(location["longitude"]))
    if edited or any(kind in message for kind in SERVICE_KINDS):
        return None
    return Unsupported(next((kind for kind in OTHER_KINDS if kind in message), "other"))


def _command(text: str) -> Command:
    """`/Lapor@LangkahAmanBot isi` -> Command("lapor", "isi")."""
    word, _, payload = text.partition(" ")
    return Command(word[1:].partition("@")[0].casefold(), payload.strip())


def _media(message: Raw) -> Media | None:
    caption = _text(message.get("caption"))[:MOST_CHARACTERS]
    photos = message.get("photo")
    if isinstance(photos, list) and photos:
        return _one_file("photo", _raw(photos[-1]), caption)
    for kind in FILE_KINDS:
        if kind in message:
            return _one_file(kind, _raw(message[kind]), caption)
    return None


def _one_file(kind: str, file: Raw, caption: str) -> Media | None:
    if not isinstance(file.get("file_id"), str):
        return None
    size = file.get("file_size")
    return Media(
        kind,
        file["file_id"],
        _text(file.get("file_unique_id")),
        size if isinstance(size, int) else 0,
        _text(file.get("file_name"))[:120],
        caption,
    )


def _is_id(value: object) -> TypeGuard[int]:
    """A whole number; `True` is one for Python but nobody's id."""
    return isinstance(value, int) and not isinstance(value, bool)


def _is_somebody(value: object) -> TypeGuard[int]:
    """A chat's or a person's id. No chat has the number 0: nothing could be sent there."""
    return _is_id(value) and value != 0


def _raw(value: object) -> Raw:
    return value if isinstance(value, Mapping) else {}


def _text(value: object) -> str:
    """A string without lone surrogates, which no UTF-8 can carry."""
    return value.encode("utf-8", "replace").decode("utf-8") if isinstance(value, str) else ""
