"""Sealed bytes open with the right key and purpose, and with nothing else."""

from __future__ import annotations

import pytest

from bot.errors import SecretError
from bot.vault.keys import new_data_key
from bot.vault.sealed import OVERHEAD_BYTES, open_sealed, seal


@pytest.mark.parametrize("plain", [b"", b"x", "paspor saya ditahan 😟".encode(), bytes(100_000)])
def test_what_is_sealed_opens_again(plain: bytes) -> None:
    """Any bytes come back as they were, and the overhead is what the module says."""
    key = new_data_key()

    sealed = seal(key, plain, b"session")

    assert open_sealed(key, sealed, b"session") == plain
    assert len(sealed) == len(plain) + OVERHEAD_BYTES


def test_equal_words_do_not_look_equal() -> None:
    """Two people who write the same thing cannot be matched by their stored bytes."""
    key = new_data_key()

    assert seal(key, b"tolong", b"outbox") != seal(key, b"tolong", b"outbox")


def test_another_key_or_purpose_opens_nothing() -> None:
    """A stored row can be moved neither to another person nor to another use."""
    key = new_data_key()
    sealed = seal(key, b"tolong", b"outbox")

    with pytest.raises(SecretError):
        open_sealed(new_data_key(), sealed, b"outbox")
    with pytest.raises(SecretError):
        open_sealed(key, sealed, b"session")


@pytest.mark.parametrize("position", [0, 1, 13, -1])
def test_a_changed_bit_is_refused(position: int) -> None:
    """Damage anywhere is an error, never other words."""
    key = new_data_key()
    damaged = bytearray(seal(key, b"tolong", b"outbox"))
    damaged[position] ^= 1

    with pytest.raises(SecretError):
        open_sealed(key, bytes(damaged), b"outbox")


def test_too_short_a_value_is_refused() -> None:
    """What cannot be sealed bytes has a clear error."""
    with pytest.raises(SecretError, match="format"):
        open_sealed(new_data_key(), b"\x01abc", b"outbox")
