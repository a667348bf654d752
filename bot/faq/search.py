"""
Find the FAQ entries closest to what a person typed, and say whether that is enough to answer.

Pure: entries are already in memory, and what was typed is never logged or kept. Scores run from 0 (nothing
in common) to 100. An answer needs a good score, a distance to the second, and words that the content knows;
one word alone gets a question back, and what is none of our business gets no answer. Start at `search`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

import numpy as np

from bot.faq.features import features, weighted
from bot.faq.index import OUTSIDE, Floats, Index
from bot.language.normalise import Normalised, normalise

ANSWER_FROM = 45.0
SUGGEST_FROM = 18.0
GAP = 15.0
KNOWN_FOR_ANSWER = 0.6  # share of the telling words that the content knows
KNOWN_FOR_SUGGESTION = 0.35
MOST_CANDIDATES = 5
_SHORTEST_ANSWERED = 2  # words
_NEAREST_COUNTS = 0.5  # beside the votes of all variants, the nearest one itself
_SHOWN_WORDS = 5


@dataclass(frozen=True, slots=True)
class Candidate:
    """One entry, its score from 0 to 100, and why: the nearest variant and the words in common."""

    entry_id: str
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class Result:
    """`candidates` best first, also when the decision is "none": editors and `ask --explain` look at them."""

    decision: Literal["answer", "suggest", "none"]
    candidates: tuple[Candidate, ...] = ()


def search(index: Index, text: str) -> Result:
    """
    Rank the entries for one message.

    Args:
        index: From `build_index`.
        text: As typed, any length and language.

    Returns: "answer" (show the first), "suggest" (ask "Maksud kamu …?" with up to three) or "none".
    """
    message = normalise(text, index.lexicon)
    vector = weighted(features(message), index.rarity)
    if not vector or len(index.labels) < 2:
        return Result("none")
    likeness = _likeness(index, vector)
    nearest = np.zeros(len(index.labels), dtype=np.float32)
    np.maximum.at(nearest, index.owner, likeness)
    scores = 100 * (likeness @ index.votes + _NEAREST_COUNTS * nearest)
    order = np.argsort(-scores, kind="stable")
    best, second = float(scores[order[0]]), float(scores[order[1]])
    decision = _decide(index, message, index.labels[order[0]], best, best - second)
    chosen = [int(label) for label in order if index.labels[label] != OUTSIDE and nearest[label] > 0]
    candidates = tuple(
        Candidate(
            entry_id=index.labels[label],
            score=round(min(100.0, max(0.0, float(scores[label]))), 1),
            why=_why(index, message, label, likeness),
        )
        for label in chosen[:MOST_CANDIDATES]
    )
    return Result(decision if candidates else "none", candidates)


def _decide(
    index: Index, message: Normalised, label: str, best: float, gap: float
) -> Literal["answer", "suggest", "none"]:
    known = _known(index, message)
    if label == OUTSIDE or best < SUGGEST_FROM:
        return "none"
    if len(message.tokens) < _SHORTEST_ANSWERED:
        return "suggest" if known == 1.0 else "none"
    if known < KNOWN_FOR_SUGGESTION:
        return "none"
    if best >= ANSWER_FROM and gap >= GAP and known >= KNOWN_FOR_ANSWER:
        return "answer"
    return "suggest"


def _likeness(index: Index, vector: dict[str, float]) -> Floats:
    """How alike the message is to every variant: the cosine, by way of the postings."""
    postings = [index.postings[feature] for feature in vector]
    lengths = [len(places) for places, _ in postings]
    places = np.concatenate([places for places, _ in postings])
    values = np.concatenate([values for _, values in postings])
    values *= np.repeat(np.fromiter(vector.values(), np.float32, len(vector)), lengths)
    return np.bincount(places, weights=values, minlength=len(index.owner)).astype(np.float32)


def _known(index: Index, message: Normalised) -> float:
    """The share of telling words that occur in any variant; a word nobody knows tells the most."""
    rows = len(index.owner)
    weights = {word: math.log((1 + rows) / (1 + index.words.get(word, 0))) for word in message.stems}
    whole = sum(weights.values())
    return sum(weights[word] for word in weights if word in index.words) / whole if whole else 0.0


def _why(index: Index, message: Normalised, label: int, likeness: Floats) -> str:
    end = int(index.starts[label + 1])  # OUTSIDE is last, so there is always a next label
    start = int(index.starts[label])
    row = start + int(np.argmax(likeness[start:end]))
    shared = [stem for stem in dict.fromkeys(message.stems) if stem in index.stems[row]]
    return f'"{index.variants[row]}" ({", ".join(shared[:_SHOWN_WORDS]) or "letters only"})'
