"""
LookUpRecruiter: what the register says, as values for reviewed words; it never says that all is well.

What was sent before and what is said of the offer are taken in, so that one answer holds it all. Start at
`look_up_recruiter`.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from bot.adverts.offer import PASTED
from bot.engine.events import Answered
from bot.engine.queries import LookUpRecruiter
from bot.engine.wording import Wording
from bot.language.persons import find_person
from bot.recruiters.contacts import NUMBERS, ContactKind, ContactMatch, find_contacts
from bot.recruiters.names import find_names, parse_name
from bot.recruiters.recruiter import Recruiter, Standing
from bot.recruiters.register import Register, same_name
from bot.recruiters.verdict import Kind, Verdict, check
from bot.runner.ports import Knowledge
from bot.runner.queries.asked import MOST_KEPT, contacts_of, in_one, to_check
from bot.runner.queries.naming import asked_about, names_company
from bot.runner.queries.offered import offered
from bot.runner.queries.offering import LINK, is_offer
from bot.runner.queries.writing import dialled, exact_date, plain_status, short, written_date

MOST_CANDIDATES = 3
MOST_ASKED = 60  # characters of what was typed that are repeated


def look_up_recruiter(query: LookUpRecruiter, knowledge: Knowledge, today: date) -> Answered:
    register, words = knowledge.register, knowledge.flows.wording
    if not query.picked and is_offer(query.text, knowledge, PASTED):
        return Answered("look_up_recruiter", "advert")
    whole = in_one(query, knowledge, today)
    picked = register.find_key(query.picked) if query.picked else None
    if query.picked and picked is None:
        return Answered("look_up_recruiter", "unclear")
    shown = picked.name if picked else asked_about(query.text)
    verdict = check(register, to_check(whole, knowledge), today, picked)
    if picked:  # what is asked next belongs to this company, not to what was typed before
        whole = "\n".join((picked.name, *verdict.others, contacts_of(whole, register)))
    outcome = "unclear" if verdict.kind is Kind.ASK_WHICH and not verdict.candidates else verdict.kind.value
    person = "" if verdict.recruiter else _only_person(query.text, knowledge)
    if person:
        return Answered("look_up_recruiter", "person", {"person": short(person, MOST_ASKED)})
    beside = query.beside if whole != query.text else ""
    told = offered(query.text, beside, verdict.recruiter, knowledge, today)
    leads = told.against and verdict.kind is Kind.FOUND  # a company on the list is not the news then
    values = {
        **_values(verdict, register, words, shown),
        "offer_first": "\n".join(told.lines) if leads else "",
        "offer_lines": "" if leads else "\n".join(told.lines),
        "only_link": "yes" if outcome == "unclear" and LINK.search(query.text) else "",
        "asked_whole": whole[:MOST_KEPT],
    }
    return Answered("look_up_recruiter", outcome, values)


def _only_person(text: str, knowledge: Knowledge) -> str:
    """Somebody who is named ("bu Lastri, sponsor dari Kroya"), where no company and no number is."""
    if any(contact.kind in NUMBERS for contact in find_contacts(text)) or names_company(text, knowledge):
        return ""
    return find_person(text, knowledge.words)


def _values(verdict: Verdict, register: Register, words: Wording, asked: str) -> dict[str, str]:
    found = verdict.recruiter
    phones = " atau ".join(map(dialled, found.phones)) if found else ""
    contact = verdict.contact.value if verdict.contact else "none"
    if verdict.contact is ContactMatch.DIFFERS and not phones:
        contact = "differs_no_phone"
    elif verdict.contact is ContactMatch.NO_RECORD and phones:
        contact = "no_record_phone"
    return {
        "asked": found.name if found else short(asked, MOST_ASKED),
        "name": found.name if found else "",
        "company": verdict.others[0] if verdict.others else found.name if found else "",
        "status": found.status if found else "",
        "plain": plain_status(found, register, words) if found else "",
        "remark": _remark(found, register, words),
        "source": _source(verdict, register),
        "as_of": written_date(verdict.as_of, words),
        "contact": contact,
        "office_phone": phones,
        "reason": _reason(verdict, register, words, asked),
        "other_contacts": _other_contacts(verdict, words),
        "details": _details(verdict, words),
        "detailed": "yes" if found else "",
        "stopped": "yes" if _is_stopped(verdict) else "",
        "borrowed": "yes" if verdict.others and found and found.standing is Standing.LISTED else "",
        "warned_lines": _warned((*verdict.candidates, *verdict.lookalikes), register, words),
        "read_as": short(asked, MOST_ASKED) if found and not _is_same(asked, found, register) else "",
        "candidates": " ".join(map(register.key, verdict.candidates[:MOST_CANDIDATES])),
    }


def _remark(found: Recruiter | None, register: Register, words: Wording) -> str:
    """What is to be said of a company besides that it is on the list."""
    if found is None or (found.standing is Standing.LISTED and not found.plain):
        return ""
    return plain_status(found, register, words)


def _warned(rows: Iterable[Recruiter], register: Register, words: Wording) -> str:
    """Those of several companies of which a warning must be said before any of them is chosen."""
    return "\n".join(
        words.label("recruiter.warned_of", {"name": row.name, "plain": plain_status(row, register, words)})
        for row in rows
        if row.standing.warns
    )


def _is_stopped(verdict: Verdict) -> bool:
    """Revoked, suspended or expired, under this name or another: nothing else matters then."""
    found = verdict.recruiter
    return verdict.outweighed_by is not None or (found is not None and found.standing.warns)


def _is_same(asked: str, found: Recruiter, register: Register) -> bool:
    """Whether a name was typed as the register has it; what names no company has nothing to differ."""
    names = [parse_name(name) for name in (found.name, *found.former_names)]
    typed = find_names(asked, register.by_word)
    return not typed or any(same_name(one, name) for one in typed for name in names)


def _former(found: Recruiter, asked: str, register: Register) -> str:
    """The former name of a company that was typed, as the register has it."""
    typed = find_names(asked, register.by_word)
    known = (name for name in found.former_names if any(same_name(parse_name(name), one) for one in typed))
    return next(known, short(asked, MOST_ASKED))


def _source(verdict: Verdict, register: Register) -> str:
    """A listed company is on our copy of the list; what speaks against one has its own source."""
    listed = verdict.recruiter is not None and verdict.recruiter.standing is Standing.LISTED
    return register.list_of(verdict.recruiter) if listed else verdict.source.partition(";")[0]


def _reason(verdict: Verdict, register: Register, words: Wording, asked: str) -> str:
    """Why it cannot be checked, or what speaks against it: the reasons' sentences, one a line."""
    other = verdict.outweighed_by
    alike = [each for each in verdict.lookalikes if not each.standing.warns]
    values = {
        "as_of": written_date(verdict.as_of, words),
        "source": verdict.source,
        "register_source": register.source,
        "register_as_of": written_date(register.as_of, words),
        "alike": ", ".join(each.name for each in alike[:MOST_CANDIDATES]),
        "asked": short(asked, MOST_ASKED),
        "name": verdict.recruiter.name if verdict.recruiter else "",
        "former": _former(verdict.recruiter, asked, register) if verdict.recruiter else "",
        "others": ", ".join(verdict.others),
        "warned_lines": _warned(verdict.lookalikes, register, words),
        "plain": plain_status(verdict.recruiter, register, words) if verdict.recruiter else "",
        "other": other.name if other else "",
        "other_plain": plain_status(other, register, words) if other else "",
    }
    reasons = [each for each in verdict.reasons if alike or each != "lookalike"]
    if (
        verdict.recruiter is None
        and reasons[-1:] == ["partial_register"]
        and "lookalike_warned" not in reasons
    ):
        reasons[-1] = "name_unseen"
    elif verdict.kind is Kind.FOUND_BUT:  # what speaks against it is not softened by what we do not know
        reasons = [reason for reason in reasons if reason not in ("partial_register", "old_record")]
    keys = [f"recruiter.reason.{reason}" for reason in reasons]
    return "\n".join(words.label(key, values) for key in keys if key in words)


def _other_contacts(verdict: Verdict, words: Wording) -> str:
    """Address, web page and person beside the register; numbers have words of their own."""
    keys = (
        f"recruiter.compared.{contact.kind.value}.{match.value}"
        for contact, match in verdict.contacts
        if contact.kind not in NUMBERS and contact.kind is not ContactKind.HOLDER
    )
    return "\n".join(words.label(key, {}) for key in dict.fromkeys(keys) if key in words)


def _details(verdict: Verdict, words: Wording) -> str:
    """What the source says in its own words, and what else is on record."""
    found = verdict.recruiter
    if found is None:
        return ""
    orders = "; ".join(
        ", ".join(
            part
            for part in (order.number, order.country, order.position, exact_date(order.valid_until, words))
            if part
        )
        for order in found.job_orders
    )
    lines = {
        "status": found.status,
        "source": found.source,
        "licence": ", ".join(found.licence_numbers),
        "former": ", ".join(found.former_names),
        "address": ", ".join(part for part in (found.address, found.city) if part),
        "phone": ", ".join(map(dialled, found.phones)),
        "email": ", ".join(found.emails),
        "orders": orders,
    }
    return "\n".join(
        words.label(f"recruiter.detail.{name}", {"value": value}) for name, value in lines.items() if value
    )
