"""Choices made of a fixed list (`choices_each` over `values`) need words for every item of the list."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bot.authoring.draft import Draft
from bot.authoring.problem import Problem, did_you_mean, hints
from bot.engine.wording import fill, placeholders


def check_each_words(draft: Draft, _today: date | None) -> Iterator[Problem]:
    """Items whose label, or whose words to type, are not there."""
    there = draft.words.found
    for written in draft.flows.values():
        for node in written.flow.nodes.values():
            for each in node.each:
                value = written.node_value(node.id).at("values", each.of)
                templates = [text for text in (each.label, each.typed) if placeholders(text) == {"it"}]
                for item in node.values.get(each.of, "").split():
                    absent = [fill(text, {"it": item}, escape=False) for text in templates]
                    for key in [key for key in absent if key not in there][:1]:
                        message = f'"{item}" di daftar "{each.of}" tidak punya teks "{key}".'
                        hint = hints(did_you_mean(key, there), "Periksa ejaannya, atau hapus dari daftar.")
                        yield Problem.at(value.place_of(item), message, hint)
