"""
Put back the spaces that reading a picture lost: "PTKARYASATRIAABADI", "GAJI15JUTA", "Jl.Raya".

Pure. Words are known or not; among known words the commonest way to cut wins. It is careful: addresses on
the net, handles and codes stay as they are, digits are never cut, and a name that it does not know stays
whole. Also mends look-alikes that only make sense one way ("lbu" is "Ibu", "2O" is 20). Start at `Spacing`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from bot.language.advert_words import ADVERT_WORDS
from bot.language.folding import fold
from bot.language.given_names import GIVEN_NAMES

_ON_THE_NET: Final = re.compile(
    r"://|www|@|[a-z\d]\.(?:com|co|id|net|org|me|ly|link|info)(?![a-z])", re.IGNORECASE
)
_CODE: Final = re.compile(r"(?<![A-Z\d])(?=[A-Z/.-]{0,80}\d)[A-Z\d]+(?:[/.-][A-Z\d]+){2,}")
_PIECE: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+(?:[.,:/+-]+\d+)*|.")
_HUMP: Final = re.compile(r"(?<=[a-z])(?=[A-Z][a-z]|[A-Z]{2})")
_STREET: Final = re.compile(r"(?<!\w)[Jj\]][1lI]\.")
_DIGIT_LIKE: Final = re.compile(r"(?<!\w)(?=[OIl]*\d)[\dOIl]{2,}(?!\w)")
_SMALL_AMONG_CAPITALS: Final = re.compile(r"(?<!\w)(?=l*[A-Z][A-Zl]*[A-Z])[A-Zl]*l[A-Zl]*(?!\w)")
_AS_DIGITS: Final = str.maketrans("OIl", "011")
_SPACED_MAIL: Final = re.compile(r"(?<=[\w.]) ?@ ?(?=[\w-]+\.[a-z])")

_OFFICE: Final = re.compile(r"(?:SISKO|SI|B|K)?P[23]MI", re.IGNORECASE)
_OFFICE_GLUED: Final = re.compile(rf"(?<![^\W_])({_OFFICE.pattern})(?=[^\W_]{{3}})", re.IGNORECASE)
_EDGE: Final = re.compile(r"^[l1|](?=[a-z]{2})|(?<=[a-z]{2})l$")

_OPENERS: Final = frozenset(("pt", "cv"))  # short, but they begin a word of their own
_SHORT_WORDS: Final = frozenset(("di", "ke", "pt", "cv", "wa", "an", "ac", "no"))
_ENDINGS: Final = frozenset(
    ("nya", "kan", "lah", "kah", "pun", "man", "wan", "ber", "ter", "pen", "pem", "men", "mem")
)
_MOST_UNIT: Final = 3  # letters after a number: "jt", "cm", "thn"
_PHONE_DIGITS: Final = 7
_SHORTEST_CUT: Final = 6
_LONGEST_WORD: Final = 24
_LONGEST_RUN: Final = 80
_SHORTEST_STRANGER: Final = 4
_STRANGER, _STRANGER_LETTER, _CUT = 14.0, 3.5, 4.0  # in the unit of word costs: minus the log of a frequency
_KNOWN_SHARE: Final = 0.6
_LONGEST_DOUBLE: Final = 12
_LONGEST_NAME: Final = 11  # two given names in one may be one name: "Budiyanto"


@dataclass(frozen=True, slots=False, eq=False)
class Spacing:
    """
    What words there are.

    `counts` says how often each (lower case) stands in texts of our own; `kept` are words with digits in
    them that stay whole ("p3mi").
    """

    counts: Mapping[str, int] = field(repr=False)
    kept: frozenset[str] = field(default_factory=frozenset, repr=False)

    def respaced(self, line: str) -> str:
        """The line with its spaces; never raises, and nothing but look-alikes and spaces is changed."""
        line = _SPACED_MAIL.sub("@", _STREET.sub("Jl.", line))
        line = _SMALL_AMONG_CAPITALS.sub(lambda word: word[0].replace("l", "I"), line)
        line = _OFFICE_GLUED.sub(r"\1 ", line)
        line = _DIGIT_LIKE.sub(lambda number: number[0].translate(_AS_DIGITS), line)
        return " ".join(self._token(token) for token in line.split())

    @cached_property
    def _costs(self) -> dict[str, float]:
        words = dict.fromkeys((*ADVERT_WORDS, *GIVEN_NAMES), 1)
        for word, count in self.counts.items():
            words[word] = words.get(word, 0) + count
        total = math.log(sum(words.values()) + 1)
        return {
            word: total - math.log(count)
            for word, count in words.items()
            if (len(word) > 2 and word not in _ENDINGS) or word in _SHORT_WORDS
        }

    def _token(self, token: str) -> str:
        bare = fold(token).strip(".,:;!?()[]\"'")
        known = bare in self.kept or bare in self._costs or _OFFICE.fullmatch(bare)
        if known or _ON_THE_NET.search(token) or _CODE.fullmatch(token):
            return token
        pieces: list[str] = _PIECE.findall(token)
        text = ""
        for at, piece in enumerate(pieces):
            plural = piece == "2" and at == len(pieces) - 1  # "orang2"
            before = pieces[at - 1] if at and not plural else ""
            text += " " * self._parts(before, piece) + (self._words(piece) if piece[0].isalpha() else piece)
        return self._mended(text)

    def _parts(self, before: str, piece: str) -> bool:
        """Whether a space belongs between two pieces of a token."""
        if not before:
            return False
        if before[0].isdigit() and piece[0].isalpha():
            proper = len(piece) > 1 and piece[0].isupper() and piece[1:].islower()
            return len(piece) > _MOST_UNIT or proper or _digits(before) >= _PHONE_DIGITS
        if before[0].isalpha() and piece[0].isdigit():
            known = fold(before) in self._costs and len(before) > 2
            phone = _digits(piece) >= _PHONE_DIGITS and piece[0] in "06"
            return len(before) > _MOST_UNIT or known or phone
        if piece == "(":
            return before[0].isalnum()
        if not piece[0].isalnum():
            return False
        if before == ".":
            return piece[0].isupper() or piece[0].isdigit()
        return before in ",:;!?)"

    def _words(self, run: str) -> str:
        if len(run) > _LONGEST_RUN or fold(run) in self._costs:
            return run
        return " ".join(self._cut(part) for part in _HUMP.split(run))

    def _cut(self, run: str) -> str:
        """A run of letters as words, if most of it is words; else as it is."""
        folded = fold(run)
        if len(folded) != len(run) or len(run) < _SHORTEST_CUT or folded in self._costs:
            return run
        words, known = self._cheapest(folded)
        if len(words) < 2 or known < _KNOWN_SHARE * len(run) or not _is_plausible(words):
            return run
        cut, at = [], 0
        for word in words:
            cut.append(run[at : at + len(word)])
            at += len(word)
        return " ".join(cut)

    def _cheapest(self, run: str) -> tuple[list[str], int]:
        """The likeliest words of a run, and how many of its letters known words have."""
        best: list[tuple[float, int, bool]] = [
            (0.0, 0, True)
        ]  # cost up to here, where the last word begins, known
        for end in range(1, len(run) + 1):
            choices = []
            for start in range(max(0, end - _LONGEST_WORD), end):
                cost = self._costs.get(run[start:end])
                if start == 0 and run[:end] in _OPENERS:
                    choices.append((_CUT, start, True))
                elif cost is not None:
                    choices.append((best[start][0] + cost + _CUT, start, True))
                elif end - start >= _SHORTEST_STRANGER and best[start][2]:
                    stranger = _STRANGER + _STRANGER_LETTER * (end - start)
                    choices.append((best[start][0] + stranger + _CUT, start, False))
            best.append(min(choices, default=(math.inf, 0, False)))
        words, known, end = [], 0, len(run)
        if best[end][0] == math.inf:
            return [run], 0
        while end > 0:
            _, start, is_known = best[end]
            words.append(run[start:end])
            known += (end - start) * is_known
            end = start
        return words[::-1], known

    def _mended(self, text: str) -> str:
        """Look-alikes at the edges of words: "lbu", "1bu" and "inl" are no words, "ibu" and "ini" are."""
        return " ".join(self._mended_word(word) for word in text.split())

    def _mended_word(self, word: str) -> str:
        bare = word.rstrip(".,:;!?)")
        if fold(bare) in self._costs:
            return word
        other = _EDGE.sub(lambda edge: "i" if edge.start() else "I", bare)
        return other + word[len(bare) :] if other != bare and fold(other) in self._costs else word


def count_words(texts: Iterable[str], names: Iterable[str] = ()) -> dict[str, int]:
    """
    How often each word stands in some texts, for `Spacing`.

    Args:
        texts: As people write them.
        names: Single words that count once each, however often they come ("KARYA" of so many companies).
    """
    counts: dict[str, int] = {}
    for text in texts:
        for word in re.findall(r"[a-z]+", text.casefold()):
            counts[word] = counts.get(word, 0) + 1
    for name in names:
        counts.setdefault(fold(name), 1)
    return counts


def _digits(text: str) -> int:
    return sum(letter.isdigit() for letter in text)


def _is_plausible(words: list[str]) -> bool:
    if all(word in GIVEN_NAMES for word in words):
        return sum(map(len, words)) > _LONGEST_NAME
    if len(words) == 2:  # many a word happens to be two words: "housemaid", "Kalimalang"
        return words[0] in _OPENERS or words[0] == "per" or sum(map(len, words)) >= _LONGEST_DOUBLE
    return True
