"""
Hear danger also in words that no rule foresaw.

Pure. The rules (`look`) know words, persons and guards; a linear model, learnt from messages that people
wrote for it, knows a hundred other ways to say the same. Neither decides alone: how urgent a message is comes
from curves over what both say, fitted on messages that the model had not seen. Start at `learn_hearing` and
`hear`.
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
from bot.learning.vocabulary import Floats, Vocabulary, build_vocabulary
from bot.screening.cry import Cry
from bot.screening.rules import Rules
from bot.screening.screen import Screening, Sighting, look

FROM = {Danger.WATCH: 0.6, Danger.HIGH: 0.6, Danger.EMERGENCY: 0.25}
"""Chance from which a message is taken to be so urgent, or more; a cry unheard costs more than a question."""

LEAST_ALARM = 0.4
"""Chance of an alarm without which nothing is an emergency."""

RULED_FROM = 0.2
"""Chance of an alarm from which a rule that calls for an emergency is believed."""

RIDGE = 3.0

SHORT = 3  # words; what is shorter alarms only as a rule or an example says it
EXAMINED = 4  # one message in so many is held out for the curves

_LEVELS = (Danger.NONE, Danger.WATCH, Danger.HIGH, Danger.EMERGENCY)

Label = tuple[str, Danger]


@dataclass(frozen=True, slots=True, eq=False)
class Hearing:
    """
    Read-only: the rules, and what was learnt beside them.

    `labels` are the columns of `weights`; each of `curves` tells how likely a message is so urgent or more.
    `known` are the messages themselves, normalised: whoever writes exactly that is heard as an editor said.
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
    places, values = hearing.vocabulary.vector(message)
    if len(places) == 0:
        return ruled
    scores: Floats = values @ hearing.weights[places]
    seen = _signs(scores, hearing.labels, ruled, message)
    danger = _level(seen, hearing.curves, ruled)
    if danger is Danger.NONE:
        return Screening(Danger.NONE, (), ruled.sightings)
    if ruled.signs:  # words that a rule knows name a sign best
        return Screening(danger, ruled.signs, ruled.sightings)
    heard = _heard(scores, hearing.labels, danger)
    return Screening(danger, tuple(one.sign for one in heard), (*ruled.sightings, *heard))


def learn_hearing(cries: Iterable[Cry], rules: Rules, lexicon: Lexicon) -> Hearing:
    """
    Learn from messages.

    Args:
        cries: Calm ones too, and many more of them than others; in any order.
    """
    ordered = sorted(set(cries), key=lambda cry: (cry.danger.rank, cry.sign, cry.text))
    labels = tuple(dict.fromkeys((cry.sign, cry.danger) for cry in ordered))
    owner = [labels.index((cry.sign, cry.danger)) for cry in ordered]
    read = [normalise(cry.text, lexicon) for cry in ordered]
    vocabulary = build_vocabulary(read)
    vectors = [vocabulary.vector(one) for one in read]
    learner = Learner(vectors, owner, len(vocabulary.rarity), len(labels), RIDGE)
    kept = range(0, len(ordered), EXAMINED)
    for _ in learner.learn(set(range(len(ordered))) - set(kept)):
        pass
    seen = np.array(
        [
            _signs(learner.scores(row), labels, look(ordered[row].text, read[row], rules), read[row])
            for row in kept
        ]
    )
    right = np.array([ordered[row].danger.rank for row in kept])
    for _ in learner.learn(range(len(ordered))):
        pass
    return Hearing(
        rules=rules,
        lexicon=lexicon,
        vocabulary=vocabulary,
        labels=labels,
        weights=learner.weights,
        curves={level: fit(seen, right >= level.rank) for level in FROM},
        known={one.text: (cry.sign, cry.danger) for one, cry in zip(read, ordered, strict=True)},
    )


def _level(seen: Doubles, curves: Mapping[Danger, Doubles], ruled: Screening) -> Danger:
    chances = {level: chance(curve, seen) for level, curve in curves.items()}
    if ruled.danger is Danger.EMERGENCY and chances[Danger.HIGH] >= RULED_FROM:
        return Danger.EMERGENCY
    reached = [level for level in curves if chances[level] >= FROM[level]]
    if chances[Danger.HIGH] < LEAST_ALARM:
        reached = [level for level in reached if not level.alarms]
    return max(reached, default=Danger.NONE, key=lambda level: level.rank)


def _is_short(message: Normalised) -> bool:
    """A receipt code and a bare number are short too."""
    return sum(len(stem) > 1 and stem.isalpha() for stem in message.stems) < SHORT


def _signs(scores: Floats, labels: Sequence[Label], ruled: Screening, message: Normalised) -> Doubles:
    """What both say: the learnt score of each level, which levels the rules reach, and how long it is."""
    learnt = [
        float(sum(score for score, (_, danger) in zip(scores, labels, strict=True) if danger is level))
        for level in _LEVELS
    ]
    reached = [float(ruled.danger >= level) for level in _LEVELS[1:]]
    guarded = float(any(seen.calmed_by for seen in ruled.sightings))
    return np.array([*learnt, *reached, guarded, np.log1p(len(message.stems))], dtype=np.float64)


def _heard(scores: Floats, labels: Sequence[Label], danger: Danger) -> list[Sighting]:
    """The learnt sign that speaks loudest here."""
    named = [(float(score), sign) for score, (sign, _) in zip(scores, labels, strict=True) if sign]
    return [Sighting(max(named)[1], danger, "")] if named else []
