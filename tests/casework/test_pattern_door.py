"""Who sees what of a pattern, and what people are told after a review."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from bot.cases.officer import Officer, Role
from bot.cases.refusal import Refusal
from bot.cases.reporter_commands import EraseReporter
from bot.casework.pattern_door import ClusterView
from bot.casework.room import CaseRoom
from bot.patterns.growth import Limits
from bot.patterns.review import State
from bot.store.cases import load_audit
from tests.cases.people import (
    BUDI,
    DEWI,
    KOKO,
    NENG,
    REPORTER,
    RINA,
    SITI,
    T0,
)
from tests.casework.conftest import Bench
from tests.casework.pattern_steps import (
    CODES,
    EDITOR,
    NUMBER,
    SPELLED,
    reported,
    review,
    seen,
)


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
