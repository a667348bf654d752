"""What tests of patterns do again and again: report, check, look, review."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from bot.cases.officer import Officer, Role
from bot.cases.refusal import Refusal
from bot.casework.outcome import Applied
from bot.casework.pattern_door import ClusterView
from bot.casework.room import CaseRoom
from bot.patterns.prints import Print
from bot.patterns.review import State
from bot.patterns.sight import Looked, Source
from tests.cases.people import (
    RINA,
    SITI,
    T0,
    report,
)

NUMBER, SPELLED = "0812 3456 7890", "+62 812-3456-7890"
ASKER, OTHER = "cc" * 10, "dd" * 10
TODAY = T0.date()
DAY = date(2090, 1, 2)  # not over by the clock of the server, which forgets by its own
EDITOR = replace(RINA, id="edi", roles=frozenset({Role.EDITOR}))
CODES = ("K-7QX2", "K-7QX3", "K-7QX4")


def looked(text: str = f"agen {NUMBER} resmi?", **changes: object) -> Looked:
    return replace(Looked(TODAY, Source.CHECK, text), **changes)  # type: ignore[arg-type]


async def reported(room: CaseRoom, code: str, text: str = f"ditipu {SPELLED}", **changes: object) -> None:
    given = {"code": code, "text": text, "receipt_hash": code[-1] * 64, **changes}
    assert isinstance(await room.casework.apply(report(f"r.{code}", **given), T0), Applied)


async def seen(room: CaseRoom, officer: Officer = SITI, now: datetime = T0) -> list[ClusterView]:
    found = await room.pattern_door.overview(officer, now, {"siti": "Siti"})
    assert not isinstance(found, Refusal)
    return found


async def sizes(room: CaseRoom) -> list[int]:
    return [each.size for each in await seen(room)]


def the_phone(room: CaseRoom) -> Print:
    (found,) = room.patterns.prints_in(NUMBER)
    return found


async def review(room: CaseRoom, officer: Officer, state: State, note: str = "") -> Refusal | None:
    return await room.pattern_door.review(officer, the_phone(room), state, note, T0)
