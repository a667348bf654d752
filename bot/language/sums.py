"""
Read sums with a currency and ranges of them, as adverts write them: "15jt", "1500 riyal", "4,5-6jt/bln",
"NT$29.500", "USD 1.200", "18 s/d 22 juta", "6O jt", "lima belas juta".

Pure. `money.py` knows one meaning for each currency word; here a word may mean several ("dolar", "riyal"),
and whoever asks decides by the country. Start at `SumReader`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from bot.language.folding import MAX_LENGTH
from bot.language.money import SCALES, number
from bot.language.spelled import SPELLED, spelled_number

_DIGIT = r"(?:\d|o(?=[\do.,\s/]|$|jt|juta|rb|ribu))"  # the letter O stands for a nought
_JOINED = r"\s?(?:-|–|—|~|s/d|sd|sampai|hingga|to)\s?"


@dataclass(frozen=True, slots=True)
class Sum:
    """
    An amount or a range at `text[start:end]`; `low` equals `high` for one amount.

    `word` is the currency as typed, small letters; "" when there was only a scale ("15jt").
    """

    low: Decimal
    high: Decimal
    word: str
    start: int
    end: int


class SumReader:
    """Finds sums of the currencies whose words it was given."""

    __slots__ = ("_pattern", "_spelled")

    def __init__(self, words: Iterable[str]) -> None:
        ordered = sorted({word.casefold() for word in words} - set(SCALES), key=len, reverse=True)
        word = _either(ordered)
        scale = _either(sorted(SCALES, key=len, reverse=True))
        before = rf"(?:(?P<before%>{word})\.?\s?)?"
        digits = rf"(?P<digits%>\d{_DIGIT}{{0,14}}(?:[.,]{_DIGIT}{{1,3}}){{0,5}})"
        scaled = rf"(?:\s?(?P<scale%>{scale})(?:an|nan)?(?!\w))?"
        after = rf"(?:\s?(?P<after%>{word})(?!\w))?"
        first = f"{before}{digits}{scaled}(?(before%)|{after})".replace("%", "1")
        second = f"{before}{digits}{scaled}(?(before1)|(?(before%)|{after}))".replace("%", "2")
        self._pattern = re.compile(rf"(?<![\w.,])(?=\S){first}(?:{_JOINED}{second})?(?!\d)", re.IGNORECASE)
        self._spelled = re.compile(
            rf"(?<!\w)(?:(?P<before>{word})\.?\s?)?(?P<words>{SPELLED})(?:\s?(?P<after>{word})(?!\w))?",
            re.IGNORECASE,
        )

    def find(self, text: str) -> tuple[Sum, ...]:
        """All sums of a text, in its order; a bare number without scale or currency is none."""
        found = [*self._in_digits(text[:MAX_LENGTH]), *self._in_words(text[:MAX_LENGTH])]
        return tuple(sorted(found, key=lambda each: each.start))

    def _in_words(self, text: str) -> Iterator[Sum]:
        for match in self._spelled.finditer(text):
            value, scaled = spelled_number(match["words"])
            named = match["before"] or match["after"] or ""
            if named or scaled:
                yield Sum(value, value, named.casefold(), *match.span())

    def _in_digits(self, text: str) -> Iterator[Sum]:
        for match in self._pattern.finditer(text):
            part = match.groupdict()
            named = part["before1"] or part["after1"] or part["before2"] or part["after2"] or ""
            scale = part["scale1"] or part["scale2"]
            if not named and not scale:
                continue
            high = number(part["digits2"] or part["digits1"]) * _factor(part["scale2"] or scale)
            low = number(part["digits1"]) * _factor(part["scale1"])
            if part["scale1"] is None and part["scale2"] and low < high / 100:
                low *= _factor(part["scale2"])  # "4,5-6jt"
            if part["digits2"] is None:
                low = high
            yield Sum(min(low, high), max(low, high), named.casefold(), *match.span())


def _either(words: list[str]) -> str:
    """One of some words, longest first; a look at the first letter saves most of the trying."""
    if not words:
        return "(?!)"
    first = "".join(sorted({re.escape(word[0]) for word in words}))
    return f"(?=[{first}])(?:{'|'.join(map(re.escape, words))})"


def _factor(scale: str | None) -> int:
    return SCALES[scale.casefold()] if scale else 1
