"""When officers are told, and when people are: thresholds, with the day as an argument."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.patterns.clusters import Unit, cluster_of
from bot.patterns.growth import Limits, Stage, growth, stage_of, table_of
from bot.patterns.prints import Kind, Print
from bot.patterns.review import Review, State, may_be_said, read_review, write_review
from bot.patterns.sight import Source
from tests.patterns.test_clusters import TODAY, account, check, phone, report

LIMITS = Limits(alert_from=4, said_from=3)
AT = datetime(2026, 11, 21, 3, 0, tzinfo=UTC)


def unit(days: int, district: str = "", source: Source = Source.CHECK) -> Unit:
    return Unit(TODAY - timedelta(days=days), source, district)


@pytest.mark.parametrize(("number", "grown"), [(1, 0), (3, 0), (4, 1), (7, 1), (8, 2), (15, 2), (16, 3)])
def test_growth_is_told_at_the_threshold_and_at_each_doubling(number: int, grown: int) -> None:
    cluster = cluster_of(check(phone(1)) for _ in range(number))

    assert stage_of(cluster, LIMITS, TODAY) == Stage(grown)


@pytest.mark.parametrize(("days", "grown"), [(0, 1), (29, 1), (30, 0), (-1, 0)])
def test_only_the_last_thirty_days_count(days: int, grown: int) -> None:
    """The clock is an argument: old news is none, and tomorrow has not come."""
    cluster = cluster_of(check(phone(1), days=days) for _ in range(4))

    assert stage_of(cluster, LIMITS, TODAY).grown == grown


def test_a_report_that_crosses_districts_is_told_at_once_checks_alone_are_not() -> None:
    """Two people who ask for one well-known company are no news; a report in another district is."""
    checks = [check(phone(1), district="Lobar"), check(phone(1), district="Lotim")]

    assert stage_of(cluster_of(checks), LIMITS, TODAY) == Stage(0, 0)
    assert stage_of(cluster_of((*checks, report("K-A", phone(1)))), LIMITS, TODAY) == Stage(0, 2)
    assert stage_of(cluster_of((*checks, *checks)), LIMITS, TODAY) == Stage(1, 2)


def test_one_district_is_none_crossed() -> None:
    cluster = cluster_of(
        (report("K-A", phone(1), district="Lobar"), report("K-B", phone(1), district="Lobar"))
    )

    assert stage_of(cluster, LIMITS, TODAY) == Stage()


@pytest.mark.parametrize(
    ("told", "now", "beyond"),
    [
        (Stage(), Stage(1, 0), True),
        (Stage(1, 0), Stage(1, 0), False),
        (Stage(1, 2), Stage(1, 3), True),
        (Stage(2, 2), Stage(1, 2), False),
        (Stage(2, 2), Stage(0, 0), False),
    ],
)
def test_the_same_is_told_once(told: Stage, now: Stage, beyond: bool) -> None:
    """A cluster that shrinks and grows again to the same number is no news either."""
    assert now.beyond(told) is beyond


def test_the_table_counts_by_district_and_week() -> None:
    """Weeks begin on Monday; the largest district first, the unknown last; older weeks are left out."""
    units = [
        unit(0, "Lobar"),
        unit(1, "Lobar"),
        unit(7, "Lotim"),
        unit(0),
        unit(0),
        unit(0),
        unit(300, "Sumba"),
    ]

    table = table_of(units, TODAY, weeks=2)

    assert table.weeks == (date(2026, 11, 16), date(2026, 11, 9))
    assert table.rows == (("Lobar", (2, 0)), ("Lotim", (0, 1)), ("", (3, 0)))


def test_growth_is_this_week_less_the_week_before() -> None:
    assert growth([unit(0), unit(6), unit(7), unit(20)], TODAY) == 1


@pytest.mark.parametrize(
    ("about", "state", "reports", "said"),
    [
        (phone(1), State.REVIEWED, 3, True),
        (account(1), State.REVIEWED, 30, True),
        (phone(1), State.REVIEWED, 2, False),
        (phone(1), State.CHECKING, 30, False),
        (phone(1), State.CLEARED, 30, False),
        (phone(1), None, 30, False),
        (Print(Kind.COMPANY, "a" * 20), State.REVIEWED, 30, False),
        (Print(Kind.TEXT, "a" * 20), State.REVIEWED, 30, False),
    ],
)
def test_what_people_are_told(about: Print, state: State | None, reports: int, said: bool) -> None:
    """Never before a review, never below the threshold, and only of phones and accounts."""
    review = Review(state, "rina", AT) if state else None

    assert may_be_said(about, review, reports, LIMITS) is said


def test_no_threshold_says_a_number_that_nobody_reported() -> None:
    assert not may_be_said(phone(1), Review(State.REVIEWED, "rina", AT), 0, Limits(said_from=0))


def test_a_review_survives_storage_and_hides_its_note() -> None:
    review = Review(State.CHECKING, "rina", AT, "tanya bank")

    assert read_review(write_review(review)) == review
    assert "tanya bank" not in repr(review)
