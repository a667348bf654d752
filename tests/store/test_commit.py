"""The one write of an update: all or nothing, once, and only if it still fits."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from bot.errors import CorruptRecord
from bot.store import outbox, sent, timers
from bot.store.commit import ENQUEUE, Commit, Outcome, commit
from bot.store.connection import Store
from bot.store.rows import Lane, Row
from bot.store.sessions import load

TAG = "00ab" * 5
NOW = 1_760_000_000_000


def row(row_id: str, line: str = TAG, lane: Lane = Lane.REPLY, body: bytes = b"body") -> Row:
    return Row(row_id, line, lane, body)


def first(**changes: object) -> Commit:
    """A commit of a stranger's first message."""
    base = Commit(
        tag=TAG,
        seen="u1",
        now_ms=NOW,
        expected_version=0,
        session=b"session-1",
        key=b"wrapped",
        chat=b"sealed",
        rows=(row("r1"), row("r2"), row("c1", f"{TAG}.cases")),
        timers={"remind": NOW + 1000},
        came_in=(11,),
        owner="p1",
        lease_ms=60_000,
    )
    return replace(base, **changes)  # type: ignore[arg-type]


async def test_a_stranger_is_unknown(store: Store) -> None:
    """Who never wrote has version 0 and nothing stored."""
    person = await load(store.chats(TAG), TAG)

    assert (person.version, person.session, person.key, person.chat, person.screen) == (
        0,
        None,
        None,
        None,
        None,
    )


async def test_a_commit_tells_the_screen_of_this_very_moment(store: Store) -> None:
    """A tap can follow so fast that what was loaded before it names the screen before the one tapped."""
    area = store.chats(TAG)
    await commit(area, first(rows=(row("r1"),)))
    loaded = await load(area, TAG)
    shown = outbox.SentNote(7, sensitive=False, name="screen")
    await outbox.settle(area, TAG, "p1", "r1", NOW, lease_ms=1000, sent=shown)

    second = await commit(area, first(seen="u2", expected_version=1, rows=(row("r2"),)))

    assert (loaded.screen, second.screen, second.backlog) == (None, 7, {TAG: 0})


async def test_everything_of_a_commit_is_written(store: Store) -> None:
    """Session, keys, rows, leases, timers and notes are all there after one call."""
    area = store.chats(TAG)

    done = await commit(area, first())

    person = await load(area, TAG)
    assert done.outcome is Outcome.DONE
    assert done.leased == {TAG, f"{TAG}.cases"}
    assert done.backlog == {TAG: 0, f"{TAG}.cases": 0}
    assert (person.version, person.session, person.key, person.chat) == (
        1,
        b"session-1",
        b"wrapped",
        b"sealed",
    )
    assert await timers.due(area, NOW + 1000, 10) == [(TAG, "remind", NOW + 1000)]
    assert [(note.message_id, note.direction) for note in await sent.list_sent(area, TAG)] == [(11, "in")]


async def test_the_same_commit_a_hundred_times_is_one_commit(store: Store) -> None:
    """A webhook that is repeated, also at the same moment, changes nothing after the first."""
    area = store.chats(TAG)

    answers = await asyncio.gather(*(commit(area, first()) for _ in range(100)))

    leased = await outbox.resume(area, TAG, "p1", 1000, NOW)
    assert sorted(answer.outcome for answer in answers) == [Outcome.DONE] + [Outcome.SEEN] * 99
    assert (await load(area, TAG)).version == 1
    assert leased is not None
    assert [waiting.id for waiting in leased.rows] == ["r1", "r2"]


async def test_of_two_racing_committers_one_must_load_again(store: Store) -> None:
    """Two processes that worked on the same session: the second writes nothing, not even its seen mark."""
    area = store.chats(TAG)
    ours, theirs = first(seen="u1"), first(seen="u2", rows=(row("t1"),))

    answers = await asyncio.gather(commit(area, ours), commit(area, theirs))

    loser = (ours, theirs)[[answer.outcome for answer in answers].index(Outcome.STALE)]
    assert sorted(answer.outcome for answer in answers) == [Outcome.DONE, Outcome.STALE]
    again = await commit(area, replace(loser, expected_version=1))
    assert again.outcome is Outcome.DONE
    assert (await load(area, TAG)).version == 2


async def test_many_racing_committers_lose_no_update(store: Store) -> None:
    """Twenty updates of one person from twenty workers all get in, each exactly once."""
    area = store.chats(TAG)

    async def work(number: int) -> None:
        while True:
            person = await load(area, TAG)
            mine = first(seen=f"u{number}", expected_version=person.version, rows=(row(f"r{number}"),))
            if (await commit(area, mine)).outcome is Outcome.DONE:
                return

    await asyncio.gather(*map(work, range(20)))

    leased = await outbox.resume(area, TAG, "p1", 1000, NOW, head=100)
    assert leased is not None
    assert {waiting.id for waiting in leased.rows} == {f"r{number}" for number in range(20)}
    assert len(leased.rows) == 20
    assert (await load(area, TAG)).version == 20


async def test_an_enqueue_leaves_the_session_alone(store: Store) -> None:
    """An officer's reply reaches the chat's line whatever the session does, once, also without a session."""
    area = store.chats(TAG)
    reply = Commit(
        TAG, "row-7", NOW, ENQUEUE, rows=(row("x1", lane=Lane.OFFICER),), owner="p2", lease_ms=1000
    )

    answers = [(await commit(area, reply)).outcome for _ in range(3)]

    assert answers == [Outcome.DONE, Outcome.SEEN, Outcome.SEEN]
    assert (await load(area, TAG)).version == 0


async def test_what_is_not_given_stays(store: Store) -> None:
    """Without session, key or chat a commit moves the version only; an empty session removes it."""
    area = store.chats(TAG)
    await commit(area, first())

    await commit(area, Commit(TAG, "u2", NOW, 1))
    kept = await load(area, TAG)
    await commit(area, Commit(TAG, "u3", NOW, 2, session=b""))

    assert (kept.version, kept.session, kept.key) == (2, b"session-1", b"wrapped")
    assert (await load(area, TAG)).session is None


async def test_a_timer_fires_once_in_any_number_of_processes(store: Store) -> None:
    """Two processes that see the same due timer: one commit, the other is told it is gone."""
    area = store.chats(TAG)
    await commit(area, first())
    fire = [
        Commit(TAG, f"try-{n}", NOW, ENQUEUE, rows=(row(f"t{n}"),), fired=("remind", NOW + 1000))
        for n in range(5)
    ]

    answers = await asyncio.gather(*(commit(area, one) for one in fire))

    assert sorted(answer.outcome for answer in answers) == [Outcome.DONE] + [Outcome.TIMER_GONE] * 4
    assert await timers.due(area, NOW + 9999, 10) == []
    assert await timers.next_due_ms(area) is None


async def test_a_moved_timer_does_not_fire_at_its_old_time(store: Store) -> None:
    """A reminder that was set anew meanwhile stands; the old due time causes nothing."""
    area = store.chats(TAG)
    await commit(area, first())
    await commit(area, Commit(TAG, "u2", NOW, ENQUEUE, timers={"remind": NOW + 5000}))

    late = await commit(area, Commit(TAG, "t", NOW, ENQUEUE, fired=("remind", NOW + 1000)))

    assert late.outcome is Outcome.TIMER_GONE
    assert await timers.next_due_ms(area) == NOW + 5000


async def test_a_timer_can_set_itself_again(store: Store) -> None:
    """Cancelling and firing come before setting, so a repeated reminder keeps its name."""
    area = store.chats(TAG)
    await commit(area, first(timers={"remind": NOW, "other": NOW}))

    again = Commit(
        TAG, "t", NOW, ENQUEUE, fired=("remind", NOW), cancel=("other",), timers={"remind": NOW + 7}
    )

    assert (await commit(area, again)).outcome is Outcome.DONE
    assert await timers.due(area, NOW + 7, 10) == [(TAG, "remind", NOW + 7)]


@pytest.mark.parametrize("kind", ["person", "sent", "line", "lease", "ready", "timers"])
async def test_a_key_of_the_wrong_type_stops_the_commit_before_it_writes(store: Store, kind: str) -> None:
    """Redis does not roll back, so a damaged key must be found before the first write."""
    area = store.chats(TAG)
    spell = area.keys
    key = {
        "person": spell.person(TAG),
        "sent": spell.sent(TAG),
        "line": spell.line(f"{TAG}.cases"),
        "lease": spell.lease(TAG),
        "ready": spell.ready,
        "timers": spell.timers,
    }[kind]
    await area.call("SADD", key, "x")

    with pytest.raises(CorruptRecord, match="a set is stored"):
        await commit(area, first())

    others = [
        spell.seen("u1"),
        spell.person(TAG),
        spell.line(TAG),
        spell.ready,
        spell.timers,
        spell.sent(TAG),
    ]
    assert [await area.call("EXISTS", other) for other in others if other != key] == [0] * (
        6 if kind in ("line", "lease") else 5
    )


async def test_only_lines_of_the_own_tag_can_be_pushed(store: Store) -> None:
    """A row can never reach another person's chat by mistake; unusable ids are refused as well."""
    area = store.chats(TAG)

    with pytest.raises(ValueError, match="its own tag"):
        await commit(area, first(rows=(row("r1", "ffff" * 5),)))
    with pytest.raises(ValueError, match="row id"):
        await commit(area, first(rows=(row("two words"),)))
    with pytest.raises(ValueError, match="1000 is the most"):
        await commit(area, first(rows=(row("r"),) * 1001))

    assert (await load(area, TAG)).version == 0


async def test_any_bytes_survive(store: Store) -> None:
    """Sealed bytes may contain anything, also line ends, zeros and spaces."""
    area = store.chats(TAG)
    body = bytes(range(256)) * 2

    await commit(area, first(session=body, rows=(row("r1", body=body),)))

    leased = await outbox.resume(area, TAG, "p1", 1000, NOW)
    assert leased is not None
    assert leased.rows[0].body == body
    assert (await load(area, TAG)).session == body


async def test_notes_older_than_two_days_go(store: Store) -> None:
    """Telegram deletes nothing older than 48 h for us, so no note is kept; keys expire by themselves."""
    area = store.chats(TAG)
    await commit(area, first(came_in=(1,)))

    later = NOW + 48 * 3600 * 1000
    await commit(area, Commit(TAG, "u2", later, 1, came_in=(2,)))

    assert [note.message_id for note in await sent.list_sent(area, TAG)] == [2]
    assert 0 < await area.call("PTTL", area.keys.sent(TAG)) <= 48 * 3600 * 1000
    assert 0 < await area.call("PTTL", area.keys.seen("u1")) <= 48 * 3600 * 1000


async def test_the_cases_area_takes_commits_too(store: Store) -> None:
    """What goes back to a chat is enqueued in the cases area under the line of its tag."""
    back = Commit(TAG, "cmd-1", NOW, ENQUEUE, rows=(row("b1", f"chat.{TAG}"),), owner="p", lease_ms=1000)

    done = await commit(store.cases, back)

    assert done.leased == {f"chat.{TAG}"}
    assert await outbox.due(store.chats(TAG), NOW, 10) == []
