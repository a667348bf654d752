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
from bot.recruiters.contacts import ContactKind, ContactMatch, find_contacts
from bot.recruiters.recruiter import Standing
from bot.recruiters.register import Register
from bot.recruiters.verdict import Kind, Verdict, check
from bot.runner.ports import Knowledge
from bot.runner.queries.job_orders import SPEAKS_AGAINST, held_against
from bot.runner.queries.writing import dialled, plain_status, written_date

MOST_COMPANIES = 6
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
    """
    Look up whoever an advert names; several companies are each looked up, with all its contacts.

    What is grave comes first. A number of one company is no comfort where another is not on the register.
    """
    register, words = knowledge.register, knowledge.flows.wording
    contacts = "\n".join(  # one a line: numbers side by side are not to run together
        (
            *(each.quote.text for each in advert.contacts),
            *(each.quote.text for each in advert.accounts),
            *(f"izin {each.number}" for each in advert.licences if each.kind != _ORDER),
            *(each.value for each in find_contacts(advert.text) if each.kind is ContactKind.OTHER),
        )
    )
    names = names_in(advert, knowledge)[:MOST_COMPANIES]
    asked = names or ([""] if contacts else [])
    lines: list[str] = []
    orders: set[str] = set()
    verdicts = [(name, check(register, f"{name}\n{contacts}", today)) for name in asked]
    verdicts.sort(key=lambda each: not _is_grave(each[1]))
    strangers = any(name and (verdict.recruiter is None or verdict.others) for name, verdict in verdicts)
    for name, verdict in verdicts:
        if name or verdict.recruiter is not None:
            lines += _lines(name, verdict, register, words, comfort=not strangers)
            if verdict.recruiter is not None:
                vocabulary = knowledge.adverts.vocabulary
                for kind, line in held_against(advert, verdict.recruiter, vocabulary, words, today):
                    orders.add(kind)
                    lines.append(line)
    found = [each for _, each in verdicts if each.recruiter is not None and not each.others]
    return Recruiting(
        tuple(dict.fromkeys(lines)),
        found[0].recruiter.name if found and found[0].recruiter else "",
        any(_is_grave(verdict) for _, verdict in verdicts),
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
    return (
        bool(verdict.others)
        or verdict.recruiter.standing is not Standing.LISTED
        or verdict.contact is ContactMatch.DIFFERS
    )


def _lines(
    name: str, verdict: Verdict, register: Register, words: Wording, *, comfort: bool
) -> Iterator[str]:
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
        for row in (*verdict.candidates, *verdict.lookalikes):
            if row.standing.warns:
                of = {"name": row.name, "plain": plain_status(row, register, words)}
                yield words.label("recruiter.warned_of", of)
        return
    values |= {"name": found.name, "plain": plain_status(found, register, words)}
    if verdict.others:
        list_of = {"register_source": register.source, "register_as_of": written_date(register.as_of, words)}
        beside = {**values, **list_of, "others": ", ".join(verdict.others)}
        yield "⚠️ " + words.label("recruiter.reason.licence_of_other", beside)
    if worse is not None:
        other = {**values, "other": worse.name, "plain": plain_status(worse, register, words)}
        yield words.label("advert.company.outweighed", other)
    else:
        yield words.label(f"advert.company.{found.standing.value}", values)
    if verdict.contact is not None and (comfort or verdict.contact is not ContactMatch.MATCH):
        phone = " atau ".join(map(dialled, found.phones[:2]))
        kind = f"advert.contact.{verdict.contact.value}"
        if verdict.contact is ContactMatch.DIFFERS and not phone:
            kind = "advert.contact.differs_no_phone"
        elif verdict.contact is ContactMatch.NO_RECORD and phone:
            kind = "recruiter.contact.no_record_phone"
        yield words.label(kind, {"office_phone": phone})
    if verdict.contact in (ContactMatch.MATCH, None) and _is_reached_otherwise(verdict):
        yield words.label("recruiter.compared.other.no_record", {})


def _is_reached_otherwise(verdict: Verdict) -> bool:
    """Whether a handle, a chat or short link, or an unclear number stands beside what was compared."""
    return any(contact.kind is ContactKind.OTHER for contact, _ in verdict.contacts)
