"""
Find the FAQ entries closest to what a person typed, and say whether that is enough to answer.

Pure: everything is already in memory, and what was typed is never logged or kept. An answer needs confidence
that was calibrated on unseen examples; one word alone gets a question back, and what is none of our business
gets no answer. Start at `search`; `explain` says why.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

import numpy as np

from bot.faq.confidence import signs
from bot.faq.example import OUTSIDE
from bot.faq.index import Index, against_outside
from bot.language.normalise import Normalised, normalise
from bot.learning.curve import chance
from bot.learning.vocabulary import Floats, Vector

ANSWER_FROM = 0.66
SUGGEST_FROM = 0.25
TIE = 0.04  # of the score: what counts as nearly as good
OUTSIDE_FROM = 0.08  # score of a group, to answer in its name
KNOWN_FOR_SUGGESTION = 0.35  # share of the telling words that the content knows
MOST_CANDIDATES = 5
_SHORTEST_ANSWERED = 2  # words
_SHOWN_WORDS = 5

Decision = Literal["answer", "suggest", "none"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """One entry and how strongly the examples speak for it: 100 is a perfect match, 0 nothing."""

    entry_id: str
    score: float


@dataclass(frozen=True, slots=True)
class Result:
    """
    `candidates` best first, also when the decision is "none": editors and `ask --explain` look at them.

    `confidence` from 0 to 1 is the chance that the first is right. `outside` names the group ("insult") of
    what is none of our business.
    """

    decision: Decision
    candidates: tuple[Candidate, ...] = ()
    confidence: float = 0.0
    outside: str = ""


def search(index: Index, text: str, likely: Collection[str] = ()) -> Result:
    """
    Rank the entries for one message.

    Args:
        index: From `build_index`.
        text: As typed, any length and language.
        likely: Entries that fit what the person spoke of before; they win what is nearly a tie.

    Returns: "answer" (show the first), "suggest" (ask "Maksud kamu …?" with up to three) or "none".
    """
    message = normalise(text, index.lexicon)
    places, values = index.vocabulary.vector(message)
    if len(places) == 0 or index.entries == 0:
        return Result("none")
    by_label: Floats = values @ index.weights[places]
    scores = against_outside(by_label, index.entries)
    for label in likely:
        if label in index.places:
            scores[index.places[label]] += TIE
    order = np.argsort(-scores, kind="stable")
    candidates = tuple(
        Candidate(index.labels[place], round(100 * min(1.0, float(scores[place])), 1))
        for place in order[: MOST_CANDIDATES + 1]
        if place < index.entries and scores[place] > 0
    )[:MOST_CANDIDATES]
    if order[0] == index.entries or not candidates:
        return Result("none", candidates, outside=_group(index, by_label))
    known = index.vocabulary.known_share(message)
    sure = chance(index.curve, signs(scores, known, len(message.stems)))
    return Result(_decide(message, sure, known), candidates, round(sure, 3))


def explain(index: Index, text: str, label: str) -> str:
    """The example of a label that is nearest to the text, and the words they share."""
    message = normalise(text, index.lexicon)
    vector = index.vocabulary.vector(message)
    nearest, example = max(
        ((_cosine(vector, index, one.text), one.text) for one in index.examples if one.label == label),
        default=(0.0, ""),
    )
    stems = set(normalise(example, index.lexicon).stems)
    shared = [stem for stem in dict.fromkeys(message.stems) if stem in stems][:_SHOWN_WORDS]
    return f'"{example}" {100 * nearest:.0f} ({", ".join(shared) or "letters only"})'


def _group(index: Index, by_label: Floats) -> str:
    """The outside group that a message is most like, "" when it is like none."""
    groups = by_label[index.entries :]
    if len(groups) == 0 or groups.max() < OUTSIDE_FROM:
        return ""
    return index.labels[index.entries + int(groups.argmax())].removeprefix(OUTSIDE)


def _decide(message: Normalised, sure: float, known: float) -> Decision:
    if len(message.tokens) < _SHORTEST_ANSWERED:
        return "suggest" if known == 1.0 else "none"
    if known < KNOWN_FOR_SUGGESTION or sure < SUGGEST_FROM:
        return "none"
    return "answer" if sure >= ANSWER_FROM else "suggest"


def _cosine(vector: Vector, index: Index, text: str) -> float:
    places, values = index.vocabulary.vector(normalise(text, index.lexicon))
    _, ours, theirs = np.intersect1d(vector[0], places, assume_unique=True, return_indices=True)
    return float(vector[1][ours] @ values[theirs])
