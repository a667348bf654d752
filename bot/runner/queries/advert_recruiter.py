"""
Who advertises: the company, contacts and job order of an advert beside the register, one line each.

The same look-ups as for a recruiter who is asked about by name (`bot.recruiters.verdict`). Start at
`recruiting`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bot.adverts.advert import Advert, Licence
from bot.adverts.read import read_advert
from bot.adverts.vocabulary import Vocabulary
from bot.engine.wording import Wording
from bot.recruiters.contacts import ContactMatch
from bot.recruiters.recruiter import JobOrder, Recruiter, Standing
from bot.recruiters.register import Register
from bot.recruiters.verdict import Kind, Verdict, check
from bot.runner.ports import Knowledge
from bot.runner.queries.recruiter import dialled, plain_status, written_date

MOST_COMPANIES = 2
MOST_NAME = 60  # letters of a name that are repeated
_ORDER = "sip2mi"
_SPEAKS_AGAINST = {"expired", "country", "position", "unknown"}  # of a job order


@dataclass(frozen=True, slots=True)
class Recruiting:
    """
    Attributes:
        lines: What to say, in order.
        name: The company that is meant for sure, "" for none.
        grave: A revoked, suspended or expired licence.
        doubtful: Anything else that speaks against it.
    """

    lines: tuple[str, ...] = ()
    name: str = ""
    grave: bool = False
    doubtful: bool = False


def recruiting(advert: Advert, knowledge: Knowledge, today: date) -> Recruiting:
    """Look up whoever an advert names; several companies are each looked up, with all its contacts."""
    register, words = knowledge.register, knowledge.flows.wording
    contacts = " ".join(
        (
            *(each.quote.text for each in advert.contacts),
            *(each.quote.text for each in advert.accounts),
            *(f"izin {each.number}" for each in advert.licences if each.kind != _ORDER),
        )
    )
    names = list(dict.fromkeys(company.name for company in advert.companies))[:MOST_COMPANIES]
    asked = names or ([""] if contacts else [])
    lines: list[str] = []
    orders: set[str] = set()
    verdicts = [(name, check(register, f"{name}\n{contacts}", today)) for name in asked]
    for name, verdict in verdicts:
        if name or verdict.recruiter is not None:
            lines += _lines(name, verdict, register, words)
            if verdict.recruiter is not None:
                compared = _orders(advert, verdict.recruiter, knowledge.adverts.vocabulary, words, today)
                for kind, line in compared:
                    orders.add(kind)
                    lines.append(line)
    found = [verdict for _, verdict in verdicts if verdict.recruiter is not None]
    return Recruiting(
        tuple(dict.fromkeys(lines)),
        found[0].recruiter.name if found and found[0].recruiter else "",
        any(_is_grave(verdict) for verdict in found),
        bool(orders & _SPEAKS_AGAINST) or any(_is_doubtful(name, verdict) for name, verdict in verdicts),
    )


def _is_grave(verdict: Verdict) -> bool:
    return verdict.outweighed_by is not None or (
        verdict.recruiter is not None and verdict.recruiter.standing.warns
    )


def _is_doubtful(name: str, verdict: Verdict) -> bool:
    if verdict.recruiter is None:
        return bool(name)
    return verdict.recruiter.standing is not Standing.LISTED or verdict.contact is ContactMatch.DIFFERS


def _lines(name: str, verdict: Verdict, register: Register, words: Wording) -> Iterator[str]:
    found, worse = verdict.recruiter, verdict.outweighed_by
    values = {
        "asked": " ".join(name.split())[:MOST_NAME],
        "source": register.source,
        "as_of": written_date(verdict.as_of, words),
        "alike": ", ".join(each.name for each in (*verdict.candidates, *verdict.lookalikes)[:2]),
    }
    if found is None:
        kind = "lookalike" if verdict.lookalikes and not verdict.candidates else verdict.kind.value
        if verdict.kind is Kind.ASK_WHICH and not verdict.candidates:
            kind = "too_short"
        yield words.label(f"advert.company.{kind}", values)
        return
    values |= {"name": found.name, "plain": plain_status(found, register, words)}
    if worse is not None:
        other = {**values, "other": worse.name, "plain": plain_status(worse, register, words)}
        yield words.label("advert.company.outweighed", other)
    else:
        yield words.label(f"advert.company.{found.standing.value}", values)
    if verdict.contact is not None:
        phone = " atau ".join(map(dialled, found.phones[:2]))
        kind = verdict.contact.value
        if verdict.contact is ContactMatch.DIFFERS and not phone:
            kind = "differs_no_phone"
        yield words.label(f"advert.contact.{kind}", {"office_phone": phone})


def _orders(
    advert: Advert, recruiter: Recruiter, vocabulary: Vocabulary, words: Wording, today: date
) -> Iterator[tuple[str, str]]:
    """How each job order (SIP2MI) that the advert names compares with those on record, and what to say."""
    for licence in (each for each in advert.licences if each.kind == _ORDER):
        known = [order for order in recruiter.job_orders if _same(order, licence)]
        kind = _compared(known[0], advert, vocabulary, today) if known else "unknown"
        if not recruiter.job_orders:
            kind = "no_record"
        order = known[0] if known else JobOrder(licence.number)
        values = {
            "number": licence.number,
            "country": order.country,
            "position": order.position,
            "until": order.valid_until,
        }
        yield kind, words.label(f"advert.order.{kind}", values)


def _same(order: JobOrder, licence: Licence) -> bool:
    return _bare(order.number) == _bare(licence.number) != ""


def _bare(number: str) -> str:
    return re.sub(r"[\W_]+", "", number).casefold()


def _compared(order: JobOrder, advert: Advert, vocabulary: Vocabulary, today: date) -> str:
    """expired, country, position or match: the gravest first."""
    if order.valid_until and order.valid_until < today.isoformat()[: len(order.valid_until)]:
        return "expired"
    on_record = read_advert(f"{order.country}. {order.position}", vocabulary)
    for kind, told, recorded in (
        ("country", advert.countries, on_record.countries),
        ("position", advert.jobs, on_record.jobs),
    ):
        ids = {each.id for each in recorded}
        if told and ids and not ids & {each.id for each in told}:
            return kind
    return "match"
