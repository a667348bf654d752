"""What reports name, in the store: traced with their case, and gone with it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.cases.reporter_commands import EraseReporter
from bot.casework.outcome import Erased
from bot.casework.room import CaseRoom
from bot.patterns.prints import Kind
from bot.patterns.review import State
from bot.patterns.sight import KEPT_DAYS, Source
from bot.store.erasing import rewrite_if_due
from tests.cases.people import (
    REPORTER,
    SITI,
    STAFF,
    T0,
    message,
    report,
)
from tests.casework.conftest import Bench
from tests.casework.pattern_steps import (
    ASKER,
    CODES,
    NUMBER,
    OTHER,
    SPELLED,
    TODAY,
    looked,
    reported,
    review,
    seen,
    sizes,
    the_phone,
)


async def test_reports_and_checks_of_one_number_meet(room: CaseRoom) -> None:
    """However it is spelled, and in whatever kind of words."""
    await reported(room, CODES[0])
    await room.patterns.keep_look("u1-1", ASKER, looked())
    await room.patterns.keep_look("u2-1", OTHER, looked("081234567890", source=Source.ADVERT))

    (cluster,) = await seen(room)

    assert cluster.size == 3
    assert cluster.sources == {Source.REPORT: 1, Source.CHECK: 1, Source.ADVERT: 1}
    assert [(each.about.kind, each.seen) for each in cluster.prints] == [(Kind.PHONE, 3)]


async def test_a_row_that_is_carried_twice_counts_once(room: CaseRoom) -> None:
    """Also a command that is worked on again after a crash."""
    for _ in range(2):
        await reported_again(room)
        await room.patterns.keep_look("u1-1", ASKER, looked())

    assert await sizes(room) == [2]


async def reported_again(room: CaseRoom) -> None:
    await room.casework.apply(report(text=f"ditipu {SPELLED}"), T0)


async def test_what_was_appended_but_not_traced_is_traced_when_the_command_comes_again(
    room: CaseRoom,
) -> None:
    """The process died between the two: the outbox still holds the command."""
    patterns, keep = room.patterns, room.patterns.keep_report

    async def die(*_: object) -> None:
        raise ConnectionError

    patterns.keep_report = die  # type: ignore[method-assign,assignment]
    with pytest.raises(ConnectionError):
        await reported_again(room)
    patterns.keep_report = keep  # type: ignore[method-assign]
    assert await patterns.sights() == []

    await reported_again(room)

    assert len(await patterns.sights()) == 1


async def test_no_number_and_no_word_stands_in_the_store(bench: Bench) -> None:
    """Planted numbers, names and words are in no key and no value of the patterns; nor is the case's code."""
    await reported(bench.room, CODES[0], "kenari-4711 ditipu 081234567890 PT Kenari Jaya BCA 9876543210")
    await review(bench.room, SITI, State.REVIEWED, "catatan-kenari")
    area = bench.store.cases
    spell = area.keys

    raw = repr(
        [
            await area.call("HGETALL", spell.sight_words),
            await area.call("HGETALL", spell.reviews),
            await area.call("ZRANGE", spell.sights, 0, -1, "WITHSCORES"),
            await area.call("SMEMBERS", spell.sights_of(CODES[0])),
        ]
    )

    assert str(TODAY.toordinal()) in raw, "the search must be able to find something"
    assert [
        canary for canary in ("enari", "1234567890", "9876543210", "4711", "K-7QX2") if canary in raw
    ] == []


async def test_training_leaves_nothing(room: CaseRoom) -> None:
    await reported(room, CODES[0], training=True)

    assert await room.patterns.sights() == []


async def test_erasing_a_case_takes_its_fingerprints_along(bench: Bench) -> None:
    """Sights, reviews and marks of what only it had named; what others name stays."""
    room, area = bench.room, bench.store.cases
    spell = area.keys
    await reported(room, CODES[0], f"ditipu {NUMBER} bca 1234567890")
    await room.casework.apply(message(text="rekeningnya mandiri 1230004567891"), T0)
    await reported(room, CODES[1])
    await review(room, SITI, State.REVIEWED)
    (account,) = room.patterns.prints_in("bca 1234567890")
    assert await room.pattern_door.review(SITI, account, State.CHECKING, "", T0) is None
    await room.pattern_news.tell(STAFF, T0)
    assert await area.call("HLEN", spell.sight_words) == 3

    command = EraseReporter(id="e1", at=T0, code=CODES[0], reporter=REPORTER, scope="all")
    assert isinstance(await room.casework.apply(command, T0), Erased)

    assert [each.case for each in await room.patterns.sights()] == [CODES[1]]
    assert await area.call("HLEN", spell.sight_words) == 1
    assert not await area.call("EXISTS", spell.sights_of(CODES[0]))
    assert list(await room.patterns.reviews()) == [the_phone(room)]
    assert await area.call("HEXISTS", spell.told_patterns, str(account)) == 0


async def test_words_that_arrive_after_the_erasing_leave_nothing(room: CaseRoom) -> None:
    """A command carried late must not bring fingerprints of a case back that is gone."""
    await reported(room, CODES[0])
    file = await room.archive.find(CODES[0])
    assert file is not None
    assert file.case is not None
    await room.casework.apply(
        EraseReporter(id="e1", at=T0, code=CODES[0], reporter=REPORTER, scope="all"), T0
    )

    await room.patterns.keep_report("late", file.case, f"ditipu {NUMBER}", T0)

    assert await room.patterns.sights() == []


@pytest.mark.parametrize(("days", "left"), [(0, 1), (KEPT_DAYS - 1, 1), (KEPT_DAYS, 0)])
async def test_sights_go_after_half_a_year(bench: Bench, days: int, left: int) -> None:
    """The clock is an argument; what nothing names any more has no review either."""
    room, area = bench.room, bench.store.cases
    await reported(room, CODES[0])
    await review(room, SITI, State.REVIEWED)

    await room.patterns.forget_old(T0 + timedelta(days=days))

    assert await rewrite_if_due(bench.store) is (left == 0)
    assert len(await room.patterns.sights()) == left
    assert await area.call("HLEN", area.keys.reviews) == left
