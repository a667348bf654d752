"""
The recovery sheet: a master key in two halves for two people, neither of whom can do anything alone.

One half is random, the other is the key with it added (XOR); only both together give the key. A half is
written as groups that can be copied by hand, each line with a check sign against slips.
Start at `split_key`.
"""

from __future__ import annotations

import base64
import hashlib
import re

from bot.errors import SecretError
from bot.vault.sealed import KEY_BYTES

GROUP = 4
GROUPS_A_LINE = 4
LINES = 4


def split_key(key: str, random: bytes) -> tuple[str, str]:
    """
    Two halves of a master key.

    Args:
        key: As in the key file: 43 characters of base64url.
        random: 32 fresh random bytes.

    Returns: Two texts of several lines each. Raises: SecretError for something that is no key.
    """
    plain = _decoded(key)
    if len(random) != KEY_BYTES:
        raise SecretError(f"a half is made from {KEY_BYTES} random bytes")
    other = bytes(a ^ b for a, b in zip(plain, random, strict=True))
    return _written(random), _written(other)


def join_halves(first: str, second: str) -> str:
    """
    The master key again.

    Raises: SecretError, naming the line that was copied wrongly.
    """
    plain = bytes(a ^ b for a, b in zip(_read(first), _read(second), strict=True))
    return base64.urlsafe_b64encode(plain).rstrip(b"=").decode()


def _decoded(key: str) -> bytes:
    try:
        plain = base64.urlsafe_b64decode(key + "=" * (-len(key) % 4))
    except ValueError:
        plain = b""
    if len(plain) != KEY_BYTES:
        raise SecretError("itu bukan kunci induk")
    return plain


def _written(half: bytes) -> str:
    letters = base64.b32encode(half).decode().rstrip("=")
    size = GROUP * GROUPS_A_LINE
    lines = [letters[at : at + size] for at in range(0, len(letters), size)]
    return "\n".join(f"{_grouped(line)}  {_check(line)}" for line in lines)


def _grouped(line: str) -> str:
    return " ".join(line[at : at + GROUP] for at in range(0, len(line), GROUP))


def _check(line: str) -> str:
    return base64.b32encode(hashlib.sha256(line.encode()).digest()).decode()[:2]


def read_line(row: str) -> str:
    """The letters of one line of a half, without spaces. Raises: SecretError when it was copied wrongly."""
    letters = re.sub(r"\s", "", row).upper().translate(str.maketrans("018", "OIB"))
    line, check = letters[:-2], letters[-2:]
    if not line or _check(line) != check:
        raise SecretError("baris ini salah salin")
    return line


def _read(half: str) -> bytes:
    letters = ""
    for number, row in enumerate((row for row in half.splitlines() if row.strip()), start=1):
        try:
            letters += read_line(row)
        except SecretError:
            raise SecretError(f"baris {number} dari lembar ini salah salin") from None
    try:
        plain = base64.b32decode(letters + "=" * (-len(letters) % 8))
    except ValueError:
        plain = b""
    if len(plain) != KEY_BYTES:
        raise SecretError(f"satu lembar terdiri dari {LINES} baris; ada yang kurang")
    return plain
