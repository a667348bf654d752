"""
Replies that officers can start from, as editors wrote them in `content/id/wording/desk.yaml`.

`desk.canned.names` gives their order; each has a label and a text. They are only put into the field: the
officer reads, changes and sends them.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.cases.phrasing import Wording


@dataclass(frozen=True, slots=True)
class Canned:
    label: str
    text: str


def canned_replies(words: Wording) -> list[Canned]:
    """In the order editors gave."""
    names = words.label("desk.canned.names", {}).split()
    return [
        Canned(
            words.label(f"desk.canned.{name}.label", {}), words.label(f"desk.canned.{name}.text", {}).strip()
        )
        for name in names
    ]
