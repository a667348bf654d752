"""Commands on the real store: once, in order, nothing lost, nothing readable."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from bot.cases.command import Attachment
from bot.cases.officer_commands import Release, Reply
from bot.cases.outgoing import Card, ToReporter, Words
from bot.cases.reporter_commands import EraseReporter, WithdrawAlert
from bot.casework.keys import rewrap_casework_key
from bot.casework.outcome import AlreadyDone, Applied, Erased, Refused
from bot.casework.room import open_casework
from bot.store import cases as stored_cases
from bot.store import outbox, timers
from bot.store.rows import Lane
from bot.vault.keys import MasterKeys
from tests.cases.people import (
    CODE,
    GROUPS,
    OTHER,
    REPORTER,
    RINA,
    T0,
    alert,
    at,
    claim,
    hotline_words,
    message,
    report,
)
from tests.cases.test_small_parts import HOURS
from tests.casework.conftest import NOW_MS


async def test_a_report_opens_a_case_and_tells_the_groups(bench):
    """One message is a case, a card in each hotline group, and a receipt that leads back."""
    outcome = await bench.room.casework.apply(report(), T0)

    told = await bench.drain()
    assert isinstance(outcome, Applied)
    assert outcome.case.code == CODE
    assert {each.tag for each in told if isinstance(each, Card)} == set(GROUPS.values())


async def test_the_same_command_is_done_once(bench):
    """A hundred deliveries of one row are one event and one card."""
    outcomes = [await bench.room.casework.apply(report(), T0) for _ in range(100)]

    assert sum(isinstance(each, Applied) for each in outcomes) == 1
    assert sum(isinstance(each, AlreadyDone) for each in outcomes) == 99
    assert len(await stored_cases.load_events(bench.store.cases, CODE)) == 3
    assert len(await bench.drain()) == 2


async def test_the_same_command_at_the_same_time_is_done_once(bench):
    """Two processes with the same row do not add it twice."""
    other = await bench.reopen()
    await bench.room.casework.apply(report(), T0)

    outcomes = await asyncio.gather(
        *(each.room.casework.apply(message(), T0) for each in (bench, other) for _ in range(10))
    )

    assert sum(isinstance(each, Applied) for each in outcomes) == 1


async def test_two_officers_claim_at_once_and_exactly_one_has_it(bench):
    """The race is decided by the store; everybody else is told by whom."""
    other = await bench.reopen()
    await bench.room.casework.apply(alert(), T0)

    outcomes = await asyncio.gather(
        bench.room.casework.apply(claim("rina", "c1"), T0),
        other.room.casework.apply(claim("budi", "c2"), T0),
        bench.room.casework.apply(claim("siti", "c3"), T0),
    )

    applied = [each for each in outcomes if isinstance(each, Applied)]
    refused = [each for each in outcomes if isinstance(each, Refused)]
    assert len(applied) == 1
    assert [each.reason for each in refused] == ["taken", "taken"]
    assert all(each.by == applied[0].case.assignee for each in refused)
    assert "sudah diambil" in refused[0].words


async def test_many_messages_at_once_all_arrive(bench):
    """Lost races are tried again: no word of a reporter is dropped."""
    await bench.room.casework.apply(report(), T0)

    await asyncio.gather(*(bench.room.casework.apply(message(f"m{n}", f"ke {n}"), T0) for n in range(20)))

    file = await bench.room.archive.find(CODE)
    events = await bench.room.archive.history(file)
    assert {event.body["text"] for event in events if "text" in event.body} >= {f"ke {n}" for n in range(20)}
    assert await bench.room.archive.check_chain(CODE) is None


async def test_an_alert_goes_first_and_can_be_leased_at_once(bench):
    """The process that made it may send it without waiting for a sweeper."""
    outcome = await bench.room.casework.apply(alert(), T0, owner="p1", lease_ms=60_000)

    assert f"chat.{RINA.tag}" in outcome.leased
    waiting = await outbox.waiting(bench.store.cases)
    assert waiting[Lane.DANGER] == 4


async def test_a_withdrawn_alert_leaves_the_queue(bench):
    """[Bukan darurat]: the case is closed and indexed so."""
    await bench.room.casework.apply(alert(), T0)

    await bench.room.casework.apply(WithdrawAlert(id="w1", at=at(1), code=CODE, reporter=REPORTER), T0)

    assert await stored_cases.open_codes(bench.store.cases) == []
    assert await stored_cases.closed_codes(bench.store.cases, 10) == [CODE]


async def test_a_reply_goes_to_the_reporter_only(bench):
    """The relay: an officer's words leave under the reporter's tag."""
    for command in (report(), claim()):
        await bench.room.casework.apply(command, T0)
    await bench.drain()

    await bench.room.casework.apply(
        Reply(id="p1", at=at(4), code=CODE, officer="rina", message="q1", text="Bisa menelepon?"), T0
    )

    (told,) = await bench.drain()
    assert isinstance(told, ToReporter)
    assert told.tag == REPORTER


async def test_nothing_a_person_wrote_stands_in_clear(bench):
    """Events, summary and outbox rows are searched for the words, which must be findable when opened."""
    for command in (alert(), message(text="rahasia saya"), claim()):
        await bench.room.casework.apply(command, T0)
    area = bench.store.cases

    raw = b"".join(await stored_cases.load_events(area, CODE))
    stored, _ = await stored_cases.load(area, CODE)
    raw += stored.summary
    for line, _ in await outbox.due(area, NOW_MS + 1, 100):
        raw += b"".join(row.body for row in (await outbox.lease(area, line, "x", 1, NOW_MS + 1)).rows)

    file = await bench.room.archive.find(CODE)
    opened = "".join(event.body.get("text", "") for event in await bench.room.archive.history(file))
    assert "rahasia saya" in opened
    assert b"rahasia" not in raw
    assert b"dikunci" not in raw


async def test_a_changed_event_is_noticed(bench):
    """Whoever edits the store by hand breaks the chain at that event."""
    for command in (report(), message(), claim()):
        await bench.room.casework.apply(command, T0)
    area, key = bench.store.cases, bench.store.cases.keys.events(CODE)
    events = await stored_cases.load_events(area, CODE)

    await area.call("LSET", key, 1, events[1].replace(b'"reporter"', b'"officer:x"'))
    changed = await bench.room.archive.check_chain(CODE)
    await area.call("LSET", key, 1, events[1])
    await area.call("RPOP", key)
    cut = await bench.room.archive.check_chain(CODE)

    assert changed == 1
    assert cut == len(events) - 1


async def test_the_summary_is_what_the_events_make(bench):
    """Another process that knows only the store sees the same case."""
    commands = (
        alert(),
        message(),
        claim(),
        Release(id="l1", at=at(4), code=CODE, officer="rina", reason="x"),
    )
    for command in commands:
        outcome = await bench.room.casework.apply(command, T0)

    file = await (await bench.reopen()).room.archive.find(CODE)

    assert file.case == outcome.case


async def test_erasing_everything_leaves_a_tombstone_only(bench):
    """Key, words, receipt, evidence and pending words are gone; what is left names nobody."""
    casework, area = bench.room.casework, bench.store.cases
    for command in (alert(receipt_hash="7" * 64, media=(Attachment("f1", "photo"),)), claim()):
        await casework.apply(command, T0)
    await bench.room.intake.store(CODE, "f1", b"jpeg", T0)
    erase = EraseReporter(id="e1", at=at(9), code=CODE, reporter=REPORTER, scope="all")

    refused = await casework.apply(replace(erase, reporter=OTHER), T0)
    outcome = await casework.apply(erase, T0)
    again = await casework.apply(erase, T0)

    assert isinstance(refused, Refused)
    assert isinstance(outcome, Erased)
    assert isinstance(again, AlreadyDone)
    assert await bench.room.archive.find(CODE) is None
    assert await stored_cases.load_events(area, CODE) == []
    assert await area.call("GET", area.keys.receipt("7" * 64)) is None
    assert await bench.files.list_ids() == frozenset()
    (tombstone,) = await stored_cases.load_tombstones(area)
    assert CODE.encode() not in tombstone
    told = await bench.drain()
    assert not [each for each in told if isinstance(each, Words)]
    assert any("sudah dihapus" in each.text for each in told if isinstance(each, Card))


async def test_an_erased_case_does_not_come_back(bench):
    """A late delivery of an old row finds its mark and changes nothing."""
    await bench.room.casework.apply(report(), T0)
    await bench.room.casework.apply(
        EraseReporter(id="e1", at=at(9), code=CODE, reporter=REPORTER, scope="all"), T0
    )

    outcome = await bench.room.casework.apply(report(), T0)

    assert isinstance(outcome, AlreadyDone)
    assert await bench.room.archive.find(CODE) is None


async def test_master_keys_rotate_while_cases_are_open(bench):
    """After a re-wrap the old master key is no longer needed for any case."""
    await bench.room.casework.apply(report(), T0)
    both = await bench.reopen(masters=MasterKeys((b"n" * 32, b"k" * 32)))

    changed = await both.room.archive.rewrap()
    await rewrap_casework_key(bench.store.cases, both.masters)

    new = await bench.reopen(masters=MasterKeys((b"n" * 32,)))
    assert changed == 1
    assert await both.room.archive.rewrap() == 0
    assert isinstance(await new.room.casework.apply(claim(), T0), Applied)


async def test_codes_are_never_given_twice(bench):
    """A code is kept from the moment it is made."""
    codes = [await bench.room.casework.new_code() for _ in range(20)]

    assert len(set(codes)) == 20
    assert not await stored_cases.reserve_code(bench.store.cases, codes[0])


async def test_a_due_time_stands_until_somebody_answers(bench):
    """The clock is a timer of the cases area: set by the report, removed by the reply."""
    room = await open_casework(
        bench.store.cases, bench.masters, bench.lookups, bench.files, bench.rota, hotline_words(), HOURS
    )
    await room.casework.apply(alert(), T0)
    (due,) = await timers.due(bench.store.cases, NOW_MS + 16 * 60_000, 10)
    await room.casework.apply(claim(), T0)
    await room.casework.apply(
        Reply(id="p1", at=at(4), code=CODE, officer="rina", message="q1", text="Halo"), T0
    )

    assert (due.tag, due.name) == (CODE, "overdue")
    assert await timers.next_due_ms(bench.store.cases) is None
