"""
Notice danger in a message before anything else is done with it.

Pure: rules and words come in, what was typed is not kept. It prefers a question too many to a cry
unheard, but a question about rules, yesterday's news or "saya tidak disekap" must stay calm. Start at
`screen`; the signs are in `content/id/danger.yaml`.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.danger import Danger
from bot.language.lexicon import Lexicon
from bot.language.normalise import Normalised, normalise
from bot.language.patterns import Pattern, Places, find_pattern
from bot.screening.clues import SIGN, weigh
from bot.screening.context import Context, calmed_by, is_negated, read_context
from bot.screening.rules import GUARDS, Rule, Rules

_STILL_WORTH_A_LOOK = frozenset({"general", "domestic", "advert"})
_WHOLE_STORY = frozenset({"past", "news"})  # they calm the small clues around a sign as well
_MANY_SIGNS = 3  # so many high signs together are an emergency

ASKS = "?"


@dataclass(frozen=True, slots=True)
class Sighting:
    """One sign that was seen: the level it gives here, the words, and the guard that calmed it, if any."""

    sign: str
    level: Danger
    words: str
    calmed_by: str | None = None


@dataclass(frozen=True, slots=True)
class Screening:
    """
    The danger of one message, its signs (most urgent first), and for explanations all sightings.

    `manner` is how it speaks: the names of the guards that stand in it, and ASKS for a question mark.
    """

    danger: Danger
    signs: tuple[str, ...] = ()
    sightings: tuple[Sighting, ...] = ()
    manner: frozenset[str] = frozenset()


def screen(text: str, rules: Rules, lexicon: Lexicon) -> Screening:
    """
    Say how much danger a message speaks of.

    Args:
        text: As typed, any length, any language.
        rules: From `parse_rules`.
        lexicon: The one the rules were parsed with.

    Returns: `Danger.NONE` without signs when nothing was noticed. Never raises.
    """
    return look(text, normalise(text, lexicon), rules)


def look(text: str, message: Normalised, rules: Rules) -> Screening:
    """The same for a message that was read before; `message` is the text normalised with that lexicon."""
    places = Places(message)
    present = places.words
    candidates = {
        id(pattern): (rule, pattern) for word in present for rule, pattern in rules.anchors.get(word, ())
    }
    context = read_context(text, places, rules)
    sightings = []
    for rule, pattern in candidates.values():
        if rule.alone and not _is_all(pattern, places, rules):
            continue
        for found in find_pattern(pattern, places):
            words = " ".join(places.message.tokens[found.start : found.end + 1])
            if is_negated(found, context, rules):
                sightings.append(Sighting(rule.sign, Danger.NONE, words, "negation"))
                continue
            guard = calmed_by(rule, found, context)
            sightings.append(Sighting(rule.sign, _level(rule, guard, context), words, guard))
    if not any(seen.level.alarms or seen.calmed_by in _WHOLE_STORY for seen in sightings):
        level, clues = weigh(context, rules)
        sightings.append(Sighting(SIGN, level, ", ".join(clues)))
    return _summary(sightings, context)


def _is_all(pattern: Pattern, places: Places, rules: Rules) -> bool:
    """Whether a message holds nothing but the words of a one-word pattern and forms of address."""
    return all(token in pattern.anchor or token in rules.address for token in places.message.tokens)


def _level(rule: Rule, guard: str | None, context: Context) -> Danger:
    if guard in _STILL_WORTH_A_LOOK:
        return Danger.WATCH
    if guard is not None:
        return Danger.NONE
    if context.laughs and not context.has("plea"):
        return Danger.WATCH
    return rule.level


def _summary(sightings: list[Sighting], context: Context) -> Screening:
    ordered = tuple(sorted(sightings, key=lambda seen: (-seen.level.rank, seen.sign, seen.words)))
    seen = [sighting for sighting in ordered if sighting.level > Danger.NONE]
    manner = frozenset(name for name in GUARDS if context.has(name)) | ({ASKS} if context.asks else set())
    if not seen:
        return Screening(Danger.NONE, (), ordered, manner)
    danger = seen[0].level
    high = {sighting.sign for sighting in seen if sighting.level.alarms}
    urgent = context.has("plea") and context.is_now
    if danger is Danger.HIGH and (urgent or len(high) >= _MANY_SIGNS):
        danger = Danger.EMERGENCY
    return Screening(danger, tuple(dict.fromkeys(sighting.sign for sighting in seen)), ordered, manner)
