"""
The names of a register in arrays: which words they are made of, and which names hold a word.

Pure. A name takes about 50 bytes, also when there are a million of them. Words that are typed as they are
written are looked up; only for others the words one letter away are looked for. `nearest` picks at most
`MOST_NEAR` names by rarity of the words in common; judging them is for `matching.py`. Start at `build_index`.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA

from bot.recruiters.hashed import HashIndex, Numbers, digest, hash_index
from bot.recruiters.names import FORMS, Name

MOST_NEAR = 24  # names to look at closely
_FEW = 2_000  # names that are looked at for words that few names share
_MANY = 4_000  # and for words that many share, when several of them come together
_COMMON_WORDS = 6
_GOOD_SHARE = 0.6  # of the weight in common: common words need not be looked through as well
_LEAST_SHARE = 0.3
_LEAST_PART = 0.75  # of the weight of what was typed
_NEAR_WORDS = 12  # meanings of a word with a letter wrong
_NEAR_WEIGHT = 0.8
_SHORTEST_NEAR = 4  # letters; in shorter words every letter tells
_FORM_NAMES = tuple(sorted(FORMS))
_NO_FORM = 255
_EVERY = 2_000  # names between two reports of progress

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Listing:
    """One name under which one row is known; `former` names count, but are said to be former."""

    name: Name
    row: int
    former: bool = False


@dataclass(frozen=True, eq=False)
class Index:
    """
    Names by number, in the order of the rows.

    Attributes:
        words: Every word of any name; the place of a word is its number.
        starts: Where the words of a name begin in `word_numbers`; one more than there are names.
        holders: Names that hold a word, word by word, from `holder_starts`.
        aliases: Short names in brackets, by name number.
    """

    words: Sequence[str]
    starts: Numbers
    word_numbers: Numbers
    rows: Numbers
    forms: NDArray[np.uint8]
    former: NDArray[np.bool_]
    holder_starts: Numbers
    holders: Numbers
    by_joined: HashIndex
    by_alias: HashIndex
    by_slip: HashIndex
    aliases: Mapping[int, tuple[str, ...]] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.rows)

    @cached_property
    def by_word(self) -> dict[str, int]:
        return {word: number for number, word in enumerate(self.words)}

    @cached_property
    def weights(self) -> Floats:
        """How telling each word is: 1 for one that every name has, more the rarer it is."""
        counts = _lengths(self.holder_starts)
        weights: Floats = (1.0 + np.log((1 + len(self)) / (1 + counts))).astype(np.float32)
        return weights

    @cached_property
    def totals(self) -> Floats:
        """The weight of all words of each name."""
        sums = np.concatenate(([0.0], np.cumsum(self.weights[self.word_numbers], dtype=np.float64)))
        return (sums[self.starts[1:]] - sums[self.starts[:-1]]).astype(np.float32)

    def weight(self, word: str) -> float:
        number = self.by_word.get(word)
        return 1.0 + math.log(1 + len(self)) if number is None else float(self.weights[number])

    def count(self, word: str) -> int:
        """How many names hold this word."""
        number = self.by_word.get(word)
        return 0 if number is None else int(self.holder_starts[number + 1]) - int(self.holder_starts[number])

    def listing(self, at: int) -> Listing:
        words = self.word_numbers[int(self.starts[at]) : int(self.starts[at + 1])].tolist()
        form = int(self.forms[at])
        name = Name(
            tuple(self.words[number] for number in words),
            None if form == _NO_FORM else _FORM_NAMES[form],
            self.aliases.get(at, ()),
        )
        return Listing(name, int(self.rows[at]), bool(self.former[at]))

    def same_letters(self, joined: str) -> list[int]:
        """Names with these letters, whatever the spaces; a stranger is possible."""
        return [int(at) for at in self.by_joined.find(joined)]

    def known_as(self, words: Sequence[str]) -> list[int]:
        """Names with one of these words, or all of them, as a short name."""
        if not self.aliases:
            return []
        return [int(at) for at in self.by_alias.find(" ".join(words), *words)[:MOST_NEAR]]

    def near_words(self, word: str) -> list[int]:
        """Numbers of the words that are one letter away, the rarest first."""
        found = {int(number) for number in self.by_slip.find(*slips(word))}
        near = [number for number in found if is_one_edit(word, self.words[number])]
        return sorted(near, key=lambda number: (-self.weights[number], number))[:_NEAR_WORDS]

    def nearest(self, words: Sequence[str]) -> list[int]:
        """At most `MOST_NEAR` names that share telling words with these, the most telling first."""
        meant: dict[int, float] = {}
        typed = 0.0
        for word in dict.fromkeys(words):
            number = self.by_word.get(word)
            near = self.near_words(word) if number is None else [number]
            typed += float(self.weights[near[0]]) if near else self.weight(word)
            for each in near:
                share = 1.0 if number is not None else _NEAR_WEIGHT
                meant[each] = max(meant.get(each, 0.0), share * float(self.weights[each]))
        rare, common = self._split(sorted(meant, key=lambda each: (-self.weights[each], each)))
        found = self._ranked(rare, meant, typed)
        if common and (not found or found[0][0] < _GOOD_SHARE):
            found = self._ranked([*rare, self._together([*common, *rare])], meant, typed)
        return [at for _, at in found]

    def _split(self, numbers: Sequence[int]) -> tuple[list[Numbers], list[Numbers]]:
        """The names of the rarest words, at most `_FEW`, and those of the words that are more common."""
        rare: list[Numbers] = []
        looked_at = 0
        for place, number in enumerate(numbers):
            names = self._holding(number)
            looked_at += len(names)
            if looked_at > _FEW:
                return rare, [self._holding(each) for each in numbers[place : place + _COMMON_WORDS]]
            rare.append(names)
        return rare, []

    def _holding(self, number: int) -> Numbers:
        return self.holders[int(self.holder_starts[number]) : int(self.holder_starts[number + 1])]

    def _together(self, lists: Sequence[Numbers]) -> Numbers:
        """Names that stand in the most of these lists, at most `_MANY`."""
        if len(lists) == 1:
            return lists[0][:_MANY]
        times = np.zeros(len(self), dtype=np.uint8)
        for names in lists:
            times[names] += 1
        found = np.flatnonzero(times >= 2)
        if len(found) > _MANY:
            order = np.argsort(-times[found].astype(np.int8), kind="stable")
            found = found[order[:_MANY]]
        return found.astype(np.uint32) if len(found) else lists[0][:_MANY]

    def _ranked(
        self, lists: Sequence[Numbers], meant: Mapping[int, float], typed: float
    ) -> list[tuple[float, int]]:
        """(share of the weight in common, name), best first; what has little in common is left out."""
        if not lists:
            return []
        names = np.unique(np.concatenate(lists))
        if not len(names):
            return []
        worth = np.zeros(len(self.words), dtype=np.float32)
        worth[list(meant)] = list(meant.values())
        starts = self.starts[names].astype(np.int64)
        lengths = self.starts[names.astype(np.int64) + 1].astype(np.int64) - starts
        ends = np.cumsum(lengths)
        places = np.arange(int(ends[-1])) + np.repeat(starts - ends + lengths, lengths)
        common = np.add.reduceat(worth[self.word_numbers[places]], ends - lengths)
        share = common / np.maximum(typed + self.totals[names] - common, common)
        kept = np.flatnonzero((share >= _LEAST_SHARE) | (common >= _LEAST_PART * typed))
        if len(kept) > MOST_NEAR:
            kept = kept[np.argpartition(-share[kept], MOST_NEAR)[:MOST_NEAR]]
        pairs = zip(share[kept].tolist(), names[kept].tolist(), strict=True)
        return sorted(pairs, key=lambda pair: (-pair[0], pair[1]))


def is_one_edit(one: str, two: str) -> bool:
    """Whether one letter is lost, put in, changed or swapped with the next; short words must be equal."""
    if min(len(one), len(two)) < _SHORTEST_NEAR or abs(len(one) - len(two)) > 1:
        return False
    return OSA.distance(one, two, score_cutoff=1) <= 1


def slips(word: str) -> tuple[str, ...]:
    """The word and the word without any one letter: words with a slip in common are about one edit apart."""
    if len(word) < _SHORTEST_NEAR:
        return (word,)
    return tuple(dict.fromkeys((word, *(word[:at] + word[at + 1 :] for at in range(len(word))))))


def nothing(_: int) -> None:
    """Nobody watches."""


def build_index(listings: Iterable[Listing], progress: Callable[[int], None] = nothing) -> Index:
    """
    Args:
        listings: In the order of their rows.
        progress: Told now and then how many names have been read.
    """
    by_word: dict[str, int] = {}
    starts, word_numbers, rows = array("I", [0]), array("I"), array("I")
    forms, former, joined = bytearray(), bytearray(), array("Q")
    aliases: dict[int, tuple[str, ...]] = {}
    for at, listing in enumerate(listings):
        name = listing.name
        word_numbers.extend([by_word.setdefault(word, len(by_word)) for word in name.words])
        starts.append(len(word_numbers))
        rows.append(listing.row)
        forms.append(_NO_FORM if name.form is None else _FORM_NAMES.index(name.form))
        former.append(listing.former)
        joined.append(digest(name.joined))
        if name.aliases:
            aliases[at] = name.aliases
        if at % _EVERY == 0:
            progress(at)
    words = tuple(by_word)
    numbers = np.array(word_numbers, dtype=np.uint32)
    begins = np.array(starts, dtype=np.uint32)
    holder_starts, holders = _turned(begins, numbers, len(words))
    slipped = [(digest(slip), number) for number, word in enumerate(words) for slip in slips(word)]
    short = [(digest(alias), at) for at, several in aliases.items() for alias in several]
    return Index(
        words=words,
        starts=begins,
        word_numbers=numbers,
        rows=np.array(rows, dtype=np.uint32),
        forms=np.frombuffer(bytes(forms), dtype=np.uint8),
        former=np.frombuffer(bytes(former), dtype=np.bool_),
        holder_starts=holder_starts,
        holders=holders,
        by_joined=hash_index(joined, np.arange(len(joined), dtype=np.uint32)),
        by_alias=hash_index((key for key, _ in short), [at for _, at in short]),
        by_slip=hash_index((key for key, _ in slipped), [number for _, number in slipped]),
        aliases=aliases,
    )


def _lengths(starts: Numbers) -> NDArray[np.int64]:
    return starts[1:].astype(np.int64) - starts[:-1].astype(np.int64)


def _turned(starts: Numbers, word_numbers: Numbers, words: int) -> tuple[Numbers, Numbers]:
    """From the words of each name to the names of each word, each name once and in ascending order."""
    names = np.repeat(np.arange(len(starts) - 1, dtype=np.uint64), _lengths(starts))
    pairs = np.unique((word_numbers.astype(np.uint64) << np.uint64(32)) | names)
    counts = np.bincount((pairs >> np.uint64(32)).astype(np.int64), minlength=words)
    begins = np.concatenate(([0], np.cumsum(counts))).astype(np.uint32)
    return begins, (pairs & np.uint64(0xFFFFFFFF)).astype(np.uint32)
