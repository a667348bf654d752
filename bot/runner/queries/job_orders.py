"""
The permissions to recruit (SIP2MI) that a register has for a company, beside what is offered.

A number that is named is held against the number on record; without one, what is offered is held against all
of them. A register without job orders says nothing for or against. Start at `held_against`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from bot.adverts.advert import Advert, Licence, Mention
from bot.adverts.read import read_advert
from bot.adverts.vocabulary import Vocabulary
from bot.engine.wording import Wording
from bot.recruiters.recruiter import JobOrder, Recruiter
from bot.runner.queries.writing import exact_date

SPEAKS_AGAINST = frozenset({"expired", "country", "position", "unknown", "elsewhere", "all_expired"})
"""What makes an offer doubtful."""

_ORDER = "sip2mi"
_MOST_TOLD = 3  # countries or positions that are repeated


def held_against(
    offer: Advert, recruiter: Recruiter, vocabulary: Vocabulary, words: Wording, today: date
) -> Iterator[tuple[str, str]]:
    """(how it compares, what to say) for each number that is named, or for the offer as a whole."""
    numbers = [each for each in offer.licences if each.kind == _ORDER]
    for licence in numbers:
        known = [order for order in recruiter.job_orders if _same(order, licence)]
        kind = _compared(known[0], offer, vocabulary, today) if known else "unknown"
        if not recruiter.job_orders:
            kind = "no_record"
        yield kind, _said(kind, known[0] if known else JobOrder(licence.number), words)
    if not numbers and recruiter.job_orders and (offer.countries or offer.jobs):
        yield _without_number(offer, recruiter, vocabulary, words, today)


def _without_number(
    offer: Advert, recruiter: Recruiter, vocabulary: Vocabulary, words: Wording, today: date
) -> tuple[str, str]:
    compared = [(_compared(order, offer, vocabulary, today), order) for order in recruiter.job_orders]
    fitting = [order for kind, order in compared if kind == "match"]
    if fitting:
        return "fits", _said("fits", fitting[0], words)
    if all(kind == "expired" for kind, _ in compared):
        newest = max((order for _, order in compared), key=lambda order: order.valid_until)
        return "all_expired", _said("all_expired", newest, words)
    told = dict.fromkeys(
        " ".join(part for part in (order.position, order.country) if part)
        for kind, order in compared
        if kind != "expired"
    )
    values = {"told": "; ".join(list(told)[:_MOST_TOLD])}
    return "elsewhere", words.label("advert.order.elsewhere", values)


def _said(kind: str, order: JobOrder, words: Wording) -> str:
    values = {
        "number": order.number,
        "what": ", ".join(part for part in (order.country, order.position) if part),
        "country": order.country,
        "position": order.position,
        "until": exact_date(order.valid_until, words),
    }
    return words.label(f"advert.order.{kind}", values)


def _compared(order: JobOrder, offer: Advert, vocabulary: Vocabulary, today: date) -> str:
    """expired, country, position or match: the gravest first."""
    if order.valid_until and order.valid_until < today.isoformat()[: len(order.valid_until)]:
        return "expired"
    on_record = read_advert(f"{order.country}. {order.position}", vocabulary)
    if _is_another(offer.countries, on_record.countries):
        return "country"
    return "position" if _is_another(offer.jobs, on_record.jobs) else "match"


def _is_another(told: tuple[Mention, ...], recorded: tuple[Mention, ...]) -> bool:
    ids = {each.id for each in recorded}
    return bool(told and ids and not ids & {each.id for each in told})


def _same(order: JobOrder, licence: Licence) -> bool:
    return _bare(order.number) == _bare(licence.number) != ""


def _bare(number: str) -> str:
    return re.sub(r"[\W_]+", "", number).casefold()
