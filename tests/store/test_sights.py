"""Sights are kept for their days and no longer, also in the raw files; checks make room for checks alone."""

from __future__ import annotations

import secrets
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from bot.errors import StoreError
from bot.store import sights
from bot.store.connection import Store, connect
from bot.store.embedded import open_embedded
from bot.store.erasing import rewrite_if_due
from bot.store.sights import Keep
from tests.store.test_erasing import files_with

DAY = date(2090, 1, 2)  # not over by the clock of the server, which forgets by its own
CASE = "K-7QX2"


def keep(number: int, *, code: str = "", day: date = DAY) -> Keep:
    return Keep(f"seen{number}", f"id{number}", day, b"sealed", code=code)


async def test_the_salt_of_every_day_leaves_the_raw_files(short_folder: Path) -> None:
    """Somebody asks right after midnight, before yesterday is over, every day: no salt of the past stays."""
    server = await open_embedded(short_folder)
    store = await connect(server.url)
    salts = [secrets.token_hex(16).encode() for _ in range(4)]
    planted, rewrites = [], 0

    for number, salt in enumerate(salts):
        midnight = datetime(2090, 1, 2, tzinfo=UTC) + timedelta(days=number)
        assert await sights.salt_of(store.cases, midnight.date(), salt) == salt
        planted.append(files_with(short_folder, salt) != [])
        for hour in (0, 1, 2, 12, 23):
            await sights.forget_salts(store.cases, midnight + timedelta(hours=hour, minutes=30))
            rewrites += await rewrite_if_due(store)
    left = [files_with(short_folder, salt) != [] for salt in salts]
    await store.close()
    await server.leave()

    assert planted == [True] * 4, "the search must be able to find something"
    assert left == [False, False, False, True]
    assert rewrites == 3


async def test_a_rewrite_that_failed_is_made_up_for(short_folder: Path) -> None:
    """What went for its age stays named until the files are written anew, whoever dies or fails before."""
    server = await open_embedded(short_folder)
    store = await connect(server.url)
    await sights.keep(store.cases, keep(1))
    await sights.trim(store.cases, DAY.toordinal() + 1, 10)
    files, away = short_folder / "appendonlydir", short_folder / "away"

    files.rename(away)
    files.write_text("a file where the folder should be")
    with pytest.raises(StoreError):
        await rewrite_if_due(store)
    files.unlink()
    away.rename(files)
    held = files_with(short_folder, b"sealed")
    due = [await rewrite_if_due(store) for _ in range(2)]

    assert held != []
    assert due == [True, False]
    assert files_with(short_folder, b"sealed") == []
    await store.close()
    await server.leave()


async def test_a_salt_is_the_same_for_everybody_of_one_day(store: Store) -> None:
    """Who comes first brings it; another day has another."""
    first = await sights.salt_of(store.cases, DAY, b"one")
    second = await sights.salt_of(store.cases, DAY, b"two")
    third = await sights.salt_of(store.cases, DAY + timedelta(days=1), b"three")

    assert (first, second, third) == (b"one", b"one", b"three")


async def test_checks_make_room_for_checks_and_never_for_a_report(store: Store) -> None:
    """However many checks come, the reports of before stay; the oldest checks go."""
    area = store.cases
    await area.call("HSET", area.keys.case(CASE), "version", 1)
    await sights.keep(area, keep(0, code=CASE, day=DAY - timedelta(days=9)))
    for number in (1, 2, 3):
        await sights.keep(area, keep(number, day=DAY + timedelta(days=number)))

    gone = await sights.trim(area, DAY.toordinal() - 100, 2)

    assert gone == 1
    assert await sights.ids(area) == ["id0", "id2", "id3"]
    assert set(await sights.load_new(area, ["id0", "id1", "id2", "id3"])) == {"id0", "id2", "id3"}
