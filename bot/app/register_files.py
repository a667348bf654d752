"""
A register on disk: rows as lines of JSON that stay in the file, and the index beside them as arrays.

A folder holds `about.json` (what the list is), `rows.jsonl`, `index.npz` and `remarks.csv`. The index can be
made again from the rows: it is, when the program that made it was another. Start at `write_register` and
`read_register`.
"""

from __future__ import annotations

import hashlib
import json
import mmap
import os
import tempfile
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, fields
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.errors import ContentError
from bot.recruiters.hashed import HashIndex
from bot.recruiters.index import Index, nothing
from bot.recruiters.packed import PackedRows
from bot.recruiters.register import Register, build_register

ABOUT, ROWS, INDEX, REMARKS = "about.json", "rows.jsonl", "index.npz", "remarks.csv"
_PROGRAM = (  # what an index depends on
    *(f"recruiters/{name}.py" for name in ("hashed", "index", "names", "register", "words")),
    "language/folding.py",
)


@dataclass(frozen=True, slots=True)
class About:
    """
    What a snapshot is.

    `refused` are rows of the table that were left out, `carried` rows that were taken along from the list
    before; days are ISO dates.
    """

    id: str
    source: str
    as_of: str
    complete: bool
    rows: int
    refused: int
    imported_at: str
    file: str
    standings: dict[str, int]
    check_today: str = ""
    carried: int = 0


def write_register(
    folder: Path, about: About, lines: Iterable[bytes], progress: Callable[[int], None]
) -> None:
    """Write rows, index and description; the folder must be there."""
    with (folder / ROWS).open("wb") as file:
        file.writelines(lines)
        file.flush()
        os.fsync(file.fileno())
    (folder / ABOUT).write_text(json.dumps(asdict(about), ensure_ascii=False, indent=2), encoding="utf-8")
    _index(folder, about, progress)


def read_about(folder: Path) -> About:
    """Raises: ContentError when this is no snapshot."""
    try:
        found: dict[str, Any] = json.loads((folder / ABOUT).read_text(encoding="utf-8"))
        return About(**found)
    except (OSError, ValueError, TypeError):
        raise _unreadable(folder) from None


def read_register(folder: Path, progress: Callable[[int], None] = nothing) -> Register:
    """
    The register of a snapshot, its rows left on disk.

    Raises: ContentError when it cannot be read; the index alone is made again.
    """
    about = read_about(folder)
    try:
        with np.load(folder / INDEX, allow_pickle=False) as kept:
            if kept["program"].tobytes().decode() == _program():
                return _described(about, _rows(folder, kept["lines"]), _parts(kept))
    except (OSError, ValueError, KeyError, zipfile.BadZipFile):
        pass  # made again below
    try:
        return _index(folder, about, progress)
    except (OSError, ValueError):
        raise _unreadable(folder) from None


def _unreadable(folder: Path) -> ContentError:
    return ContentError(f'daftar "{folder.name}" tidak terbaca; impor lagi berkas aslinya')


def _index(folder: Path, about: About, progress: Callable[[int], None]) -> Register:
    rows = _rows(folder, _line_starts(folder / ROWS))
    if len(rows) != about.rows:
        raise ValueError("rows are missing")
    register = build_register(
        rows,
        complete=about.complete,
        as_of=date.fromisoformat(about.as_of) if about.as_of else None,
        source=about.source,
        check_today=about.check_today,
        progress=progress,
    )
    index = register.index
    arrays: dict[str, NDArray[Any]] = {"lines": _line_starts(folder / ROWS), "program": _bytes(_program())}
    for each in fields(Index):
        value = getattr(index, each.name)
        if isinstance(value, HashIndex):
            arrays |= {f"{each.name}.keys": value.keys, f"{each.name}.numbers": value.numbers}
        elif isinstance(value, np.ndarray):
            arrays[each.name] = value
    arrays |= {"by_number.keys": register.by_number.keys, "by_number.numbers": register.by_number.numbers}
    arrays["words"] = _bytes("\n".join(index.words))
    arrays["aliases"] = _bytes(json.dumps(list(index.aliases.items())))
    descriptor, temporary = tempfile.mkstemp(dir=folder)
    with os.fdopen(descriptor, "wb") as file:
        np.savez(file, allow_pickle=False, **arrays)
    Path(temporary).replace(folder / INDEX)
    return register


def _parts(kept: Any) -> tuple[Index, HashIndex]:
    """Raises: KeyError, ValueError when an array is missing or broken."""
    found: dict[str, Any] = {}
    for each in fields(Index):
        if f"{each.name}.keys" in kept:
            found[each.name] = HashIndex(kept[f"{each.name}.keys"], kept[f"{each.name}.numbers"])
        elif each.name not in ("words", "aliases"):
            found[each.name] = kept[each.name]
    words = tuple(kept["words"].tobytes().decode().split("\n"))
    aliases = {at: tuple(several) for at, several in json.loads(kept["aliases"].tobytes())}
    index = Index(words=words, aliases=aliases, **found)
    return index, HashIndex(kept["by_number.keys"], kept["by_number.numbers"])


def _described(about: About, rows: PackedRows, parts: tuple[Index, HashIndex]) -> Register:
    as_of = date.fromisoformat(about.as_of) if about.as_of else None
    return Register(about.complete, as_of, about.source, rows, *parts, about.check_today)


def _rows(folder: Path, starts: NDArray[np.uint64]) -> PackedRows:
    """The lines stay on disk: the system keeps in memory what is asked for."""
    with (folder / ROWS).open("rb") as file:
        size = os.fstat(file.fileno()).st_size
        if int(starts[-1]) != size:
            raise ValueError("the rows are not those of the index")
        lines = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) if size else b""
    return PackedRows(lines, starts)


def _line_starts(path: Path) -> NDArray[np.uint64]:
    ends = np.flatnonzero(np.fromfile(path, dtype=np.uint8) == ord("\n")) + 1
    return np.concatenate(([0], ends)).astype(np.uint64)


def _bytes(text: str) -> NDArray[np.uint8]:
    return np.frombuffer(text.encode(), dtype=np.uint8)


def _program() -> str:
    house = files("bot")
    return hashlib.sha256(b"".join(house.joinpath(name).read_bytes() for name in _PROGRAM)).hexdigest()
