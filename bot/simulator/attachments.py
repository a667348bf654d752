"""
What else people send: photos, voices, documents, albums, places, contacts, stickers, dice, polls.

Each goes through `acts.say`, so it meets the same rules and reaches the bot as an update.
"""

from __future__ import annotations

from typing import Any, Literal

from bot.simulator.acts import say, words_fields
from bot.simulator.chats import Chat, Message, User
from bot.simulator.shapes import media_fields
from bot.simulator.world import World

MediaKind = Literal["photo", "voice", "document", "video"]


def send_media(
    world: World,
    user: User,
    chat: Chat,
    kind: MediaKind,
    data: bytes,
    *,
    caption: str = "",
    file_name: str | None = None,
    mime_type: str | None = None,
    size: int | None = None,
    duration: int = 0,
    album: str | None = None,
    reply_to: int | None = None,
    forwarded_from: User | str | None = None,
) -> Message:
    """
    A photo, voice, document or video.

    Args:
        size: What Telegram says it weighs, in bytes, if that should differ from `data`.
        duration: Seconds.
        album: `media_group_id`, see `send_album`.
    """
    stored = world.files.keep(kind, data, file_name=file_name, mime_type=mime_type, size=size)
    content = media_fields(kind, stored, duration=duration) | words_fields("caption", caption)
    if album is not None:
        content["media_group_id"] = album
    return say(world, user, chat, content, reply_to=reply_to, forwarded_from=forwarded_from)


def send_album(
    world: World, user: User, chat: Chat, pictures: list[bytes], *, caption: str = ""
) -> list[Message]:
    """Several photos at once; the caption belongs to the first. They come as one update each."""
    album = world.next_album_id()
    return [
        send_media(world, user, chat, "photo", data, caption="" if number else caption, album=album)
        for number, data in enumerate(pictures)
    ]


def send_location(world: World, user: User, chat: Chat, latitude: float, longitude: float) -> Message:
    return say(world, user, chat, {"location": {"latitude": latitude, "longitude": longitude}})


def send_contact(
    world: World, user: User, chat: Chat, phone_number: str, first_name: str, *, user_id: int | None = None
) -> Message:
    """A contact card; with `user_id` it is an account of Telegram (one's own, perhaps)."""
    contact: dict[str, Any] = {"phone_number": phone_number, "first_name": first_name}
    if user_id is not None:
        contact["user_id"] = user_id
    return say(world, user, chat, {"contact": contact})


def send_sticker(world: World, user: User, chat: Chat, emoji: str = "👍") -> Message:
    stored = world.files.keep("sticker", b"RIFF....WEBP")
    sticker = {
        "file_id": stored.file_id,
        "file_unique_id": stored.file_unique_id,
        "type": "regular",
        "width": 512,
        "height": 512,
        "is_animated": False,
        "is_video": False,
        "emoji": emoji,
    }
    return say(world, user, chat, {"sticker": sticker})


def send_dice(world: World, user: User, chat: Chat, value: int = 3) -> Message:
    return say(world, user, chat, {"dice": {"emoji": "🎲", "value": value}})


def send_poll(world: World, user: User, chat: Chat, question: str, options: list[str]) -> Message:
    poll = {
        "id": world.next_album_id(),
        "question": question,
        "options": [
            {"persistent_id": str(number), "text": text, "voter_count": 0}
            for number, text in enumerate(options)
        ],
        "total_voter_count": 0,
        "is_closed": False,
        "is_anonymous": True,
        "type": "regular",
        "allows_multiple_answers": False,
        "allows_revoting": False,
        "members_only": False,
    }
    return say(world, user, chat, {"poll": poll})
