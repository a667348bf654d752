"""What commands make the bot tell, for tests of who learns what."""

from __future__ import annotations

from typing import TypeVar

from bot.cases.case import Case
from bot.cases.commands import Command
from bot.cases.event import Event
from bot.cases.fold import fold
from bot.cases.officer import Staff
from bot.cases.outgoing import Outgoing
from bot.cases.reactions import react
from tests.cases.people import STAFF, decided, hotline_words

WORDS = hotline_words()
Told = TypeVar("Told")


def told(*commands: Command, staff: Staff = STAFF) -> list[Outgoing]:
    """What the last of these commands makes the bot tell."""
    case: Case | None = None
    history: list[Event] = []
    out: list[Outgoing] = []
    for command in commands:
        new = decided(case, command, staff)
        now = fold(new, case, command.code)
        assert now is not None
        out = list(react(case, now, new, staff, WORDS, history))
        case, history = now, [*history, *new]
    return out


def of(kind: type[Told], out: list[Outgoing]) -> list[Told]:
    return [each for each in out if isinstance(each, kind)]
