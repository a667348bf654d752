"""
Turn our frozen dataclasses into plain JSON values and back, by their type hints.

It knows what the records of this project hold: text, numbers, truth values, aware datetimes, days, times of
day, enums, tuples, frozen sets, mappings of text, other dataclasses, or None. A missing field takes its
default and an unknown one is left out, so an older record can be read by a newer version.
Start at `to_plain`.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Mapping
from datetime import date, datetime, time
from enum import Enum
from functools import cache
from typing import Any, TypeVar

T = TypeVar("T")


def to_plain(value: Any) -> Any:
    """A JSON value for a record; a dataclass becomes an object of its fields."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date | time):
        return value.isoformat()
    if dataclasses.is_dataclass(value):
        return {field.name: to_plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, tuple | list):
        return [to_plain(item) for item in value]
    if isinstance(value, frozenset):
        return sorted(to_plain(item) for item in value)
    if isinstance(value, Mapping):
        return {key: to_plain(item) for key, item in value.items()}
    return value


def from_plain(kind: type[T], plain: Any) -> T:
    """The record again. Raises: ValueError, KeyError or TypeError when it is not such a record."""
    return typing.cast("T", _read(kind, plain))


def _read(kind: Any, plain: Any) -> Any:
    origin = typing.get_origin(kind)
    if origin is types.UnionType or origin is typing.Union:
        inner = [each for each in typing.get_args(kind) if each is not type(None)]
        return None if plain is None else _read(inner[0], plain)
    if origin is tuple:
        return tuple(_read(typing.get_args(kind)[0], item) for item in plain)
    if origin is frozenset:
        return frozenset(_read(typing.get_args(kind)[0], item) for item in plain)
    if origin is not None and issubclass(origin, Mapping):
        return {key: _read(typing.get_args(kind)[1], item) for key, item in plain.items()}
    if dataclasses.is_dataclass(kind):
        return _read_fields(typing.cast("type", kind), plain)
    if kind is datetime or kind is date or kind is time:
        return kind.fromisoformat(plain)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(plain)
    return plain


def _read_fields(kind: type, plain: Mapping[str, Any]) -> Any:
    hints = _hints(kind)
    return kind(**{name: _read(hints[name], item) for name, item in plain.items() if name in hints})


@cache
def _hints(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind)
