"""Keyed hashes are stable, keyed and separate by kind."""

from __future__ import annotations

import hashlib
import hmac

import pytest

from bot.errors import SecretError
from bot.vault.lookups import Lookups

KEY = b"k" * 32


def test_a_tag_is_twenty_digits_of_the_hmac() -> None:
    """The tag is exactly what the store's contract says, also for a group's negative id."""
    expected = hmac.new(KEY, b"chat:-100200", hashlib.sha256).hexdigest()[:20]

    assert Lookups(KEY).tag_of(-100200) == expected


def test_kinds_and_keys_never_meet() -> None:
    """The same digits as receipt, token and chat give three hashes, and another key gives others."""
    ours, theirs = Lookups(KEY), Lookups(b"t" * 32)

    hashes = {ours.receipt_hash("42"), ours.token_hash("42"), theirs.receipt_hash("42")}

    assert len(hashes) == 3
    assert not any(found.startswith(ours.tag_of(42)) for found in hashes)


def test_a_short_key_is_refused() -> None:
    """A lookup key of the wrong length would give other tags to everybody."""
    with pytest.raises(SecretError):
        Lookups(b"short")
