"""
A person in a test: writes, taps, looks, and waits for what the bot says. Never sleeps.

    siti = simulator.person("Siti")
    await siti.start()
    await siti.send("PT Maju resmi ga?")
    answer = await siti.next_message()          # messages of the bot, one after the other, none skipped
    await siti.tap("Lapor")                     # the newest button with that label
    await siti.sees("Ceritakan")                # until a visible message of the bot contains it

What does not come in time raises `NothingCame` with the screen drawn in it. Start at `Person`.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from typing import Any, TypedDict, TypeVar, Unpack

from bot.simulator import acts, attachments, groups
from bot.simulator.chats import Chat, User
from bot.simulator.feed import Change
from bot.simulator.seen import Seen
from bot.simulator.world import Tap, World

PATIENCE_S = 20.0

Found = TypeVar("Found")


class NothingCame(AssertionError):
    """The person waited in vain; the text says for what, and what was on the screen."""


class NoSuchButton(AssertionError):
    """No visible message has that button; the text draws the screen."""


class MediaOptions(TypedDict, total=False):
    """What may be said about a file; see `attachments.send_media`."""

    caption: str
    file_name: str
    mime_type: str
    size: int
    duration: int
    reply_to: int
    forwarded_from: User | str


class Person:
    """One person looking at one chat: their private chat with the bot, or a group (`in_group`)."""

    def __init__(self, world: World, user: User, chat: Chat | None = None) -> None:
        self.world = world
        self.user = user
        self.chat = chat if chat is not None else world.chats[user.id]
        self._inbox: deque[int] = deque()
        self._changed = asyncio.Event()
        world.feed.listen(self._on_change, self.chat.id)

    @property
    def id(self) -> int:
        return self.user.id

    def in_group(self, group: Chat) -> Person:
        """The same person, looking at a group."""
        return Person(self.world, self.user, group)

    # --- doing ---

    async def start(self, payload: str = "") -> Seen:
        """Press Start, or follow a deep link with a payload."""
        return self._seen(acts.start(self.world, self.user, payload))

    async def send(
        self, text: str, *, reply_to: Seen | int | None = None, forwarded_from: User | str | None = None
    ) -> Seen:
        """Write a text; `forwarded_from` is an account, or the name of somebody who hides theirs."""
        reply_id = reply_to.id if isinstance(reply_to, Seen) else reply_to
        message = acts.send_text(
            self.world, self.user, self.chat, text, reply_to=reply_id, forwarded_from=forwarded_from
        )
        return self._seen(message)

    async def send_photo(self, data: bytes, **options: Unpack[MediaOptions]) -> Seen:
        return self._send_media("photo", data, options)

    async def send_voice(self, data: bytes, **options: Unpack[MediaOptions]) -> Seen:
        return self._send_media("voice", data, options)

    async def send_document(self, data: bytes, **options: Unpack[MediaOptions]) -> Seen:
        return self._send_media("document", data, options)

    async def send_video(self, data: bytes, **options: Unpack[MediaOptions]) -> Seen:
        return self._send_media("video", data, options)

    async def send_album(self, pictures: list[bytes], *, caption: str = "") -> list[Seen]:
        messages = attachments.send_album(self.world, self.user, self.chat, pictures, caption=caption)
        return [self._seen(message) for message in messages]

    async def send_location(self, latitude: float, longitude: float) -> Seen:
        return self._seen(attachments.send_location(self.world, self.user, self.chat, latitude, longitude))

    async def send_contact(self, phone_number: str, first_name: str, *, own: bool = False) -> Seen:
        """A contact card; `own` makes it the person's own, as the "share my number" button does."""
        user_id = self.user.id if own else None
        message = attachments.send_contact(
            self.world, self.user, self.chat, phone_number, first_name, user_id=user_id
        )
        return self._seen(message)

    async def send_sticker(self, emoji: str = "👍") -> Seen:
        return self._seen(attachments.send_sticker(self.world, self.user, self.chat, emoji))

    async def send_dice(self) -> Seen:
        return self._seen(attachments.send_dice(self.world, self.user, self.chat))

    async def send_poll(self, question: str, options: list[str]) -> Seen:
        return self._seen(attachments.send_poll(self.world, self.user, self.chat, question, options))

    async def edit(self, message: Seen, text: str) -> Seen:
        """Change what one wrote."""
        return self._seen(acts.edit_text(self.world, self.user, self.chat, message.id, text))

    async def delete(self, message: Seen, *, for_everybody: bool = True) -> None:
        acts.delete(self.world, self.user, self.chat, message.id, for_everybody=for_everybody)

    async def tap(self, label: str) -> Tap | None:
        """
        Tap the newest button with this label (or, if only one does, one that contains it).

        Returns: The tap, for `answer_to`; None for a button of a reply keyboard, which just writes.
        Raises: NoSuchButton.
        """
        found = self._find_button(label)
        if found is not None:
            message, button = found
            if "callback_data" not in button:
                raise NoSuchButton(f'"{label}" opens {button.get("url", "something")}; use link() to read it')
            return acts.tap(self.world, self.user, self.chat, message.id, button["callback_data"])
        for row in (self.chat.reply_keyboard or {}).get("keyboard", []):
            for button in row:
                if label.casefold() in button["text"].casefold():
                    await self.send(button["text"])
                    return None
        raise NoSuchButton(f'there is no button "{label}"; the screen:\n{self.screen()}')

    def link(self, label: str) -> str:
        """Where a link button leads."""
        found = self._find_button(label)
        if found is None or "url" not in found[1]:
            raise NoSuchButton(f'there is no link "{label}"; the screen:\n{self.screen()}')
        return str(found[1]["url"])

    async def block(self) -> None:
        acts.block_bot(self.world, self.user)

    async def unblock(self) -> None:
        acts.unblock_bot(self.world, self.user)

    async def add_bot_to(self, group: Chat, payload: str | None = None) -> None:
        """Bring the bot into a group, by hand or (with `payload`) by a startgroup link."""
        if payload is None:
            groups.add_bot(self.world, self.user, group)
        else:
            acts.start_group(self.world, self.user, group, payload)

    # --- looking ---

    def messages(self) -> list[Seen]:
        """All visible messages, oldest first."""
        return [self._seen(message) for message in acts.visible(self.chat, self.user)]

    def from_bot(self) -> list[Seen]:
        """All visible messages of the bot, oldest first."""
        return [seen for seen in self.messages() if seen.from_bot]

    def last(self) -> Seen | None:
        """The newest visible message of the bot."""
        return next((seen for seen in reversed(self.messages()) if seen.from_bot), None)

    def find(self, words: str) -> Seen | None:
        """The newest visible message of the bot that contains `words`."""
        return next(
            (seen for seen in reversed(self.messages()) if seen.from_bot and words in seen.text), None
        )

    def screen(self, last: int = 6) -> str:
        """The newest messages as text, for error messages and transcripts."""
        return "\n".join(seen.drawn() for seen in self.messages()[-last:]) or "(empty)"

    # --- waiting ---

    async def next_message(self, *, timeout_s: float = PATIENCE_S) -> Seen:
        """The bot's next new message in this chat that was not yet returned by this method."""
        await self.wait_until(lambda: bool(self._inbox), "a new message", timeout_s=timeout_s)
        message_id = self._inbox.popleft()
        return self._seen(self.chat.messages[message_id])

    async def sees(self, words: str, *, timeout_s: float = PATIENCE_S) -> Seen:
        """Wait until a visible message of the bot contains `words` (also after an edit) and return it."""
        return await self.wait_for(lambda: self.find(words), f'"{words}"', timeout_s=timeout_s)

    async def answer_to(self, tap: Tap, *, timeout_s: float = PATIENCE_S) -> str:
        """Wait until the bot has answered a tap; returns the words it showed, often none."""
        answer = await self.wait_for(lambda: tap.answer, "an answer to the tap", timeout_s=timeout_s)
        return answer.get("text") or ""

    async def wait_until(
        self, condition: Callable[[], bool], what: str = "it", *, timeout_s: float = PATIENCE_S
    ) -> None:
        """Look at `condition` after each change in this chat until it holds; raises NothingCame."""
        await self.wait_for(lambda: condition() or None, what, timeout_s=timeout_s)

    async def wait_for(
        self, look: Callable[[], Found | None], what: str, *, timeout_s: float = PATIENCE_S
    ) -> Found:
        """Like `wait_until`, but returns what `look` found as soon as it is not None."""
        try:
            async with asyncio.timeout(timeout_s):
                while (found := look()) is None:
                    self._changed.clear()
                    await self._changed.wait()
                return found
        except TimeoutError:
            name = self.user.first_name
            raise NothingCame(
                f"{name} waited {timeout_s} s for {what}; the screen:\n{self.screen()}"
            ) from None

    # --- inside ---

    def _on_change(self, change: Change) -> None:
        if change.kind == "message" and change.data["from"]["id"] == self.world.bot.id:
            self._inbox.append(change.data["message_id"])
        elif change.kind == "deleted" and change.data["message_id"] in self._inbox:
            self._inbox.remove(change.data["message_id"])
        self._changed.set()

    def _seen(self, message: dict[str, Any]) -> Seen:
        return Seen(message, self.world.bot.id)

    def _send_media(self, kind: attachments.MediaKind, data: bytes, options: MediaOptions) -> Seen:
        return self._seen(attachments.send_media(self.world, self.user, self.chat, kind, data, **options))

    def _find_button(self, label: str) -> tuple[Seen, dict[str, Any]] | None:
        for seen in reversed(self.from_bot()):
            button = seen.find_button(label)
            if button is not None:
                return seen, button
        return None
