"""
What was learnt, on disk, so that a process which starts, or starts again after a crash, need not learn anew.

A file is named after all that it depends on: the examples, the lexicon, the program text of the rooms that
learn. It holds numbers and words of the content, nothing that a person typed. What cannot be read is learnt
again; what cannot be written is said in the log. Start at `kept`.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import structlog
from numpy.typing import NDArray

from bot.language.lexicon import Lexicon
from bot.learning.vocabulary import Vocabulary

log = structlog.get_logger()

KEPT = 4  # editions of each kind; older files are removed

Array = NDArray[Any]
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True, eq=False)
class Box:
    """The contents of one file: arrays of numbers, and whatever JSON can hold."""

    arrays: Mapping[str, Array]
    words: Mapping[str, Any] = field(default_factory=dict)


def kept(
    kind: str, key: str, make: Callable[[], Made], pack: Callable[[Made], Box], unpack: Callable[[Box], Made]
) -> Made:
    """
    What is on disk under a key, or made now and put there.

    Args:
        kind: Begins the file's name ("index").
        key: From `fingerprint`.
    """
    path = _folder() / f"{kind}-{key}.npz"
    try:
        return unpack(_read(path))
    except FileNotFoundError:
        pass
    except (OSError, EOFError, ValueError, KeyError, zipfile.BadZipFile) as error:
        log.warning("learnt.unreadable", kind=kind, reason=type(error).__name__)
    made = make()
    try:
        _write(path, pack(made), kind)
    except OSError as error:
        log.warning("learnt.not_kept", kind=kind, reason=error.strerror)
    return made


def fingerprint(examples: Iterable[object], lexicon: Lexicon, rooms: Iterable[str]) -> str:
    """
    A name for everything that learning depends on.

    Args:
        examples: Values with a telling `repr`, in a fixed order.
        rooms: Packages whose program text decides what is learnt.
    """
    digest = hashlib.sha256()
    for example in examples:
        digest.update(repr(example).encode())
    for words in (lexicon.short_forms, lexicon.stems, lexicon.skeletons):
        digest.update(repr(sorted(words.items())).encode())
    for kinds in (lexicon.protected, lexicon.particles, lexicon.words):
        digest.update(repr(sorted(kinds)).encode())
    for room in rooms:
        for file in sorted(files(room).iterdir(), key=lambda one: one.name):
            if file.name.endswith(".py"):
                digest.update(file.read_bytes())
    return digest.hexdigest()[:32]


def pack_vocabulary(vocabulary: Vocabulary) -> Box:
    """A vocabulary as a part of a box."""
    words = {
        "features": vocabulary.features,
        "tokens": vocabulary.tokens,
        "counts": vocabulary.counts,
        "examples": vocabulary.examples,
    }
    return Box({"rarity": vocabulary.rarity}, words)


def unpack_vocabulary(box: Box) -> Vocabulary:
    """Raises: KeyError, ValueError when the box holds none."""
    stems, pairs, groups = map(tuple, box.words["features"])
    return Vocabulary(
        features=(stems, pairs, groups),
        rarity=box.arrays["rarity"],
        tokens=tuple(box.words["tokens"]),
        counts=box.words["counts"],
        examples=box.words["examples"],
    )


def _folder() -> Path:
    """Where programs keep what they can make again."""
    return Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache").expanduser() / "langkah-aman"


def _read(path: Path) -> Box:
    with path.open("rb") as file, np.load(file, allow_pickle=False) as box:
        arrays = {name: box[name] for name in box.files}
    return Box(arrays, json.loads(arrays.pop("words").tobytes()))


def _write(path: Path, box: Box, kind: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    words = np.frombuffer(json.dumps(box.words).encode(), dtype=np.uint8)
    descriptor, temporary = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(descriptor, "wb") as file:
        np.savez(file, allow_pickle=False, words=words, **box.arrays)
    Path(temporary).replace(path)
    for old in sorted(path.parent.glob(f"{kind}-*.npz"), key=lambda one: one.stat().st_mtime)[:-KEPT]:
        old.unlink(missing_ok=True)
