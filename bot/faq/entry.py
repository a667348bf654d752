"""
One answer that was written and reviewed by a person.

Pure. Its words are `faq.<id>.title`, `.short`, `.details` and `.sources`; how people ask for it are examples
(`bot.faq.example`). Start at `Entry`; `kindred` says which entries belong to the same talk.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Entry:
    """
    What is known about an answer besides its words.

    Attributes:
        topic: Of the shared list of topics.
        actions: What to offer below it, the safest first.
        facts: Ids in `content/facts/` that it rests on.
        destinations: Countries it is for; empty for all.
        stages: When in a migration it matters ("dokumen").
        review_by: After that day it is said to be old.
        page: The page of the library that tells more ("negara/taiwan"), or "".
        grave: People who ask this may be in danger themselves.
    """

    id: str
    topic: str
    title: str
    actions: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    destinations: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    owner: str = ""
    reviewed_on: date = date.min
    review_by: date = date.max
    page: str = ""
    grave: bool = False


def kindred(entries: Mapping[str, Entry], last: str) -> frozenset[str]:
    """The entries for a destination of the one that was shown last, or, when it has none, for its stage."""
    shown = entries.get(last)
    if shown is None:
        return frozenset()
    if shown.destinations:
        return frozenset(e.id for e in entries.values() if set(e.destinations) & set(shown.destinations))
    return frozenset(e.id for e in entries.values() if set(e.stages) & set(shown.stages))
