"""
A logistic curve: how likely something is, given a few signs of it.

Pure numpy. Start at `fit` and `chance`.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Doubles = NDArray[np.float64]

_SHRINK = 0.1  # keeps the curve finite when everything is right
_STEPS = 30


def fit(seen: Doubles, right: NDArray[np.bool_]) -> Doubles:
    """
    The curve's numbers: one for each sign and last its height.

    Args:
        seen: The signs of each example, shape (n, signs), n at least 1.
        right: Whether it was so.
    """
    ones = np.hstack([seen, np.ones((len(seen), 1))])
    curve = np.zeros(ones.shape[1])
    for _ in range(_STEPS):  # Newton's method; the problem is convex
        chances = 1 / (1 + np.exp(-ones @ curve))
        slope = ones.T @ (chances - right) + _SHRINK * curve
        bend = (ones.T * (chances * (1 - chances))) @ ones + _SHRINK * np.eye(len(curve))
        curve = curve - np.linalg.solve(bend, slope)
    return curve


def chance(curve: Doubles, seen: Doubles) -> float:
    """From 0 to 1."""
    return float(1 / (1 + np.exp(-(seen @ curve[:-1] + curve[-1]))))
