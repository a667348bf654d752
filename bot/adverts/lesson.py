"""
How the ear is learnt: from offers of every kind, and from what people write themselves.

Pure numpy. Weights come from all texts; the curves over them only from scores of texts which weights had not
seen, each a fifth of all in turn. Start at `learn_ear`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from bot.adverts.advert import Advert
from bot.adverts.ear import CALM, Ear, alarm_of, lean_of
from bot.adverts.framed import framed
from bot.adverts.sample import Sample
from bot.learning.curve import Doubles, fit
from bot.learning.learner import Learner
from bot.learning.vocabulary import Floats, Vector, build_vocabulary

RIDGE_OFFERS = 5.0
RIDGE_FLAGS = 1.0
ROUNDS = 5
FOLDS = 5
OFTEN = 4  # how often a sample counts among all the other messages
CALM_OFTEN = 2  # how often a calm offer counts: a suspicious one has several flags
SOFT = "kontak_pribadi"  # the label of a suspicious offer in which people saw no flag of its own
NAMELESS = "tanpa_nama_pt"


@dataclass(frozen=True, slots=True)
class Study:
    """A text to learn from: as it was read, and how many points and assurances the rules found."""

    advert: Advert
    points: int
    assurances: int
    sample: Sample | None = None  # None: any other message of the content

    @property
    def is_offer(self) -> bool:
        return self.sample is not None and self.sample.kind != "none"

    @property
    def is_suspicious(self) -> bool:
        return self.sample is not None and self.sample.kind == "suspicious"

    @property
    def often(self) -> int:
        """How often it counts: there are many more of the other messages than samples."""
        return OFTEN if self.sample else 1

    @property
    def flags(self) -> tuple[str, ...]:
        """The red flags it teaches; whether a company is named needs no ear."""
        named = self.sample.flags if self.sample and self.is_suspicious else ()
        return tuple(flag for flag in named if flag != NAMELESS)

    @property
    def told(self) -> tuple[str, ...]:
        """The labels it has for an ear of flags: none at all when it is no offer."""
        if self.is_suspicious:
            return self.flags or (SOFT,)
        return (CALM,) * CALM_OFTEN if self.is_offer else ()


def learn_ear(studies: Sequence[Study]) -> Ear:
    """
    Learn from samples, and from other messages as what is no offer.

    Args:
        studies: In any order that stays; some of each kind of sample.
    """
    read = [framed(study.advert) for study in studies]
    vocabulary = build_vocabulary(read)
    vectors = [vocabulary.vector(one) for one in read]
    labels = tuple(dict.fromkeys((CALM, *(flag for study in studies for flag in study.told))))
    offer_rows = [(at, int(each.is_offer)) for at, each in enumerate(studies) for _ in range(each.often)]
    flag_rows = [(at, labels.index(flag)) for at, each in enumerate(studies) for flag in each.told]
    width = len(vocabulary.rarity)
    offers = _Lesson(vectors, offer_rows, width, 2, RIDGE_OFFERS)
    flags = _Lesson(vectors, flag_rows, width, len(labels), RIDGE_FLAGS)
    return Ear(
        vocabulary=vocabulary,
        offers=offers.weights(),
        offers_curve=_fitted(
            (lean_of(score, study.advert, study.points, study.assurances), study.is_offer)
            for study, score in ((studies[at], score) for at, score in offers.unseen())
            for _ in range(OFTEN if study.is_offer else 1)
        ),
        labels=labels,
        flags=flags.weights(),
        flags_curve=_fitted(
            (alarm_of(score, study.advert, study.assurances), study.is_suspicious)
            for study, score in ((studies[at], score) for at, score in flags.unseen())
        ),
    )


@dataclass(frozen=True, slots=True)
class _Lesson:
    """Which label each vector has, once or several times: `rows` are (place of the vector, label)."""

    vectors: Sequence[Vector]
    rows: Sequence[tuple[int, int]]
    features: int
    labels: int
    ridge: float

    def weights(self, without: int = -1) -> Floats:
        """Learnt from all, or from all but one part of the vectors."""
        rows = [row for row in self.rows if row[0] % FOLDS != without]
        vectors = [self.vectors[at] for at, _ in rows]
        learner = Learner(vectors, [label for _, label in rows], self.features, self.labels, self.ridge)
        for _ in learner.learn(range(len(rows)), ROUNDS):
            pass
        return learner.weights

    def unseen(self) -> Iterator[tuple[int, Floats]]:
        """Places of vectors and the scores that weights give which have not seen them."""
        for part in range(FOLDS):
            weights = self.weights(without=part)
            for at in dict.fromkeys(at for at, _ in self.rows if at % FOLDS == part):
                places, values = self.vectors[at]
                yield at, values @ weights[places]


def _fitted(seen: Iterable[tuple[list[float], bool]]) -> Doubles:
    signs, right = zip(*seen, strict=True)
    return fit(np.array(signs, dtype=np.float64), np.array(right))
