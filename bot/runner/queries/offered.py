"""
What somebody says of an offer when they ask about a company: country, work, wage, age.

Held against the countries that are closed, the ages that are asked and the wages that are paid, and against
the company's job orders, as an advert's would be; only what is new is said again. Start at `offered`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.adverts.judge import judge
from bot.adverts.read import read_advert
from bot.recruiters.recruiter import Recruiter
from bot.runner.ports import Knowledge
from bot.runner.queries.flag_lines import flag_line
from bot.runner.queries.job_orders import SPEAKS_AGAINST, held_against

MOST_LINES = 3
_FLAGS = frozenset({"negara_non_penempatan", "usia_dibawah_umur", "gaji_tidak_wajar"})


@dataclass(frozen=True, slots=True)
class Offered:
    """`lines` are what to say, red flags first; `against` whether any of them speaks against the offer."""

    lines: tuple[str, ...] = ()
    against: bool = False


def offered(
    words: str, beside: str, recruiter: Recruiter | None, knowledge: Knowledge, today: date
) -> Offered:
    """
    Args:
        words: What was written now; a red flag is only said of what stands here.
        beside: What was sent before, and said then.
        recruiter: The company that is surely meant, None for none.
    """
    vocabulary, rules, wording = (
        knowledge.adverts.vocabulary,
        knowledge.adverts.rules,
        knowledge.flows.wording,
    )
    offer = read_advert(f"{words}\n{beside}", vocabulary)
    told = bool(offer.countries or offer.jobs or offer.wages or offer.ages)
    lines: list[str] = []
    if rules is not None and told:
        lines = [
            flag_line(flag, wording)
            for flag in judge(offer, vocabulary, rules).flags
            if flag.id in _FLAGS and flag.weight > 0 and flag.quote and flag.quote.start < len(words)
        ]
    against = bool(lines)
    if recruiter is not None:
        for kind, line in held_against(offer, recruiter, vocabulary, wording, today):
            lines.append(line)
            against = against or kind in SPEAKS_AGAINST
    return Offered(tuple(dict.fromkeys(lines))[:MOST_LINES], against)
