"""
What one look at a line of text gave: letters, and how sure each of them is.

Pure. Two looks at one line are worth more than one: where they agree the letter is surer, and a digit on
which neither look is sure stays doubtful, because a wrong digit is worse than a missing one. Start at `Seen`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Final

NUMBER: Final = re.compile(r"(?!(?<=[A-Za-z])\d )\d(?:[^A-Za-z\d]{0,3}\d){7,}")
"""Eight digits and more: a phone number or an account, perhaps. The last letter of "Jok0 0812 …" is none."""

_SURE, _SURE_TWICE = 0.9, 0.8
_CLEAR: Final = 0.97  # digits like this need no second look
_FAINT_LINE: Final = 0.85


@dataclass(frozen=True, slots=True)
class Seen:
    """A line as it was seen; `sure` has a probability for each letter of `text`, spaces have 1."""

    text: str = field(repr=False)
    sure: tuple[float, ...] = ()

    @property
    def confidence(self) -> float:
        """The mean over all letters, 0 when there are none."""
        letters = [sure for letter, sure in zip(self.text, self.sure, strict=True) if letter != " "]
        return sum(letters) / len(letters) if letters else 0.0

    @property
    def wants_second_look(self) -> bool:
        """Whether another look may tell more: a faint line, or a number with a digit that is not clear."""
        return self.least_digit < _CLEAR or 0 < self.confidence < _FAINT_LINE

    @property
    def doubts(self) -> tuple[int, ...]:
        """Digits of long numbers that may be others, as places in `text`."""
        return tuple(at for at in self.numbers if self.sure[at] < _SURE)

    @property
    def numbers(self) -> tuple[int, ...]:
        """Places of the digits of long numbers."""
        spans = (match.span() for match in NUMBER.finditer(self.text))
        return tuple(at for start, end in spans for at in range(start, end) if self.text[at].isdigit())

    @property
    def least_digit(self) -> float:
        """How sure the least clear of them is; 1 when there are none."""
        return min((self.sure[at] for at in self.numbers), default=1.0)

    def seen_again(self, other: Seen) -> Seen:
        """The better of two looks at the same line, surer where both saw the same."""
        better, worse = sorted((self, other), key=_rank, reverse=True)
        ours, theirs = _digits(better), _digits(worse)
        if [better.text[at] for at in ours] != [worse.text[at] for at in theirs]:
            return better
        sure = list(better.sure)
        for at, again in zip(ours, theirs, strict=True):
            if max(sure[at], worse.sure[again]) >= _SURE_TWICE:
                sure[at] = 1.0
        return replace(better, sure=tuple(sure))


def _rank(seen: Seen) -> tuple[float, float]:
    """A look that found a number, with digits as clear as can be, comes first."""
    return seen.least_digit if seen.numbers else 0.0, seen.confidence


def _digits(seen: Seen) -> list[int]:
    return [at for at, letter in enumerate(seen.text) if letter.isdigit()]
