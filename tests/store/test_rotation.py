"""Master keys rotate while the bot runs."""

from __future__ import annotations

from bot.store.commit import Commit, commit
from bot.store.connection import Store
from bot.store.rotation import rewrap_people, swap_key
from bot.store.sessions import load
from bot.vault.keys import MasterKeys, new_data_key

OLD, NEW = b"o" * 32, b"n" * 32


async def test_everybody_ends_under_the_new_master_key(store: Store) -> None:
    """After one pass the new master key alone opens every data key; a second pass has nothing to do."""
    area = store.chat_areas[0]
    old, both, new = MasterKeys((OLD,)), MasterKeys((NEW, OLD)), MasterKeys((NEW,))
    data_keys = {f"{number:020x}": new_data_key() for number in range(30)}
    for tag, data_key in data_keys.items():
        await commit(area, Commit(tag, f"u{tag}", 1, 0, session=b"s", key=old.wrap(data_key, tag)))
    await commit(area, Commit("f" * 20, "nokey", 1, 0, session=b"s"))

    replaced = await rewrap_people(area, both.rewrapped)

    assert replaced == 30
    for tag, data_key in data_keys.items():
        wrapped = (await load(area, tag)).key
        assert wrapped is not None
        assert new.unwrap(wrapped, tag) == data_key
    assert await rewrap_people(area, both.rewrapped) == 0


async def test_a_key_that_changed_meanwhile_is_left_alone(store: Store) -> None:
    """Somebody who was erased and came back between reading and writing keeps the new key."""
    area, tag = store.chat_areas[0], "0" * 20
    await commit(area, Commit(tag, "u1", 1, 0, key=b"newer"))

    swapped = [await swap_key(area, area.keys.person(tag), old, b"new") for old in (b"older", b"newer")]
    erased = await swap_key(area, area.keys.person("1" * 20), b"older", b"new")

    assert swapped == [False, True]
    assert not erased
    assert (await load(area, "1" * 20)).key is None
