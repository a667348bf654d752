"""What arrives: an update of Telegram, a timer, or news from the hotline, reduced to what we use of it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.engine.events import Event


@dataclass(frozen=True, slots=True)
class ChatGone:
    """my_chat_member: the person blocked the bot, or it was taken out of a group."""


@dataclass(frozen=True, slots=True)
class ChatBack:
    """my_chat_member: the person came back, or the bot was put into a group."""


@dataclass(frozen=True, slots=True)
class Migrated:
    """This group is the supergroup that another group became: same people, new id."""

    old_tag: str


@dataclass(frozen=True, slots=True)
class HotlineTap:
    """A button of a case card or case message ("case.<action>.<code>"), pressed by an officer."""

    action: str
    code: str


Arrival = Event | ChatGone | ChatBack | Migrated | HotlineTap


@dataclass(frozen=True, slots=True)
class Incoming:
    """
    Attributes:
        seen: Unique and the same each time it is delivered ("u<update_id>", an outbox row's id, a timer's).
        tag: Whose chat it belongs to.
        chat_id: The Telegram chat; 0 when it is only known in the store.
        message_id: Of the message that came in, 0 for none.
        album: media_group_id when the file is one of several.
        reply_to: Message id this one answers, 0 for none.
        actor: Tag of the person who wrote or tapped (differs from `tag` in groups).
        group: Whether the chat is a group.
        fired: The timer's due time in epoch ms when a timer caused this, else 0.
    """

    seen: str
    tag: str
    arrival: Arrival
    chat_id: int = 0
    message_id: int = 0
    album: str = ""
    reply_to: int = 0
    actor: str = ""
    group: bool = False
    fired: int = 0

    def __repr__(self) -> str:
        return f"Incoming({self.seen}, {type(self.arrival).__name__})"
