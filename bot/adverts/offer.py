"""
Whether a text is an offer of work that was passed on, and not somebody's own story or question.

Pure, and it says nothing about danger. What offers sound like was learnt from those of the content
(`ear.py`); who passes a message on has not typed it, so less is asked of it. Start at `offer_score`.
"""

from __future__ import annotations

from typing import Final

from bot.adverts.advert import Advert
from bot.adverts.judge import Verdict

PASTED: Final = 1.3  # score from which a text is taken for an offer
DOUBTFUL: Final = 0.4  # the same when nothing else is known to answer
FORWARDED: Final = -0.7  # and when it was passed on
_NAMELESS: Final = DOUBTFUL - 0.1


def offer_score(advert: Advert, verdict: Verdict) -> float:
    """
    How much a text looks like an offer: compare with `PASTED`, `DOUBTFUL` or `FORWARDED`.

    Args:
        advert: The text, read.
        verdict: From `judge`, with rules that have an ear.

    Returns: Log-odds; below `DOUBTFUL` for a text that names nothing of an offer at all.
    """
    named = advert.countries or advert.jobs or advert.money or advert.contacts or advert.companies
    quoted = any(flag.quote for flag in verdict.flags)
    return verdict.offer if named or quoted else min(verdict.offer, _NAMELESS)
