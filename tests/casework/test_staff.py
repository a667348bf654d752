"""Officers, invitations, groups, logins and receipts."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from bot.cases.receipt import format_receipt
from bot.cases.reporter_commands import MoveRelay
from bot.casework.receipts import WRONG_TRIES, Found
from tests.cases.people import BARU, CODE, OTHER, RINA, STAFF, T0, report

NEW_TAG = "0f" * 10


async def test_the_rota_says_who_is_on_duty(room):
    """Only known, active officers count."""
    before = await room.roster.staff(T0)
    await room.roster.write(replace(RINA, active=False))

    after = await room.roster.staff(T0)

    assert before.on_duty == STAFF.on_duty
    assert before.officers["rina"] == RINA
    assert after.on_duty == frozenset({"budi"})


async def test_an_invitation_binds_the_first_account_that_opens_it(room):
    """The link works once; the same person tapping twice is fine."""
    token = await room.roster.invite("baru")

    first, second = await asyncio.gather(
        room.roster.open_invitation(token, NEW_TAG), room.roster.open_invitation(token, OTHER)
    )

    bound = [each for each in (first, second) if each]
    assert len(bound) == 1
    assert (await room.roster.find("baru")).tag == bound[0].tag
    assert await room.roster.open_invitation(token, bound[0].tag) == replace(BARU, tag=bound[0].tag)


async def test_an_account_is_one_officer_only(room):
    """Rina cannot become somebody else by opening their link."""
    token = await room.roster.invite("baru")

    assert await room.roster.open_invitation(token, RINA.tag) is None
    assert (await room.roster.officer_of(RINA.tag)).id == "rina"


async def test_a_new_telephone_replaces_the_old_one(room):
    """After binding again, the old account is nobody."""
    token = await room.roster.invite("rina")

    await room.roster.open_invitation(token, NEW_TAG)

    assert (await room.roster.officer_of(NEW_TAG)).id == "rina"
    assert await room.roster.officer_of(RINA.tag) is None


async def test_names_of_officers_are_sealed(bench):
    """The store alone does not tell who works here."""
    raw = await bench.store.cases.call("HGETALL", bench.store.cases.keys.officers)

    assert b"rina" in raw
    assert b"Sari" not in b"".join(raw.values())


async def test_a_group_that_moves_is_followed(room):
    """migrate_to_chat_id: cards go to the new group; a stranger's group is nobody's."""
    old = (await room.roster.staff(T0)).groups["polres"]

    assert await room.roster.move_group(old, NEW_TAG) == "polres"
    assert await room.roster.is_group(NEW_TAG)
    assert not await room.roster.is_group(old)
    with pytest.raises(ValueError, match="no agency"):
        await room.roster.set_group("nobody", NEW_TAG)


async def test_a_login_link_works_once(room):
    """Two browsers with the same link: one session."""
    token = await room.logins.new_link(RINA)

    sessions = await asyncio.gather(room.logins.log_in(token), room.logins.log_in(token))

    (session,) = [each for each in sessions if each]
    assert (await room.logins.find_officer(session)).id == "rina"
    await room.logins.log_out(session)
    assert await room.logins.find_officer(session) is None


async def test_a_session_ends_when_the_officer_is_not_active(room):
    """Whatever the browser still holds."""
    session = await room.logins.log_in(await room.logins.new_link(RINA))

    await room.roster.write(replace(RINA, active=False))

    assert await room.logins.find_officer(session) is None


async def test_tokens_are_not_stored(bench):
    """Somebody who reads the store can open nothing."""
    token = await bench.room.logins.new_link(RINA)
    area = bench.store.cases

    assert await area.call("EXISTS", area.keys.login(token)) == 0
    assert await area.call("EXISTS", area.keys.login(bench.lookups.token_hash(token))) == 1


async def test_a_receipt_finds_its_case_from_another_account(bench):
    """Typed sloppily on a borrowed phone; the relay then moves."""
    receipt = bench.room.receipts.new()
    await bench.room.casework.apply(report(receipt_hash=receipt.hash), T0)

    typed = format_receipt(receipt.digits).replace("0", "o").replace("-", " ")
    found = await bench.room.receipts.find(typed, OTHER)
    await bench.room.casework.apply(MoveRelay(id="v1", at=T0, code=CODE, reporter=OTHER), T0)

    file = await (await bench.reopen()).room.archive.find(CODE)
    assert found == (Found.FOUND, CODE)
    assert file.case.reporter == OTHER
    assert receipt.digits not in repr(receipt)


async def test_five_wrong_receipts_and_it_must_wait(bench):
    """Even the right one no longer opens anything from that account; others are not held up."""
    receipt = bench.room.receipts.new()
    await bench.room.casework.apply(report(receipt_hash=receipt.hash), T0)

    for _ in range(WRONG_TRIES):
        wrong = bench.room.receipts.new().digits
        assert await bench.room.receipts.find(wrong, OTHER) == (Found.UNKNOWN, "")

    assert await bench.room.receipts.find(receipt.digits, OTHER) == (Found.TOO_MANY, "")
    assert await bench.room.receipts.find(receipt.digits, NEW_TAG) == (Found.FOUND, CODE)


async def test_a_slip_of_the_finger_costs_no_try(bench):
    """The check digit tells a typing mistake from a wrong receipt."""
    receipt = bench.room.receipts.new()
    await bench.room.casework.apply(report(receipt_hash=receipt.hash), T0)
    slip = receipt.digits[:-1] + str((int(receipt.digits[-1]) + 1) % 10)

    for _ in range(WRONG_TRIES + 1):
        assert await bench.room.receipts.find(slip, OTHER) == (Found.MISTYPED, "")

    assert await bench.room.receipts.find(receipt.digits, OTHER) == (Found.FOUND, CODE)


async def test_a_right_receipt_does_not_buy_more_tries(bench):
    """Whoever holds one receipt cannot use it to try others without end."""
    receipt = bench.room.receipts.new()
    await bench.room.casework.apply(report(receipt_hash=receipt.hash), T0)

    for _ in range(WRONG_TRIES):
        await bench.room.receipts.find(bench.room.receipts.new().digits, OTHER)
        await bench.room.receipts.find(receipt.digits, OTHER)

    assert await bench.room.receipts.find(receipt.digits, OTHER) == (Found.TOO_MANY, "")
