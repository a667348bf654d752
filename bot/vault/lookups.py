"""
Find secrets without storing them: keyed hashes (HMAC-SHA256) of chat ids, receipts and tokens.

The lookup key is 32 random bytes, made once, and stored wrapped by the master key (see
`bot.store.meta`), so master keys rotate and every tag stays what it was. Each kind of secret is hashed
under its own word, so a receipt and a token with the same letters never meet.
Start at `Lookups`.
"""

from __future__ import annotations

import hashlib
import hmac

from bot.errors import SecretError
from bot.vault.sealed import KEY_BYTES

TAG_DIGITS = 20


class Lookups:
    """Keyed hashes; the same input gives the same hash as long as the store lives. `repr` shows no secret."""

    __slots__ = ("_key",)

    def __init__(self, key: bytes) -> None:
        """`key`: 32 bytes. Raises: SecretError for another length."""
        if len(key) != KEY_BYTES:
            raise SecretError(f"the lookup key must be {KEY_BYTES} bytes")
        self._key = key

    def __repr__(self) -> str:
        return "Lookups()"

    def tag_of(self, chat_id: int) -> str:
        """How a chat is known in the store: 20 hex digits. Groups and officers have tags too."""
        return self._hash("chat", str(chat_id))[:TAG_DIGITS]

    def receipt_hash(self, receipt: str) -> str:
        """64 hex digits for a receipt; `receipt` is its 16 digits, already normalised."""
        return self._hash("receipt", receipt)

    def token_hash(self, token: str) -> str:
        """64 hex digits for an invitation, a login link or a desk session."""
        return self._hash("token", token)

    def fingerprint_key(self) -> bytes:
        """32 bytes to key fingerprints of numbers and texts with (`bot.patterns`); the same for ever."""
        return bytes.fromhex(self._hash("key", "patterns"))

    def _hash(self, kind: str, secret: str) -> str:
        return hmac.new(self._key, f"{kind}:{secret}".encode(), hashlib.sha256).hexdigest()
