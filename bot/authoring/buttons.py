"""
Choices of compiled flows, from the words of their area: `checklist.button.start`, `checklist.typed.start`.

Checklists, shelves and quizzes become flows by themselves; what stands on their buttons, and what may be
typed in place of them, is wording like any other. Start at `Buttons.choice`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.engine.conditions import Condition
from bot.engine.flow import AskKind, Choice, Exit

CHOICE: frozenset[AskKind] = frozenset({"choice"})  # what every compiled screen asks for


@dataclass(frozen=True, slots=True)
class Buttons:
    """
    Attributes:
        area: Name of the wording file.
        wording: All words by key.
    """

    area: str
    wording: Mapping[str, str]

    def choice(
        self, name: str, way: Exit, *, label: str = "", typed: str = "", condition: Condition | None = None
    ) -> Choice:
        """One button; `label` and `typed` name others than `<area>.button.<name>`, `<area>.typed.<name>`."""
        key = label or f"{self.area}.button.{name}"
        return Choice(name, key, way, self.typed(typed or name), condition)

    def typed(self, name: str) -> tuple[str, ...]:
        """The words that mean a button, as people type them."""
        words = self.wording.get(f"{self.area}.typed.{name}", "").split("|")
        return tuple(word.strip() for word in words if word.strip())


def progress(position: int, total: int, length: int = 10) -> str:
    """A bar of `length` signs for a place counted from 0."""
    done = round((position + 1) / total * length)
    return "▓" * done + "░" * (length - done)
