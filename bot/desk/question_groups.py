"""
Noted questions as an editor wants to read them: grouped, counted, with the answers that are near.

Pure but for the survey it is given. Start at `grouped`; `yaml_lines` is what an editor copies.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from bot.cases.asked import Why
from bot.casework.notebook import Noted
from bot.desk.survey import Near, Survey

FILTERS: Final = {
    "belum": frozenset({Why.UNANSWERED, Why.NONE_FITTED}),
    "kurang": frozenset({Why.DISLIKED}),
    "dipilih": frozenset({Why.PICKED}),
}
HANDLED: Final = "ditangani"  # whatever was seen to; from there it can be brought back
MOST_GROUPED: Final = 2_000  # the newest; editors see to the rest after these
MOST_SHOWN: Final = 50
TYPICAL: Final = 3
VARIANT_FROM: Final = 30.0  # score from which an answer is there and only a way to ask is missing
_PLACEHOLDER = re.compile(r"\s{0,9}\[[a-z]+\]")


@dataclass(frozen=True, slots=True)
class QuestionGroup:
    """
    Questions that ask for the same.

    Attributes:
        typical: At most three of them, scrubbed.
        nearest: The answers they are nearest to, best first.
        about: The answers that people were shown or picked, with how often.
    """

    ids: tuple[str, ...]
    first_on: date
    last_on: date
    typical: tuple[str, ...] = field(repr=False)
    nearest: tuple[Near, ...]
    about: tuple[tuple[Near, int], ...]

    @property
    def size(self) -> int:
        return len(self.ids)

    @property
    def hint(self) -> str:
        """variant: an answer is there, people only ask in other words; entry: none is near."""
        near = self.nearest[0].score if self.nearest else 0.0
        return "variant" if near >= VARIANT_FROM else "entry"

    @property
    def yaml(self) -> str:
        return yaml_lines(self.typical)


def grouped(notes: Sequence[Noted], survey: Survey, most: int = MOST_SHOWN) -> list[QuestionGroup]:
    """The largest groups of these questions, the largest first."""
    notes = notes[:MOST_GROUPED]
    found = survey.groups([each.asked.text for each in notes])
    return [_group([notes[place] for place in places], survey) for places in found[:most]]


def left_by(chosen: str, notes: Sequence[Noted]) -> list[Noted]:
    """The questions that a filter leaves: one of `FILTERS`, or `HANDLED`."""
    if chosen == HANDLED:
        return [each for each in notes if each.done]
    return [each for each in notes if not each.done and each.asked.why in FILTERS[chosen]]


def sizes(notes: Sequence[Noted]) -> dict[str, int]:
    """How many questions each filter leaves."""
    return {name: len(left_by(name, notes)) for name in (*FILTERS, HANDLED)}


def yaml_lines(texts: Sequence[str]) -> str:
    """Lines for a file of questions: a placeholder is no word that anybody types, so it is left out."""
    bare = (_PLACEHOLDER.sub("", text).strip().replace("\\", "").replace('"', "'") for text in texts)
    return "\n".join(f'- "{text}"' for text in dict.fromkeys(bare) if text)


def _group(members: Sequence[Noted], survey: Survey) -> QuestionGroup:
    days = [each.asked.on for each in members]
    texts = tuple(dict.fromkeys(each.asked.text for each in members))
    shown = Counter(each.asked.entry for each in members if each.asked.entry)
    return QuestionGroup(
        ids=tuple(each.id for each in members),
        first_on=min(days),
        last_on=max(days),
        typical=texts[:TYPICAL],
        nearest=tuple(survey.nearest(texts)),
        about=tuple((Near(entry, survey.title(entry) or entry), times) for entry, times in _most(shown)),
    )


def _most(counted: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counted.items(), key=lambda item: (-item[1], item[0]))[:TYPICAL]
