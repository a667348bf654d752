"""
Who and where: users and chats, and the JSON objects Telegram shows for them.

A message is the very dict that Telegram would send (`Message`); it is never changed in place once it is
in a chat, an edit puts a new dict there. So a message seen by a test or a recorder stays as it was.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

Message = dict[str, Any]

GONE = frozenset({"left", "kicked"})


@dataclass(slots=True)
class User:
    """One account; `met` means the bot has seen it somewhere, so it has an address for it."""

    id: int
    first_name: str
    username: str | None = None
    last_name: str | None = None
    language_code: str | None = "id"
    is_bot: bool = False
    met: bool = False
    json: dict[str, Any] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        shown = {
            "id": self.id,
            "is_bot": self.is_bot,
            "first_name": self.first_name,
            "last_name": self.last_name,
            "username": self.username,
            "language_code": self.language_code,
        }
        self.json = {key: value for key, value in shown.items() if value is not None}


@dataclass(slots=True)
class Chat:
    """
    One chat as Telegram keeps it; `user` is set for private chats only.

    `opened`: the person wrote first (private chats). `bot_status`: "member", "administrator", "kicked"
    or "left"; in a private chat "kicked" means the person blocked the bot.
    """

    id: int
    type: str
    user: User | None = None
    title: str | None = None
    username: str | None = None
    opened: bool = False
    bot_status: str = "member"
    migrated_to: int | None = None
    members: dict[int, str] = field(default_factory=dict)
    messages: dict[int, Message] = field(default_factory=dict, repr=False)
    uneditable: set[int] = field(default_factory=set, repr=False)
    hidden: dict[int, set[int]] = field(default_factory=dict, repr=False)
    reply_keyboard: dict[str, Any] | None = None
    pinned: int | None = None
    menu_button: dict[str, Any] | None = None
    json: dict[str, Any] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        self.json = {"id": self.id, "type": self.type}
        if self.user is not None:
            shown = self.user.json
            self.json |= {key: shown[key] for key in ("first_name", "last_name", "username") if key in shown}
        if self.title is not None:
            self.json["title"] = self.title
        if self.username is not None:
            self.json["username"] = self.username

    @property
    def is_private(self) -> bool:
        return self.user is not None
