"""Conditions of flows: plain mappings in YAML, small values here. They look at answers and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import assert_never


@dataclass(frozen=True, slots=True)
class Has:
    """`{has: name}`: there is an answer of that name."""

    name: str


@dataclass(frozen=True, slots=True)
class Is:
    """`{answer: name, is: value}` or `is: [several]`."""

    name: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SameAs:
    """`{answer: name, same_as: other}`: both are there and equal."""

    name: str
    other: str


@dataclass(frozen=True, slots=True)
class Contains:
    """`{answer: name, contains: word}`: a list answer (words with spaces between) has that word."""

    name: str
    word: str


@dataclass(frozen=True, slots=True)
class Past:
    """`{past: name}`: the answer is a day (ISO) before the answer `today`, which the walk gives."""

    name: str


@dataclass(frozen=True, slots=True)
class Not:
    """`{not: {…}}`."""

    condition: Condition


@dataclass(frozen=True, slots=True)
class All:
    """`{all: [{…}, {…}]}`."""

    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """`{any: [{…}, {…}]}`."""

    conditions: tuple[Condition, ...]


Condition = Has | Is | SameAs | Contains | Past | Not | All | AnyOf


def holds(condition: Condition, values: Mapping[str, str]) -> bool:
    """Whether a condition is true for these values."""
    match condition:
        case Has(name):
            return name in values
        case Is(name, wanted):
            return values.get(name) in wanted
        case SameAs(name, other):
            return name in values and values[name] == values.get(other)
        case Contains(name, word):
            return word in values.get(name, "").split()
        case Past(name):
            return "" < values.get(name, "") < values.get("today", "")
        case Not(inner):
            return not holds(inner, values)
        case All(inner_all):
            return all(holds(each, values) for each in inner_all)
        case AnyOf(inner_any):
            return any(holds(each, values) for each in inner_any)
        case _:
            assert_never(condition)
