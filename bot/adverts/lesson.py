"""
How the ear is learnt: from offers of every kind, and from what people write themselves.

Pure numpy. Weights come from all texts; the curves over them only from scores of texts which weights had not
seen, each a fifth of all in turn. A good offer is good in every sentence, so its sentences are learnt, too;
of a bad one nobody says which of them is bad. Start at `learn_ear`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from bot.adverts.advert import Advert
from bot.adverts.ear import CALM, Ear, alarm_of, lean_of, unease_of
from bot.adverts.framed import framed, lines
from bot.adverts.sample import Sample
from bot.language.normalise import Normalised
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
    def is_line(self) -> bool:
        return self.sample is not None and self.sample.is_line

    @property
    def is_suspicious(self) -> bool:
        return self.sample is not None and self.sample.kind == "suspicious"

    @property
    def is_good(self) -> bool:
        return self.sample is not None and self.sample.kind == "ok"

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
    said = [(at, line) for at, study in enumerate(studies) if study.is_offer for line in lines(study.advert)]
    whole = [at for at, study in enumerate(studies) if not study.is_line]
    offer_rows = [(at, int(studies[at].is_offer)) for at in whole for _ in range(studies[at].often)]
    flag_rows = [(at, labels.index(flag)) for at, each in enumerate(studies) for flag in each.told]
    flag_rows += [(len(read) + at, 0) for at, (study, _) in enumerate(said) if studies[study].is_good]
    groups = [*range(len(read)), *(study for study, _ in said)]
    width = len(vocabulary.rarity)
    offers = _Lesson(vectors, groups, offer_rows, width, 2, RIDGE_OFFERS)
    vectors = [*vectors, *(vocabulary.vector(line) for _, line in said)]
    flags = _Lesson(vectors, groups, flag_rows, width, len(labels), RIDGE_FLAGS)
    heard = list(flags.unseen())
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
            (alarm_of(score, studies[at].advert, studies[at].assurances), studies[at].is_suspicious)
            for at, score in heard
            if at < len(read) and not studies[at].is_line
        ),
        lines_curve=_fitted(
            (signs, studies[at].is_suspicious)
            for at, signs in _worst_lines(
                (*said[at - len(read)], score) for at, score in heard if at >= len(read)
            )
            if studies[at].is_suspicious or studies[at].is_good
        ),
    )


def _worst_lines(heard: Iterable[tuple[int, Normalised, Floats]]) -> Iterator[tuple[int, list[float]]]:
    """The signs of the line of each study that sounds least calm."""
    worst: dict[int, tuple[float, list[float]]] = {}
    for study, line, score in heard:
        loud = float(score[1:].max() - score[0])
        if study not in worst or loud > worst[study][0]:
            worst[study] = loud, unease_of(score, line)
    return ((study, signs) for study, (_, signs) in worst.items())


@dataclass(frozen=True, slots=True)
class _Lesson:
    """
    Which label each vector has, once or several times: `rows` are (place of the vector, label).

    `groups` says which text each vector is of: those of one text are learnt or kept unseen together.
    """

    vectors: Sequence[Vector]
    groups: Sequence[int]
    rows: Sequence[tuple[int, int]]
    features: int
    labels: int
    ridge: float

    def weights(self, without: int = -1) -> Floats:
        """Learnt from all, or from all but one part of the vectors."""
        rows = [row for row in self.rows if self.groups[row[0]] % FOLDS != without]
        vectors = [self.vectors[at] for at, _ in rows]
        learner = Learner(vectors, [label for _, label in rows], self.features, self.labels, self.ridge)
        for _ in learner.learn(range(len(rows)), ROUNDS):
            pass
        return learner.weights

    def unseen(self) -> Iterator[tuple[int, Floats]]:
        """Places of vectors and the scores that weights give which have not seen them."""
        taught = {self.groups[at] for at, _ in self.rows}
        for part in range(FOLDS):
            weights = self.weights(without=part)
            for at, (places, values) in enumerate(self.vectors):
                if self.groups[at] in taught and self.groups[at] % FOLDS == part:
                    yield at, values @ weights[places]


def _fitted(seen: Iterable[tuple[list[float], bool]]) -> Doubles:
    signs, right = zip(*seen, strict=True)
    return fit(np.array(signs, dtype=np.float64), np.array(right))
