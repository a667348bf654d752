"""
Learn from examples how much each feature speaks for each label.

Pure numpy. Ridge regression for all labels at once, solved by dual coordinate ascent: example after example
is brought to where the least squares want it, which converges in a few rounds and needs no table of all
pairs, so memory grows with the words of the content only. Start at `Learner`.

Source: Shalev-Shwartz & Zhang, Stochastic Dual Coordinate Ascent Methods for Regularized Loss Minimization,
Journal of Machine Learning Research 14 (2013).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from bot.learning.vocabulary import Floats, Vector

ROUNDS = 6  # after these, no figure moves by more than 0.02
_MIXED = 2654435761  # Knuth's multiplicative hash: an order that mixes labels and is the same every time


class Learner:
    """
    Weights under way.

    `weights` has a row for each feature and a column for each label; a score is the product of a vector of
    length 1 with it, about 1 for the right label of an example and 0 for the others.
    """

    def __init__(
        self,
        vectors: Sequence[Vector],
        owner: Sequence[int],
        features: int,
        labels: int,
        ridge: float = 1.0,
    ) -> None:
        """
        Args:
            vectors: One for each example, of length 1.
            owner: The label of each example, below `labels`.
            ridge: How much single examples are distrusted; more for fewer and noisier ones.
        """
        self.weights: Floats = np.zeros((features, labels), dtype=np.float32)
        self._vectors = vectors
        self._owner = owner
        self._ridge = ridge
        self._pulls: Floats = np.zeros((len(vectors), labels), dtype=np.float32)

    def learn(self, rows: Iterable[int], rounds: int = ROUNDS) -> Iterator[int]:
        """
        Learn from some of the examples; what was learnt from others before stays.

        Yields: The number of each round that is done, from 0; it is over when the iterator is.
        """
        order = sorted(rows, key=lambda row: row * _MIXED % 2**32)
        others = -1.0 / max(1, self.weights.shape[1])
        for done in range(rounds):
            for row in order:
                places, values = self._vectors[row]
                missing = others - values @ self.weights[places] - self._ridge * self._pulls[row]
                missing[self._owner[row]] += 1.0 - others
                missing /= 1.0 + self._ridge
                self._pulls[row] += missing
                self.weights[places] += values[:, None] * missing
            yield done

    def scores(self, row: int) -> Floats:
        """What the weights say of one example now, a value for each label."""
        places, values = self._vectors[row]
        scores: Floats = values @ self.weights[places]
        return scores
