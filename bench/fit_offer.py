"""
What the ear for adverts does on texts it has not seen: `.venv/bin/python bench/fit_offer.py`.

Five times the ear is learnt without a fifth of what it learns from, and asked about that fifth; beside it
stand the patterns alone. The adverts of the tests are never learnt from: `tests/adverts` holds it to those.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import numpy as np

from bot.adverts.judge import Verdict, judge
from bot.adverts.known import Adverts
from bot.adverts.lesson import Study, learn_ear
from bot.adverts.offer import DOUBTFUL, FORWARDED, PASTED, offer_score
from bot.app.learnt.adverts import studies_of
from bot.authoring.content import load_content

ROOT = Path(__file__).resolve().parent.parent
FOLDS = 5


def held_out(known: Adverts, studies: list[Study], *, deaf: bool = False) -> list[tuple[Study, Verdict]]:
    """Every text with the verdict of an ear that has not learnt it; `deaf` rules have no ear."""
    if known.rules is None:
        raise SystemExit("content/id/red_flags.yaml is missing")
    order, rules = np.random.default_rng(1).permutation(len(studies)), known.rules
    found = []
    for part in range(FOLDS):
        held = order[part::FOLDS].tolist()
        kept_back = set(held)
        learnt = [] if deaf else [study for at, study in enumerate(studies) if at not in kept_back]
        rules = replace(rules, ear=learn_ear(learnt) if learnt else None)
        found += [(studies[at], judge(studies[at].advert, known.vocabulary, rules)) for at in held]
    return found


def main() -> None:
    content = load_content(ROOT)
    known = content.adverts
    studies = studies_of(content)
    own = {sample.text for sample in content.offers}
    for name, deaf in (("patterns and ear", False), ("patterns alone", True)):
        verdicts = held_out(known, studies, deaf=deaf)
        offers = [(s, v) for s, v in verdicts if s.is_offer and s.sample and s.sample.text in own]
        kinds = Counter((s.sample.kind, v.kind) for s, v in offers if s.sample)
        for kind in ("suspicious", "unclear", "ok"):
            total = sum(many for (label, _), many in kinds.items() if label == kind)
            shares = ", ".join(
                f"{said} {kinds[kind, said] / total:.3f}" for said in ("suspicious", "unclear", "ok")
            )
            print(f"{name}: {total} {kind} offers: {shares}")  # noqa: T201  # its result
        if deaf:
            continue
        groups = {
            "offers": offers,
            "own words": [(s, v) for s, v in verdicts if s.sample and not s.is_offer],
            "other messages": [(s, v) for s, v in verdicts if s.sample is None],
        }
        for group, rows in groups.items():
            scores = np.array([offer_score(s.advert, v) for s, v in rows])
            limits = {"pasted": PASTED, "doubtful": DOUBTFUL, "forwarded": FORWARDED}
            taken = ", ".join(f"{limit} {np.mean(scores >= least):.3f}" for limit, least in limits.items())
            print(f"{len(rows)} {group} taken for offers: {taken}")  # noqa: T201  # its result


if __name__ == "__main__":
    main()
