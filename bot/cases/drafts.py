"""Make the events of one command: ids come from the command's, so deciding again makes the same events."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.cases.commands import Command
from bot.cases.event import Event, Kind


@dataclass(frozen=True, slots=True)
class Fact:
    """An event without its id, time and author. Empty values are left out."""

    kind: Kind
    plain: Mapping[str, str] = field(default_factory=dict)
    body: Mapping[str, str] = field(default_factory=dict, repr=False)


def events_of(command: Command, by: str, *facts: Fact) -> tuple[Event, ...]:
    """The facts as events of this command, in this order."""
    return tuple(
        Event(f"{command.id}.{number}", command.at, fact.kind, by, _filled(fact.plain), _filled(fact.body))
        for number, fact in enumerate(facts)
    )


def _filled(values: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in values.items() if value}
