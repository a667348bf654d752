"""Telling officers of patterns: once, in figures, to whom it concerns."""

from __future__ import annotations

from datetime import datetime

from bot.cases.outgoing import Bulletin
from bot.patterns.growth import Limits
from tests.cases.people import (
    GROUPS,
    KOKO,
    SITI,
    STAFF,
    T0,
)
from tests.casework.conftest import Bench
from tests.casework.pattern_steps import (
    CODES,
    NUMBER,
    looked,
    reported,
    the_phone,
)


async def told(bench: Bench, now: datetime = T0) -> list[str]:
    """Tags that get a bulletin, and the words of the first of them."""
    await bench.room.pattern_news.tell(await bench.room.roster.staff(now), now)
    return [each.tag for each in await bench.drain() if isinstance(each, Bulletin)]


async def test_crossing_districts_is_told_once_to_groups_and_coordinators(bench: Bench) -> None:
    """Two processes and a second look tell nothing again; a third district does."""
    await reported(bench.room, CODES[0], district="Lobar")
    await bench.drain()
    assert await told(bench) == []

    await reported(bench.room, CODES[1], district="Lotim")
    other = await bench.reopen()
    first = await told(bench)
    again = [*await told(bench), *await told(other)]
    await reported(bench.room, CODES[2], district="Indramayu")
    third = await told(bench)

    assert sorted(first) == sorted([*GROUPS.values(), KOKO.tag])
    assert again == []
    assert sorted(third) == sorted(first)


async def test_growth_is_told_at_the_threshold_the_desk_set(bench: Bench) -> None:
    await bench.room.pattern_door.set_limits(SITI, Limits(alert_from=3), T0)
    counts = []

    for number in range(1, 7):
        await bench.room.patterns.keep_look(f"u{number}", f"{number:020x}", looked())
        counts.append(len(await told(bench)))

    assert [bool(each) for each in counts] == [False, False, True, False, False, True]


async def test_a_bulletin_holds_figures_and_nothing_of_people(bench: Bench) -> None:
    """No number, no words, no code: it stands in a group."""
    await reported(bench.room, CODES[0], f"kenari ditipu {NUMBER} PT Kenari Jaya", district="Lobar")
    await reported(bench.room, CODES[1], district="Lotim")
    await bench.drain()
    await bench.room.pattern_news.tell(STAFF, T0)

    texts = {each.text for each in await bench.drain() if isinstance(each, Bulletin)}

    (text,) = texts
    assert "2 laporan dan pengecekan" in text
    assert "2 wilayah (Lobar, Lotim)" in text
    assert the_phone(bench.room).label in text
    assert [each for each in ("enari", "3456", *CODES) if each in text] == []
