"""Master keys wrap, rotate and are read only from where they may lie."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.errors import ConfigError, SecretError
from bot.vault.keys import MasterKeys, load_master_keys, new_data_key, new_master_key, write_key_file

OLD = b"o" * 32
NEW = b"n" * 32


def test_a_wrapped_key_comes_back() -> None:
    """What is wrapped for an owner opens for that owner."""
    keys = MasterKeys((NEW,))
    data_key = new_data_key()

    wrapped = keys.wrap(data_key, "tag-1")

    assert keys.unwrap(wrapped, "tag-1") == data_key
    assert data_key not in wrapped


def test_a_wrapped_key_is_no_use_to_another_owner() -> None:
    """Copying somebody's wrapped key to another person opens nothing."""
    keys = MasterKeys((NEW,))
    wrapped = keys.wrap(new_data_key(), "tag-1")

    with pytest.raises(SecretError, match="milik orang lain"):
        keys.unwrap(wrapped, "tag-2")


@pytest.mark.parametrize("position", [0, 1, 5, 20, -1])
def test_a_changed_bit_is_noticed(position: int) -> None:
    """A damaged wrapped key is refused wherever the damage is."""
    keys = MasterKeys((NEW,))
    damaged = bytearray(keys.wrap(new_data_key(), "tag"))
    damaged[position] ^= 1

    with pytest.raises(SecretError):
        keys.unwrap(bytes(damaged), "tag")


@pytest.mark.parametrize("wrapped", [b"", b"\x01", b"\x01abcd", b"short"])
def test_what_was_never_wrapped_is_refused(wrapped: bytes) -> None:
    """Too short a value is an error with a name, not a crash."""
    with pytest.raises(SecretError):
        MasterKeys((NEW,)).unwrap(wrapped, "tag")


def test_rotation_keeps_the_data_key() -> None:
    """After a rotation the same data key is wrapped by the new master key alone."""
    data_key = new_data_key()
    before = MasterKeys((OLD,)).wrap(data_key, "tag")
    both = MasterKeys((NEW, OLD))

    after = both.rewrapped(before, "tag")

    assert after is not None
    assert MasterKeys((NEW,)).unwrap(after, "tag") == data_key
    assert both.rewrapped(after, "tag") is None


def test_a_missing_generation_is_named_by_its_id() -> None:
    """When a master key was forgotten the message says which one, and shows no secret."""
    wrapped = MasterKeys((OLD,)).wrap(new_data_key(), "tag")

    with pytest.raises(SecretError, match=wrapped[1:5].hex()):
        MasterKeys((NEW,)).unwrap(wrapped, "tag")


def test_repr_hides_the_secret() -> None:
    """A traceback that prints the keys prints no key."""
    assert "nnnn" not in repr(MasterKeys((NEW,)))


def test_environment_comes_before_the_file(tmp_path: Path) -> None:
    """A key in the environment is used even when the file is not there; newest first."""
    first, second = new_master_key(), new_master_key()
    data_key = new_data_key()

    keys = load_master_keys(f"{first}, {second}", tmp_path / "missing", tmp_path / "data")

    wrapped_by_first = load_master_keys(first, None, tmp_path).wrap(data_key, "tag")
    assert keys.is_current(wrapped_by_first)
    assert keys.unwrap(load_master_keys(second, None, tmp_path).wrap(data_key, "tag"), "tag") == data_key


def test_a_key_file_is_read_back(tmp_path: Path) -> None:
    """What `write_key_file` writes can be loaded, comments and all, and is readable by its owner alone."""
    path = tmp_path / "master.key"

    write_key_file(path, (new_master_key(), new_master_key()))

    assert path.stat().st_mode & 0o777 == 0o600
    assert "2 generations" in repr(load_master_keys(None, path, tmp_path / "data"))


def test_a_key_file_is_never_overwritten(tmp_path: Path) -> None:
    """Writing over a key file would lose every person's words."""
    path = tmp_path / "master.key"
    write_key_file(path, (new_master_key(),))

    with pytest.raises(FileExistsError):
        write_key_file(path, (new_master_key(),))


def test_unusable_sources_are_refused_with_one_line(tmp_path: Path) -> None:
    """No key, a readable-by-all key, a key beside the data, and a broken key each say what to do."""
    data = tmp_path / "data"
    data.mkdir()
    inside, loose, broken = data / "master.key", tmp_path / "loose.key", tmp_path / "broken.key"
    for path in (inside, loose):
        write_key_file(path, (new_master_key(),))
    write_key_file(broken, ("not-a-key",))
    loose.chmod(0o644)

    with pytest.raises(ConfigError, match="langkah-aman init"):
        load_master_keys(None, None, data)
    with pytest.raises(ConfigError, match="di dalam folder data"):
        load_master_keys(None, inside, data)
    with pytest.raises(ConfigError, match="chmod 600"):
        load_master_keys(None, loose, data)
    with pytest.raises(ConfigError, match="9 huruf") as refused:
        load_master_keys(None, broken, data)
    with pytest.raises(ConfigError, match="tidak terbaca"):
        load_master_keys("", tmp_path / "missing", data)

    assert "not-a-key" not in str(refused.value)
