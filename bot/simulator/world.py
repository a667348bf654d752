"""
Everything Telegram knows in one simulator: people, chats, messages, files, and the updates it holds.

The world only keeps and tells; what people may do is in `acts.py` and `groups.py`, what the bot may do in
`methods/`. Each change goes to `feed`. Not thread-safe: it belongs to one event loop.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from bot.simulator.chats import Chat, Message, User
from bot.simulator.clock import Clock, real_time
from bot.simulator.faults import Faults
from bot.simulator.feed import Feed
from bot.simulator.files import Files
from bot.simulator.limits import SendLimits
from bot.simulator.recorder import Recorder
from bot.simulator.updates import UpdateQueue
from bot.simulator.webhook import Webhook

BOT_ID = 7_000_000_001
FIRST_PERSON_ID = 5_000_000_001
FIRST_GROUP_ID = 4_000_000_001
FIRST_SUPERGROUP_ID = 1_002_000_000_001


@dataclass(slots=True)
class Tap:
    """One callback query on its way: who tapped when, and whether the bot has answered."""

    id: str
    user_id: int
    chat_id: int
    tapped_at: float
    answer: dict[str, Any] | None = None


@dataclass(slots=True)
class Profile:
    """What the bot has set about itself; commands are keyed by (scope as JSON, language)."""

    name: str
    description: str = ""
    short_description: str = ""
    commands: dict[tuple[str, str], list[dict[str, str]]] = field(default_factory=dict)
    menu_button: dict[str, Any] = field(default_factory=lambda: {"type": "commands"})


class World:
    """One bot and everybody it could ever meet."""

    def __init__(
        self,
        *,
        clock: Clock = real_time,
        faults: Faults | None = None,
        limits: SendLimits | None = None,
        calls: Recorder | None = None,
        seed: int = 0,
        bot_username: str = "LangkahAmanBot",
        privacy_mode: bool = True,
        webhook_pause_s: float = 1.0,
    ) -> None:
        """
        Args:
            clock: Seconds since 1970; a `FakeClock` in tests about time.
            limits: Telegram's flood limits if not given.
            seed: Of update ids and of the ids of taps.
            privacy_mode: In groups the bot sees only commands, replies to itself and service messages.
            webhook_pause_s: Wait after the first failed delivery; doubles up to a minute.
        """
        self.clock = clock
        self.faults = faults if faults is not None else Faults(seed=seed)
        self.limits = limits if limits is not None else SendLimits()
        self.calls = calls if calls is not None else Recorder()
        self.feed = Feed()
        self.files = Files()
        self.updates = UpdateQueue(clock, self.faults, seed=seed)
        self.webhook = Webhook(self.updates, clock, self.faults, first_pause_s=webhook_pause_s)
        self.bot = User(BOT_ID, "Langkah Aman", bot_username, language_code=None, is_bot=True)
        self.token = f"{BOT_ID}:{'Simulated' * 3}Telegram"
        self.privacy_mode = privacy_mode
        self.logged_out = False
        self.profile = Profile(self.bot.first_name)
        self.users: dict[int, User] = {BOT_ID: self.bot}
        self.chats: dict[int, Chat] = {}
        self.taps: dict[str, Tap] = {}
        self._dice = random.Random(seed)  # noqa: S311  # repeatable ids, not secrecy
        self._person_ids = count(FIRST_PERSON_ID)
        self._group_ids = count(FIRST_GROUP_ID)
        self._supergroup_ids = count(FIRST_SUPERGROUP_ID)
        self._message_ids = count(1)
        self._own_message_ids: dict[int, count[int]] = {}
        self._album_ids = count(13_000_000_000_000_001)

    def add_person(
        self,
        first_name: str,
        *,
        username: str | None = None,
        last_name: str | None = None,
        user_id: int | None = None,
        language_code: str | None = "id",
    ) -> User:
        """A new account with a private chat that nobody has written in yet."""
        user_id = next(self._person_ids) if user_id is None else user_id
        if user_id in self.users:
            raise ValueError(f"there is already an account {user_id}")
        user = User(user_id, first_name, username, last_name, language_code)
        self.users[user.id] = user
        self.chats[user.id] = Chat(user.id, "private", user=user)
        return user

    def add_group(self, title: str, *, owner: User, supergroup: bool = False) -> Chat:
        """A new group without the bot; `groups.add_bot` brings it in."""
        chat_id = -next(self._supergroup_ids if supergroup else self._group_ids)
        kind = "supergroup" if supergroup else "group"
        chat = Chat(chat_id, kind, title=title, bot_status="left", members={owner.id: "creator"})
        self.chats[chat.id] = chat
        if supergroup:
            self._own_message_ids[chat.id] = count(1)
        return chat

    def next_message_id(self, chat: Chat) -> int:
        """Supergroups count for themselves; private chats and small groups share one count."""
        return next(self._own_message_ids.get(chat.id, self._message_ids))

    def next_album_id(self) -> str:
        return str(next(self._album_ids))

    def add_message(self, chat: Chat, sender: User, content: dict[str, Any]) -> Message:
        """Put a new message into a chat and tell the feed; the bot gets no update from this."""
        message: Message = {
            "message_id": self.next_message_id(chat),
            "from": sender.json,
            "chat": chat.json,
            "date": int(self.clock()),
        }
        message.update(content)
        chat.messages[message["message_id"]] = message
        self.feed.tell("message", chat.id, message)
        return message

    def replace_message(self, chat: Chat, message: Message) -> Message:
        """Put an edited message in the place of the old one."""
        chat.messages[message["message_id"]] = message
        self.feed.tell("edited", chat.id, message)
        return message

    def remove_message(self, chat: Chat, message_id: int) -> None:
        """For everybody."""
        del chat.messages[message_id]
        chat.uneditable.discard(message_id)
        self.feed.tell("deleted", chat.id, {"message_id": message_id, "for": None})

    def add_tap(self, user: User, chat: Chat) -> Tap:
        """A new callback query id; it can be answered for a while, once."""
        tap = Tap(str(self._dice.randrange(10**17, 10**18)), user.id, chat.id, self.clock())
        self.taps[tap.id] = tap
        return tap

    def find_chat(self, chat_id: int | str) -> Chat | None:
        """By id, or by @username (never a private chat)."""
        if isinstance(chat_id, int):
            return self.chats.get(chat_id)
        name = chat_id.removeprefix("@").lower()
        return next((c for c in self.chats.values() if c.username and c.username.lower() == name), None)

    async def close(self) -> None:
        """End deliveries and close the recorder's file."""
        await self.webhook.stop()
        self.calls.close()
