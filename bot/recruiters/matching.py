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

from rapidfuzz.distance import OSA

from bot.recruiters.index import Listing, is_one_edit, slips
from bot.recruiters.names import Name
from bot.recruiters.register import Register
from bot.recruiters.words import ORDINARY

MAX_CANDIDATES = 5
_MAX_SLIPS = 2
_LONG_ENOUGH_TO_SLIP = 5
_LONG_ENOUGH_FOR_TWO = 7  # letters of a word that is still known with two of them wrong
_BEGINS = 0.25  # what a name that begins as typed is worth among those that fit half
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
    begins: bool = False  # with the words as typed

    @property
    def order(self) -> tuple[int, float]:
        """The better of two candidates has the greater one."""
        return (self.fit, self.share + (_BEGINS if self.begins else 0.0))


def match_name(register: Register, name: Name) -> tuple[Candidate, ...]:
    """
    The companies that a typed name may mean, best first, at most `MAX_CANDIDATES` companies.

    More than one `SURE` candidate means that several companies have this very name.
    """
    best: dict[int, Candidate] = {}
    for at in register.index.same_letters(name.joined):
        candidate = _compare(register, name, register.index.listing(at))
        if candidate and candidate.fit is Fit.SURE:
            best[at] = candidate
    if not best:  # the very name beats a name one letter away
        for words in _spellings(register, name.words):
            typed = Name(words, name.form, name.aliases)
            for at in _near(register, words):
                candidate = _compare(register, typed, register.index.listing(at))
                if candidate and (at not in best or candidate.order > best[at].order):
                    best[at] = candidate
    ordered = sorted(best.values(), key=lambda one: (one.order, -one.listing.row), reverse=True)
    return tuple(ordered[:MAX_CANDIDATES])


def _compare(register: Register, typed: Name, listing: Listing) -> Candidate | None:
    other = listing.name
    (form, joined), (other_form, other_joined) = typed.company, other.company
    same_form = form == other_form
    if joined == other_joined:
        return Candidate(listing, Fit.SURE if same_form else Fit.ALIKE, 1.0)
    pairs = _pairs(register, typed.words, other.words)
    share = _share(register, typed.words, other.words, pairs)
    whole = len(pairs) == len(typed.words) == len(other.words)
    if whole and same_form:
        in_order = all(mine == yours for mine, yours in pairs)
        slipped = [(typed.words[mine], other.words[yours]) for mine, yours in pairs]
        slipped = [(one, two) for one, two in slipped if one != two]
        sure = in_order and len(slipped) <= _MAX_SLIPS and len(slipped) < len(typed.words)
        if sure and all(_is_slip(register, one, two) for one, two in slipped):
            return Candidate(listing, Fit.SURE, share)
        if not any(_is_word(register, one) for one, _ in slipped):
            return Candidate(listing, Fit.PART, share)
    if same_form and _is_part(register, typed, other, pairs):
        return Candidate(listing, Fit.PART, share, other.words[: len(typed.words)] == typed.words)
    return Candidate(listing, Fit.ALIKE, share) if share >= _ALIKE else None


def _is_part(register: Register, typed: Name, other: Name, pairs: list[tuple[int, int]]) -> bool:
    """Every typed word is in the name or its short name, and one of them is telling, or there are two."""
    aliases = {word for alias in other.aliases for word in alias.split()}
    matched = {mine for mine, yours in pairs if typed.words[mine] == other.words[yours]}
    slipped = {mine for mine, _ in pairs if mine not in matched and not _is_word(register, typed.words[mine])}
    left = [word for at, word in enumerate(typed.words) if at not in matched | slipped]
    if any(word not in aliases for word in left):
        return False
    if left and len(typed.words) == len(left):
        return True
    if len(typed.words) >= 2 or typed.form:
        return bool(matched or left) or (len(typed.words) == 1 and bool(slipped))
    meant = [other.words[yours] for _, yours in pairs]
    return all(register.index.count(word) <= MAX_CANDIDATES for word in meant)


def _is_word(register: Register, typed: str) -> bool:
    """Whether this is written so on purpose: a slip is none of the words that companies are named with."""
    return typed in ORDINARY or typed in register.by_word


def _is_slip(register: Register, typed: str, meant: str) -> bool:
    """A letter lost, doubled, put in or swapped, in a longer word, and the result is no word itself."""
    if _is_word(register, typed) or len(meant) < _LONG_ENOUGH_TO_SLIP:
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


def _pairs(register: Register, typed: tuple[str, ...], other: tuple[str, ...]) -> list[tuple[int, int]]:
    """Which typed word stands for which word of the other name: equal words first, then near ones."""
    free = list(range(len(other)))
    pairs: list[tuple[int, int]] = []
    alone: list[int] = []
    for mine, word in enumerate(typed):
        fitting = [at for at in free if word == other[at]]
        if fitting:
            yours = min(fitting, key=lambda at: abs(at - mine))
            free.remove(yours)
            pairs.append((mine, yours))
        else:
            alone.append(mine)
    for mine in alone:
        fitting = [at for at in free if _is_near(register, typed[mine], other[at])]
        if fitting:
            yours = min(fitting, key=lambda at: abs(at - mine))
            free.remove(yours)
            pairs.append((mine, yours))
    return sorted(pairs)


def _is_near(register: Register, typed: str, meant: str) -> bool:
    """One letter is another, or two in a long word that is no word itself."""
    if is_one_edit(typed, meant):
        return True
    if min(len(typed), len(meant)) < _LONG_ENOUGH_FOR_TWO or typed in register.by_word:
        return False
    return OSA.distance(typed, meant, score_cutoff=2) <= 2


def _share(
    register: Register, typed: tuple[str, ...], other: tuple[str, ...], pairs: list[tuple[int, int]]
) -> float:
    """Weight of the words in common, of the weight of all words of both names; near words count for less."""
    weight = register.index.weight
    common = paired = 0.0
    for mine, yours in pairs:
        paired += weight(other[yours])
        common += weight(other[yours]) * (1.0 if typed[mine] == other[yours] else 0.8)
    mine_left = set(range(len(typed))) - {mine for mine, _ in pairs}
    yours_left = set(range(len(other))) - {yours for _, yours in pairs}
    alone = sum(weight(typed[at]) for at in mine_left) + sum(weight(other[at]) for at in yours_left)
    return common / (paired + alone)


def _spellings(register: Register, words: tuple[str, ...]) -> Iterable[tuple[str, ...]]:
    """The words as typed, and with two of them joined or one split where that makes words of the register."""
    yield words
    known = [word in register.by_word for word in words]
    for at in range(len(words) - 1):
        joined = words[at] + words[at + 1]
        if joined in register.by_word or (not all(known[at : at + 2]) and register.index.near_words(joined)):
            yield (*words[:at], joined, *words[at + 2 :])
    for at, word in enumerate(words):
        if not known[at]:
            for cut in range(2, len(word) - 1):
                if word[:cut] in register.by_word and word[cut:] in register.by_word:
                    yield (*words[:at], word[:cut], word[cut:], *words[at + 1 :])


def _near(register: Register, words: tuple[str, ...]) -> Iterable[int]:
    """Listings with the same letters, a short name, or telling words in common."""
    index = register.index
    return dict.fromkeys((*index.same_letters("".join(words)), *index.known_as(words), *index.nearest(words)))
