"""
Turn a message into a sparse vector: word stems, pairs of them, and letter groups inside words.

Pure. Stems find the same word in another form, letter groups survive typing slips, pairs keep a little
order. Each kind is brought to its own share of the length 1, so long words do not drown short ones. A feature
that only one example has tells nothing of other messages and is left out. A caller who knows more of a
message may add features of its own; they count with the pairs. Start at `build_vocabulary`.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, count, pairwise, repeat

import numpy as np
from numpy.typing import NDArray

from bot.language.normalise import Normalised

Floats = NDArray[np.float32]
Places = NDArray[np.int32]
Vector = tuple[Places, Floats]
"""Places in rising order, each once, and the values there; of length 1, or empty."""

_GROUP_LENGTHS = (3, 4, 5)
_MAX_WORDS = 120  # of a long story; the rest repeats
_STEM, _PAIR, _GROUP = range(3)
_SHARES = np.array([1.0, 0.5, 0.5], dtype=np.float32)
_SHARES_WITH_MORE = np.array([1.0, 1.0, 0.5], dtype=np.float32)


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """
    What occurs in the examples; read-only.

    Attributes:
        features: Stems, pairs of stems, letter groups; numbered through, a number is a feature's place.
        rarity: A value for each place, higher for what fewer examples have.
        tokens: All words that occur, whose letter groups are looked up before they are asked for.
        counts: In how many examples a stem occurs.
        examples: How many there are.
    """

    features: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]] = field(repr=False)
    rarity: Floats = field(repr=False)
    tokens: tuple[str, ...] = field(repr=False)
    counts: Mapping[str, int] = field(repr=False)
    examples: int = 0
    _places: tuple[Mapping[str, int], ...] = field(init=False, repr=False)
    _kinds: NDArray[np.int8] = field(init=False, repr=False)
    _spelled: Mapping[str, tuple[int, ...]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        numbers = count()
        places = tuple({feature: next(numbers) for feature in kind} for kind in self.features)
        kinds = np.repeat(np.arange(len(self.features), dtype=np.int8), [len(kind) for kind in self.features])
        object.__setattr__(self, "_places", places)
        object.__setattr__(self, "_kinds", kinds)
        object.__setattr__(self, "_spelled", {token: self._spell(token) for token in self.tokens})

    def vector(self, message: Normalised, more: Sequence[str] = ()) -> Vector:
        """
        The features that the vocabulary knows; both arrays are empty when it knows none.

        Args:
            more: What else is known of the message, if `build_vocabulary` was told the like.
        """
        found = np.fromiter(chain(self._found(message), self._known_more(more)), dtype=np.int32)
        places, counts = np.unique(found, return_counts=True)
        values = (1 + np.log(counts)).astype(np.float32) * self.rarity[places]
        kinds = self._kinds[places]
        lengths = np.sqrt(np.bincount(kinds, values * values, minlength=len(_SHARES)))
        wanted = _SHARES_WITH_MORE if more else _SHARES
        shares = np.divide(wanted, lengths, out=np.zeros_like(lengths), where=lengths > 0)
        values *= shares[kinds]
        length = math.sqrt(float(values @ values))
        return places, (values / length if length else values).astype(np.float32)

    def _found(self, message: Normalised) -> Iterator[int]:
        stems, pairs, _ = self._places
        kept = message.stems[:_MAX_WORDS]
        yield from (stems[stem] for stem in kept if stem in stems)
        yield from (pairs[pair] for pair in _pairs(kept) if pair in pairs)
        for token in message.tokens[:_MAX_WORDS]:
            yield from self._spelled.get(token) or self._spell(token)

    def _known_more(self, more: Sequence[str]) -> Iterator[int]:
        pairs = self._places[_PAIR]
        return (pairs[feature] for feature in more if feature in pairs)

    def _spell(self, token: str) -> tuple[int, ...]:
        groups = self._places[_GROUP]
        return tuple(groups[group] for group in _groups(token) if group in groups)

    def known_share(self, message: Normalised, *, own: int = 0) -> float:
        """
        The share of telling words that occur in examples, 0 to 1; a word nobody knows tells the most.

        Args:
            own: 1 when the message is itself an example and must not vouch for itself.
        """
        whole = known = 0.0
        for stem in set(message.stems):
            count = max(0, self.counts.get(stem, 0) - own)
            weight = math.log((1 + self.examples) / (1 + count))
            whole += weight
            known += weight if count else 0.0
        return known / whole if whole else 0.0


def build_vocabulary(messages: Sequence[Normalised], more: Sequence[Sequence[str]] = ()) -> Vocabulary:
    """
    Of all examples, in any order.

    Args:
        more: Further features of each of them, or of none.
    """
    counts: dict[int, Counter[str]] = {kind: Counter() for kind in (_STEM, _PAIR, _GROUP)}
    for message, known in zip(messages, more or repeat((), len(messages)), strict=True):
        counts[_STEM].update(set(message.stems))
        counts[_PAIR].update({*_pairs(message.stems[:_MAX_WORDS]), *known})
        counts[_GROUP].update(set(chain.from_iterable(map(_groups, message.tokens[:_MAX_WORDS]))))
    shared = {kind: sorted(f for f, many in counted.items() if many > 1) for kind, counted in counts.items()}
    spread = np.array(
        [counts[kind][feature] for kind in shared for feature in shared[kind]], dtype=np.float64
    )
    rarity = np.log((1 + len(messages)) / (1 + spread)) + 1
    tokens = {token for message in messages for token in message.tokens}
    return Vocabulary(
        features=(tuple(shared[_STEM]), tuple(shared[_PAIR]), tuple(shared[_GROUP])),
        rarity=rarity.astype(np.float32),
        tokens=tuple(sorted(tokens)),
        counts=dict(sorted(counts[_STEM].items())),
        examples=len(messages),
    )


def _pairs(stems: Sequence[str]) -> list[str]:
    return [f"{one} {two}" for one, two in pairwise(stems)]


def _groups(token: str) -> list[str]:
    edged = f"<{token}>"
    return [edged[at : at + length] for length in _GROUP_LENGTHS for at in range(len(edged) - length + 1)]
