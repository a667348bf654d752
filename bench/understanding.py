"""
How well and how fast a question finds its answer: ours beside rapidfuzz, BM25 and TF-IDF on the same content.

The questions are those of `tests/understanding`, written without sight of the content. Every
method sees the same examples and the same normalised text; the methods take turns, question by question, and
a question's time includes reading it. Run with `make bench-understanding`.
"""

from __future__ import annotations

import json
import math
import random
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from rapidfuzz import fuzz, process

from bench.processes import ROOT
from bench.report import say
from bot.authoring.content import load_content
from bot.faq.confidence import NO_CURVE
from bot.faq.example import OUTSIDE, Example, in_order
from bot.faq.index import Index, build_index
from bot.faq.search import search
from bot.language.lexicon import Lexicon
from bot.language.normalise import Normalised, normalise
from bot.learning.vocabulary import build_vocabulary

QUESTIONS = sorted((ROOT / "tests" / "understanding").glob("questions-*.jsonl"))
RESULTS = ROOT / "build" / "bench-understanding.json"
MORE = 10  # times the content
_SWAPPED = 3  # words of an example that its copies have changed

Rank = Callable[[str], Sequence[str]]
"""A message as typed to labels, best first, at least three."""


@dataclass(slots=True)
class Tally:
    """What one method did: hits first and among three, and milliseconds."""

    first: int = 0
    three: int = 0
    ms: list[float] = field(default_factory=list)

    def row(self, name: str) -> str:
        asked = max(1, len(self.ms))
        p50, p99 = np.percentile(self.ms, [50, 99])
        return f"{name:<28} {self.first / asked:6.3f} {self.three / asked:6.3f} {p50:9.2f} {p99:9.2f}"


def main() -> None:
    content = load_content(ROOT)
    examples = [one for one in in_order(content.examples) if not one.label.startswith(OUTSIDE)]
    topics = {name: entry.topic for name, entry in content.entries.items()}
    asked = [json.loads(line) for file in QUESTIONS for line in file.read_text("utf-8").splitlines()]
    random.Random(1).shuffle(asked)  # noqa: S311 (a fixed order, no secret)
    results: dict[str, object] = {"at": time.strftime("%Y-%m-%d %H:%M"), "examples": len(examples)}
    for times, few in ((1, asked), (MORE, asked[:100])):
        grown = [*examples, *_copies(examples, times - 1)]
        began = time.perf_counter()
        methods = _methods(grown, content.lexicon, learn=times == 1)
        took = time.perf_counter() - began
        say(f"\n{len(grown)} examples, {len({one.label for one in grown})} entries; ready in {took:.1f} s")
        say(f"{'':<28} {'top-1':>6} {'top-3':>6} {'p50 ms':>9} {'p99 ms':>9}   {len(few)} unseen questions")
        if times > 1:
            say("(for the time only: ours has learnt nothing here)")
        tallies = _ask(methods, few, topics)
        for name, tally in tallies.items():
            say(tally.row(name))
        results[f"{times}x"] = {
            name: {
                "top_1": tally.first / len(few),
                "top_3": tally.three / len(few),
                "p50_ms": float(np.percentile(tally.ms, 50)),
                "p99_ms": float(np.percentile(tally.ms, 99)),
            }
            for name, tally in tallies.items()
        }
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps(results, indent=1), encoding="utf-8")
    say(f"\nWritten to {RESULTS.relative_to(ROOT)}.")


def _ask(
    methods: Mapping[str, Rank], asked: Sequence[dict[str, str]], topics: Mapping[str, str]
) -> dict[str, Tally]:
    tallies = {name: Tally() for name in methods}
    for question in asked:
        for name, rank in methods.items():
            began = time.perf_counter()
            labels = rank(question["text"])
            tallies[name].ms.append(1000 * (time.perf_counter() - began))
            found = list(dict.fromkeys(topics.get(label, label) for label in labels))
            tallies[name].first += found[:1] == [question["topic"]]
            tallies[name].three += question["topic"] in found[:3]
    return tallies


def _methods(examples: Sequence[Example], lexicon: Lexicon, *, learn: bool) -> dict[str, Rank]:
    """Ours and the others; without learning ours answers wrongly, but takes exactly as long."""
    texts = [normalise(one.text, lexicon) for one in examples]
    labels = [one.label for one in examples]
    index = build_index(examples, lexicon) if learn else _unlearnt(examples, texts, lexicon)
    words = [list(text.stems) for text in texts]
    return {
        "langkah-aman": lambda text: [each.entry_id for each in search(index, text).candidates],
        "rapidfuzz token_set_ratio": _rapidfuzz([text.text for text in texts], labels, lexicon),
        "BM25": _bm25(words, labels, lexicon),
        "TF-IDF cosine": _tfidf(words, labels, lexicon),
    }


def _unlearnt(examples: Sequence[Example], texts: Sequence[Normalised], lexicon: Lexicon) -> Index:
    labels = tuple(dict.fromkeys(one.label for one in examples))
    vocabulary = build_vocabulary(texts)
    weights = np.random.default_rng(3).random((len(vocabulary.rarity), len(labels)), dtype=np.float32)
    return Index(lexicon, labels, tuple(examples), vocabulary, weights, NO_CURVE)


def _rapidfuzz(texts: Sequence[str], labels: Sequence[str], lexicon: Lexicon) -> Rank:
    def rank(text: str) -> Sequence[str]:
        found = process.extract(normalise(text, lexicon).text, texts, scorer=fuzz.token_set_ratio, limit=30)
        return list(dict.fromkeys(labels[row] for _, _, row in found))

    return rank


def _bm25(
    documents: Sequence[Sequence[str]],
    labels: Sequence[str],
    lexicon: Lexicon,
    k: float = 1.5,
    b: float = 0.75,
) -> Rank:
    """Okapi BM25 with the usual constants."""
    mean = sum(map(len, documents)) / len(documents)

    def weigh(count: int, length: int, rarity: float) -> float:
        return rarity * count * (k + 1) / (count + k * (1 - b + b * length / mean))

    def rarity(many: int) -> float:
        return math.log(1 + (len(documents) - many + 0.5) / (many + 0.5))

    return _nearest(documents, labels, lexicon, weigh, rarity, cosine=False)


def _tfidf(documents: Sequence[Sequence[str]], labels: Sequence[str], lexicon: Lexicon) -> Rank:
    def rarity(many: int) -> float:
        return math.log((1 + len(documents)) / (1 + many)) + 1

    return _nearest(documents, labels, lexicon, lambda count, _, rare: count * rare, rarity, cosine=True)


def _nearest(
    documents: Sequence[Sequence[str]],
    labels: Sequence[str],
    lexicon: Lexicon,
    weigh: Callable[[int, int, float], float],
    rarity: Callable[[int], float],
    *,
    cosine: bool,
) -> Rank:
    """The labels of the nearest examples, by postings of words."""
    spread = Counter(word for document in documents for word in set(document))
    rare = {word: rarity(many) for word, many in spread.items()}
    rows: dict[str, list[int]] = defaultdict(list)
    weights: dict[str, list[float]] = defaultdict(list)
    for row, document in enumerate(documents):
        weighed = {word: weigh(many, len(document), rare[word]) for word, many in Counter(document).items()}
        length = math.sqrt(sum(value * value for value in weighed.values())) if cosine else 1.0
        for word, value in weighed.items():
            rows[word].append(row)
            weights[word].append(value / (length or 1.0))
    postings = {word: (np.array(rows[word]), np.array(weights[word])) for word in rows}

    def rank(text: str) -> Sequence[str]:
        scores = np.zeros(len(documents))
        for word, many in Counter(normalise(text, lexicon).stems).items():
            if word in postings:
                at, values = postings[word]
                scores[at] += values * (many * rare[word] if cosine else 1.0)
        best = np.argsort(-scores, kind="stable")[:60]
        return list(dict.fromkeys(labels[row] for row in best))

    return rank


def _copies(examples: Sequence[Example], times: int) -> list[Example]:
    """More content of the same kind: entries of their own, with words exchanged for others of the content."""
    rng = random.Random(2)  # noqa: S311 (a fixed choice, no secret)
    pool = [word for one in examples for word in one.text.split()]
    grown = []
    for copy in range(times):
        for one in examples:
            words = one.text.split()
            for _ in range(_SWAPPED):
                words[rng.randrange(len(words))] = rng.choice(pool) + "aeiou"[copy % 5]
            grown.append(replace(one, text=" ".join(words), label=f"{one.label}-{copy}"))
    return grown


if __name__ == "__main__":
    main()
