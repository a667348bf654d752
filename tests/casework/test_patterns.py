"""Patterns in the store: counted once, told once, said only after a review, and gone with their case."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.cases.commands import EraseReporter
from bot.cases.officer import Officer, Role
from bot.cases.outgoing import Bulletin
from bot.cases.refusal import Refusal
from bot.casework.outcome import Applied, Erased
from bot.casework.pattern_door import ClusterView
from bot.casework.room import CaseRoom
from bot.patterns.growth import Limits
from bot.patterns.prints import Kind, Print
from bot.patterns.review import State
from bot.patterns.sight import KEPT_DAYS, Looked, Source
from bot.store.cases import load_audit
from tests.cases.people import (
    BUDI,
    DEWI,
    GROUPS,
    KOKO,
    NENG,
    REPORTER,
    RINA,
    SITI,
    STAFF,
    T0,
    message,
    report,
)
from tests.casework.conftest import Bench

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

    rewrite = await room.patterns.forget_old(T0 + timedelta(days=days))

    assert rewrite is (left == 0)
    assert len(await room.patterns.sights()) == left
    assert await area.call("HLEN", area.keys.reviews) == left


async def test_the_raw_files_are_rewritten_once_when_a_salt_is_over(room: CaseRoom) -> None:
    noon = datetime(2090, 1, 2, 12, tzinfo=UTC)
    await room.patterns.keep_look("u1", ASKER, looked(on=DAY))

    over = [await room.patterns.forget_old(noon + timedelta(hours=hours)) for hours in (1, 13, 15, 16)]

    assert over == [False, False, True, False]


# ---- telling officers


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


# ---- who may see what


async def review(room: CaseRoom, officer: Officer, state: State, note: str = "") -> Refusal | None:
    return await room.pattern_door.review(officer, the_phone(room), state, note, T0)


@pytest.mark.parametrize(
    ("officer", "figures", "cases", "may_review", "may_set"),
    [
        (RINA, True, 2, True, False),
        (SITI, True, 2, True, True),
        (NENG, True, 0, False, False),
        (DEWI, True, 0, False, False),
        (KOKO, True, 0, False, True),
        (EDITOR, False, 0, False, False),
        (replace(RINA, roles=frozenset({Role.ADMIN})), False, 0, False, False),
        (replace(SITI, active=False), False, 0, False, False),
    ],
    ids=["officer", "supervisor", "other agency", "partner", "coordinator", "editor", "admin", "left"],
)
async def test_who_sees_what_of_a_pattern(
    room: CaseRoom, officer: Officer, figures: bool, cases: int, may_review: bool, may_set: bool
) -> None:
    """Figures for all who work here; cases, reviews and the button only for who may read the cases."""
    for code in CODES[:2]:
        await reported(room, code, queue="polres")
    await review(room, BUDI, State.CHECKING, "catatan-rahasia")

    page = await room.pattern_door.overview(officer, T0, {})
    found = await room.pattern_door.find(officer, NUMBER, T0, {})
    refused = await review(room, officer, State.REVIEWED)
    set_or_not = await room.pattern_door.set_limits(officer, Limits(), T0)

    for views in (page, found):
        assert isinstance(views, Refusal) is not figures
        for view in () if isinstance(views, Refusal) else views:
            assert view.size == 2
            assert (len(view.cases), view.hidden) == (cases, 2 - cases)
            assert view.prints[0].may_review is may_review
            assert ("rahasia" in repr(_notes([view]))) is may_review
    assert (refused is None) is may_review
    assert (set_or_not is None) is may_set


def _notes(views: Sequence[ClusterView]) -> list[str]:
    return [each.review.note for view in views for each in view.prints if each.review]


async def test_what_nobody_reported_nobody_reviews(room: CaseRoom) -> None:
    """Checks alone say nothing against anybody."""
    await room.patterns.keep_look("u1", ASKER, looked())

    assert await review(room, SITI, State.REVIEWED) is not None


async def test_what_was_cleared_ties_nothing_together_and_can_still_be_found(room: CaseRoom) -> None:
    await reported(room, CODES[0])
    await reported(room, CODES[1])
    await review(room, SITI, State.CLEARED)

    found = await room.pattern_door.find(SITI, NUMBER, T0, {"siti": "Siti"})

    assert await seen(room) == []
    assert not isinstance(found, Refusal)
    ((view,),) = [each.prints for each in found]
    assert view.review is not None
    assert (view.review.state, view.reviewer) == (State.CLEARED, "Siti")


async def test_looking_and_reviewing_stand_in_the_audit_without_the_number(bench: Bench) -> None:
    await reported(bench.room, CODES[0])
    await bench.room.pattern_door.find(SITI, NUMBER, T0, {})
    await review(bench.room, SITI, State.REVIEWED)

    lines = b"\n".join(await load_audit(bench.store.cases, 10)).decode()

    assert "pattern_find" in lines
    assert "pattern_reviewed" in lines
    assert "3456" not in lines


# ---- what people are told


async def test_people_hear_of_a_number_only_after_a_review_and_from_the_threshold(room: CaseRoom) -> None:
    """Three reports, a review; never for a company, never while somebody is only checking."""
    heard = []
    for code in CODES:
        await reported(room, code, f"ditipu {NUMBER} PT Kenari Jaya")
    heard.append(await room.patterns.reported_before(SPELLED))
    await review(room, SITI, State.CHECKING)
    heard.append(await room.patterns.reported_before(SPELLED))
    await review(room, SITI, State.REVIEWED)
    heard.append(await room.patterns.reported_before(SPELLED))
    await room.pattern_door.set_limits(SITI, Limits(said_from=4), T0)
    heard.append(await room.patterns.reported_before(SPELLED))

    assert heard == [False, False, True, False]
    assert not await room.patterns.reported_before("PT Kenari Jaya")
    assert not await room.patterns.reported_before("0857 1111 2222")


async def test_an_erased_report_no_longer_counts_against_a_number(room: CaseRoom) -> None:
    for code in CODES:
        await reported(room, code)
    await review(room, SITI, State.REVIEWED)
    assert await room.patterns.reported_before(NUMBER)

    await room.casework.apply(
        EraseReporter(id="e1", at=T0, code=CODES[0], reporter=REPORTER, scope="all"), T0
    )

    assert not await room.patterns.reported_before(NUMBER)


@pytest.mark.parametrize("limit", [0, -1, 1_001])
async def test_a_threshold_has_bounds(room: CaseRoom, limit: int) -> None:
    with pytest.raises(ValueError, match="threshold"):
        await room.pattern_door.set_limits(SITI, Limits(said_from=limit), T0)
