"""What belongs together: shared numbers, cases and words; and what counts as one."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.patterns.clusters import Cluster, clusters_of
from bot.patterns.prints import Kind, Print
from bot.patterns.sight import Sight, Source, read_sight, write_sight
from bot.patterns.sketch import sketch_of
from tests.patterns.test_sketch import ADVERT, KEY, OTHER

TODAY = date(2026, 11, 21)


def phone(number: int) -> Print:
    return Print(Kind.PHONE, f"{number:020x}")


def account(number: int) -> Print:
    return Print(Kind.ACCOUNT, f"{number:020x}")


def check(*prints: Print, days: int = 0, **more: object) -> Sight:
    return Sight(TODAY - timedelta(days=days), Source.CHECK, prints, **more)  # type: ignore[arg-type]


def report(code: str, *prints: Print, days: int = 0, **more: object) -> Sight:
    return Sight(TODAY - timedelta(days=days), Source.REPORT, prints, case=code, **more)  # type: ignore[arg-type]


def sizes(found: list[Cluster]) -> list[int]:
    return [len(each.units) for each in found]


@pytest.mark.parametrize(
    ("sights", "expected"),
    [
        ((), []),
        ((check(phone(1)),), []),
        ((check(phone(1)), check(phone(1))), [2]),
        ((check(phone(1)), check(phone(2))), []),
        ((check(phone(1)), check(phone(1), account(2)), check(account(2))), [3]),
        ((check(phone(1)), check(phone(1)), check(phone(2)), check(phone(2)), check(phone(2))), [3, 2]),
        ((report("K-A", phone(1)), report("K-A", phone(1)), report("K-A", phone(1))), []),
        ((report("K-A", phone(1)), report("K-A", account(2)), check(account(2))), [2]),
        ((check(phone(1)), check(phone(1), account(2), counted=False), check(account(2))), [2]),
        ((check(phone(1)), check(account(1))), []),
    ],
    ids=[
        "nothing",
        "seen once",
        "a number twice",
        "two numbers",
        "a chain",
        "two clusters",
        "one case often",
        "one case joins its numbers",
        "counted before joins only",
        "a phone is no account",
    ],
)
def test_what_belongs_together(sights: tuple[Sight, ...], expected: list[int]) -> None:
    """Sizes of the clusters, the largest first."""
    assert sizes(clusters_of(sights)) == expected


def test_nearly_the_same_words_join_and_other_words_do_not() -> None:
    """Without any number in common."""
    copied = ADVERT.replace("Taiwan", "Korea")
    sights = [
        Sight(TODAY, Source.ADVERT, (phone(at),), sketch=sketch_of(text, KEY))
        for at, text in enumerate((ADVERT, copied, OTHER))
    ]

    assert sizes(clusters_of(sights)) == [2]


def test_what_was_cleared_joins_nothing() -> None:
    """An office's own number stands in everybody's questions; it must not tie them together."""
    sights = [check(phone(1), account(2)), check(phone(1), account(3)), check(account(3))]

    assert sizes(clusters_of(sights)) == [3]
    assert sizes(clusters_of(sights, {phone(1)})) == [2]


def test_a_case_counts_on_its_first_day_in_the_district_it_names() -> None:
    sights = [
        report("K-A", phone(1), days=3),
        report("K-A", phone(1), district="Lobar"),
        check(phone(1), days=1),
    ]

    (cluster,) = clusters_of(sights)

    first, second = cluster.units
    assert (first.source, first.on, first.district) == (Source.REPORT, TODAY - timedelta(days=3), "Lobar")
    assert second.source is Source.CHECK
    assert cluster.cases == ("K-A",)
    assert cluster.prints == ((phone(1), 3),)


def test_ten_thousand_sights_are_put_together_in_a_blink() -> None:
    """The most that are kept; every tenth names a number in common."""
    sights = [check(phone(at if at % 10 else at % 100), days=at % 100) for at in range(10_000)]

    assert sum(sizes(clusters_of(sights))) == 1_000


def test_one_advert_seen_ten_thousand_times_is_put_together_in_a_blink() -> None:
    """
    One cluster of cases that name two things each, and of checks: its parts are counted once through.

    Work is measured, not time: how often a sight is asked for its case.
    """
    asked = 0

    class Counting(Sight):
        def __getattribute__(self, name: str) -> object:
            nonlocal asked
            asked += name == "case"
            return super().__getattribute__(name)

    reports = [
        Counting(TODAY, Source.REPORT, (phone(1), account(at % 7)), case=f"K-{at // 2}")
        for at in range(2_000)
    ]
    checks = [Counting(TODAY, Source.CHECK, (phone(1),)) for _ in range(8_000)]

    (cluster,) = clusters_of([*reports, *checks])
    told = [len(cluster.units) for _ in range(3)]

    assert told == [9_000] * 3
    assert asked < 10 * 10_000
    assert cluster.reports[phone(1)] == cluster.cases
    assert len(cluster.reports[account(3)]) < len(cluster.cases)


def test_a_sight_survives_storage() -> None:
    sight = report("K-7QX2", phone(1), account(2), district="Lombok Barat", sketch=sketch_of(ADVERT, KEY))

    assert read_sight(write_sight(sight)) == sight
