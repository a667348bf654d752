"""
Who advertises: the company, contacts and job order of an advert beside the register, one line each.

The same look-ups as for a recruiter who is asked about by name (`bot.recruiters.verdict`). Start at
`recruiting`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bot.adverts.advert import Advert
from bot.engine.wording import Wording
from bot.recruiters.bare_names import find_bare_names
from bot.recruiters.contacts import ContactMatch
from bot.recruiters.recruiter import Standing
from bot.recruiters.register import Register
from bot.recruiters.verdict import Kind, Verdict, check
from bot.runner.ports import Knowledge
from bot.runner.queries.job_orders import SPEAKS_AGAINST, held_against
from bot.runner.queries.writing import dialled, plain_status, written_date

MOST_COMPANIES = 2
MOST_NAME = 60  # letters of a name that are repeated
_ORDER = "sip2mi"


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
    names = names_in(advert, knowledge)[:MOST_COMPANIES]
    asked = names or ([""] if contacts else [])
    lines: list[str] = []
    orders: set[str] = set()
    verdicts = [(name, check(register, f"{name}\n{contacts}", today)) for name in asked]
    for name, verdict in verdicts:
        if name or verdict.recruiter is not None:
            lines += _lines(name, verdict, register, words)
            if verdict.recruiter is not None:
                vocabulary = knowledge.adverts.vocabulary
                for kind, line in held_against(advert, verdict.recruiter, vocabulary, words, today):
                    orders.add(kind)
                    lines.append(line)
    found = [verdict for _, verdict in verdicts if verdict.recruiter is not None]
    return Recruiting(
        tuple(dict.fromkeys(lines)),
        found[0].recruiter.name if found and found[0].recruiter else "",
        any(_is_grave(verdict) for verdict in found),
        bool(orders & SPEAKS_AGAINST) or any(_is_doubtful(name, verdict) for name, verdict in verdicts),
    )


def names_in(advert: Advert, knowledge: Knowledge) -> list[str]:
    """The companies an advert names; only without any, those of the register that are named without "PT"."""
    named = [company.name for company in advert.companies]
    if not named:
        bare = find_bare_names(advert.text, knowledge.register, knowledge.words.knows)
        named = [f"PT {each.name}" for each in bare]
    return list(dict.fromkeys(named))


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
        "source": register.list_of(found),
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
