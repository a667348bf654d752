"""Lines, lanes and leases: in order, most urgent first, never by two at once, never lost."""

from __future__ import annotations

import asyncio

import pytest

from bot.store import outbox, sent, timers
from bot.store.area import Area
from bot.store.commit import ENQUEUE, Commit, commit
from bot.store.connection import Store
from bot.store.outbox import SentNote
from bot.store.rows import Lane, Row

A, B, C = "aaaa" * 5, "bbbb" * 5, "cccc" * 5
NOW = 1_760_000_000_000
LEASE = 60_000


async def push(
    area: Area, line: str, *rows: tuple[str, Lane], owner: str = "", now: int = NOW
) -> frozenset[str]:
    """Enqueue rows on a line; without an owner nobody holds it."""
    made = tuple(Row(row_id, line, lane, b"body " + row_id.encode()) for row_id, lane in rows)
    tag = line.removeprefix("chat.").split(".")[0]
    done = await commit(
        area, Commit(tag, f"push-{rows[0][0]}", now, ENQUEUE, rows=made, owner=owner, lease_ms=LEASE)
    )
    return done.leased


async def expire(area: Area, line: str) -> None:
    """Let a lease run out now instead of waiting for it."""
    await area.call("DEL", area.keys.lease(line))


async def test_a_line_is_worked_off_in_order(store: Store) -> None:
    """Rows leave first in, first out, whatever their lanes; an empty line leaves nothing behind."""
    area = store.chats(A)
    await push(area, A, ("r1", Lane.REMINDER), ("r2", Lane.DANGER), ("r3", Lane.REPLY))

    leased = await outbox.lease(area, A, "p", LEASE, NOW)
    assert leased is not None
    order, rows = [], leased.rows
    while rows:
        order.append((rows[0].id, rows[0].body))
        rows = (await outbox.settle(area, A, "p", rows[0].id, NOW, lease_ms=LEASE)).next

    assert order == [("r1", b"body r1"), ("r2", b"body r2"), ("r3", b"body r3")]
    left = [
        await area.call("EXISTS", key) for key in (area.keys.line(A), area.keys.lease(A), area.keys.ready)
    ]
    assert left == [0, 0, 0]


async def test_due_lines_come_by_lane_then_by_time(store: Store) -> None:
    """Danger goes before everything, also before a broadcast that has waited for hours."""
    area = store.chats(A)
    await push(area, A, ("a", Lane.BROADCAST), now=NOW - 9_000_000)
    await push(area, B, ("b", Lane.REPLY), now=NOW - 10)
    await push(area, f"{B}.cases", ("bc", Lane.REPLY), now=NOW - 20)
    await push(area, C, ("c", Lane.DANGER))

    everything = await outbox.due(area, NOW, 10)
    two = await outbox.due(area, NOW, 2)
    without = await outbox.due(area, NOW, 10, (Lane.REPLY, Lane.BROADCAST))

    assert everything == [(C, Lane.DANGER), (f"{B}.cases", Lane.REPLY), (B, Lane.REPLY), (A, Lane.BROADCAST)]
    assert two == everything[:2]
    assert without == everything[1:]
    assert (await outbox.waiting(area))[Lane.REPLY] == 2


async def test_a_danger_row_promotes_its_whole_line(store: Store) -> None:
    """A line stands once, with its most urgent lane; when that row is gone it falls back."""
    area = store.chats(A)
    await push(area, A, ("r1", Lane.BROADCAST))
    await push(area, A, ("r2", Lane.DANGER), ("r3", Lane.REMINDER), ("r4", Lane.BROADCAST))
    promoted = await outbox.due(area, NOW, 10)

    await outbox.lease(area, A, "p", LEASE, NOW)
    lanes = []
    for row_id in ("r1", "r2", "r3"):
        await outbox.settle(area, A, "p", row_id, NOW, lease_ms=LEASE)
        lanes.append((await outbox.due(area, NOW + LEASE, 10))[0][1])

    assert promoted == [(A, Lane.DANGER)]
    assert lanes == [Lane.DANGER, Lane.REMINDER, Lane.BROADCAST]


async def test_an_urgent_row_far_back_still_counts(store: Store) -> None:
    """The lane is that of all rows, not only of those that are read at once."""
    area = store.chats(A)
    rows = [("d0", Lane.DANGER), *((f"b{n}", Lane.BROADCAST) for n in range(150)), ("o", Lane.OFFICER)]
    await push(area, A, *rows)
    await outbox.lease(area, A, "p", LEASE, NOW)

    await outbox.settle(area, A, "p", "d0", NOW, lease_ms=LEASE)

    assert await outbox.due(area, NOW + LEASE, 10) == [(A, Lane.OFFICER)]


async def test_of_many_senders_one_gets_the_line(store: Store) -> None:
    """A lease is held once; the others are told to look elsewhere."""
    area = store.chats(A)
    await push(area, A, ("r1", Lane.REPLY))

    answers = await asyncio.gather(*(outbox.lease(area, A, f"p{n}", LEASE, NOW) for n in range(20)))

    assert sum(answer is not None for answer in answers) == 1
    assert await outbox.due(area, NOW, 10) == []


async def test_a_dead_holder_is_swept(store: Store) -> None:
    """When a process dies with a lease, its line is due again when the lease ends, with nothing lost."""
    area = store.chats(A)
    await push(area, A, ("r1", Lane.REPLY), owner="dead")
    before = await outbox.due(area, NOW + LEASE - 1, 10)

    await expire(area, A)
    after = await outbox.due(area, NOW + LEASE, 10)
    leased = await outbox.lease(area, A, "sweeper", LEASE, NOW + LEASE)

    assert before == []
    assert after == [(A, Lane.REPLY)]
    assert leased is not None
    assert [row.id for row in leased.rows] == ["r1"]


async def test_a_lease_ends_by_itself(store: Store) -> None:
    """The server ends a lease; no process has to be alive for it."""
    area = store.chats(A)
    await push(area, A, ("r1", Lane.REPLY))

    await outbox.lease(area, A, "p", 20, NOW)

    assert 0 < await area.call("PTTL", area.keys.lease(A)) <= 20


async def test_who_lost_the_lease_changes_nothing(store: Store) -> None:
    """A sender that was away too long is told so, and its row stays with the new holder."""
    area = store.chats(A)
    await push(area, A, ("r1", Lane.REPLY), ("r2", Lane.REPLY), owner="slow")
    await expire(area, A)
    await outbox.lease(area, A, "fast", LEASE, NOW + LEASE)

    settled = await outbox.settle(
        area, A, "slow", "r1", NOW, lease_ms=LEASE, sent=SentNote(5, sensitive=False, name="screen")
    )
    put_back = (
        await outbox.postpone(area, A, "slow", "r1", NOW),
        await outbox.release(area, A, "slow", NOW),
        await outbox.resume(area, A, "slow", LEASE, NOW),
    )

    assert settled.lost
    assert put_back == (False, False, None)
    assert await sent.list_sent(area, A) == []
    assert (await outbox.settle(area, A, "fast", "r1", NOW, lease_ms=LEASE)).next[0].id == "r2"


async def test_a_slow_sender_still_settles_what_nobody_took(store: Store) -> None:
    """A lease that ran out during a slow call does not make the message unsent: it is not sent again."""
    area = store.chats(A)
    await push(area, A, ("r1", Lane.REPLY), ("r2", Lane.REPLY), owner="slow")
    await expire(area, A)

    settled = await outbox.settle(area, A, "slow", "r1", NOW + LEASE, lease_ms=LEASE)

    assert [row.id for row in settled.next] == ["r2"]
    assert await outbox.lease(area, A, "other", LEASE, NOW + LEASE) is None


async def test_a_row_is_settled_once(store: Store) -> None:
    """A repeated acknowledgement does not take the next row off."""
    area = store.chats(A)
    await push(area, A, ("r1", Lane.REPLY), ("r2", Lane.REPLY), owner="p")

    once = await outbox.settle(area, A, "p", "r1", NOW, lease_ms=LEASE)
    twice = await outbox.settle(area, A, "p", "r1", NOW, lease_ms=LEASE)

    assert [row.id for row in once.next] == ["r2"]
    assert twice.lost


async def test_what_was_sent_is_noted_named_and_taken_back_in_time(store: Store) -> None:
    """One call notes the message, makes it replaceable, and sets the timer that unsends it."""
    area = store.chats(A)
    await push(area, A, ("r1", Lane.REPLY), owner="p")

    note = SentNote(77, sensitive=True, ref="K-7QX2", name="screen", unsend_at_ms=NOW + 30_000)
    await outbox.settle(area, A, "p", "r1", NOW, lease_ms=LEASE, sent=note)

    (message,) = await sent.list_sent(area, A)
    assert (message.message_id, message.direction, message.sensitive, message.at_ms) == (77, "out", True, NOW)
    assert await sent.ref_of(area, A, 77) == "K-7QX2"
    assert await sent.ref_of(area, A, 7) is None
    assert await sent.find_named(area, A, "screen") == 77
    assert await timers.due(area, NOW + 30_000, 5) == [(A, "unsend:77", NOW + 30_000)]


async def test_forgotten_messages_leave_no_name(store: Store) -> None:
    """After a delete neither the note nor a name points to the message."""
    area = store.chats(A)
    await push(area, A, ("r1", Lane.REPLY), ("r2", Lane.REPLY), owner="p")
    for row_id, number in (("r1", 7), ("r2", 77)):
        note = SentNote(number, sensitive=False, name=f"card:{number}")
        await outbox.settle(area, A, "p", row_id, NOW, lease_ms=LEASE, sent=note)

    await sent.forget(area, A, [7])

    assert [message.message_id for message in await sent.list_sent(area, A)] == [77]
    assert await sent.find_named(area, A, "card:7") is None
    assert await sent.find_named(area, A, "card:77") == 77


async def test_a_row_can_follow_in_another_line(store: Store) -> None:
    """ "The alert was accepted" reaches the cases line in the same call that takes the alert off."""
    area = store.chats(A)
    await push(area, A, ("alert", Lane.DANGER), owner="p")

    follow = Row("delivered", f"{A}.cases", Lane.REPLY, b"sealed")
    settled = await outbox.settle(area, A, "p", "alert", NOW, lease_ms=LEASE, follow=follow)
    again = await outbox.settle(area, A, "p", "alert", NOW, lease_ms=LEASE, follow=follow)

    leased = await outbox.resume(area, f"{A}.cases", "p", LEASE, NOW)
    assert settled == outbox.Settled(follow_leased=True)
    assert again.lost
    assert leased is not None
    assert leased.rows == (follow,)


async def test_a_row_follows_only_in_another_line_of_the_same_tag(store: Store) -> None:
    """Anything else would break the order of a line or the wall between people."""
    area = store.chats(A)
    for line in (A, B):
        with pytest.raises(ValueError, match="another line of the same tag"):
            await outbox.settle(area, A, "p", "r", NOW, lease_ms=1, follow=Row("f", line, Lane.REPLY, b""))


async def test_a_postponed_line_waits_with_everything_in_it(store: Store) -> None:
    """Telegram's retry_after holds for the chat: nobody may lease it earlier, not even for a new row."""
    area = store.chats(A)
    await push(area, A, ("r1", Lane.BROADCAST), owner="p")

    await outbox.postpone(area, A, "p", "r1", NOW + 5000)
    leased_by_commit = await push(area, A, ("r2", Lane.DANGER), owner="p")
    early = await outbox.lease(area, A, "p", LEASE, NOW + 4999)
    due_early = await outbox.due(area, NOW + 4999, 10)

    assert leased_by_commit == frozenset()
    assert early is None
    assert due_early == []
    assert await outbox.due(area, NOW + 5000, 10) == [(A, Lane.DANGER)]
    leased = await outbox.lease(area, A, "p", LEASE, NOW + 5000)
    assert leased is not None
    assert [row.id for row in leased.rows] == ["r1", "r2"]


async def test_a_released_line_is_due_at_once(store: Store) -> None:
    """A process that shuts down gives its lines back instead of letting them wait for the lease's end."""
    area = store.chats(A)
    await push(area, A, ("r1", Lane.OFFICER), owner="p")

    assert await outbox.release(area, A, "p", NOW)

    assert await outbox.due(area, NOW, 10) == [(A, Lane.OFFICER)]


async def test_a_row_pushed_while_we_send_is_ours_next(store: Store) -> None:
    """Another process may push to our line; it gets no lease, and our next settle brings its row."""
    area = store.chats(A)
    await push(area, A, ("r1", Lane.REPLY), owner="p")

    theirs = await push(area, A, ("r2", Lane.DANGER), owner="other")

    assert theirs == frozenset()
    assert [row.id for row in (await outbox.settle(area, A, "p", "r1", NOW, lease_ms=LEASE)).next] == ["r2"]


async def test_a_lease_brings_what_opens_the_rows(store: Store) -> None:
    """Wrapped key and sealed chat id come in the same round trip as the rows."""
    area = store.chats(A)
    row = Row("r1", A, Lane.REPLY, b"x")
    await commit(area, Commit(A, "u1", NOW, 0, session=b"s", key=b"wrapped", chat=b"sealed", rows=(row,)))

    leased = await outbox.lease(area, A, "p", LEASE, NOW)

    assert leased is not None
    assert (leased.key, leased.chat, leased.rows) == (b"wrapped", b"sealed", (row,))


async def test_an_unknown_line_cannot_be_leased(store: Store) -> None:
    """A line that was emptied or erased meanwhile is nothing to work on and leaves no lease."""
    area = store.chats(A)

    assert await outbox.lease(area, A, "p", LEASE, NOW) is None

    assert await area.call("EXISTS", area.keys.lease(A)) == 0
