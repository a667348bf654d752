"""The recovery sheet gives the key back from both halves, and from nothing less."""

from __future__ import annotations

import os

import pytest

from bot.errors import SecretError
from bot.vault.keys import new_master_key
from bot.vault.recovery import join_halves, split_key


def test_both_halves_give_the_key_back() -> None:
    """Two people who bring their sheets can open the store again, also when they type in small letters."""
    key = new_master_key()

    first, second = split_key(key, os.urandom(32))

    assert join_halves(first, second) == key
    assert join_halves(second.lower(), first.replace(" ", "")) == key


def test_one_half_alone_is_worth_nothing() -> None:
    """A half is random: with another half it gives another key."""
    key = new_master_key()
    first, _ = split_key(key, os.urandom(32))
    other, _ = split_key(new_master_key(), os.urandom(32))

    assert join_halves(first, other) != key


def test_a_slip_of_the_pen_is_named() -> None:
    """The line that was copied wrongly is said, so nobody types four lines again."""
    first, second = split_key(new_master_key(), os.urandom(32))
    lines = first.splitlines()
    lines[1] = ("A" if lines[1][0] != "A" else "C") + lines[1][1:]

    with pytest.raises(SecretError, match="baris 2"):
        join_halves("\n".join(lines), second)
    with pytest.raises(SecretError, match="4 baris"):
        join_halves("\n".join(first.splitlines()[:2]), second)
