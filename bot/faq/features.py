"""
Turn a message into weighted features: word stems, pairs of them, and letter groups inside words.

Pure. Stems find the same word in another form, letter groups survive typing slips, pairs keep a little
order. Each kind is brought to its own share of the length 1, so long words do not drown short ones. Start
at `features` and `weighted`.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from itertools import pairwise

from bot.language.normalise import Normalised

_GROUP_LENGTHS = (3, 4, 5)
_MAX_WORDS = 120  # of a long story; the rest repeats
_SHARES = {"w": 1.0, "p": 0.5, "c": 0.5}


def features(message: Normalised) -> Counter[str]:
    """How often each feature occurs: "w:" stems, "p:" pairs of stems, "c:" letter groups."""
    stems = message.stems[:_MAX_WORDS]
    counts: Counter[str] = Counter(f"w:{stem}" for stem in stems)
    counts.update(f"p:{one} {two}" for one, two in pairwise(stems))
    for token in message.tokens[:_MAX_WORDS]:
        edged = f"<{token}>"
        for length in _GROUP_LENGTHS:
            counts.update(f"c:{edged[at : at + length]}" for at in range(len(edged) - length + 1))
    return counts


def weighted(counts: Mapping[str, int], rarity: Mapping[str, float]) -> dict[str, float]:
    """The features that the index knows, as a vector of length 1; empty when it knows none."""
    kinds: dict[str, dict[str, float]] = {}
    for feature, count in counts.items():
        if feature in rarity:
            kinds.setdefault(feature[0], {})[feature] = (1 + math.log(count)) * rarity[feature]
    vector: dict[str, float] = {}
    for kind, values in kinds.items():
        length = math.sqrt(sum(value * value for value in values.values()))
        vector.update({feature: _SHARES[kind] * value / length for feature, value in values.items()})
    whole = math.sqrt(sum(value * value for value in vector.values())) or 1.0
    return {feature: value / whole for feature, value in vector.items()}
