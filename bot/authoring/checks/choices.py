"""Buttons of one step must be told apart, and times of timers must be numbers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bot.authoring.draft import Draft
from bot.authoring.graph import exits_of
from bot.authoring.problem import Problem
from bot.authoring.yaml_lines import Value
from bot.engine.effects import SetTimer
from bot.engine.flow import Node
from bot.engine.wording import placeholders


def check_choices(draft: Draft, _today: date | None) -> Iterator[Problem]:
    """Doubled choice ids and timers without seconds."""
    for written in draft.flows.values():
        for node in written.flow.nodes.values():
            value = written.node_value(node.id)
            ids = [choice.id for choice in node.choices]
            if node.waits and not written.flow.bare:
                yield from _doubles_of_always(draft, node, value)
            for position, choice_id in enumerate(ids):
                if choice_id in ids[:position]:
                    place = value.at("choices", position, "id").place
                    message = f'pilihan "{choice_id}" ditulis dua kali di langkah "{node.id}".'
                    yield Problem.at(place, message, "Beri nama lain.")
            actions = [*node.do, *node.then, *(action for way in exits_of(node) for action in way.do)]
            for action in actions:
                after = action.fields.get("after_s", "0")
                if action.effect is SetTimer and not after.isdecimal() and not placeholders(after):
                    message = f'"{after}" di langkah "{node.id}" bukan jumlah detik.'
                    yield Problem.at(value.place_of(after), message, 'Tulis angka saja: after_s: "600".')


def _doubles_of_always(draft: Draft, node: Node, value: Value) -> Iterator[Problem]:
    always = {choice.id for written in draft.flows.values() for choice in written.always}
    for position, choice in enumerate(node.choices):
        if choice.id in always:
            message = f'pilihan "{choice.id}" sudah ada di bawah setiap layar ("always"); di sini jadi dobel.'
            place = value.at("choices", position, "id").place
            yield Problem.at(place, message, "Hapus dari langkah ini.")
