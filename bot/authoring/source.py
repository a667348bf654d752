"""A file as text, and places in it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from bot.authoring.problem import Place


@dataclass(frozen=True)
class Source:
    """One file as text."""

    path: str
    text: str

    @cached_property
    def lines(self) -> tuple[str, ...]:
        return tuple(self.text.split("\n"))

    def place(self, line: int, column: int, length: int = 1) -> Place:
        """A place by line and column from 1; lines behind the end give the last one."""
        line = max(1, min(line, len(self.lines)))
        return Place(self.path, line, column, max(1, length), self.lines[line - 1].rstrip("\r"))
