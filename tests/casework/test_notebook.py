"""Questions for editors: kept once, sealed, for ninety days, and shown to nobody else."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.cases.asked import KEPT_DAYS, Asked, Helped, Why
from bot.cases.officer import Officer, Role
from bot.cases.refusal import Refusal
from bot.casework import notebook as notebook_room
from bot.casework.notebook import Noted
from bot.casework.room import CaseRoom
from tests.cases.people import BUDI, DEWI, KOKO, RINA, SITI
from tests.casework.conftest import Bench

NOW = datetime(2026, 11, 21, 3, 0, tzinfo=UTC)
TODAY = NOW.date()
EDITOR = replace(RINA, id="edi", roles=frozenset({Role.EDITOR}))
QUESTION = Asked(TODAY, Why.UNANSWERED, "gaji di taiwan berapa")


async def listed(room: CaseRoom, now: datetime = NOW) -> list[Asked]:
    found = await room.notebook.asked(EDITOR, now)
    assert not isinstance(found, Refusal)
    return [each.asked for each in found]


async def test_a_question_is_kept_once(room: CaseRoom) -> None:
    """An outbox row may be carried twice; the same words from another update are another question."""
    for note_id in ("u1-1", "u1-1", "u2-1"):
        await room.notebook.keep(note_id, QUESTION, TODAY)

    assert await listed(room) == [QUESTION, QUESTION]


async def test_help_is_counted_once_for_each_tap(room: CaseRoom) -> None:
    for note_id in ("u1-1", "u1-1", "u2-1"):
        await room.notebook.keep(note_id, Helped("paspor"), TODAY)

    assert await room.notebook.helped(EDITOR) == {"paspor": 2}


async def test_nothing_of_words_or_updates_stands_in_the_store(bench: Bench) -> None:
    """Planted words and the id of the update are in no key and no value; the day is."""
    note_id, words = "u99887766-1", "kenari-4711 di taiwan"
    await bench.room.notebook.keep(note_id, replace(QUESTION, text=words, entry="entri-kenari"), TODAY)
    area = bench.store.cases
    spell = area.keys
    scores = await area.call("ZRANGE", spell.questions, 0, -1, "WITHSCORES")
    sealed = await area.call("HGETALL", spell.question_words)

    raw = repr((scores, sealed, await area.call("EXISTS", spell.seen(note_id))))

    assert str(TODAY.toordinal()) in raw, "the search must be able to find something"
    assert [canary for canary in ("kenari", "4711", "taiwan", "99887766") if canary in raw] == []
    assert not await area.call("EXISTS", spell.seen(note_id))


@pytest.mark.parametrize(("days", "left"), [(0, 1), (KEPT_DAYS - 1, 1), (KEPT_DAYS, 0)])
async def test_a_question_goes_after_ninety_days(bench: Bench, days: int, left: int) -> None:
    """The clock is an argument: on the ninetieth day after it was asked its words are gone from the store."""
    notebook, area = bench.room.notebook, bench.store.cases
    await notebook.keep("u1-1", QUESTION, TODAY)

    gone = await notebook.forget_old(TODAY + timedelta(days=days))

    assert gone == 1 - left
    assert await area.call("HLEN", area.keys.question_words) == left
    assert await area.call("ZCARD", area.keys.questions) == left


async def test_the_oldest_make_room(room: CaseRoom, monkeypatch: pytest.MonkeyPatch) -> None:
    """Never more than the limit, and the oldest days go first."""
    monkeypatch.setattr(notebook_room, "MOST_KEPT", 3)

    for day in (4, 1, 5, 2, 3):
        asked = replace(QUESTION, on=date(2026, 11, day), text=f"pertanyaan {day}")
        await room.notebook.keep(f"u{day}", asked, TODAY)

    assert [each.on.day for each in await listed(room)] == [5, 4, 3]


async def test_what_was_seen_to_is_marked_and_comes_back_when_asked_anew(room: CaseRoom) -> None:
    """Exactly the questions that were named; ids of nothing do no harm."""
    await room.notebook.keep("u1-1", QUESTION, TODAY)
    (first,) = await _noted(room)

    await room.notebook.set_done(EDITOR, [first.id, "ffff"], NOW)
    await room.notebook.keep("u2-1", QUESTION, TODAY)

    assert sorted(each.done for each in await _noted(room)) == [False, True]


@pytest.mark.parametrize(
    "officer",
    [
        BUDI,
        SITI,
        KOKO,
        DEWI,
        replace(EDITOR, roles=frozenset({Role.ADMIN})),
        replace(EDITOR, active=False),
    ],
    ids=lambda officer: f"{officer.id}-{'-'.join(officer.roles)}",
)
async def test_only_editors_see_questions(room: CaseRoom, officer: Officer) -> None:
    """Neither officers nor supervisors, coordinators or admins; and nobody who has left."""
    await room.notebook.keep("u1-1", QUESTION, TODAY)
    (noted,) = await _noted(room)

    answers = [
        await room.notebook.asked(officer, NOW),
        await room.notebook.helped(officer),
        await room.notebook.set_done(officer, [noted.id], NOW),
    ]

    assert all(isinstance(each, Refusal) for each in answers)
    assert not (await _noted(room))[0].done


async def _noted(room: CaseRoom) -> list[Noted]:
    found = await room.notebook.asked(EDITOR, NOW)
    assert not isinstance(found, Refusal)
    return list(found)
