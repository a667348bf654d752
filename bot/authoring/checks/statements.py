"""Texts that state facts, wherever they stand: answers, items of checklists and quizzes, pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.authoring.draft import Draft
from bot.authoring.yaml_lines import Value


@dataclass(frozen=True, slots=True)
class Statement:
    """
    One mapping of a file whose texts rest on its `facts`.

    Attributes:
        what: As an editor would call it.
        parts: Its fields that people read.
        invented: Those of them that tell a made-up case.
    """

    what: str
    value: Value
    parts: tuple[str, ...]
    invented: tuple[str, ...] = ()

    @property
    def facts(self) -> tuple[str, ...]:
        return tuple(item.text for item in self.fact_values())

    def fact_values(self) -> tuple[Value, ...]:
        """The names under `facts`, with places."""
        return self.value.at("facts").items if "facts" in self.value.mapping else ()

    def texts(self) -> Iterator[tuple[str, Value]]:
        """The parts that were written."""
        yield from ((part, self.value.at(part)) for part in self.parts if part in self.value.mapping)


def statements(draft: Draft) -> Iterator[Statement]:
    """All of them."""
    for name, entry in draft.entries.items():
        yield Statement(f'jawaban "{name}"', entry.value, ("title", "short", "details"))
    for checklist in draft.checklists.values():
        for value in checklist.value.at("items").items:
            yield Statement(f'butir "{value.at("id").text}"', value, ("ask", "why", "how", "warning"))
    for page in draft.pages():
        parts = ("title", "short", "details", "story")
        yield Statement(f'halaman "{page.page.path}"', page.value, parts, invented=("story",))
    for quiz in draft.quizzes.values():
        for value in quiz.value.at("items").items:
            yield Statement(f'soal "{value.at("id").text}"', value, ("ask", "explain"), invented=("ask",))
