"""
Decide which company of a register a typed name means, and whether that is sure.

Pure. Sure means: every word is there, in this order, at most a letter lost, doubled or swapped, and no
other company fits. A word changed into another word is another company ("Putra" for "Putri"). What fits
half is offered as a question; what only looks alike is named as "mirip, tetapi bukan". No overall score
decides: common words carried it whenever one did. Start at `match_name`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from itertools import islice

from rapidfuzz.distance import OSA

from bot.recruiters.names import DEFAULT_FORM, Name
from bot.recruiters.register import Listing, Register, slips
from bot.recruiters.words import ORDINARY

MAX_CANDIDATES = 5
_MAX_POSTINGS = 400  # names looked at per word; a word that more names share tells nothing
_ENOUGH = 60  # names to look at closely; the rarest words come first, so the right one is among them
_MAX_SLIPS = 2
_SHORTEST_NEAR = 4  # letters; in shorter words every letter tells
_LONG_ENOUGH_TO_SLIP = 5
_ALIKE = 0.4  # share of the weight of both names that two look-alikes have in common


class Fit(IntEnum):
    """How a register name fits what was typed, from not at all to surely."""

    ALIKE = 1  # looks alike, is another company
    PART = 2  # fits, but words are missing, turned, or a letter is another
    SURE = 3


@dataclass(frozen=True, slots=True)
class Candidate:
    """A listing that fits, with the share (0 to 1) of telling words both names have in common."""

    listing: Listing
    fit: Fit
    share: float


def match_name(register: Register, name: Name) -> tuple[Candidate, ...]:
    """
    The companies that a typed name may mean, best first, at most `MAX_CANDIDATES` companies.

    More than one `SURE` candidate means that several companies have this very name.
    """
    best: dict[int, Candidate] = {}
    for at in register.by_joined.get(name.joined, ()):
        candidate = _compare(register, name, register.listings[at])
        if candidate and candidate.fit is Fit.SURE:
            best[at] = candidate
    if not best:  # the very name beats a name one letter away
        for words in _spellings(register, name.words):
            typed = Name(words, name.form, name.aliases)
            for at in _near(register, words):
                candidate = _compare(register, typed, register.listings[at])
                if candidate and _order(candidate) > _order(best.get(at)):
                    best[at] = candidate
    ordered = sorted(best.values(), key=lambda one: (_order(one), -one.listing.row), reverse=True)
    return tuple(ordered[:MAX_CANDIDATES])


def _order(candidate: Candidate | None) -> tuple[int, float]:
    return (candidate.fit, candidate.share) if candidate else (0, 0.0)


def _compare(register: Register, typed: Name, listing: Listing) -> Candidate | None:
    other = listing.name
    pairs = _pairs(typed.words, other.words)
    share = _share(register, typed.words, other.words, pairs)
    same_form = (typed.form or DEFAULT_FORM) == (other.form or DEFAULT_FORM)
    whole = len(pairs) == len(typed.words) == len(other.words)
    if typed.joined == other.joined:
        return Candidate(listing, Fit.SURE if same_form else Fit.ALIKE, 1.0)
    if whole and same_form:
        in_order = all(mine == yours for mine, yours in pairs)
        slipped = [(typed.words[mine], other.words[yours]) for mine, yours in pairs]
        slipped = [(one, two) for one, two in slipped if one != two]
        sure = in_order and len(slipped) <= _MAX_SLIPS and len(slipped) < len(typed.words)
        if sure and all(_is_slip(register, one, two) for one, two in slipped):
            return Candidate(listing, Fit.SURE, share)
        if not any(one in ORDINARY or one in register.by_word for one, _ in slipped):
            return Candidate(listing, Fit.PART, share)
    if same_form and _is_part(register, typed, other, pairs):
        return Candidate(listing, Fit.PART, share)
    return Candidate(listing, Fit.ALIKE, share) if share >= _ALIKE else None


def _is_part(register: Register, typed: Name, other: Name, pairs: list[tuple[int, int]]) -> bool:
    """Every typed word is in the name or its short name, and one of them is telling, or there are two."""
    aliases = {word for alias in other.aliases for word in alias.split()}
    matched = {mine for mine, yours in pairs if typed.words[mine] == other.words[yours]}
    left = [word for at, word in enumerate(typed.words) if at not in matched]
    if any(word not in aliases for word in left):
        return False
    if left and len(typed.words) == len(left):
        return True
    return len(typed.words) >= 2 or len(register.by_word.get(typed.words[0], ())) <= MAX_CANDIDATES


def _is_slip(register: Register, typed: str, meant: str) -> bool:
    """A letter lost, doubled, put in or swapped, in a longer word, and the result is no word itself."""
    if typed in ORDINARY or typed in register.by_word or len(meant) < _LONG_ENOUGH_TO_SLIP:
        return False
    return typed in slips(meant) or meant in slips(typed) or _is_swap(typed, meant)


def _is_swap(one: str, two: str) -> bool:
    if len(one) != len(two):
        return False
    different = [at for at in range(len(one)) if one[at] != two[at]]
    if len(different) != 2 or different[1] != different[0] + 1:
        return False
    left, right = different
    return one[left] == two[right] and one[right] == two[left]


def _pairs(typed: tuple[str, ...], other: tuple[str, ...]) -> list[tuple[int, int]]:
    """Which typed word stands for which word of the other name: equal words first, then near ones."""
    free = list(range(len(other)))
    pairs: list[tuple[int, int]] = []
    for near in (False, True):
        for mine, word in enumerate(typed):
            if any(mine == taken for taken, _ in pairs):
                continue
            fitting = [at for at in free if (_one_edit(word, other[at]) if near else word == other[at])]
            if fitting:
                yours = min(fitting, key=lambda at: abs(at - mine))
                free.remove(yours)
                pairs.append((mine, yours))
    return sorted(pairs)


def _one_edit(one: str, two: str) -> bool:
    if min(len(one), len(two)) < _SHORTEST_NEAR or abs(len(one) - len(two)) > 1:
        return False
    return OSA.distance(one, two, score_cutoff=1) <= 1


def _share(
    register: Register, typed: tuple[str, ...], other: tuple[str, ...], pairs: list[tuple[int, int]]
) -> float:
    """Weight of the words in common, of the weight of all words of both names; near words count for less."""
    common = sum(
        register.weight(other[yours]) * (1.0 if typed[mine] == other[yours] else 0.8) for mine, yours in pairs
    )
    mine_left = set(range(len(typed))) - {mine for mine, _ in pairs}
    yours_left = set(range(len(other))) - {yours for _, yours in pairs}
    paired = sum(register.weight(other[yours]) for _, yours in pairs)
    alone = sum(register.weight(typed[at]) for at in mine_left) + sum(
        register.weight(other[at]) for at in yours_left
    )
    return common / (paired + alone)


def _spellings(register: Register, words: tuple[str, ...]) -> Iterable[tuple[str, ...]]:
    """The words as typed, and with two of them joined or one split where that makes words of the register."""
    yield words
    for at in range(len(words) - 1):
        joined = words[at] + words[at + 1]
        if _known(register, joined):
            yield (*words[:at], joined, *words[at + 2 :])
    for at, word in enumerate(words):
        if word not in register.by_word:
            for cut in range(2, len(word) - 1):
                if word[:cut] in register.by_word and word[cut:] in register.by_word:
                    yield (*words[:at], word[:cut], word[cut:], *words[at + 1 :])


def _known(register: Register, word: str) -> bool:
    return word in register.by_word or any(slip in register.by_slip for slip in slips(word))


def _near(register: Register, words: tuple[str, ...]) -> Iterable[int]:
    """Listings that share the same letters, a word, or a word one edit away; the rarest words first."""
    found = dict.fromkeys(register.by_joined.get("".join(words), ()))
    found.update(dict.fromkeys(register.by_alias.get(" ".join(words), ())))
    for word in words:
        found.update(dict.fromkeys(register.by_alias.get(word, ())[:MAX_CANDIDATES]))
    meant = {word for word in words if word in register.by_word}
    for word in words:
        for slip in slips(word):
            meant.update(other for other in register.by_slip.get(slip, ()) if _one_edit(word, other))
    for word in sorted(meant, key=lambda one: (len(register.by_word[one]), one)):
        if len(found) >= _ENOUGH:
            break
        found.update(dict.fromkeys(islice(register.by_word[word], _MAX_POSTINGS)))
    return found
