"""
One answer that was written and reviewed by a person.

Pure. The words of an entry come from `content/id/faq/<id>.yaml`, its question variants from the file beside
it; both are read elsewhere. Start at `Entry`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Entry:
    """
    An answer and what it rests on.

    `short` is safe on a lock screen (at most 400 characters); `details` are shown on tap. `actions` are the
    buttons in their order; `facts` the ids in `content/facts/`. After `review_by` it is said to be old.
    """

    id: str
    topic: str
    title: str
    short: str = ""
    details: str = ""
    actions: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    reviewed_on: date | None = None
    review_by: date | None = None
    owner: str = ""
