"""
Put questions that ask for the same thing together, so that an editor reads one line instead of forty.

Pure and deterministic. Questions become the sparse vectors of `vocabulary.py`, over their own words, so that
a topic the content knows nothing of still holds together; how rare a word is comes from the examples. Then
*leader* clustering: question after question, the commonest wording first, joins the group whose middle it is
nearest to, or begins one of its own. Then everybody joins the group that turned out nearest.
Start at `cluster`; `nearest` says which entries a group is about.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain, repeat

import numpy as np
from numpy.typing import NDArray

from bot.faq.index import Index
from bot.faq.search import Candidate, search
from bot.language.normalise import normalise
from bot.learning.vocabulary import Floats, Vector, Vocabulary, build_vocabulary

ALIKE_FROM = 0.35
"""Cosine to the middle of a group. Tried on the variants of the content: groups then hold one topic."""

MOST_GROUPS = 1_000  # with a middle of their own; what fits none of so many stands alone
READ_FOR_NEAREST = 5  # questions of a group
MOST_NEAREST = 3


def cluster(index: Index, texts: Sequence[str]) -> tuple[tuple[int, ...], ...]:
    """
    Group questions by what they ask.

    Args:
        index: Tells how chat language is read and how rare words are.
        texts: Scrubbed questions; the same text may come more than once.

    Returns: Groups of positions in `texts`, the largest group first; in a group the most typical question
    first. Every position stands in exactly one group.
    """
    counted = Counter(texts)
    distinct = sorted(counted, key=lambda text: (-counted[text], text))
    read = [normalise(text, index.lexicon) for text in distinct]
    vocabulary = _weighed(build_vocabulary(read), index.vocabulary)
    vectors = [vocabulary.vector(message) for message in read]
    found = _grouped(vectors, [counted[text] for text in distinct], len(vocabulary.rarity))
    positions: dict[str, list[int]] = {}
    for position, text in enumerate(texts):
        positions.setdefault(text, []).append(position)
    groups = [tuple(chain.from_iterable(positions[distinct[place]] for place in places)) for places in found]
    return tuple(sorted(groups, key=lambda group: (-len(group), texts[group[0]])))


def nearest(index: Index, texts: Sequence[str]) -> tuple[Candidate, ...]:
    """
    The entries that a group is nearest to, best first, at most three; a low score means that none fits.

    Args:
        texts: Questions of the group, the most typical first.
    """
    total: dict[str, float] = defaultdict(float)
    asked = tuple(dict.fromkeys(texts))[:READ_FOR_NEAREST]
    for text in asked:
        for candidate in search(index, text).candidates:
            total[candidate.entry_id] += candidate.score
    best = sorted(total.items(), key=lambda item: (-item[1], item[0]))[:MOST_NEAREST]
    return tuple(Candidate(entry, round(score / len(asked), 1)) for entry, score in best)


def _weighed(own: Vocabulary, learnt: Vocabulary) -> Vocabulary:
    """
    The questions' own features, as rare as they are among the examples.

    A few questions cannot tell that "gimana" says nothing; a word that no example has is as rare as can be.
    """
    known = dict(zip(_numbered(learnt), learnt.rarity.tolist(), strict=True))
    unknown = float(np.log(1 + learnt.examples) + 1)
    rarity = [known.get(feature, unknown) for feature in _numbered(own)]
    return replace(own, rarity=np.array(rarity, dtype=np.float32))


def _numbered(vocabulary: Vocabulary) -> list[tuple[int, str]]:
    """Every feature with its kind, in the order of their places."""
    return [pair for kind, features in enumerate(vocabulary.features) for pair in zip(repeat(kind), features)]


@dataclass(slots=True)
class _Middles:
    """One column a group: the sum of its vectors, how long that is, and how many questions it holds."""

    sums: Floats
    squares: NDArray[np.float64]
    sizes: NDArray[np.int32]
    many: int = 0

    def nearest(self, vector: Vector, smallest: int) -> tuple[int, float]:
        """The group of at least `smallest` questions that is most alike (-1: none), and the cosine."""
        places, values = vector
        dots: Floats = values @ self.sums[places, : self.many]
        cosines = dots / np.sqrt(self.squares[: self.many])
        cosines[self.sizes[: self.many] < smallest] = 0.0
        best = int(cosines.argmax()) if self.many else -1
        return best, float(cosines[best]) if self.many else 0.0

    def add(self, column: int, vector: Vector, copies: int) -> None:
        places, values = vector
        before = self.sums[places, column].astype(np.float64)
        after = before + copies * values
        self.squares[column] += float(after @ after - before @ before)
        self.sums[places, column] = after
        self.sizes[column] += copies
        self.many = max(self.many, column + 1)


def _grouped(vectors: Sequence[Vector], copies: Sequence[int], features: int) -> list[list[int]]:
    """Groups of places in `vectors`, each with the nearest to its middle first."""
    room = min(MOST_GROUPS, max(1, len(vectors)))
    middles = _Middles(
        np.zeros((max(1, features), room), np.float32), np.zeros(room), np.zeros(room, np.int32)
    )
    begun = [-1] * len(vectors)
    for place, vector in enumerate(vectors):
        column, alike = middles.nearest(vector, smallest=1)
        if alike < ALIKE_FROM:
            column = middles.many if middles.many < room and len(vector[0]) else -1
        if column >= 0:
            middles.add(column, vector, copies[place])
        begun[place] = column
    joined: dict[int, list[tuple[float, int]]] = {}
    for place, vector in enumerate(vectors):
        column, alike = middles.nearest(vector, smallest=2)
        if alike < ALIKE_FROM:
            column = begun[place] if begun[place] >= 0 else -1 - place
        joined.setdefault(column, []).append((-alike, place))
    return [[place for _, place in sorted(members)] for members in joined.values()]
