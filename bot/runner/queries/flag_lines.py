"""
One red flag as a line for people: the very words of the offer, and why they are a sign.

Start at `flag_line` and `within`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.adverts.flag import Flag
from bot.engine.wording import Wording
from bot.runner.queries.writing import exact_date, short

QUOTED = 60
_ISO = re.compile(r"\b\d{4}-(?:0[1-9]|1[0-2])(?:-\d\d)?\b")


def flag_line(flag: Flag, words: Wording) -> str:
    """ "⚠️ "KAMBOJA": …", with days as people write them; an absence has no quote."""
    quote = short(flag.quote.text, QUOTED) if flag.quote else ""
    key = "advert.flag.quoted" if quote else "advert.flag.absent"
    return words.label(
        key, {"quote": quote, "why": _ISO.sub(lambda day: exact_date(day[0], words), flag.why)}
    )


def within(lines: Iterable[str], letters: int) -> list[str]:
    """The first lines that fit together; the first always does."""
    kept: list[str] = []
    for line in lines:
        if kept and sum(map(len, kept)) + len(line) > letters:
            break
        kept.append(line)
    return kept
