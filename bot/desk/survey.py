"""
What the desk needs to know of understanding: which questions belong together, and which answers are near.

The desk knows neither the index nor the content; who builds it gives both calls. They may take a second for
some thousand questions and are made in a thread of their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Near:
    """One answer: its id, its title, and how well it fits (0 to 100)."""

    entry: str
    title: str
    score: float = 0.0


class Survey(Protocol):
    def groups(self, texts: Sequence[str]) -> Sequence[Sequence[int]]:
        """Places in `texts` that ask for the same, the largest group first, the most typical first in it."""
        ...

    def nearest(self, texts: Sequence[str]) -> Sequence[Near]:
        """The answers nearest to a group, best first."""
        ...

    def title(self, entry: str) -> str:
        """What an answer is called; "" when there is none of that id any more."""
        ...
