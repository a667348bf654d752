"""What adverts are judged with: the rules, and what was learnt beside them, from disk or now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from zlib import crc32

from bot.adverts.ear import Ear
from bot.adverts.judge import judge
from bot.adverts.known import Adverts
from bot.adverts.lesson import Study, learn_ear
from bot.adverts.read import read_advert
from bot.adverts.rules import FlagRules
from bot.adverts.sample import Sample
from bot.app.learnt.shelf import Array, Box, fingerprint, kept, pack_vocabulary, unpack_vocabulary
from bot.authoring.content import Content
from bot.faq.example import WORDS

ROOMS = ("bot.adverts", "bot.learning", "bot.language")
ONE_IN = 5  # of what people ask and cry, whatever else is edited; all of it would take seconds


def adverts_of(content: Content) -> Adverts:
    """Seconds when it is learnt; as written, when there is nothing to learn from."""
    written = content.adverts
    if written.rules is None or not {"suspicious", "ok", "none"} <= {each.kind for each in content.offers}:
        return written
    texts = _texts(content, written.rules)
    read_with = (written.vocabulary.tables, *_patterns(written.rules))
    key = fingerprint([*texts, *read_with], content.lexicon, ROOMS)
    ear = kept("offers", key, lambda: learn_ear(studies_of(content)), _pack, _unpack)
    return replace(written, rules=replace(written.rules, ear=ear))


def studies_of(content: Content) -> list[Study]:
    """Everything the ear learns from, read and judged by the rules alone."""
    vocabulary, rules = content.adverts.vocabulary, content.adverts.rules
    if rules is None:
        return []
    found = []
    for sample, text in _texts(content, rules):
        advert = read_advert(text, vocabulary)
        verdict = judge(advert, vocabulary, rules)
        found.append(Study(advert, verdict.points, len(verdict.assurances), sample))
    return found


def _texts(content: Content, rules: FlagRules) -> Iterator[tuple[Sample | None, str]]:
    """Samples with their texts, then what people ask and cry: none of it an offer."""
    for sample in (*content.offers, *_calm(rules)):
        yield sample, sample.text
    asked = sorted({each.text for each in content.examples if each.register != WORDS})
    cried = sorted({each.text for each in content.cries} - set(asked))
    yield from ((None, text) for text in (*asked, *cried) if crc32(text.encode()) % ONE_IN == 0)


def _calm(rules: FlagRules) -> Iterator[Sample]:
    """What editors say is no red flag, however it sounds."""
    for flag in rules.flags.values():
        yield from (Sample(text, "ok") for text in flag.counterexamples)


def _patterns(rules: FlagRules) -> Iterator[str]:
    """All that decides how many points and assurances a text has, as editors write it."""
    for flag in rules.flags.values():
        yield f"{flag.id} {flag.weight} {[each.text for each in (*flag.patterns, *flag.unless)]}"
    for name, patterns in (("warns", rules.warns), *rules.marks.items()):
        yield f"{name} {name in rules.assurances} {[each.text for each in patterns]}"
    yield f"{sorted(rules.negations)} {sorted(rules.fillers)}"


def _pack(ear: Ear) -> Box:
    vocabulary = pack_vocabulary(ear.vocabulary)
    arrays: dict[str, Array] = {
        "offers": ear.offers,
        "offers_curve": ear.offers_curve,
        "flags": ear.flags,
        "flags_curve": ear.flags_curve,
        "lines_curve": ear.lines_curve,
    }
    return Box({**vocabulary.arrays, **arrays}, {**vocabulary.words, "labels": ear.labels})


def _unpack(box: Box) -> Ear:
    return Ear(
        vocabulary=unpack_vocabulary(box),
        offers=box.arrays["offers"],
        offers_curve=box.arrays["offers_curve"],
        labels=tuple(box.words["labels"]),
        flags=box.arrays["flags"],
        flags_curve=box.arrays["flags_curve"],
        lines_curve=box.arrays["lines_curve"],
    )
