"""
One person walks through a rehearsed script against the running bot, and everything the bot shows is noted.

Whoever walks waits for the answer to each act as people do (unless the script says `at_once`), however
often the bot dies meanwhile. A message that comes a second time is a double: noted apart, judged later.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from bot.simulator.feed import Change
from bot.simulator.person import Person
from bot.simulator.seen import Seen
from tests.crash.rehearsal import RECEIPT, Rehearsed, Shown, blanked
from tests.crash.script import Act

PATIENCE_S = 90.0
PHOTO = b"\xff\xd8\xff crash"


@dataclass(frozen=True, slots=True)
class Noted:
    """One message as Telegram shows it; `data` of the buttons holds the nonce, so no two turns look alike."""

    text: str
    labels: tuple[str, ...]
    data: tuple[str, ...]

    @property
    def shown(self) -> Shown:
        return Shown(blanked(self.text), self.labels)


class Walk:
    """
    Attributes:
        log: What the bot showed, new messages and edits, without doubles.
        news: What the cases had to tell; it may come between any two answers.
        doubles: Messages that came a second time.
        acts_done: How many updates this person caused.
    """

    def __init__(self, person: Person, rehearsed: Rehearsed, progressed: Callable[[], None]) -> None:
        self.person = person
        self.rehearsed = rehearsed
        self.log: list[Noted] = []
        self.news: list[Noted] = []
        self.doubles: list[Noted] = []
        self.acts_done = 0
        self._wanted = [each for answer in rehearsed.shown for each in answer]
        self._changed = asyncio.Event()
        self._progressed = progressed
        self._last_text: Seen | None = None
        person.world.feed.listen(self._note, person.chat.id)

    async def to_the_end(self) -> None:
        """Raises: AssertionError, with what was wanted and what came, when an answer stays away."""
        wanted = 0
        for act, answer in zip(self.rehearsed.acts, self.rehearsed.shown, strict=True):
            await self._do(act)
            self.acts_done += 1
            wanted += len(answer)
            if not act.at_once:
                await self._until_shown(wanted, act)

    @property
    def is_right(self) -> bool:
        """Every answer, each once, in order; and the news, once."""
        came = [each.shown for each in self.log], tuple(each.shown for each in self.news)
        return came == (self._wanted, self.rehearsed.news)

    def first_difference(self) -> str:
        """For the message of a failing test."""
        for number, (came, wanted) in enumerate(zip(self.log, self._wanted, strict=False)):
            if came.shown != wanted:
                return f"{self.person.user.first_name} #{number}: wanted {wanted}, came {came.shown}"
        name, news = self.person.user.first_name, len(self.news)
        return f"{name}: wanted {len(self._wanted)}, came {len(self.log)}; {news} news"

    async def _until_shown(self, wanted: int, act: Act) -> None:
        try:
            async with asyncio.timeout(PATIENCE_S):
                while len(self.log) < wanted:
                    self._changed.clear()
                    await self._changed.wait()
        except TimeoutError:
            raise AssertionError(
                f"in vain after {act}, {len(self.log)} of {wanted} answers; {self.first_difference()}"
            ) from None

    async def _do(self, act: Act) -> None:
        match act.do:
            case "say":
                self._last_text = await self.person.send(act.words)
            case "tap":
                await self.person.tap(act.words)
            case "edit":
                assert self._last_text is not None
                await self.person.edit(self._last_text, act.words)
            case "photo":
                await self.person.send_photo(PHOTO)
            case "receipt":
                found = (RECEIPT.search(each.text) for each in reversed(self.log))
                await self.person.send(next(each for each in found if each)[0])

    def _note(self, change: Change) -> None:
        bot_id = self.person.world.bot.id
        if change.kind not in ("message", "edited") or change.data["from"]["id"] != bot_id:
            return
        seen = Seen(change.data, bot_id)
        noted = Noted(seen.text, tuple(seen.buttons), _data_of(seen))
        due = self.rehearsed.news.count(noted.shown)  # each alert has its own, and they read alike
        if due:
            have = sum(each.shown == noted.shown for each in self.news)
            (self.news if have < due else self.doubles).append(noted)
            return
        if change.kind == "message" and self._is_double(noted):
            self.doubles.append(noted)
            return
        self.log.append(noted)
        self._changed.set()
        self._progressed()

    def _is_double(self, noted: Noted) -> bool:
        """Right behind itself only: one that comes later is out of order, and `is_right` must see it."""
        if not self.log or noted != self.log[-1]:
            return False
        due = len(self.log) < len(self._wanted) and self._wanted[len(self.log)] == noted.shown
        return bool(noted.data) or not due


def _data_of(seen: Seen) -> tuple[str, ...]:
    rows = seen.raw.get("reply_markup", {}).get("inline_keyboard", [])
    return tuple(button.get("callback_data", "") for row in rows for button in row)
