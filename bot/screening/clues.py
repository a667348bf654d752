"""
Add up small clues when no single sign is clear: "di bagasi", "perbatasan", "tolong" together say enough.

Pure. A clue is a family of words with a weight, counted once a message; the sum counts only in a message
about somebody, without a guard that calms it. Start at `weigh`.
"""

from __future__ import annotations

from bot.danger import Danger
from bot.language.patterns import find_pattern
from bot.screening.context import Context, is_negated
from bot.screening.rules import Rules

SIGN = "banyak_petunjuk"
_CALMING = ("news", "resolved", "general", "idiom", "domestic")


def weigh(context: Context, rules: Rules) -> tuple[Danger, tuple[str, ...]]:
    """The level that the clues give together, and their names; `Danger.NONE` when they are too few."""
    scale = rules.scale
    if context.laughs or not context.has("person") or any(context.has(guard) for guard in _CALMING):
        return Danger.NONE, ()
    if context.assumes or context.is_advert or (context.has("past") and not context.is_now):
        return Danger.NONE, ()
    seen = [
        clue
        for clue in rules.clues
        if any(
            not pattern.anchor.isdisjoint(context.places.words)
            and any(not is_negated(found, context, rules) for found in find_pattern(pattern, context.places))
            for pattern in clue.patterns
        )
    ]
    total = sum(clue.weight for clue in seen)
    names = tuple(clue.name for clue in seen)
    if not any(clue.grave for clue in seen) or total < scale.high:
        return Danger.NONE, names
    return (Danger.EMERGENCY if total >= scale.emergency else Danger.HIGH), names
