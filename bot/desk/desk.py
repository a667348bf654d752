"""What every page needs, held by the application under one typed key."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from aiohttp import web

from bot.cases.phrasing import Wording
from bot.casework.room import CaseRoom
from bot.desk.board import Board
from bot.desk.settings import DeskSettings
from bot.desk.survey import Survey
from bot.desk.times import Times

Hand = Callable[[frozenset[str]], None]


@dataclass(frozen=True, slots=True)
class Desk:
    """
    Attributes:
        words: Holds `desk.*`, `hotline.*` and `date.month.*`.
        hand: Takes the outbox lines that a change leased, to send them at once; None: the sweeper finds them.
        survey: Groups what people asked; None: the page for editors lists nothing.
        version: Changes with the styles and scripts, so that browsers never keep old ones.
    """

    room: CaseRoom
    settings: DeskSettings
    words: Wording
    clock: Callable[[], datetime]
    hand: Hand | None
    board: Board
    version: str
    survey: Survey | None = None

    @property
    def times(self) -> Times:
        return Times(self.settings.zone, self.words)

    def said(self, key: str, **values: str) -> str:
        """A text of `content/id/wording/desk.yaml`, plain."""
        return self.words.label(f"desk.{key}", values)


DESK: web.AppKey[Desk] = web.AppKey("desk", Desk)
