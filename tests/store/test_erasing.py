"""Deleted means gone: from the keys and from the raw files."""

from __future__ import annotations

import asyncio
import os
import secrets
import signal
from pathlib import Path

import pytest

from bot.errors import StoreError
from bot.store import outbox, sent, timers
from bot.store.commit import Commit, Outcome, commit
from bot.store.connection import Store, connect
from bot.store.embedded import open_embedded
from bot.store.erasing import erase_person, rewrite
from bot.store.nodes import scan_keys
from bot.store.outbox import SentNote
from bot.store.rows import Lane, Row
from bot.store.sessions import load

TAG, OTHER = "00ab" * 5, "00cd" * 5
NOW = 1_760_000_000_000


def everything(tag: str, word: bytes) -> Commit:
    """A person with something in every key; the seen mark names no tag because it outlives the person."""
    rows = tuple(
        Row(f"{tag}-{n}", f"{tag}{end}", Lane.REPLY, word)
        for n, end in enumerate(("", ".cases", ".files", ".notes"))
    )
    return Commit(
        tag, f"u{tag[-2:]}", NOW, 0, session=word, key=word, chat=word, rows=rows, timers={"remind": NOW},
        came_in=(1,), owner="p", lease_ms=60_000,
    )  # fmt: skip


def files_with(folder: Path, word: bytes) -> list[str]:
    """Names of all files under a folder that contain a word."""
    return sorted(path.name for path in folder.rglob("*") if path.is_file() and word in path.read_bytes())


async def test_erasing_takes_everything_of_one_person_only(store: Store) -> None:
    """Every kind of key goes, the neighbour keeps all, and who was sending is told."""
    area = store.chats(TAG)
    for tag in (TAG, OTHER):
        await commit(area, everything(tag, b"word"))
        note = SentNote(9, sensitive=True, name="screen", unsend_at_ms=NOW)
        await outbox.settle(area, tag, "p", f"{tag}-0", NOW, lease_ms=60_000, sent=note)

    erased = await erase_person(area, TAG)

    left = [key async for key in scan_keys(store.wire, f"{store.cases.keys.prefix}*{TAG}*")]
    assert erased.rows == 3
    assert left == []
    assert {timer.tag for timer in await timers.due(area, NOW, 10)} == {OTHER}
    assert (await load(area, OTHER)).session == b"word"
    assert len(await sent.list_sent(area, OTHER)) == 2
    assert (await outbox.settle(area, f"{TAG}.cases", "p", f"{TAG}-1", NOW, lease_ms=1)).lost


async def test_a_commit_that_crosses_an_erase_must_begin_anew(store: Store) -> None:
    """A message that was being worked on while the person was erased does not bring the old session back."""
    area = store.chats(TAG)
    await commit(area, everything(TAG, b"word"))

    await erase_person(area, TAG)

    assert (await commit(area, Commit(TAG, "late", NOW, 1, session=b"old"))).outcome is Outcome.STALE
    assert (await erase_person(area, TAG)).rows == 0


async def test_erased_words_are_gone_from_the_raw_files(short_folder: Path) -> None:
    """The search finds a planted word first; after erase and rewrite it finds only other people's."""
    server = await open_embedded(short_folder)
    store = await connect(server.url)
    area = store.chats(TAG)
    canary, other = secrets.token_hex(16).encode(), secrets.token_hex(16).encode()
    await commit(area, everything(TAG, canary))
    await commit(area, everything(OTHER, other))
    await rewrite(store)
    planted = files_with(short_folder, canary)
    await erase_person(area, TAG)
    only_deleted = files_with(short_folder, canary)

    await rewrite(store)

    assert planted != []
    assert only_deleted != []
    assert files_with(short_folder, canary) == []
    assert files_with(short_folder, TAG.encode()) == []
    assert files_with(short_folder, other) != []
    await store.close()
    await server.leave()


async def test_a_rewrite_under_way_does_not_count(short_folder: Path) -> None:
    """Many erasures at once: each that returns has its own words gone."""
    server = await open_embedded(short_folder)
    store = await connect(server.url)
    area = store.chats(TAG)
    tags = [f"{number:020x}" for number in range(8)]
    words = [secrets.token_hex(16).encode() for _ in tags]
    for tag, word in zip(tags, words, strict=True):
        await commit(area, everything(tag, word))

    async def erase(tag: str, word: bytes) -> list[str]:
        await erase_person(area, tag)
        await rewrite(store)
        return files_with(short_folder, word)

    assert await asyncio.gather(*map(erase, tags, words)) == [[]] * 8
    await store.close()
    await server.leave()


async def test_a_rewrite_that_fails_is_not_called_done(short_folder: Path) -> None:
    """When the file cannot be written anew, nobody is told that it was; later it works."""
    server = await open_embedded(short_folder)
    store = await connect(server.url)
    files, away = short_folder / "appendonlydir", short_folder / "away"

    files.rename(away)
    files.write_text("a file where the folder should be")
    with pytest.raises(StoreError):
        await rewrite(store)
    files.unlink()
    away.rename(files)
    await rewrite(store)

    await store.close()
    await server.leave()


async def test_a_rewrite_that_does_not_end_is_not_called_done(short_folder: Path) -> None:
    """A server that hangs makes an error with a name, not an endless wait."""
    server = await open_embedded(short_folder)
    store = await connect(server.url)

    os.kill(server.pid, signal.SIGSTOP)
    with pytest.raises(StoreError, match="not rewritten within"):
        await rewrite(store, timeout_s=0.1)
    os.kill(server.pid, signal.SIGCONT)

    await store.close()
    await server.leave()
