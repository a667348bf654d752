"""
Fit the weights of `bot/adverts/offer.py` and print them: `.venv/bin/python bench/fit_offer.py`.

Adverts are those of the tests, everything else is what people ask and cry in the content; five-fold figures
say what the weights do on adverts they have not seen.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from pathlib import Path

import numpy as np

from bot.adverts.judge import judge
from bot.adverts.offer import DOUBTFUL, FORWARDED, PASTED, offer_score, signs
from bot.adverts.read import read_advert
from bot.authoring.content import Content, load_content
from bot.language.folding import fold
from bot.learning.curve import Doubles, fit

ROOT = Path(__file__).resolve().parent.parent
ADVERTS = ROOT / "tests" / "adverts" / "adverts.jsonl"
WEIGHT = 5  # of one advert: there are many more messages of other kinds
FOLDS = 5


def rows(texts: Iterable[str], content: Content) -> tuple[list[str], Doubles]:
    """The names of the signs, and a row of them for each text; the first is the height of the curve."""
    known = content.adverts
    if known.rules is None:
        raise SystemExit("content/id/red_flags.yaml is missing")
    found = []
    for text in texts:
        advert = read_advert(text, known.vocabulary)
        verdict = judge(advert, known.vocabulary, known.rules)
        if offer_score(advert, verdict) > -math.inf:  # no weight moves what is a question anyway
            found.append(signs(advert, verdict, fold(advert.text)))
    return list(found[0]), np.array([list(each.values()) for each in found])


def fitted(offers: Doubles, others: Doubles) -> Doubles:
    """Weights in the order of the signs."""
    seen = np.vstack([offers] * WEIGHT + [others])
    curve = fit(seen[:, 1:], np.arange(len(seen)) < len(offers) * WEIGHT)
    return np.array([curve[-1], *curve[:-1]])


def main() -> None:
    content = load_content(ROOT)
    adverts = [json.loads(line)["text"] for line in ADVERTS.read_text("utf-8").splitlines()]
    names, offers = rows(adverts, content)
    _, others = rows([each.text for each in (*content.examples[::3], *content.cries)], content)
    order = np.random.default_rng(1).permutation(len(offers))
    scores = np.zeros(len(offers))
    for fold_at in range(FOLDS):
        held = order[fold_at::FOLDS]
        scores[held] = offers[held] @ fitted(np.delete(offers, held, axis=0), others)
    for limit in (FORWARDED, DOUBTFUL, PASTED):
        print(f"score ≥ {limit}: {np.mean(scores >= limit):.3f} of adverts it has not seen")  # noqa: T201  # its result
    for name, weight in zip(names, fitted(offers, others), strict=True):
        print(f'    "{name}": {weight:.2f},')  # noqa: T201  # its result


if __name__ == "__main__":
    main()
