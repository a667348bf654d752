"""
Rows of a register as bytes: a line of JSON each, read one by one when they are asked for.

Pure: the bytes may lie in memory or in a mapped file. A million rows as objects would take more than a
gigabyte; as a file they take none. Start at `PackedRows`, `row_line` and `parse_line`.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import fields
from datetime import date
from typing import Any, Protocol, overload

import numpy as np
from numpy.typing import NDArray

from bot.errors import ContentError
from bot.recruiters.recruiter import JobOrder, Recruiter, Standing, StatusNote

_FIELDS = tuple(each.name for each in fields(Recruiter))


def row_line(row: Recruiter) -> bytes:
    """One row as a line of JSON without what is empty."""
    cells = {name: _plain(value) for name in _FIELDS if (value := getattr(row, name))}
    return (json.dumps(cells, ensure_ascii=False) + "\n").encode()


def parse_line(line: bytes) -> Recruiter:
    """Raises: ContentError when this is not a line of ours."""
    try:
        cells: dict[str, Any] = json.loads(line)
        for name, value in cells.items():
            if isinstance(value, list):
                cells[name] = tuple(value)
        cells["standing"] = Standing(cells["standing"])
        cells["as_of"] = date.fromisoformat(cells["as_of"]) if "as_of" in cells else None
        cells["history"] = tuple(
            StatusNote(**{**note, "standing": Standing(note["standing"])})
            for note in cells.get("history", ())
        )
        cells["job_orders"] = tuple(JobOrder(**order) for order in cells.get("job_orders", ()))
        return Recruiter(**{"source": "", **cells})
    except (ValueError, KeyError, TypeError):
        raise ContentError("satu baris daftar perusahaan tidak terbaca; impor lagi daftarnya") from None


class Lines(Protocol):
    """Bytes, or a mapped file."""

    def __getitem__(self, at: slice, /) -> bytes: ...


class PackedRows(Sequence[Recruiter]):
    """Rows by number, each read from its line when it is asked for."""

    def __init__(self, lines: Lines, starts: NDArray[np.uint64]) -> None:
        """
        Args:
            lines: From `row_line`, one after the other.
            starts: Where each line begins, and at last where the last one ends.
        """
        self._lines = lines
        self._starts = starts

    def __len__(self) -> int:
        return len(self._starts) - 1

    @overload
    def __getitem__(self, at: int) -> Recruiter: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[Recruiter, ...]: ...

    def __getitem__(self, at: int | slice) -> Recruiter | tuple[Recruiter, ...]:
        if isinstance(at, slice):
            return tuple(self[each] for each in range(*at.indices(len(self))))
        if not -len(self) <= at < len(self):
            raise IndexError(at)
        at %= len(self)
        return parse_line(self._lines[int(self._starts[at]) : int(self._starts[at + 1])])


def _plain(value: Any) -> Any:
    match value:
        case str():
            return value
        case Standing():
            return value.value
        case date():
            return value.isoformat()
        case StatusNote() | JobOrder():
            return {
                each.name: _plain(inner) for each in fields(value) if (inner := getattr(value, each.name))
            }
    return [_plain(inner) for inner in value]
