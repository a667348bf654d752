"""
The question variants of all entries in memory, and what was learnt from them.

Pure; built once when content is loaded (about a second for 3,000 variants), then only read. Questions are
matched against questions, never against answers. The learnt part is ridge regression over the variants: it
weighs how much each of them speaks for each entry, which beats taking the nearest one. Start at
`build_index`.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from bot.faq.features import features, weighted
from bot.language.lexicon import Lexicon
from bot.language.normalise import Normalised, normalise

OUTSIDE = ""
"""Stands for everything that is not our business; never an entry id."""

_RIDGE = 1.0
_MAX_LEARNT = 8_000  # variants; beyond them the system of equations would not fit a small server

Floats = NDArray[np.float32]
Places = NDArray[np.int32]


class Titled(Protocol):
    """All that the index needs to know of an entry."""

    @property
    def id(self) -> str: ...

    @property
    def title(self) -> str: ...


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """
    Read-only arrays; row `i` is one variant.

    `labels` are entry ids and last `OUTSIDE`; `owner[i]` is the label of variant `i`. `postings` lead from a
    feature to the variants that have it and its weight there. `votes[i]` says how variant `i` speaks for
    each label. `words` counts in how many variants a stem occurs.
    """

    lexicon: Lexicon
    labels: tuple[str, ...]
    variants: tuple[str, ...]
    stems: tuple[frozenset[str], ...] = field(repr=False)
    owner: Places = field(repr=False)
    starts: Places = field(repr=False)
    rarity: Mapping[str, float] = field(repr=False)
    postings: Mapping[str, tuple[Places, Floats]] = field(repr=False)
    votes: Floats = field(repr=False)
    words: Mapping[str, int] = field(repr=False)


def build_index(
    entries: Iterable[Titled],
    variants: Mapping[str, Sequence[str]],
    lexicon: Lexicon,
    outside: Sequence[str] = (),
) -> Index:
    """
    Learn from the variants.

    Args:
        entries: Their titles count as variants too.
        variants: Entry id to the ways people ask for it; ids without an entry are left out.
        lexicon: How chat language is read, here and in every search.
        outside: Messages that no entry answers (small talk, other services, noise).
    """
    ordered = sorted(entries, key=lambda entry: entry.id)
    labels = (*(entry.id for entry in ordered), OUTSIDE)
    texts: list[str] = []
    owner: list[int] = []
    starts: list[int] = []
    groups = [(entry.title, *variants.get(entry.id, ())) for entry in ordered]
    for label, group in enumerate([*groups, tuple(outside)]):
        starts.append(len(texts))
        texts.extend(group)
        owner.extend([label] * len(group))
    read = [normalise(text, lexicon) for text in texts]
    counts = [features(message) for message in read]
    rarity = _rarity(counts)
    postings = _postings([weighted(one, rarity) for one in counts])
    owners = np.array(owner, dtype=np.int32)
    return Index(
        lexicon=lexicon,
        labels=labels,
        variants=tuple(texts),
        stems=tuple(frozenset(message.stems) for message in read),
        owner=owners,
        starts=np.array(starts, dtype=np.int32),
        rarity=rarity,
        postings=postings,
        votes=_votes(postings, owners, len(labels)),
        words=_word_counts(read),
    )


def _rarity(counts: Sequence[Counter[str]]) -> dict[str, float]:
    spread: Counter[str] = Counter()
    for one in counts:
        spread.update(one.keys())
    return {feature: math.log((1 + len(counts)) / (1 + many)) + 1 for feature, many in spread.items()}


def _postings(vectors: Sequence[Mapping[str, float]]) -> dict[str, tuple[Places, Floats]]:
    lists: dict[str, tuple[list[int], list[float]]] = {}
    for row, vector in enumerate(vectors):
        for feature, value in vector.items():
            places, values = lists.setdefault(feature, ([], []))
            places.append(row)
            values.append(value)
    return {
        feature: (np.array(places, dtype=np.int32), np.array(values, dtype=np.float32))
        for feature, (places, values) in lists.items()
    }


def _votes(postings: Mapping[str, tuple[Places, Floats]], owner: Places, labels: int) -> Floats:
    """Solve (K + ridge) votes = targets, where K holds the likeness of every two variants."""
    many = len(owner)
    targets = np.full((many, labels), -1.0 / labels, dtype=np.float32)
    targets[np.arange(many), owner] = 1.0
    if many == 0 or many > _MAX_LEARNT:
        return targets
    likeness = np.zeros((many, many), dtype=np.float32)
    for places, values in postings.values():
        likeness[np.ix_(places, places)] += np.outer(values, values)
    likeness[np.diag_indices(many)] += _RIDGE
    return np.asarray(np.linalg.solve(likeness, targets), dtype=np.float32)


def _word_counts(read: Iterable[Normalised]) -> dict[str, int]:
    counts: Counter[str] = Counter()
    for message in read:
        counts.update(set(message.stems))
    return dict(counts)
