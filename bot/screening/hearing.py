"""
Hear danger also in words that no rule foresaw.

Pure. The rules (`look`) know words, persons and guards; a linear model, learnt from messages that people
wrote for it, knows a hundred other ways to say the same. Neither decides alone: how urgent a message is comes
from curves over what both say and how the message speaks (asks, tells, assumes), fitted on messages that the
model had not seen. Start at `learn_hearing` and `hear`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from bot.danger import Danger
from bot.language.lexicon import Lexicon
from bot.language.normalise import Normalised, normalise
from bot.learning.curve import Doubles, chance, fit
from bot.learning.learner import Learner
from bot.learning.vocabulary import Floats, Vector, Vocabulary, build_vocabulary
from bot.screening.cry import Cry
from bot.screening.outline import outline
from bot.screening.rules import GUARDS, Rules
from bot.screening.screen import ASKS, Screening, Sighting, look

FROM = {Danger.WATCH: 0.6, Danger.HIGH: 0.55, Danger.EMERGENCY: 0.25}
"""Chance from which a message is taken to be so urgent, or more; a cry unheard costs more than a question."""

LEAST_ALARM = 0.4
"""Chance of an alarm without which nothing is an emergency."""

RULED_FROM = 0.2
"""Chance of an alarm from which a rule that calls for an emergency is believed."""

RIDGE = 1.0

SHORT = 3  # words; what is shorter alarms only as a rule or an example says it
SHARES = 4  # each share of the messages is held out once for the curves; examined by half, they waver
ROUNDS = 4  # more of them move a chance by 0.007 on average
NAMING_ROUNDS = 3

_LEVELS = (Danger.NONE, Danger.WATCH, Danger.HIGH, Danger.EMERGENCY)
_MANNERS = (*GUARDS, ASKS)

Label = tuple[str, Danger]
Example = tuple[Normalised, Cry]


@dataclass(frozen=True, slots=True, eq=False)
class Hearing:
    """
    Read-only: the rules, and what was learnt beside them.

    `labels` are the columns of `weights`: first each level, without a sign, then the signs of the cries,
    which only name what was heard. Each of `curves` tells how likely a message is so urgent or more. `known`
    are the messages themselves, normalised: whoever writes exactly that is heard as an editor said.
    """

    rules: Rules
    lexicon: Lexicon
    vocabulary: Vocabulary = field(repr=False)
    labels: tuple[Label, ...] = field(repr=False)
    weights: Floats = field(repr=False)
    curves: Mapping[Danger, Doubles] = field(repr=False)
    known: Mapping[str, Label] = field(repr=False)


def hear(text: str, hearing: Hearing) -> Screening:
    """
    Say how much danger a message speaks of.

    Args:
        text: As typed, any length, any language.

    Returns: `Danger.NONE` without signs when nothing was noticed. Never raises.
    """
    message = normalise(text, hearing.lexicon)
    ruled = look(text, message, hearing.rules)
    if message.text in hearing.known:
        sign, danger = hearing.known[message.text]
        signs = tuple(dict.fromkeys((*ruled.signs, sign))) if danger is not Danger.NONE else ()
        return Screening(danger, signs, ruled.sightings)
    if _is_short(message):
        return ruled
    places, values = hearing.vocabulary.vector(message, outline(message, hearing.rules.classes))
    if len(places) == 0:
        return ruled
    scores: Floats = values @ hearing.weights[places]
    danger = _level(_signs(scores, ruled, message), hearing.curves, ruled)
    if danger is Danger.NONE:
        return Screening(Danger.NONE, (), ruled.sightings, ruled.manner)
    if ruled.signs:  # words that a rule knows name a sign best
        return Screening(danger, ruled.signs, ruled.sightings, ruled.manner)
    heard = _heard(scores, hearing.labels, danger)
    return Screening(danger, tuple(one.sign for one in heard), (*ruled.sightings, *heard), ruled.manner)


def learn_hearing(cries: Iterable[Cry], rules: Rules, lexicon: Lexicon) -> Hearing:
    """
    Learn from messages.

    Args:
        cries: Calm ones too, and many more of them than others; in any order. Where two are the same once
            they are read, the more urgent one counts.
    """
    ordered = sorted(set(cries), key=lambda cry: (cry.danger.rank, cry.sign, cry.text))
    by_text = {message.text: (message, cry) for cry in ordered for message in [normalise(cry.text, lexicon)]}
    examples = tuple(by_text.values())
    told = [outline(message, rules.classes) for message, _ in examples]
    vocabulary = build_vocabulary([message for message, _ in examples], told)
    vectors = [vocabulary.vector(message, more) for (message, _), more in zip(examples, told, strict=True)]
    curves = _fit_curves(examples, vectors, len(vocabulary.rarity), rules)
    learner = _learn_levels(examples, vectors, len(vocabulary.rarity), range(len(examples)))
    signs, naming = _learn_signs(examples, vectors, len(vocabulary.rarity))
    return Hearing(
        rules=rules,
        lexicon=lexicon,
        vocabulary=vocabulary,
        labels=(*(("", level) for level in _LEVELS), *signs),
        weights=np.hstack([learner.weights, naming]),
        curves=curves,
        known={text: (cry.sign, cry.danger) for text, (_, cry) in by_text.items()},
    )


def _fit_curves(
    examples: Sequence[Example], vectors: Sequence[Vector], features: int, rules: Rules
) -> dict[Danger, Doubles]:
    """How likely each level is, from examples that were held out when the others were learnt."""
    seen, right = [], []
    for first in range(SHARES):
        kept = range(first, len(examples), SHARES)
        learner = _learn_levels(examples, vectors, features, set(range(len(examples))) - set(kept))
        for row in kept:
            message, cry = examples[row]
            seen.append(_signs(learner.scores(row), look(cry.text, message, rules), message))
            right.append(cry.danger.rank)
    return {level: fit(np.array(seen), np.array(right) >= level.rank) for level in FROM}


def _learn_levels(
    examples: Sequence[Example], vectors: Sequence[Vector], features: int, rows: Iterable[int]
) -> Learner:
    owner = [cry.danger.rank for _, cry in examples]
    learner = Learner(vectors, owner, features, len(_LEVELS), RIDGE)
    for _ in learner.learn(rows, ROUNDS):
        pass
    return learner


def _learn_signs(
    examples: Sequence[Example], vectors: Sequence[Vector], features: int
) -> tuple[tuple[Label, ...], Floats]:
    """What tells one kind of danger from another, from the cries alone."""
    rows = [row for row, (_, cry) in enumerate(examples) if cry.sign]
    own = [(examples[row][1].sign, examples[row][1].danger) for row in rows]
    labels = tuple(dict.fromkeys(own))
    numbers = {label: number for number, label in enumerate(labels)}
    learner = Learner(
        [vectors[row] for row in rows], [numbers[label] for label in own], features, len(labels), RIDGE
    )
    for _ in learner.learn(range(len(rows)), NAMING_ROUNDS):
        pass
    return labels, learner.weights


def _level(seen: Doubles, curves: Mapping[Danger, Doubles], ruled: Screening) -> Danger:
    chances = {level: chance(curve, seen) for level, curve in curves.items()}
    if ruled.danger is Danger.EMERGENCY and chances[Danger.HIGH] >= RULED_FROM:
        return Danger.EMERGENCY
    least = Danger.WATCH if ruled.danger.alarms else Danger.NONE
    reached = [level for level in curves if chances[level] >= FROM[level]]
    if chances[Danger.HIGH] < LEAST_ALARM:
        reached = [level for level in reached if not level.alarms]
    return max([least, *reached], key=lambda level: level.rank)


def _is_short(message: Normalised) -> bool:
    """A receipt code and a bare number are short too."""
    return sum(len(stem) > 1 and stem.isalpha() for stem in message.stems) < SHORT


def _signs(scores: Floats, ruled: Screening, message: Normalised) -> Doubles:
    """The learnt score of each level, which levels the rules reach, how it is said, and how long it is."""
    learnt = [float(score) for score in scores[: len(_LEVELS)]]
    reached = [float(ruled.danger >= level) for level in _LEVELS[1:]]
    guarded = float(any(seen.calmed_by for seen in ruled.sightings))
    manner = [float(name in ruled.manner) for name in _MANNERS]
    return np.array([*learnt, *reached, guarded, np.log1p(len(message.stems)), *manner], dtype=np.float64)


def _heard(scores: Floats, labels: Sequence[Label], danger: Danger) -> list[Sighting]:
    """The learnt sign that speaks loudest here."""
    named = [(float(score), sign) for score, (sign, _) in zip(scores, labels, strict=True) if sign]
    return [Sighting(max(named)[1], danger, "")] if named else []
