"""LookUpRecruiter: what the register says, as values for reviewed words; it never says that all is well."""

from __future__ import annotations

from datetime import date

from bot.adverts.offer import PASTED
from bot.engine.effects import LookUpRecruiter
from bot.engine.events import Answered
from bot.engine.wording import Wording
from bot.recruiters.contacts import NUMBERS, ContactKind, ContactMatch
from bot.recruiters.recruiter import Recruiter, Standing
from bot.recruiters.register import Register
from bot.recruiters.verdict import Kind, Verdict, check
from bot.runner.ports import Knowledge
from bot.runner.queries.first_look import is_offer

PICKED = "#"  # "#<key>": a row picked from candidates
MOST_CANDIDATES = 3
MOST_ASKED = 60  # characters of what was typed that are repeated
_AREA_OF_CITY = ("021", "022", "024", "031", "061")  # area codes of three digits
_MOBILE = "08"


def look_up_recruiter(query: LookUpRecruiter, knowledge: Knowledge, today: date) -> Answered:
    register, words = knowledge.register, knowledge.flows.wording
    asked = query.text
    if asked.startswith(PICKED):
        row = register.find_key(asked.removeprefix(PICKED))
        if row is None:
            return Answered("look_up_recruiter", "unclear")
        asked = row.name
    elif is_offer(asked, knowledge, PASTED):
        return Answered("look_up_recruiter", "advert")
    verdict = check(register, asked, today)
    outcome = "unclear" if verdict.kind is Kind.ASK_WHICH and not verdict.candidates else verdict.kind.value
    return Answered("look_up_recruiter", outcome, _values(verdict, register, words, asked))


def _values(verdict: Verdict, register: Register, words: Wording, asked: str) -> dict[str, str]:
    found = verdict.recruiter
    phones = " atau ".join(map(dialled, found.phones)) if found else ""
    contact = verdict.contact.value if verdict.contact else "none"
    if verdict.contact is ContactMatch.DIFFERS and not phones:
        contact = "differs_no_phone"
    return {
        "asked": found.name if found else _short(asked),
        "name": found.name if found else "",
        "status": found.status if found else "",
        "plain": plain_status(found, register, words) if found else "",
        "source": _source(verdict, register),
        "as_of": written_date(verdict.as_of, words),
        "contact": contact,
        "office_phone": phones,
        "reason": _reason(verdict, register, words, asked),
        "other_contacts": _other_contacts(verdict, words),
        "details": _details(verdict, words),
        "detailed": "yes" if found else "",
        "candidates": " ".join(map(register.key, verdict.candidates[:MOST_CANDIDATES])),
    }


def plain_status(recruiter: Recruiter, register: Register, words: Wording) -> str:
    """One short sentence on the status: the row's own, else who decided what and when."""
    if recruiter.plain:
        return recruiter.plain
    latest = recruiter.latest
    values = {
        "on": _part(words, "on", _exact_date(latest.on, words)),
        "until": _part(words, "until", _exact_date(latest.until, words)),
        "decision": _part(words, "decision", latest.decision),
        "status": recruiter.status,
        "source": register.source,
    }
    return words.label(f"recruiter.plain.{recruiter.standing.value}", values)


def _part(words: Wording, name: str, value: str) -> str:
    return words.label(f"recruiter.plain.part.{name}", {"value": value}) if value else ""


def _exact_date(iso: str, words: Wording) -> str:
    """As exact as it is known: "3 Februari 2026", "Februari 2026", "2026"."""
    year, month, day = (*iso.split("-"), "", "")[:3]
    name = words.label(f"date.month.{int(month)}", {}) if month else ""
    return " ".join(part for part in (day.lstrip("0"), name, year) if part)


def _source(verdict: Verdict, register: Register) -> str:
    """A listed company is on our copy of the list; what speaks against one has its own source."""
    listed = verdict.recruiter is not None and verdict.recruiter.standing is Standing.LISTED
    return register.source if listed else verdict.source.partition(";")[0]


def _reason(verdict: Verdict, register: Register, words: Wording, asked: str) -> str:
    """Why it cannot be checked, or what speaks against it: the reasons' sentences, one a line."""
    other = verdict.outweighed_by
    values = {
        "as_of": written_date(verdict.as_of, words),
        "source": verdict.source,
        "register_source": register.source,
        "register_as_of": written_date(register.as_of, words),
        "alike": ", ".join(each.name for each in verdict.lookalikes[:MOST_CANDIDATES]),
        "asked": _short(asked),
        "plain": plain_status(verdict.recruiter, register, words) if verdict.recruiter else "",
        "other": other.name if other else "",
        "other_plain": plain_status(other, register, words) if other else "",
    }
    reasons = list(verdict.reasons)
    if verdict.recruiter is None and reasons[-1:] == ["partial_register"]:
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
        ", ".join(part for part in (order.number, order.country, order.position, order.valid_until) if part)
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


def dialled(phone: str) -> str:
    """As people write and dial it at home: "+6281336226999" is 0813-3622-6999, "+62341400799" 0341-400799."""
    home = f"0{phone[3:]}" if phone.startswith("+62") else phone
    if home.startswith(_MOBILE):
        return "-".join(home[at : at + 4] for at in range(0, len(home), 4))
    area = 3 if home.startswith(_AREA_OF_CITY) else 4
    return f"{home[:area]}-{home[area:]}" if home.startswith("0") else home


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= MOST_ASKED else line[:MOST_ASKED] + " …"


def written_date(day: date | None, words: Wording) -> str:
    """ "per 12 Agustus 2025"; "tanpa tanggal" when there is none."""
    if day is None:
        return words.label("date.none", {})
    month = words.label(f"date.month.{day.month}", {})
    return words.label("date.per", {"day": str(day.day), "month_name": month, "year": str(day.year)})
