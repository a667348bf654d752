"""
The signs of how likely the first of the found entries is the right one.

Pure. Its score, the distance to the second, the share of telling words that the content knows, and the length
of the message go into a logistic curve. It is fitted on what the model says of examples that it has not
seen, so the figure is honest also where the content is thin. Start at `signs`.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bot.learning.curve import Doubles

SIGNS = 4
NO_CURVE: Doubles = np.zeros(SIGNS + 1)
"""An even chance, whatever the signs: before anything was learnt."""


def signs(scores: NDArray[np.float32], known: float, words: int) -> Doubles:
    """
    Args:
        scores: One for each entry and one for everything outside, at least two.
        known: Share of the telling words that occur in any other example, 0 to 1.
        words: Length of the message.
    """
    best, second = np.partition(scores, -2)[[-1, -2]]
    return np.array([best, best - second, known, np.log1p(words)], dtype=np.float64)
