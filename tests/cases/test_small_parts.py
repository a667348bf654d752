"""Receipts, codes, shifts, due times, the order of the queue and the hash chain."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.cases.case import Case
from bot.cases.chain import START, first_break, link
from bot.cases.code import ALPHABET, make_code, read_code
from bot.cases.duty import Shift, on_duty
from bot.cases.queue import in_order, waited_s
from bot.cases.receipt import format_receipt, is_receipt, make_receipt, normalise
from bot.cases.sla import OfficeHours, due_at
from bot.danger import Danger
from tests.cases.people import T0, WITA, at

HOURS = OfficeHours(
    zone=WITA,
    weekdays=frozenset(range(5)),
    opens=time(8),
    closes=time(16),
    within={Danger.NONE: timedelta(hours=8), Danger.EMERGENCY: timedelta(minutes=15)},
    holidays=frozenset({date(2026, 8, 17)}),
)


def test_a_receipt_forgives_sloppy_typing():
    """O for 0, l for 1, spaces and dashes are what people type."""
    receipt = make_receipt("100200300400500")

    typed = format_receipt(receipt).replace("0", "O").replace("1", "l").replace("-", " ")

    assert normalise(f" {typed} ") == receipt


@pytest.mark.parametrize("place", range(16))
def test_one_wrong_digit_is_noticed(place):
    """A slip of the finger is no other receipt."""
    receipt = make_receipt("918273645546372")
    wrong = str((int(receipt[place]) + 1) % 10)

    assert not is_receipt(receipt[:place] + wrong + receipt[place + 1 :])


@pytest.mark.parametrize("typed", ["", "1234", "halo", "1" * 17, "٠" * 16])
def test_what_is_no_receipt_is_none(typed):
    """Nothing typed raises."""
    assert normalise(typed) is None


def test_codes_have_no_lookalikes_and_are_read_back():
    """A code said on the telephone is the code written down."""
    code = make_code(bytes(range(8)))

    assert read_code(code.lower().replace("-", " ")) == code
    assert read_code(code[2:]) == code
    assert not set("0O1IL5S8BZ2") & set(ALPHABET) - {"2", "8"}
    assert read_code("K-00") is None


def test_duty_runs_over_midnight():
    """A night shift of Friday ends on Saturday morning."""
    night = Shift("rina", frozenset({4}), time(22), time(6))
    friday = datetime(2026, 8, 14, 23, tzinfo=WITA)

    assert on_duty([night], friday, WITA) == ("rina",)
    assert on_duty([night], friday + timedelta(hours=6, minutes=59), WITA) == ("rina",)
    assert on_duty([night], friday + timedelta(hours=7), WITA) == ()
    assert on_duty([night], friday + timedelta(days=1), WITA) == ()


def test_all_day_is_all_day():
    """00:00 to 00:00 leaves no gap."""
    shift = Shift("rina", frozenset(range(7)), time(0), time(0))

    assert all(on_duty([shift], at(minutes), UTC) for minutes in range(0, 2880, 97))


def test_emergencies_count_clock_hours_and_others_office_hours():
    """Friday 15:00 plus eight office hours is Tuesday 15:00 when Monday is a holiday."""
    friday = datetime(2026, 8, 14, 15, tzinfo=WITA)

    assert due_at(friday, Danger.EMERGENCY, HOURS) == friday + timedelta(minutes=15)
    assert due_at(friday, Danger.NONE, HOURS) == datetime(2026, 8, 18, 15, tzinfo=WITA)
    assert due_at(friday, Danger.WATCH, HOURS) is None


def test_due_before_opening_counts_from_opening():
    """A report of the night waits until the doors open."""
    night = datetime(2026, 8, 12, 2, tzinfo=WITA)

    assert due_at(night, Danger.NONE, HOURS) == datetime(2026, 8, 12, 16, tzinfo=WITA)


def test_due_wants_a_time_zone():
    """A naive time would be off by hours without anybody noticing."""
    with pytest.raises(ValueError, match="time zone"):
        due_at(datetime(2026, 8, 12), Danger.NONE, HOURS)  # noqa: DTZ001 - the naive time is the point


def test_the_queue_puts_danger_first_then_waiting():
    """An answered case never stands before one that waits."""
    cases = [
        Case(code="old", opened_at=T0, waiting_since=at(1)),
        Case(code="older", opened_at=T0, waiting_since=T0),
        Case(code="answered", opened_at=at(-90)),
        Case(code="urgent", opened_at=at(9), waiting_since=at(9), danger=Danger.EMERGENCY),
    ]

    assert [case.code for case in in_order(cases)] == ["urgent", "older", "old", "answered"]
    assert waited_s(cases[1], at(2)) == 120
    assert waited_s(replace(cases[1], waiting_since=None), at(2)) == 0


def test_the_chain_notices_every_change():
    """Changed, swapped or removed: the first place that does not fit is named."""
    records = [b"one", b"two", b"three"]
    links, previous = [], START
    for record in records:
        previous = link(previous, record)
        links.append((record, previous))

    assert first_break(links) is None
    assert first_break([links[0], (b"TWO", links[1][1]), links[2]]) == 1
    assert first_break([links[0], links[2]]) == 1
    assert first_break([links[1], links[0], links[2]]) == 0
