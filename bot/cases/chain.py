"""
The hash chain over a case's stored events: nobody changes, removes or swaps one unnoticed.

Each stored event carries SHA-256 over the hash before it and its own bytes, which hold ciphertext and never
clear words; so the chain can be checked without any key, and its last hash may outlive an erased case.
What it cannot show: that the newest events were cut off; the summary's `last_hash` is compared for that.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

START = hashlib.sha256(b"langkah-aman case chain").hexdigest()  # the hash before the first event


def link(previous: str, record: bytes) -> str:
    """64 hex digits for `record`, which follows an event with hash `previous`."""
    return hashlib.sha256(bytes.fromhex(previous) + record).hexdigest()


def first_break(links: Iterable[tuple[bytes, str]], start: str = START) -> int | None:
    """
    Check a chain.

    Args:
        links: (record, its stored hash), oldest first.

    Returns: The index of the first event that does not fit, or None when all do.
    """
    previous = start
    for index, (record, stored) in enumerate(links):
        if link(previous, record) != stored:
            return index
        previous = stored
    return None
