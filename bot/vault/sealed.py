"""
Seal and open bytes with one data key (AES-256-GCM); this is the only way personal words are stored.

A sealed value is `0x01 | nonce (12) | ciphertext and tag`. The *purpose* ("session", "outbox", …) is
authenticated but not stored, so a sealed session can never be passed off as a sealed outbox row.
It refuses to guess: anything that does not open exactly is a `SecretError`, never partial text.
Start at `seal`; the keys themselves come from `keys.py`.
"""

from __future__ import annotations

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bot.errors import SecretError

KEY_BYTES = 32
NONCE_BYTES = 12
TAG_BYTES = 16
OVERHEAD_BYTES = 1 + NONCE_BYTES + TAG_BYTES

_FORMAT = b"\x01"


def seal(key: bytes, plain: bytes, purpose: bytes) -> bytes:
    """
    Encrypt `plain`; sealing the same bytes twice gives two different values.

    Args:
        key: 32 bytes, of one person or one case.
        plain: What to hide, any length.
        purpose: What it is for; `open_sealed` must name the same.

    Returns: `plain` plus 29 bytes.
    """
    nonce = os.urandom(NONCE_BYTES)
    return _FORMAT + nonce + AESGCM(key).encrypt(nonce, plain, purpose)


def open_sealed(key: bytes, sealed: bytes, purpose: bytes) -> bytes:
    """
    Decrypt what `seal` made with the same key and purpose.

    Raises: SecretError if the key or purpose is another one, or a single bit has changed.
    """
    if len(sealed) < OVERHEAD_BYTES or sealed[:1] != _FORMAT:
        raise SecretError(f"a sealed {purpose.decode()} is not in a format this version knows")
    try:
        return AESGCM(key).decrypt(sealed[1 : 1 + NONCE_BYTES], sealed[1 + NONCE_BYTES :], purpose)
    except InvalidTag:
        raise SecretError(f"a sealed {purpose.decode()} does not open with this key") from None
