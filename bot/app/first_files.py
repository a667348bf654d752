"""
What the first day leaves on the disk: a master key, a token file, config.yaml; each whole or not there.

A file is written beside its place, flushed, and moved there in one step, so that a crash leaves nothing half
written. config.yaml comes last: while it is missing, the first day begins again, with the key that is there.
Nothing is written over: an unfinished config.yaml stays as config.yaml.lama. Start at `key_place`.
"""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import time
from pathlib import Path

import yaml

from bot.app.asking import NotUnderstood
from bot.config import load_config
from bot.errors import ConfigError, reason_of
from bot.vault.keys import load_master_keys, new_master_key, write_key_file

DATA = "data"
HEAD = "# Dibuat oleh langkah-aman init. Penjelasan tiap baris: docs/petugas-teknis.md\n"


@dataclass(frozen=True, slots=True)
class Answers:
    """What was asked on the first day."""

    token: str
    username: str
    api_url: str
    agency: str
    zone: str
    officer: str
    starts: time
    ends: time
    key_file: Path


def key_place(folder: Path) -> Callable[[str], Path]:
    """A reader of the master key's path; `folder` is where config.yaml goes. It raises NotUnderstood."""

    def read(typed: str) -> Path:
        try:
            path = Path(typed).expanduser().absolute()
        except RuntimeError:
            raise NotUnderstood(f'Folder rumah di "{typed}" tidak ada. Tulis jalur lengkapnya.') from None
        if path.is_dir() or typed.endswith("/"):
            path = path / "master.key"
        if path.resolve().is_relative_to((folder / DATA).resolve()):
            raise NotUnderstood(
                f"{path} ada di dalam folder data. Siapa yang menyalin data akan ikut membawa kuncinya. "
                "Pilih tempat di luar itu."
            )
        if path.resolve() == (folder / "config.yaml").resolve() or path.name == "token":
            raise NotUnderstood(f"Nama {path.name} sudah dipakai untuk berkas lain. Pilih nama lain.")
        _check_usable(path, folder)
        return path

    return read


def _check_usable(path: Path, folder: Path) -> None:
    if path.exists():
        try:
            load_master_keys(None, path, folder / DATA)
        except ConfigError as error:
            raise NotUnderstood(f"{error}. Pilih berkas lain, atau perbaiki dulu.") from None
        return
    above = path.parent
    while not above.exists():
        above = above.parent
    if not above.is_dir() or not os.access(above, os.W_OK | os.X_OK):
        raise NotUnderstood(f"{above} tidak bisa ditulis. Pilih tempat lain.")


def keep_key(path: Path) -> bool:
    """Make a master key unless there is one. Returns: whether it is new. Raises: ConfigError."""
    if path.exists():
        return False
    put_key(path, new_master_key())
    return True


def put_key(path: Path, key: str) -> None:
    """A key file in its place, whole, where none was. Raises: ConfigError."""
    with _written(path) as draft:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft.unlink(missing_ok=True)
        write_key_file(draft, (key,))
        os.link(draft, path)  # unlike a rename it never replaces a key


def keep_token(answers: Answers) -> Path:
    """The token file beside the key; another bot's token there stays as it is. Raises: ConfigError."""
    path = answers.key_file.with_name("token")
    if path.exists() and _token_in(path) != answers.token:
        path = answers.key_file.with_name(f"token-{answers.username}")
    _put(path, answers.token + "\n")
    return path


def keep_config(folder: Path, answers: Answers, token_file: Path) -> Path:
    """Write config.yaml, which is read back before it counts. Raises: ConfigError."""
    path = folder / "config.yaml"
    text = HEAD + yaml.safe_dump(_settings(answers, token_file), allow_unicode=True, sort_keys=False)
    with _written(path) as draft:
        folder.mkdir(parents=True, exist_ok=True)
        _write_flushed(draft, text)
        load_config(draft, {})
        if path.exists():
            path.replace(path.with_name("config.yaml.lama"))
        draft.replace(path)
    return path


def short_id(name: str, otherwise: str) -> str:
    """A short id from a name: "Polres Lombok Barat" -> polres-lombok-barat."""
    return re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-") or otherwise


def _settings(answers: Answers, token_file: Path) -> dict[str, object]:
    agency, officer = short_id(answers.agency, "lembaga"), short_id(answers.officer, "petugas")
    own_api = {} if answers.api_url.endswith("telegram.org") else {"api_url": answers.api_url}
    starts, ends = (f"{clock:%H:%M}" for clock in (answers.starts, answers.ends))
    return {
        "telegram": {"mode": "polling", **own_api},
        "redis": {"data": DATA},
        "desk": {"host": "127.0.0.1", "port": 8080, "url": "http://127.0.0.1:8080"},
        "secrets": {"token_file": str(token_file), "key_file": str(answers.key_file)},
        "hotline": {
            "time_zone": answers.zone,
            "agencies": [{"id": agency, "name": answers.agency, "hotline": True}],
            "duty": [{"officer": officer, "from": starts, "to": ends}],
            "answer_within": {"emergency": 15, "high": 60, "watch": 480, "none": 960},
        },
        "backup_days": 30,
    }


def _token_in(path: Path) -> str:
    try:
        return path.read_text("ascii").strip()
    except (OSError, UnicodeDecodeError):
        return ""


def _put(path: Path, text: str) -> None:
    with _written(path) as draft:
        _write_flushed(draft, text)
        draft.replace(path)


def _write_flushed(path: Path, text: str) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


@contextlib.contextmanager
def _written(path: Path) -> Iterator[Path]:
    """The draft of a file, gone afterwards whatever happens. Raises: ConfigError for a disk that refuses."""
    draft = path.with_name(f".{path.name}.baru")
    try:
        yield draft
    except OSError as error:
        raise ConfigError(f"{path} tidak bisa ditulis: {reason_of(error)}") from None
    finally:
        with contextlib.suppress(OSError):
            draft.unlink()
