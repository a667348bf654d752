"""
Outbox rows as the scripts of the cases area want them: grouped by line, as the last keys and arguments.

`wrong_lines` and `push_lines` of `scripts/lines.lua` read what is put together here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bot.store.area import Area
from bot.store.rows import Row, packed
from bot.store.wire import Argument

ByLine = Mapping[str, list[bytes]]


def by_line(rows: Iterable[Row]) -> ByLine:
    """Packed rows by the line they stand in, in the order they came."""
    found: dict[str, list[bytes]] = {}
    for row in rows:
        found.setdefault(row.line, []).append(packed(row))
    return found


def line_keys(area: Area, lines: Iterable[str]) -> list[str]:
    """For every line: its list, its lease."""
    return [key for line in lines for key in (area.keys.line(line), area.keys.lease(line))]


def line_args(lines: ByLine) -> list[Argument]:
    """For every line: its name, how many rows, the rows."""
    args: list[Argument] = []
    for line, rows in lines.items():
        args += [line, len(rows), *rows]
    return args
