"""
What is noted while files are read: problems, and every name that one place uses of another.

References are kept with their place, so that after all files are read each can be looked up: see
`bot/authoring/checks/references.py`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from bot.authoring.problem import Place, Problem

Kind = Literal["words", "node", "flow", "fact", "contact", "entry", "page", "topic", "flag"]


@dataclass(frozen=True, slots=True)
class Reference:
    """
    A name used somewhere.

    Attributes:
        name: As written; may hold placeholders, which are looked up as far as they are known.
        user: What uses it, as an editor would call it.
        flow: The flow in which a node is looked up; "" for all other kinds.
    """

    kind: Kind
    name: str
    place: Place
    user: str
    flow: str = ""


@dataclass(slots=True)
class Notes:
    """Gathered by one run of reading; the only thing here that changes."""

    problems: list[Problem] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)

    def uses(self, kind: Kind, name: str, place: Place, user: str, flow: str = "") -> None:
        self.references.append(Reference(kind, name, place, user, flow))
