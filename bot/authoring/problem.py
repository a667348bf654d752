"""
A problem in something that people edit: where it stands, what is wrong, and the way out.

Problems are values, gathered and shown all at once; nothing here raises. Messages are plain Bahasa
Indonesia for editors. Start at `Problem.shown`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from rapidfuzz import fuzz, process

MAX_SHOWN = 100  # characters of a source line that are shown
SIMILAR = 60  # rapidfuzz ratio from which a name is worth proposing
INDENT = "    "
REST_LATER = "Yang lain baru bisa diperiksa sesudah berkas ini terbaca."


@dataclass(frozen=True, slots=True)
class Place:
    """
    A piece of a file.

    Attributes:
        path: Relative to the project, with forward slashes.
        line, column: From 1; `length` is in characters and at least 1.
        source: The whole line, without its end.
    """

    path: str
    line: int = 1
    column: int = 1
    length: int = 1
    source: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """
    One thing an editor has to put right.

    `source_line` may be empty, when there is no such line; `unread`: nothing of the file could be read;
    `overdue`: nothing is wrong yet, it only wants to be looked at again.
    """

    path: str
    line: int
    column: int
    message: str
    hint: str = ""
    source_line: str = ""
    length: int = 1
    unread: bool = False
    overdue: bool = False

    @classmethod
    def at(cls, place: Place, message: str, hint: str = "") -> Problem:
        return cls(place.path, place.line, place.column, message, hint, place.source, place.length)

    def stopping(self) -> Problem:
        """The same, marked: for this the whole file could not be read."""
        return replace(self, unread=True, hint=hints(self.hint, REST_LATER))

    @property
    def order(self) -> tuple[str, int, int, str]:
        """Sorting key: file order."""
        return self.path, self.line, self.column, self.message

    def shown(self) -> str:
        """The problem as printed: place and fault, the line itself, the way out."""
        parts = [f"{self.path}:{self.line}: {self.message}"]
        if self.source_line.strip():
            source, column = _window(self.source_line, self.column)
            mark = "^" * max(1, min(self.length, len(source) - column + 1))
            gutter = f"{self.line:>6}"
            parts += [f"{gutter} | {source}", f"{' ' * len(gutter)} | {' ' * (column - 1)}{mark}"]
        if self.hint:
            parts.append(INDENT + self.hint)
        return "\n".join(parts)


def _window(source: str, column: int) -> tuple[str, int]:
    """Cut a long line to what stands around a column."""
    if len(source) <= MAX_SHOWN:
        return source, column
    start = max(0, min(column - 1 - MAX_SHOWN // 3, len(source) - MAX_SHOWN))
    end = start + MAX_SHOWN
    before, after = "…" if start else "", "…" if end < len(source) else ""
    return before + source[start:end] + after, column - start + len(before)


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """A sentence that proposes the nearest right name; empty when none is near."""
    found = process.extractOne(name, sorted(known), scorer=fuzz.ratio, score_cutoff=SIMILAR)
    return f'Mungkin maksudnya "{found[0]}"?' if found else ""


def hints(*sentences: str) -> str:
    """Sentences as one hint, the empty ones left out."""
    return " ".join(sentence for sentence in sentences if sentence)
