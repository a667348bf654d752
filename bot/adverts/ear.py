"""
What offers sound like, and what offers sound like that end badly: two linear models over the same words.

Pure numpy. The first tells an offer that was passed on from somebody's own words; the second notices what
no rule foresaw, names the red flag it sounds like most, and points at the very words. Every sentence is
heard by itself, too, so that a professional text around it drowns none. Curves turn scores and a few signs of
form into log-odds; `lesson.py` is how all of it is learnt. Start at `hear`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import numpy as np

from bot.adverts.advert import Advert, Quote
from bot.adverts.framed import MOST_WORDS, asks, framed, lines, parts
from bot.language.normalise import Normalised
from bot.learning.curve import Doubles
from bot.learning.vocabulary import Floats, Vocabulary

LOOKED_AT = 3000  # letters
LONGEST = 40  # words; beyond them length tells nothing
SHORTEST = 2  # words; figures and dots alone say nothing
SHORT = 4  # words; what is shorter alarms only as a rule says it
LONGEST_QUOTE = 9  # words
CALM = ""  # the label of what is no red flag
MANY_CAPITALS = 0.15  # share of the letters


@dataclass(frozen=True, slots=True, eq=False)
class Ear:
    """Read-only. `labels` are the columns of `flags`: `CALM`, then ids of red flags."""

    vocabulary: Vocabulary = field(repr=False)
    offers: Floats = field(repr=False)
    offers_curve: Doubles = field(repr=False)
    labels: tuple[str, ...]
    flags: Floats = field(repr=False)
    flags_curve: Doubles = field(repr=False)
    lines_curve: Doubles = field(repr=False)


@dataclass(frozen=True, slots=True)
class Heard:
    """
    Log-odds of an offer, and that an offer is suspicious; red flags, the loudest first.

    `worst_line` are those of its worst sentence by itself, whatever stands around it.
    """

    offer: float
    suspicious: float
    worst_line: float
    flags: tuple[str, ...]


def hear(
    advert: Advert, points: int, assurances: int, ear: Ear, warned: frozenset[int] = frozenset()
) -> Heard:
    """
    Listen to a text.

    Args:
        points: Of the red flags that the rules found.
        assurances: How many things that official offers name.
        warned: Sentences that warn, which sound bad and are not.
    """
    places, values = ear.vocabulary.vector(framed(advert))
    words = sum(token.isalpha() for token in advert.words.message.tokens[:MOST_WORDS])
    if len(places) == 0 or words < SHORTEST:
        return Heard(-math.inf, -math.inf, -math.inf, ())
    offer: Floats = values @ ear.offers[places]
    flags: Floats = values @ ear.flags[places]
    return Heard(
        _odds(ear.offers_curve, lean_of(offer, advert, points, assurances)),
        _odds(ear.flags_curve, alarm_of(flags, advert, assurances)) if words >= SHORT else -math.inf,
        _worst_line(lines(advert, warned), ear),
        tuple(ear.labels[1 + at] for at in np.argsort(-flags[1:], kind="stable")),
    )


def _worst_line(read: Iterable[Normalised], ear: Ear) -> float:
    worst = -math.inf
    for line in read:
        places, values = ear.vocabulary.vector(line)
        if len(places):
            worst = max(worst, _odds(ear.lines_curve, unease_of(values @ ear.flags[places], line)))
    return worst


def telling(advert: Advert, flag: str, ear: Ear) -> Quote | None:
    """The few words that speak most for a flag; None when the ear knows none of them."""
    column = ear.labels.index(flag)
    best: tuple[float, int, int] | None = None
    for first, last, words in parts(advert, _stretches(advert)):
        places, values = ear.vocabulary.vector(words)
        score = float(values @ (ear.flags[places, column] - ear.flags[places, 0])) if len(places) else 0.0
        if score > 0 and (best is None or score > best[0]):
            best = score, first, last
    return advert.quote(*advert.words.span(best[1], best[2])) if best else None


def lean_of(score: Floats, advert: Advert, points: int, assurances: int) -> list[float]:
    """What speaks for an offer: its words, its form, and what was found in it."""
    text = advert.seen[:LOOKED_AT]
    letters = [letter for letter in text if letter.isalpha()]
    capitals = sum(letter.isupper() for letter in letters) / max(1, len(letters))
    marks = sum(letter in ".,:;/" for letter in text) / max(8, len(text))
    return [
        float(score[1] - score[0]),
        float(capitals > MANY_CAPITALS),
        float("!" in text),
        float(asks(text)),
        math.log1p(min(LONGEST, len(advert.words.message.tokens))),
        20 * marks,
        float(bool(advert.countries)),
        float(bool(advert.jobs)),
        float(bool(advert.wages)),
        float(bool(advert.contacts)),
        float(bool(advert.ages)),
        float(bool(advert.departures or advert.fees)),
        float(min(4, points)),
        float(min(3, assurances)),
    ]


def alarm_of(score: Floats, advert: Advert, assurances: int) -> list[float]:
    """What speaks for a bad end: how calm the words are, how loud the loudest flag is, what vouches."""
    length = math.log1p(len(advert.words.message.tokens))
    return [float(score[0]), float(score[1:].max()), float(assurances), float(bool(advert.companies)), length]


def unease_of(score: Floats, line: Normalised) -> list[float]:
    """The same for one sentence, beside which nothing vouches."""
    return [float(score[0]), float(score[1:].max()), math.log1p(len(line.tokens))]


def _odds(curve: Doubles, signs: list[float]) -> float:
    return float(np.dot(curve[:-1], signs) + curve[-1])


def _stretches(advert: Advert) -> Iterator[tuple[int, int]]:
    """Few words that stand together in one sentence: (first, last), each half over the next."""
    sentences = advert.words.sentences[:MOST_WORDS]
    first = 0
    while first < len(sentences):
        last = first
        while (
            last + 1 < len(sentences)
            and sentences[last + 1] == sentences[first]
            and last - first < LONGEST_QUOTE - 1
        ):
            last += 1
        yield first, last
        ended = last + 1 == len(sentences) or sentences[last + 1] != sentences[first]
        first = last + 1 if ended else first + (LONGEST_QUOTE + 1) // 2
