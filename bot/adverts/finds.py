"""
Find the patterns of all flags and marks in one advert at once, without those that are denied.

Pure. "tanpa dipungut biaya", "jangan percaya yang minta DP" and "bukan visa turis" are no finds. Start at
`find_all`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from bot.adverts.rules import FlagRules
from bot.language.located import Located
from bot.language.patterns import Found, Pattern, Places, find_pattern

_WORDS = re.compile(r"\w+")
_MAX_FILLERS = 3
_THERE_IS = frozenset({"ada", "dipungut", "diminta", "boleh"})  # "cicilan tidak ada"
_LONGEST_NAME = 3  # words behind the legal form
_HEADING = 3  # words of a sentence that only announces the next
_POINTING = frozenset({"itu", "ini"})
_NEAR = 6  # words on either side in which an `unless` calms


@dataclass(frozen=True, slots=True)
class Finds:
    """What was found, by flag and by mark; places of tokens. `warned` are sentences that warn of fraud."""

    words: Located
    flags: dict[str, tuple[Found, ...]]
    marks: dict[str, tuple[Found, ...]]
    warned: frozenset[int]

    def first(self, mark: str) -> Found | None:
        """The first find of a mark."""
        return next(iter(self.marks.get(mark, ())), None)

    def has(self, mark: str) -> bool:
        return bool(self.marks.get(mark))

    def is_warned(self, start: int) -> bool:
        """Whether the letter at `start` stands in a sentence that warns."""
        return bool(self.warned) and self.words.sentences[self.words.token_at(start)] in self.warned


def find_all(words: Located, rules: FlagRules, names: Iterable[tuple[int, int]] = ()) -> Finds:
    """
    Every find that is not denied, calmed or part of a warning.

    Args:
        names: Where names stand (letters from, to): "PT Bangun Seberang" crosses no sea.
    """
    places = Places(words.message, words.sentences)
    candidates: dict[str, dict[int, Pattern]] = {}
    for word in places.words:
        for owner, pattern in rules.by_anchor.get(word, ()):
            candidates.setdefault(owner, {})[id(pattern)] = pattern
    raw = {
        owner: [
            found
            for pattern in patterns.values()
            for found in find_pattern(pattern, places)
            if words.sentences[found.end] == words.sentences[found.start]
            and _is_whole(found, words)
            and not _is_denied_inside(found, pattern, words, rules)
        ]
        for owner, patterns in candidates.items()
    }
    warned = _warned(raw.get("!warns", ()), words)
    named = frozenset(at for name in names for at in _tokens_of(name, words))
    flags = {}
    for name in rules.flags:
        calm = raw.get(f"{name}!unless", ())
        kept = [
            found
            for found in raw.get(name, ())
            if words.sentences[found.start] not in warned
            and not any(named.issuperset(range(start, end + 1)) for start, end in found.parts)
            and not is_denied(found, words, rules)
            and not any(_calms(guard, found, words) for guard in calm)
        ]
        flags[name] = tuple(sorted(kept, key=lambda found: (found.start, -found.end)))
    marks = {
        name: tuple(
            found
            for found in sorted(raw.get(f"{name}!mark", ()), key=lambda found: found.start)
            if not is_denied(found, words, rules)
        )
        for name in rules.marks
    }
    return Finds(words, flags, marks, warned)


def is_denied(found: Found, words: Located, rules: FlagRules) -> bool:
    """Whether a "tidak" or "tanpa" belongs to one of the found parts: "tanpa dipungut biaya"."""
    tokens = words.message.tokens
    for start, end in found.parts:
        if any(tokens[at] in rules.negations for at in range(start, end + 1)):
            continue  # the flag itself is something missing: "tanpa kontrak"
        at = start - 1
        for _ in range(_MAX_FILLERS):
            if at < 0 or words.clauses[at] != words.clauses[start] or tokens[at] not in rules.fillers:
                break
            at -= 1
        inside = any(first <= at <= last for first, last in found.parts)
        broken = at >= 0 and words.clauses[at] != words.clauses[start]
        if at >= 0 and tokens[at] in rules.negations and not inside and not broken:
            return True
    behind = tokens[found.end + 1 : found.end + 3]
    own = any(tokens[at] in rules.negations for start, end in found.parts for at in range(start, end + 1))
    return not own and len(behind) == 2 and behind[0] in rules.negations and behind[1] in _THERE_IS


def _is_denied_inside(found: Found, pattern: Pattern, words: Located, rules: FlagRules) -> bool:
    """Whether a "tidak" slipped in between the words of a phrase: "gaji tidak dipotong"."""
    tokens = words.message.tokens
    inside = {tokens[at] for start, end in found.parts for at in range(start, end + 1)} & rules.negations
    return bool(inside) and not inside <= set(_WORDS.findall(pattern.text))


def _tokens_of(name: tuple[int, int], words: Located) -> range:
    """The tokens of a name; only the first few, because capitals may run on."""
    first = words.token_at(name[0])
    return range(first, min(words.token_at(name[1] - 1), first + _LONGEST_NAME) + 1)


def _is_whole(found: Found, words: Located) -> bool:
    """Whether no comma or bracket cuts a phrase in two: "tidak wajib, pengalaman" is no phrase."""
    return all(words.clauses[start] == words.clauses[end] for start, end in found.parts)


def _warned(warns: Iterable[Found], words: Located) -> frozenset[int]:
    """
    The sentences that warn.

    One that begins with "itu" or "ini" speaks of the sentence before; a heading ("WASPADA!") of the next.
    """
    sentences = {words.sentences[found.start] for found in warns}
    lengths = Counter(words.sentences) if sentences else {}
    sentences |= {sentence + 1 for sentence in sentences if lengths[sentence] <= _HEADING}
    for at, sentence in enumerate(words.sentences):
        begins = at == 0 or words.sentences[at - 1] != sentence
        if begins and sentence in sentences and words.message.tokens[at] in _POINTING:
            sentences.add(sentence - 1)
    return frozenset(sentences)


def _calms(guard: Found, found: Found, words: Located) -> bool:
    if words.sentences[guard.start] != words.sentences[found.start]:
        return False
    return guard.start <= found.end + _NEAR and found.start - _NEAR <= guard.end
