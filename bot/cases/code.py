"""
Case codes as officers say them on the telephone: `K-7QX2`.

Four characters without look-alikes (no 0/O, 1/I/L, 5/S, 8/B, 2/Z), taken from random bytes, so a code tells
neither how many cases there are nor when one was opened. Whether it is free is asked of the store.
"""

from __future__ import annotations

import re

ALPHABET = "2346789ACDEFGHJKMNPQRTUVWXY"
LENGTH = 4
RANDOM_BYTES = 8  # what `make_code` wants: enough that taking the remainder favours no character

_CODE = re.compile(rf"(?:K[\s\-]?)?([{ALPHABET}]{{{LENGTH}}})", re.IGNORECASE)


def make_code(random: bytes) -> str:
    """A code from 8 random bytes. Raises: ValueError for another length."""
    if len(random) != RANDOM_BYTES:
        raise ValueError(f"a case code is made from {RANDOM_BYTES} random bytes")
    number = int.from_bytes(random, "big")
    letters = []
    for _ in range(LENGTH):
        number, place = divmod(number, len(ALPHABET))
        letters.append(ALPHABET[place])
    return "K-" + "".join(letters)


def read_code(typed: str) -> str | None:
    """The code that was typed or tapped ("k 7qx2", "7QX2"), or None."""
    found = _CODE.fullmatch(typed.strip())
    return f"K-{found[1].upper()}" if found else None
