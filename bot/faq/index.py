"""
What was learnt from all examples, ready to be searched.

Pure; built when the content has changed (seconds for 5,000 examples), then only read. Questions are matched
against questions, never against answers. Start at `build_index`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from bot.faq.confidence import NO_CURVE, signs
from bot.faq.example import OUTSIDE, WORDS, Example, in_order
from bot.language.lexicon import Lexicon
from bot.language.normalise import normalise
from bot.learning.curve import fit
from bot.learning.learner import ROUNDS, Learner
from bot.learning.vocabulary import Floats, Vocabulary, build_vocabulary

Tell = Callable[[float], None]
"""Told the share of the work that is done, for a progress bar."""

EXAMINED = 5  # one example in so many is held out before it is learnt from
AFTER_EXAM = 4  # rounds over all examples, going on from what was learnt
BUTTONS = 3  # entries that a "Maksud kamu …?" offers


@dataclass(frozen=True, slots=True)
class Figures:
    """How the model did on examples it had not seen, one in five: shares from 0 to 1."""

    asked: int = 0
    first: float = 0.0
    among_three: float = 0.0


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """
    Read-only.

    `labels` are `entries` entry ids and then groups that begin with `OUTSIDE`; `weights` has a row for each
    feature of the vocabulary and a column for each label. `places` are the columns of the entries, `curve`
    is for `bot.faq.confidence`.
    """

    lexicon: Lexicon
    labels: tuple[str, ...]
    examples: tuple[Example, ...] = field(repr=False)
    vocabulary: Vocabulary = field(repr=False)
    weights: Floats = field(repr=False)
    curve: NDArray[np.float64] = field(repr=False)
    figures: Figures = Figures()
    places: Mapping[str, int] = field(init=False, repr=False)
    entries: int = field(init=False)

    def __post_init__(self) -> None:
        places = {label: place for place, label in enumerate(self.labels) if not label.startswith(OUTSIDE)}
        object.__setattr__(self, "places", places)
        object.__setattr__(self, "entries", len(places))


def build_index(examples: Iterable[Example], lexicon: Lexicon, tell: Tell = lambda _: None) -> Index:
    """
    Learn from the examples.

    Args:
        examples: In any order; the same examples in any order give the same index.
        lexicon: How chat language is read, here and in every search.
        tell: Told after each round of learning.
    """
    ordered = in_order(examples)
    labels = tuple(dict.fromkeys(one.label for one in ordered))
    owner = [labels.index(one.label) for one in ordered]
    read = [normalise(one.text, lexicon) for one in ordered]
    vocabulary = build_vocabulary(read)
    learner = Learner([vocabulary.vector(one) for one in read], owner, len(vocabulary.rarity), len(labels))
    kept = [row for row, one in enumerate(ordered) if row % EXAMINED == 0 and one.register != WORDS]
    rounds = ROUNDS + AFTER_EXAM
    for done in learner.learn(set(range(len(ordered))) - set(kept)):
        tell((1 + done) / rounds)
    entries = sum(not label.startswith(OUTSIDE) for label in labels)
    exam = [
        _Examined(
            against_outside(learner.scores(row), entries),
            min(owner[row], entries),
            vocabulary.known_share(read[row], own=1),
            len(read[row].stems),
        )
        for row in kept
    ]
    for done in learner.learn(range(len(ordered)), AFTER_EXAM):
        tell((1 + ROUNDS + done) / rounds)
    return Index(
        lexicon=lexicon,
        labels=labels,
        examples=ordered,
        vocabulary=vocabulary,
        weights=learner.weights,
        curve=_curve(exam, entries),
        figures=_figures(exam, entries),
    )


def against_outside(scores: Floats, entries: int) -> Floats:
    """
    The scores of the entries and, last, that of all outside groups together.

    Args:
        scores: One for each label. Training is linear, so the sum is what one common group would have got.
        entries: How many of the labels are entries; the others are groups.
    """
    return np.append(scores[:entries], scores[entries:].sum(dtype=np.float32))


@dataclass(frozen=True, slots=True, eq=False)
class _Examined:
    """An example that was held out: what the model said of it, and `right`, the label it has."""

    scores: Floats
    right: int
    known: float
    words: int


def _curve(exam: Sequence[_Examined], entries: int) -> NDArray[np.float64]:
    """How sure to be, learnt from held-out examples for which an entry came first."""
    ours = [one for one in exam if int(one.scores.argmax()) < entries]
    if not ours:
        return NO_CURVE
    return fit(
        np.array([signs(one.scores, one.known, one.words) for one in ours]),
        np.array([int(one.scores.argmax()) == one.right for one in ours]),
    )


def _figures(exam: Sequence[_Examined], entries: int) -> Figures:
    ours = [one for one in exam if one.right < entries]
    if not ours:
        return Figures()
    places = [int((one.scores[:entries] > one.scores[one.right]).sum()) for one in ours]
    first, three = sum(place == 0 for place in places), sum(place < BUTTONS for place in places)
    return Figures(len(ours), first / len(ours), three / len(ours))
