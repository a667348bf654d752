"""Broadcasts stand in a line of their own, and nobody's answer behind them."""

from __future__ import annotations

from bot.delivery.people import StoredPeople
from bot.runner.letters import Letter
from bot.store import outbox
from bot.store.connection import Store
from bot.store.erasing import erase_person
from bot.store.keys import broadcast_line
from bot.store.outbox import Leased
from bot.store.rows import Lane
from bot.vault.keys import MasterKeys

TAG = "00ab" * 5
FAR_MS = 10**13 - 1


def people_on(store: Store, handed: list[tuple[str, Leased | None]]) -> StoredPeople:
    masters = MasterKeys((b"m" * 32,))
    return StoredPeople(
        store, masters, "p", lambda line, leased, _: handed.append((line, leased)), lambda _: None
    )


async def test_an_answer_does_not_stand_behind_a_broadcast(store: Store) -> None:
    """Whatever waits to be broadcast, the next reply is handed over at once and alone."""
    handed: list[tuple[str, Leased | None]] = []
    people = people_on(store, handed)

    await people.enqueue(TAG, "b1", [Letter("b1-1", lane="broadcast", text="kabar")], chat_id=7)
    assert handed == []
    await people.enqueue(TAG, "r1", [Letter("r1-1", text="jawaban")])

    ((line, leased),) = handed
    assert line == TAG
    assert leased is not None
    assert [row.id for row in leased.rows] == ["r1-1"]


async def test_a_broadcast_is_found_by_the_sweeper_and_erased_with_the_person(store: Store) -> None:
    """It is due in its own lane, and gone when the person is."""
    people = people_on(store, [])
    await people.enqueue(TAG, "b1", [Letter("b1-1", lane="broadcast", text="kabar")], chat_id=7)
    area = store.chats(TAG)

    due = await outbox.due(area, FAR_MS, 10)
    erased = await erase_person(area, TAG)

    assert due == [(broadcast_line(TAG), Lane.BROADCAST)]
    assert erased.rows == 1
    assert await outbox.due(area, FAR_MS, 10) == []
