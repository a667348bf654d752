"""Checks in the patterns: counted once a day, and of nobody."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from bot.casework.room import CaseRoom
from bot.patterns.review import State
from bot.store.cases import load_audit
from bot.store.erasing import rewrite_if_due
from tests.cases.people import (
    SITI,
)
from tests.casework.conftest import Bench
from tests.casework.pattern_steps import (
    ASKER,
    DAY,
    NUMBER,
    OTHER,
    looked,
    review,
    sizes,
)


async def test_the_same_person_counts_once_a_day(room: CaseRoom) -> None:
    """Asking five times makes no pattern; somebody else, and another day, count."""
    for number in range(5):
        await room.patterns.keep_look(f"u{number}", ASKER, looked(f"{NUMBER} ke-{number}", on=DAY))
    assert len(await room.patterns.sights()) == 1

    await room.patterns.keep_look("u8", OTHER, looked(on=DAY))
    await room.patterns.keep_look("u9", ASKER, looked(on=DAY + timedelta(days=1)))

    assert await sizes(room) == [3]


async def test_what_was_counted_in_part_joins_without_counting(room: CaseRoom) -> None:
    """The number in the morning, with its account in the evening: one person, one count, two things tied."""
    await room.patterns.keep_look("u1", ASKER, looked(on=DAY))
    await room.patterns.keep_look("u2", ASKER, looked(f"{NUMBER} minta ke bca 1234567890", on=DAY))
    await room.patterns.keep_look("u3", OTHER, looked("bca 1234567890", on=DAY))

    assert await sizes(room) == [2]


async def test_when_the_day_is_over_nothing_says_who_asked(bench: Bench) -> None:
    """The marks and their salt end with the day; the store keeps no tag and no id of an update."""
    await bench.room.patterns.keep_look("u99887766-1", ASKER, looked(on=DAY))
    area, day = bench.store.cases, DAY.toordinal()
    spell = area.keys

    ends = [int(await area.call("PEXPIRETIME", key)) for key in (spell.counted_on(day), spell.salt_of(day))]

    assert ends == [int(datetime(2090, 1, 3, 2, tzinfo=UTC).timestamp() * 1000)] * 2
    raw = repr(
        [await area.call("HGETALL", spell.sight_words), await area.call("ZRANGE", spell.sights, 0, -1)]
    )
    assert ASKER not in raw
    assert "99887766" not in raw
    assert not await area.call("EXISTS", spell.seen("u99887766-1"))


async def test_every_day_is_forgotten_also_when_checks_come_right_after_midnight(bench: Bench) -> None:
    """Two hours after its midnight a day's salt and marks go and a rewrite is due, once."""
    room, area, due_at = bench.room, bench.store.cases, []
    for hour in range(72):
        now = datetime(2090, 1, 2, tzinfo=UTC) + timedelta(hours=hour, minutes=30)
        if hour in (0, 24, 48):
            await room.patterns.keep_look(f"u{hour}", ASKER, looked(on=now.date()))
        await room.patterns.forget_old(now)
        if await rewrite_if_due(bench.store):
            due_at.append(hour)

    assert due_at == [26, 50]
    left = [DAY.toordinal() + number for number in range(3)]
    assert [await area.call("EXISTS", area.keys.salt_of(day)) for day in left] == [0, 0, 1]
    assert [await area.call("EXISTS", area.keys.counted_on(day)) for day in left] == [0, 0, 1]


async def test_what_nobody_reported_nobody_reviews(room: CaseRoom) -> None:
    """Checks alone say nothing against anybody."""
    await room.patterns.keep_look("u1", ASKER, looked())

    assert await review(room, SITI, State.REVIEWED) is not None


async def everything_in(bench: Bench) -> dict[str, str]:
    """Every key of the cases area with all that stands in it, as raw text."""
    area = bench.store.cases
    found = {}
    for key in await area.call("KEYS", f"{area.keys.sights.removesuffix('sights')}*"):
        kind = (await area.call("TYPE", key)).decode()
        found[key.decode()] = repr(await area.call(*READ_ALL[kind][:1], key, *READ_ALL[kind][1:]))
    return found


READ_ALL = {
    "string": ("GET",),
    "hash": ("HGETALL",),
    "set": ("SMEMBERS",),
    "zset": ("ZRANGE", 0, -1, "WITHSCORES"),
    "list": ("LRANGE", 0, -1),
}


async def test_a_check_alone_makes_no_case_and_tells_nobody(bench: Bench) -> None:
    """No case, open or closed, no line of the audit, no news for anybody, however often it is asked."""
    for number in range(4):
        await bench.room.patterns.keep_look(f"u{number}", f"{number:020x}", looked())

    assert await bench.room.archive.open_cases() == []
    assert await bench.room.archive.closed_cases() == []
    assert await load_audit(bench.store.cases, 10) == []
    assert await bench.drain() == []


async def test_what_is_kept_of_a_check_leads_back_to_nobody(bench: Bench) -> None:
    """
    Once the day's marks are gone, the store is the same whoever has asked.

    Two people check the same advert in two stores that differ in nothing else. Everything in them is read,
    the sealed sights are opened with the real keys, and no key, no value and no opened field tells the two
    apart. The search is shown to work first: while the day lasts, the marks do differ.
    """
    area, stood = bench.store.cases, []
    before = set(await everything_in(bench))
    for who in (ASKER, OTHER):
        room = (await bench.reopen()).room
        await room.patterns.keep_look("u99887766-1", who, looked(on=DAY))
        raw = await everything_in(bench)
        marks = raw.pop(area.keys.counted_on(DAY.toordinal()))
        raw.pop(area.keys.salt_of(DAY.toordinal()))
        opened = repr(await room.patterns.sights())
        assert [each for each in (who, "99887766") if each in repr(raw) + opened] == []
        raw.pop(area.keys.sight_words)  # sealed afresh each time: `opened` is what stands in it
        stood.append(({key: raw[key] for key in raw if key not in before}, opened, marks))
        await area.call("DEL", *(set(await everything_in(bench)) - before))

    asker, other = stood
    assert asker[:2] == other[:2]
    assert asker[2] != other[2], "the search must be able to find something"
