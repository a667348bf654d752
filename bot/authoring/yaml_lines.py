"""
Read YAML and keep the place of every key and value, so that a fault can be pointed at.

Scalars stay text as written (`no` is "no", `2026-11-21` is "2026-11-21"); what they mean is decided where
they are used. Refused: aliases (`*name`), several documents in one file, keys that are not text. Nothing
raises; what cannot be read is a Problem. Start at `parse_yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from bot.authoring.problem import Place, Problem
from bot.authoring.source import Source
from bot.authoring.yaml_faults import syntax_problem

MAX_DEPTH = 20
TRUE_WORDS = ("true", "yes", "ya")
WHOLE_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)")
_Fast: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Value:
    """
    A scalar, a list or a mapping, and where it stands.

    Attributes:
        content: Text, a tuple of values, or a mapping of keys to values.
        keys: Places of the keys of a mapping.
        quoted: Whether a scalar was in quotes or a text block: then it is text and nothing else.
    """

    source: Source
    place: Place
    end_line: int
    content: str | tuple[Value, ...] | Mapping[str, Value]
    keys: Mapping[str, Place] = field(default_factory=dict)
    quoted: bool = False

    @property
    def text(self) -> str:
        """The text of a scalar; "" for an empty one and for anything else."""
        if not isinstance(self.content, str) or (not self.quoted and self.content in ("~", "null")):
            return ""
        return self.content

    @property
    def items(self) -> tuple[Value, ...]:
        return self.content if isinstance(self.content, tuple) else ()

    @property
    def mapping(self) -> Mapping[str, Value]:
        return self.content if isinstance(self.content, Mapping) else {}

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written."""
        return isinstance(self.content, str) and not self.quoted and self.content in ("", "~", "null")

    def at(self, *path: str | int) -> Value:
        """The value under keys and positions, as far down as there is one."""
        here = self
        for step in path:
            if isinstance(step, str) and step in here.mapping:
                here = here.mapping[step]
            elif isinstance(step, int) and step < len(here.items):
                here = here.items[step]
            else:
                break
        return here

    def key_place(self, key: str) -> Place:
        """Where a key stands; the value itself when there is no such key."""
        return self.keys.get(key, self.place)

    def place_of(self, fragment: str) -> Place:
        """Where a piece of this value's text stands in the file; the value itself when not found."""
        first = fragment.strip().split("\n")[0] if fragment.strip() else fragment
        for number in range(self.place.line, self.end_line + 1):
            line = self.source.place(number, 1).source
            column = line.find(first, self.place.column - 1 if number == self.place.line else 0)
            if first and column >= 0:
                return self.source.place(number, column + 1, len(first))
        return self.place


def load_yaml(path: Path, shown_as: str) -> tuple[Value | None, tuple[Problem, ...]]:
    """Read one file. Returns what `parse_yaml` does; a file that is not UTF-8 is a problem too."""
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        problem = Problem(shown_as, 1, 1, "berkas ini bukan UTF-8.", "Simpan ulang sebagai UTF-8.")
        return None, (problem.stopping(),)
    return parse_yaml(text, shown_as)


def parse_yaml(text: str, path: str) -> tuple[Value | None, tuple[Problem, ...]]:
    """
    Read YAML text.

    Returns: The value at the top (None when the file cannot be read at all), and the problems of form.
    """
    source = Source(path, text.removeprefix("\ufeff"))
    building = _Building(source)
    try:
        return building.document(yaml.parse(source.text, Loader=_Fast)), tuple(building.problems)
    except yaml.YAMLError:
        return None, (syntax_problem(source).stopping(),)
    except _Refused as refused:
        return None, (*building.problems, refused.problem.stopping())


def plain(value: Value) -> Any:
    """
    Lists, mappings, texts, whole numbers and true/false without places; what is empty is None.

    Unlike YAML 1.1 it leaves words such as `no`, `on` and dates as text.
    """
    if isinstance(value.content, tuple):
        return [plain(item) for item in value.content]
    if isinstance(value.content, Mapping):
        return {key: plain(item) for key, item in value.content.items()}
    if value.is_empty:
        return None
    if value.quoted:
        return value.content
    if value.content in ("true", "false"):
        return value.content == "true"
    return int(value.content) if WHOLE_NUMBER.fullmatch(value.content) else value.content


class _Refused(Exception):  # a way out of the recursion, never seen outside
    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


class _Building:
    """Makes values of the parser's events; gathers problems on the way."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.problems: list[Problem] = []

    def document(self, events: Iterator[Any]) -> Value | None:
        root: Value | None = None
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent | yaml.StreamStartEvent | yaml.StreamEndEvent):
                continue
            if isinstance(event, yaml.DocumentEndEvent):
                continue
            if root is not None:
                self.refuse(event, 'satu berkas hanya boleh berisi satu dokumen; di sini ada "---" lagi.')
            root = self.value(event, events, 0)
        if root is None:
            self.problems.append(Problem(self.source.path, 1, 1, "berkas ini kosong.").stopping())
        return root

    def value(self, event: Any, events: Iterator[Any], depth: int) -> Value:
        if isinstance(event, yaml.AliasEvent):
            self.refuse(event, 'singkatan "*" tidak dipakai di sini.', "Tulis isinya sekali lagi.")
        if depth > MAX_DEPTH:
            self.refuse(event, "susunan ini terlalu dalam.", "Periksa jumlah spasi di awal baris.")
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event)
        place = self.place(event, 1)
        if isinstance(event, yaml.SequenceStartEvent):
            items: list[Value] = []
            while not isinstance(inner := next(events), yaml.SequenceEndEvent):
                items.append(self.value(inner, events, depth + 1))
            return Value(self.source, place, _last_line(place, items), tuple(items))
        return self.mapping(place, events, depth)

    def mapping(self, place: Place, events: Iterator[Any], depth: int) -> Value:
        content: dict[str, Value] = {}
        keys: dict[str, Place] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                self.refuse(event, "nama di depan titik dua harus satu kata biasa.")
            key = event.value
            where = self.place(event, event.end_mark.index - event.start_mark.index)
            value = self.value(next(events), events, depth + 1)
            if key in content:
                message = f'"{key}" ditulis dua kali; yang pertama ada di baris {keys[key].line}.'
                self.problems.append(Problem.at(where, message, "Hapus salah satu, atau beri nama lain."))
            else:
                content[key], keys[key] = value, where
        first = next(iter(keys.values()), place)
        return Value(self.source, first, _last_line(first, content.values()), content, keys)

    def scalar(self, event: Any) -> Value:
        start, end = event.start_mark, event.end_mark
        length = end.index - start.index if end.line == start.line else 1
        last = max(start.line, end.line - (1 if end.column == 0 else 0))
        return Value(self.source, self.place(event, length), last + 1, event.value, quoted=bool(event.style))

    def place(self, event: Any, length: int) -> Place:
        return self.source.place(event.start_mark.line + 1, event.start_mark.column + 1, length)

    def refuse(self, event: Any, message: str, hint: str = "") -> None:
        raise _Refused(Problem.at(self.place(event, 1), message, hint))


def _last_line(place: Place, values: Iterable[Value]) -> int:
    return max((place.line, *(value.end_line for value in values)))
