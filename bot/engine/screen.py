"""Build the message of a waiting node: its words, and its buttons laid out for a narrow phone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.engine.conditions import holds
from bot.engine.effects import Button
from bot.engine.flow import Choice, Each, Exit, Node
from bot.engine.wording import Wording, fill

ROW_CHARACTERS = 26  # what fits beside each other at 360 pixels
MAX_BUTTONS_A_ROW = 3


@dataclass(frozen=True, slots=True)
class Offered:
    """One choice as it stands on the screen now, its templates filled in."""

    id: str
    label: str
    exit: Exit
    typed: tuple[str, ...] = ()
    url: str = ""
    hidden: bool = False
    whole: bool = False


def offered(
    node: Node, always: Sequence[Choice], wording: Wording, values: Mapping[str, str]
) -> list[Offered]:
    """The choices of a node that are open now, in the order shown; `always` come last."""
    found = [
        choice for number, each in enumerate(node.each) for choice in _each(each, number, wording, values)
    ]
    found.extend(
        Offered(
            choice.id,
            wording.label(choice.label, values),
            choice.exit,
            choice.typed,
            fill(choice.url, values, escape=False),
        )
        for choice in (*node.choices, *always)
        if choice.condition is None or holds(choice.condition, values)
    )
    return found


def _each(each: Each, number: int, wording: Wording, values: Mapping[str, str]) -> Iterator[Offered]:
    for index, word in enumerate(values.get(each.of, "").split()):
        here = {**values, "it": word}
        way = Exit(
            each.exit.way,
            fill(each.exit.target, here, escape=False),
            None,
            {name: fill(template, here, escape=False) for name, template in each.exit.set.items()},
            each.exit.do,
        )
        typed = tuple(wording.label(each.typed, here).split("|")) if each.typed else ()
        label = wording.label(each.label, here)
        yield Offered(f"{number}-{index}", label, way, typed, "", each.hidden, each.whole)


def buttons(choices: Sequence[Offered], nonce: str, node_id: str) -> tuple[tuple[Button, ...], ...]:
    """Rows of buttons: short ones side by side, long ones alone."""
    rows: list[list[Button]] = []
    width = 0
    for choice in choices:
        if choice.hidden:
            continue
        data = "" if choice.url else f"{nonce}.{node_id}.{choice.id}"
        button = Button(choice.label, data=data, url=choice.url)
        size = len(choice.label) + 2
        if rows and width + size <= ROW_CHARACTERS and len(rows[-1]) < MAX_BUTTONS_A_ROW:
            rows[-1].append(button)
            width += size
        else:
            rows.append([button])
            width = size
    return tuple(tuple(row) for row in rows)
