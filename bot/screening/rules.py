"""
The danger signs and the guards against false alarms, as editors write them in `content/id/danger.yaml`.

Pure: the YAML is read elsewhere and comes in as plain mappings. Every rule carries examples that must fire
and counter-examples that must not; `bot/authoring` and the tests hold them against `screen`. Start at
`parse_rules`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from bot.danger import Danger
from bot.errors import ContentError
from bot.language.lexicon import Lexicon
from bot.language.patterns import Pattern, by_anchor, parse_pattern, parse_words
from bot.language.taking import take_mapping, take_text, take_texts

GUARDS = (
    "news",  # somebody tells what was in the news
    "past",  # it was, and nothing says that it still is
    "resolved",  # it is over: paid, home, safe
    "hypothesis",  # "kalau", "apabila": before the sign, in the same sentence
    "general",  # a question about rules, lists, lessons
    "idiom",  # words that sound like danger and are not
    "domestic",  # a quarrel in a shop or house in Indonesia, not migration
    "now",  # "sekarang": overrules "past" when it stands between the past and the sign
    "present",  # it goes on ("dari kemarin", "masih di"): overrules "past" wherever it stands
    "plea",  # somebody calls for help
    "person",  # me or somebody I know
    "question",  # asks what is, may or should be: few words that ask are no cry
    "others",  # workers in general: "tkw dipukul majikan"
    "advert",  # a job advert, pasted or sent on
    "own",  # the writer's own words, in or beside an advert
)
"""The names that `guards:` in danger.yaml may use; each holds patterns."""

_SIGN_PARTS = {"id", "name", "level", "any", "ignores", "cry", "alone", "examples", "counterexamples"}


@dataclass(frozen=True, slots=True)
class Rule:
    """
    One sign of danger.

    `ignores` names guards that do not calm this sign. `examples` must give at least `level` and this sign;
    `counterexamples` must not alarm. A `cry` needs nobody named: "dipukul majikan" is about whoever writes
    it. An `alone` sign counts only when the whole message is its words and forms of address: "tolong pak".
    """

    sign: str
    name: str
    level: Danger
    patterns: tuple[Pattern, ...]
    ignores: frozenset[str] = frozenset()
    cry: bool = False
    alone: bool = False
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Clue:
    """A family of words that alone says little; without one `grave` clue the sum says nothing."""

    name: str
    weight: int
    grave: bool
    patterns: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True)
class Scale:
    """From which sum of clue weights a message counts as high, and as an emergency."""

    high: int = 7
    emergency: int = 9


@dataclass(frozen=True, slots=True)
class Rules:
    """
    All rules, clues, guards, and from each word the rules and guards that could fire when it is there.

    `written` is what the editor wrote, and all that is shown of rules: what is learnt beside them is kept
    under it, and sets of words are shown in another order each time. `classes` tells to which of the
    editor's groups a word belongs.
    """

    written: str
    rules: tuple[Rule, ...] = field(repr=False)
    clues: tuple[Clue, ...] = field(repr=False)
    scale: Scale = field(repr=False)
    guards: Mapping[str, tuple[Pattern, ...]] = field(repr=False)
    classes: Mapping[str, str] = field(repr=False)
    negations: frozenset[str] = field(repr=False)
    fillers: frozenset[str] = field(repr=False)
    address: frozenset[str] = field(repr=False)
    anchors: Mapping[str, tuple[tuple[Rule, Pattern], ...]] = field(repr=False)
    guard_anchors: Mapping[str, tuple[tuple[str, Pattern], ...]] = field(repr=False)


def parse_rules(data: Mapping[str, object], lexicon: Lexicon) -> Rules:
    """
    Build the rules from the mapping that danger.yaml holds.

    Args:
        data: `groups` (name to words), `negation`, `fillers` and `address` (words), `guards` (name to
            patterns), `clues` (name to weight, grave, any), `scale` (high and emergency) and `signs` (list
            of mappings with id, name, level, any, ignores, cry, alone, examples, counterexamples).
        lexicon: The one that messages will be read with.

    Raises: ContentError naming the sign or guard at fault.
    """
    groups = {
        name: parse_words(take_text(words, name), lexicon)
        for name, words in take_mapping(data, "groups").items()
    }
    guards = {}
    for name, patterns in take_mapping(data, "guards").items():
        if name not in GUARDS:
            raise ContentError(f'penenang "{name}" tidak dikenal; yang ada: {", ".join(GUARDS)}')
        guards[name] = tuple(parse_pattern(text, groups, lexicon) for text in take_texts(patterns, name))
    signs = data.get("signs")
    if not isinstance(signs, list) or not signs:
        raise ContentError('"signs" harus berupa daftar dengan paling sedikit satu tanda')
    rules = tuple(_parse_rule(sign, groups, lexicon) for sign in signs)
    scale = take_mapping(data, "scale")
    return Rules(
        written=json.dumps(data, ensure_ascii=False, sort_keys=True, default=str),
        rules=rules,
        clues=tuple(
            _parse_clue(name, raw, groups, lexicon) for name, raw in take_mapping(data, "clues").items()
        ),
        scale=Scale(_whole(scale.get("high", 7), "high"), _whole(scale.get("emergency", 9), "emergency")),
        guards=MappingProxyType(guards),
        classes=MappingProxyType(_classes(groups)),
        negations=parse_words(take_text(data.get("negation", ""), "negation"), lexicon),
        fillers=parse_words(take_text(data.get("fillers", ""), "fillers"), lexicon),
        address=parse_words(take_text(data.get("address", ""), "address"), lexicon),
        anchors=MappingProxyType(by_anchor((rule, pattern) for rule in rules for pattern in rule.patterns)),
        guard_anchors=MappingProxyType(
            by_anchor((name, pattern) for name in guards for pattern in guards[name])
        ),
    )


def _parse_rule(raw: object, groups: Mapping[str, frozenset[str]], lexicon: Lexicon) -> Rule:
    if not isinstance(raw, Mapping) or "id" not in raw:
        raise ContentError(f"setiap tanda perlu id; ini tidak: {str(raw)[:60]!r}")
    sign = str(raw["id"])
    try:
        level = Danger(raw.get("level"))
    except ValueError:
        raise ContentError(f'tanda "{sign}": level harus watch, high, atau emergency') from None
    unknown = set(raw) - _SIGN_PARTS
    if unknown:
        raise ContentError(f'tanda "{sign}": bagian "{min(unknown)}" tidak dikenal')
    ignores = frozenset(take_texts(raw.get("ignores", []), sign))
    if not ignores <= set(GUARDS):
        raise ContentError(f'tanda "{sign}": penenang "{min(ignores - set(GUARDS))}" tidak dikenal')
    return Rule(
        sign=sign,
        name=take_text(raw.get("name", sign), sign),
        level=level,
        patterns=tuple(parse_pattern(text, groups, lexicon) for text in take_texts(raw.get("any"), sign)),
        ignores=ignores,
        cry=raw.get("cry", False) is True,
        alone=raw.get("alone", False) is True,
        examples=tuple(take_texts(raw.get("examples", []), sign)),
        counterexamples=tuple(take_texts(raw.get("counterexamples", []), sign)),
    )


def _parse_clue(name: str, raw: object, groups: Mapping[str, frozenset[str]], lexicon: Lexicon) -> Clue:
    if not isinstance(raw, Mapping):
        raise ContentError(f'petunjuk "{name}" perlu weight dan any')
    return Clue(
        name=name,
        weight=_whole(raw.get("weight"), name),
        grave=raw.get("grave", False) is True,
        patterns=tuple(parse_pattern(text, groups, lexicon) for text in take_texts(raw.get("any"), name)),
    )


def _classes(groups: Mapping[str, frozenset[str]]) -> dict[str, str]:
    """A word that stands in several groups belongs to the first."""
    found: dict[str, str] = {}
    for name, words in groups.items():
        for word in words:
            found.setdefault(word, name)
    return found


def _whole(raw: object, where: str) -> int:
    if not isinstance(raw, int) or isinstance(raw, bool) or raw < 1:
        raise ContentError(f'"{where}" perlu angka bulat paling kecil 1')
    return raw
