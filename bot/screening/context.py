"""
Judge how a message speaks of danger: about whom, when, and whether at all.

Pure. It finds the guards of one message once; `calmed_by` says which of them calm one sign at one place.
Words in, never who wrote them. Start at `read_context`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.language.patterns import Found, Pattern, Places, find_pattern
from bot.screening.rules import GUARDS, Rule, Rules

_LAUGH = re.compile(r"\b(?:wk){2,}|\b(?:ha){3,}|\b(?:xi){2,}|[😂🤣😆😹]", re.IGNORECASE)
_KEYWORDS = 9  # up to so many words about nobody are a search, not a story
_MAX_FILLERS = 3
_SENTENCE = 18  # a hypothesis reaches so many words forward
_DENIABLE = frozenset({"past", "resolved", "news", "now", "present"})  # "belum pernah" is not the past
_REPORTED = frozenset("bilang ancam katanya kata dibilang ancaman diancam mengancam di ke".split())


@dataclass(frozen=True, slots=True)
class Context:
    """The guards that stand in a message, each with its places."""

    places: Places
    guards: dict[str, tuple[Found, ...]]
    laughs: bool
    asks: bool  # a question mark stands somewhere

    def has(self, guard: str) -> bool:
        return bool(self.guards.get(guard))

    @property
    def is_search(self) -> bool:
        """Few words about nobody: "paspor ditahan majikan"."""
        return len(self.places.message.tokens) <= _KEYWORDS and not self.concerns_someone

    @property
    def concerns_someone(self) -> bool:
        return self.has("person") or self.has("plea") or self.is_now

    @property
    def is_question(self) -> bool:
        """Whether few words ask, or speak of workers in general; other few words may be a cry."""
        return self.asks or self.has("question") or self.has("others")

    @property
    def is_advert(self) -> bool:
        """A job advert without a word of the writer's own beside it."""
        return self.has("advert") and not self.has("own") and not self.has("plea")

    @property
    def assumes(self) -> bool:
        """Whether the message imagines something, wherever it says so."""
        return any(_is_assumed(guess, self.places) for guess in self.guards["hypothesis"])

    @property
    def is_now(self) -> bool:
        return self.has("now") or self.has("present")


def read_context(text: str, places: Places, rules: Rules) -> Context:
    """Find every guard of a message; `text` is as it was typed, for laughter and emoji."""
    candidates: dict[str, dict[int, Pattern]] = {}
    for word in places.words:
        for name, pattern in rules.guard_anchors.get(word, ()):
            candidates.setdefault(name, {})[id(pattern)] = pattern
    guards = {}
    for name in GUARDS:
        found: list[Found] = []
        for pattern in candidates.get(name, {}).values():
            found.extend(find_pattern(pattern, places))
        if name in _DENIABLE:
            found = [one for one in found if not _follows_negation(one, places, rules)]
        guards[name] = tuple(found)
    return Context(places, guards, laughs=bool(_LAUGH.search(text)), asks="?" in text)


def is_negated(found: Found, context: Context, rules: Rules) -> bool:
    """Whether a "tidak" belongs to one of the found parts: "saya tidak sedang disekap"."""
    tokens = context.places.message.tokens
    for start, end in found.parts:
        if any(tokens[at] in rules.negations for at in range(start, end + 1)):
            continue  # the sign itself is something that is not done: "tidak dibayar"
        at = start - 1
        for _ in range(_MAX_FILLERS):
            if at < 0 or (at + 1) in context.places.message.breaks or tokens[at] not in rules.fillers:
                break
            at -= 1
        inside = any(first <= at <= last for first, last in found.parts)
        if at >= 0 and tokens[at] in rules.negations and not inside and not _broken(at, start, context):
            return True
    return False


def calmed_by(rule: Rule, found: Found, context: Context) -> str | None:
    """The guard that says this is no danger now, or None; "general" and the like still deserve a look."""
    for guard in ("idiom", "news", "hypothesis", "past", "advert", "general", "domestic"):
        if guard in rule.ignores:
            continue
        if guard == "hypothesis":
            if any(_is_hypothesis(guess, found, context) for guess in context.guards["hypothesis"]):
                return guard
        elif guard == "past":
            if _is_past(found, context):
                return guard
        elif guard == "advert":
            if context.is_advert:
                return guard
        elif guard == "general":
            if _is_general(rule, context):
                return guard
        elif context.has(guard) and not (guard == "news" and context.has("plea")):
            return guard
    return None


def _is_general(rule: Rule, context: Context) -> bool:
    """ "dipukul majikan" is a cry, "dipukul majikan boleh?" and "kontrak beda" are searches."""
    if context.is_search and (context.is_question or not rule.cry):
        return True
    return context.has("general") and not context.has("person")


def _is_hypothesis(guess: Found, found: Found, context: Context) -> bool:
    core = found.parts[0][0]
    return guess.end < core <= guess.start + _SENTENCE and _is_assumed(guess, context.places)


def _is_assumed(guess: Found, places: Places) -> bool:
    """ "kalau dikunci" is; "bilang kalau", "kalau tidak bayar" and "di kl" (Kuala Lumpur) are not."""
    tokens = places.message.tokens
    before = tokens[guess.start - 1] if guess.start else ""
    after = tokens[guess.end + 1] if guess.end + 1 < len(tokens) else ""
    return before not in _REPORTED and after != "tidak"


def _is_past(found: Found, context: Context) -> bool:
    """ "dulu disekap, sekarang di rumah" is; "dulu baik, sekarang disekap" is not."""
    if context.has("resolved"):
        return True
    if context.has("present") or not context.has("past"):
        return False
    since = min(past.start for past in context.guards["past"])
    return not any(since <= now.start <= found.end for now in context.guards["now"])


def _follows_negation(found: Found, places: Places, rules: Rules) -> bool:
    return found.start > 0 and places.message.tokens[found.start - 1] in rules.negations


def _broken(first: int, last: int, context: Context) -> bool:
    return any(first < at <= last for at in context.places.message.breaks)
