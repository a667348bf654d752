"""
Master keys, the data keys they wrap, and where the master keys come from.

Every person and every case has a *data key* (32 random bytes). It is stored only *wrapped* by a master
key, and the master key lives in the environment or in a key file outside the data folder and outside
backups. Several generations may be given: the newest is first and wraps, the older ones only open, so
keys rotate while the bot runs (`rewrapped` says what to write instead).

A wrapped key is `0x01 | key id (4) | nonce (12) | ciphertext and tag`; the key id is the start of a hash
of the master key, so nobody numbers generations by hand. The owner (a tag or a case code) is
authenticated: a wrapped key copied to another person does not open.

Start at `load_master_keys`.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import os
import stat
from pathlib import Path
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bot.errors import ConfigError, SecretError, reason_of
from bot.vault.sealed import KEY_BYTES, NONCE_BYTES

ENVIRONMENT_NAME: Final = "LANGKAH_AMAN_MASTER_KEY"

_FORMAT = b"\x01"
_ID_BYTES = 4


def new_data_key() -> bytes:
    """32 random bytes for one person or one case."""
    return os.urandom(KEY_BYTES)


def new_master_key() -> str:
    """A fresh master key as it is written into the key file: 43 characters of base64url."""
    return base64.urlsafe_b64encode(os.urandom(KEY_BYTES)).rstrip(b"=").decode()


class MasterKeys:
    """All generations of the master key; the first wraps, every one opens. `repr` shows no secret."""

    __slots__ = ("_ciphers", "_current")

    def __init__(self, generations: tuple[bytes, ...]) -> None:
        """`generations`: newest first, 32 bytes each. Raises: ConfigError if none or a length is wrong."""
        if not generations or any(len(key) != KEY_BYTES for key in generations):
            raise ConfigError(f"kunci induk harus {KEY_BYTES} byte, dan paling sedikit satu")
        self._ciphers = {_key_id(key): AESGCM(key) for key in generations}
        self._current = _key_id(generations[0])

    def __repr__(self) -> str:
        return f"MasterKeys({len(self._ciphers)} generations, current {self._current.hex()})"

    def wrap(self, data_key: bytes, owner: str) -> bytes:
        """Encrypt a data key for storage beside what it protects; `owner` is a tag or a case code."""
        nonce = os.urandom(NONCE_BYTES)
        head = _FORMAT + self._current
        return head + nonce + self._ciphers[self._current].encrypt(nonce, data_key, _bound(head, owner))

    def unwrap(self, wrapped: bytes, owner: str) -> bytes:
        """
        Give the data key back.

        Raises: SecretError if its master key was not given, its owner is another, or it is damaged.
        """
        head, key_id = wrapped[: 1 + _ID_BYTES], wrapped[1 : 1 + _ID_BYTES]
        cipher = self._ciphers.get(key_id)
        if wrapped[:1] != _FORMAT or cipher is None:
            raise SecretError(f"data ini dikunci dengan kunci induk {key_id.hex()}, yang tidak diberikan")
        body = wrapped[1 + _ID_BYTES :]
        try:
            return cipher.decrypt(body[:NONCE_BYTES], body[NONCE_BYTES:], _bound(head, owner))
        except (InvalidTag, ValueError):
            raise SecretError("sebuah kunci simpanan rusak atau milik orang lain") from None

    def is_current(self, wrapped: bytes) -> bool:
        """Whether the newest master key wrapped this."""
        return wrapped[1 : 1 + _ID_BYTES] == self._current

    def rewrapped(self, wrapped: bytes, owner: str) -> bytes | None:
        """The same data key under the newest master key, or None if it already is."""
        return None if self.is_current(wrapped) else self.wrap(self.unwrap(wrapped, owner), owner)


def load_master_keys(environment: str | None, key_file: Path | None, data_folder: Path) -> MasterKeys:
    """
    Read the master keys from the value of `LANGKAH_AMAN_MASTER_KEY`, else from the key file.

    Args:
        environment: Keys separated by spaces or commas, newest first; None or "" when not set.
        key_file: One key a line, newest first, `#` starts a comment; only its owner may read it.
        data_folder: The key file may not lie in it: who copies the data must not get the key with it.

    Raises: ConfigError with one clear line when no key is given or it cannot be used.
    """
    if environment:
        return MasterKeys(tuple(map(_decode, environment.replace(",", " ").split())))
    if key_file is None:
        raise ConfigError(f"belum ada kunci induk: jalankan langkah-aman init, atau atur {ENVIRONMENT_NAME}")
    if key_file.resolve().is_relative_to(data_folder.resolve()):
        raise ConfigError(f"{key_file} ada di dalam folder data; pindahkan kunci induk ke luar")
    try:
        mode = key_file.stat().st_mode
        lines = key_file.read_text("ascii").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"berkas kunci induk {key_file} tidak terbaca: {_reason(error)}") from None
    if mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise ConfigError(f"orang lain bisa membaca berkas kunci induk; jalankan: chmod 600 {key_file}")
    words = (line.partition("#")[0].strip() for line in lines)
    return MasterKeys(tuple(_decode(word) for word in words if word))


def write_key_file(path: Path, generations: tuple[str, ...]) -> None:
    """Create a key file (mode 0600) that does not exist yet. Raises: FileExistsError, OSError."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write("# Langkah Aman: kunci induk, terbaru di atas. Jangan disalin ke folder data.\n")
        file.writelines(f"{key}\n" for key in generations)
        file.flush()
        os.fsync(file.fileno())


def _key_id(key: bytes) -> bytes:
    return hashlib.sha256(b"langkah-aman master key id" + key).digest()[:_ID_BYTES]


def _bound(head: bytes, owner: str) -> bytes:
    return head + b"|" + owner.encode()


def _decode(word: str) -> bytes:
    try:
        key = base64.b64decode(word + "=" * (-len(word) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        key = b""
    if len(key) != KEY_BYTES:
        # The word itself is a secret, so it is described and not shown.
        raise ConfigError(
            f"kunci induk sepanjang {len(word)} huruf bukan buatan kita (43 dari A–Z a–z 0–9 - _)"
        )
    return key


def _reason(error: OSError | UnicodeDecodeError) -> str:
    return reason_of(error) if isinstance(error, OSError) else "bukan teks biasa"
