"""Cases in the store: checked first, written whole, once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.errors import CorruptRecord
from bot.store import cases, outbox
from bot.store.cases import Append, Outcome
from bot.store.connection import Store
from bot.store.rows import Lane, Row

CODE = "K-7QX2"
NOW = 1_760_000_000_000
LINE = "chat." + "ab" * 10


def first(**changes: object) -> Append:
    base = Append(
        code=CODE,
        seen="r1",
        now_ms=NOW,
        expected_version=0,
        summary=b"summary",
        events=(b"one", b"two"),
        last_hash="ff",
        opened_ms=NOW,
        key=b"wrapped",
        receipt_hash="beef",
        due_ms=NOW + 1000,
        rows=(Row("r1.o0", LINE, Lane.DANGER, b"sealed"), Row("r1.o1", LINE, Lane.OFFICER, b"sealed")),
        owner="p1",
        lease_ms=60_000,
    )
    return replace(base, **changes)  # type: ignore[arg-type]


async def test_a_case_is_written_whole(store: Store):
    """Events, summary, key, receipt, index, due time and rows come with one call."""
    area = store.cases

    appended = await cases.append(area, first())

    stored, seen = await cases.load(area, CODE, "r1")
    assert appended == cases.Appended(Outcome.DONE, frozenset({LINE}))
    assert (stored.version, stored.summary, stored.key, stored.last_hash) == (1, b"summary", b"wrapped", "ff")
    assert seen
    assert await cases.load_events(area, CODE) == [b"one", b"two"]
    assert await cases.open_codes(area) == [CODE]
    assert await area.call("GET", area.keys.receipt("beef")) == CODE.encode()
    leased = await outbox.waiting(area)
    assert leased[Lane.DANGER] == 1


async def test_the_same_command_is_written_once(store: Store):
    """The second call changes nothing, whatever it brings."""
    await cases.append(store.cases, first())

    again = await cases.append(store.cases, first(events=(b"three",), expected_version=1))

    assert again.outcome is Outcome.SEEN
    assert await cases.load_events(store.cases, CODE) == [b"one", b"two"]


async def test_a_lost_race_writes_nothing(store: Store):
    """Not even the mark that the command was seen."""
    await cases.append(store.cases, first())

    stale = await cases.append(store.cases, first(seen="r2"))

    _, seen = await cases.load(store.cases, CODE, "r2")
    assert stale.outcome is Outcome.STALE
    assert not seen


async def test_closing_moves_the_case_and_stops_the_clock(store: Store):
    """A closed case stands in one index only."""
    await cases.append(store.cases, first())

    close = first(seen="x1", expected_version=1, closed_ms=NOW + 5, due_ms=None, rows=(), key=b"")
    await cases.append(store.cases, close)

    assert await cases.open_codes(store.cases) == []
    assert await cases.closed_codes(store.cases, 5) == [CODE]
    assert await cases.closed_before(store.cases, NOW + 5) == []
    assert await cases.closed_before(store.cases, NOW + 6) == [CODE]
    assert await store.cases.call("ZCARD", store.cases.keys.timers) == 0
    assert (await cases.load(store.cases, CODE))[0].key == b"wrapped"


async def test_a_wrong_type_writes_nothing(store: Store):
    """All checks come first: a script is isolated but not rolled back."""
    await store.cases.call("SET", store.cases.keys.events(CODE), "not a list")

    with pytest.raises(CorruptRecord):
        await cases.append(store.cases, first())

    assert (await cases.load(store.cases, CODE, "r1")) == (cases.StoredCase(0), False)


async def test_a_new_case_needs_a_key(store: Store):
    """Words without a key would be lost at once."""
    with pytest.raises(ValueError, match="key"):
        await cases.append(store.cases, first(key=b""))


async def test_erasing_leaves_a_tombstone_and_nothing_else(store: Store):
    """Only the version that was seen is erased; the second call finds nothing."""
    area = store.cases
    await cases.append(area, first())
    erase = ("beef", b"tombstone", (Row("e.o0", LINE, Lane.OFFICER, b"gone"),), NOW)

    moved = await cases.erase(area, CODE, 7, *erase)
    done = await cases.erase(area, CODE, 1, *erase)
    again = await cases.erase(area, CODE, 1, *erase)

    spell = area.keys
    left = [spell.case(CODE), spell.events(CODE), spell.receipt("beef"), spell.open_cases, spell.timers]
    assert (moved, done, again) == (Outcome.STALE, Outcome.DONE, Outcome.SEEN)
    assert await area.call("EXISTS", *left) == 0
    assert await cases.load_tombstones(area) == [b"tombstone"]


async def test_many_cases_come_in_one_round_trip(store: Store):
    """In the order asked for; what is gone has version 0."""
    await cases.append(store.cases, first())

    found = await cases.load_many(store.cases, ["K-NONE", CODE])

    assert [each.version for each in found] == [0, 1]
    assert await cases.load_many(store.cases, []) == []


async def test_a_code_in_use_is_not_reserved(store: Store):
    """Neither one that is kept nor one that has a case."""
    await cases.append(store.cases, first())

    assert not await cases.reserve_code(store.cases, CODE)
    assert await cases.reserve_code(store.cases, "K-2222")
    assert not await cases.reserve_code(store.cases, "K-2222")
