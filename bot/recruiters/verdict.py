"""
Say what a register knows about the company, number or sentence that somebody sends, and what it cannot say.

Pure: `today` is an argument. The words "aman" and "dijamin" have no place here; even the best verdict
carries its date, its source and what was not checked. Wording is in `content/`. Start at `check`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum
from typing import Literal

from bot.recruiters.comparing import compare, summary
from bot.recruiters.contacts import (
    NUMBERS,
    Contact,
    ContactKind,
    ContactMatch,
    blank,
    find_contacts,
    without_contacts,
)
from bot.recruiters.licence import find_licences
from bot.recruiters.matching import Candidate, Fit, match_name
from bot.recruiters.meant import companies, one_company, read_names, rivals_of, unlisted, worst_rows
from bot.recruiters.names import Name, find_names, parse_name
from bot.recruiters.recruiter import Recruiter, Standing
from bot.recruiters.register import Register

FRESH_FOR = timedelta(days=90)
_TOO_SHORT = 4  # letters; "PT HRS" can be anybody
_SPEAK_AGAINST = ("licence_of_other", "name_beside", "licence_differs", "former_name")
_ALWAYS_UNCHECKED = ("job_order", "wage", "contract", "person")


class Kind(Enum):
    """What the answer amounts to."""

    FOUND = "found"
    FOUND_BUT = "found_but"  # on the register, and something speaks against it or is unclear
    NOT_FOUND = "not_found"  # only a complete register may say so
    CANNOT_CHECK = "cannot_check"
    ASK_WHICH = "ask_which"  # several companies fit, or too little was said
    SUGGEST = "suggest"  # one fits, not surely: "Maksud kamu …?"


@dataclass(frozen=True, slots=True)
class Verdict:
    """
    The answer to one question about a recruiter.

    `recruiter` is set when it is sure which company is meant, whatever is said about it. `candidates` are
    those to choose from (ASK_WHICH, SUGGEST); `lookalikes` are other companies ("mirip, tetapi bukan").
    `outweighed_by` is a row of the same company under another name, or with its licence number, that is
    revoked or suspended: it counts. `others` are companies named beside it that are not on the register; the
    question may be about them. `reasons` and `not_checked` are ids whose words are in `content/`. `as_of` is
    the date of the row, else of the register.
    """

    kind: Kind
    recruiter: Recruiter | None = None
    candidates: tuple[Recruiter, ...] = ()
    lookalikes: tuple[Recruiter, ...] = ()
    contact: ContactMatch | None = None
    contacts: tuple[tuple[Contact, ContactMatch], ...] = field(default=(), repr=False)
    reasons: tuple[str, ...] = ()
    as_of: date | None = None
    source: str = ""
    not_checked: tuple[str, ...] = _ALWAYS_UNCHECKED
    outweighed_by: Recruiter | None = None
    others: tuple[str, ...] = ()

    @property
    def decision(self) -> Literal["confirm", "suggest", "ask", "none"]:
        """Whether we say that the company asked about is on the register; a name from old lists never is."""
        if self.recruiter is not None and not self.others:
            return "none" if self.recruiter.standing is Standing.NOT_LISTED else "confirm"
        if self.kind is Kind.ASK_WHICH:
            return "ask"
        return "suggest" if self.kind is Kind.SUGGEST else "none"


def check(register: Register, text: str, today: date, picked: Recruiter | None = None) -> Verdict:
    """
    Answer "is this recruiter on the register?".

    Args:
        register: From `build_register`.
        text: A name, a sentence with a name, a phone number, a licence number, or several of them.
        today: The day of the question where the person is.
        picked: The company that the person chose when asked; only names that nothing fits count beside it.

    Returns: A verdict of any kind; never raises for what the text holds.
    """
    licences = find_licences(text, register)
    text = blank(text, ((start, end) for _, start, end in licences))
    contacts = tuple(one for one in find_contacts(text) if not _is_company(register, one))
    numbers = tuple(digits for digits, _, _ in licences)
    owners = worst_rows(register, (row for number in numbers for row in register.owners("licence", number)))
    read = read_names(register, find_names(without_contacts(text, contacts), register.by_word))
    if picked is not None:
        reasons = _of_licence(numbers, picked, owners)
        return _about(register, picked, contacts, today, reasons, unlisted(read))
    candidates = tuple(one for _, several in read for one in several)
    sure = one_company(register, companies(register, candidates, Fit.SURE))
    if len(sure) == 1:
        rivals = rivals_of(register, read)
        if rivals:
            return _open(register, Kind.ASK_WHICH, (sure[0], *rivals), ("several_fit",))
        former = all(one.listing.former for one in candidates if one.fit is Fit.SURE)
        reasons = (*_of_licence(numbers, sure[0], owners), *(("former_name",) if former else ()))
        return _about(register, sure[0], contacts, today, reasons, unlisted(read))
    if len(sure) > 1:
        return _open(register, Kind.ASK_WHICH, sure, ("same_name",))
    partly = companies(register, candidates, Fit.PART)
    if len(owners) == 1 and not partly:
        others = unlisted(read)
        if others:
            return _about(register, owners[0], contacts, today, ("licence_of_other",), others)
        if read:
            return _open(register, Kind.SUGGEST, owners, ("not_sure",))
        return _about(register, owners[0], contacts, today, ("by_licence",))
    if len(owners) > 1 and not (partly or read):
        return _open(register, Kind.ASK_WHICH, owners, ("several_fit",))
    if len(partly) == 1:
        return _open(register, Kind.SUGGEST, partly, ("not_sure",))
    if partly:
        return _open(register, Kind.ASK_WHICH, partly, ("several_fit",))
    if read:
        return _unknown_name(register, tuple(name for name, _ in read), candidates)
    return _by_contact(register, contacts, today, bool(numbers))


def _of_licence(
    numbers: tuple[str, ...], recruiter: Recruiter, owners: tuple[Recruiter, ...]
) -> tuple[str, ...]:
    """What speaks against a company whose name stands beside the number of another."""
    return ("licence_differs",) if numbers and recruiter not in owners else ()


def _about(
    register: Register,
    recruiter: Recruiter,
    contacts: tuple[Contact, ...],
    today: date,
    reasons: tuple[str, ...],
    others: tuple[str, ...] = (),
) -> Verdict:
    """The verdict on a company that is surely meant: what warns comes before what is merely old."""
    as_of = recruiter.as_of or register.as_of
    compared = compare(recruiter, contacts)
    if others:  # a number of this company is no comfort where another one is named
        compared = tuple(each for each in compared if each[1] is not ContactMatch.MATCH)
        reasons = reasons if "licence_of_other" in reasons else (*reasons, "name_beside")
    contact = summary(compared)
    worse = None if recruiter.standing.outweighs else _outweighing(register, recruiter)
    warnings = [reason for reason in _SPEAK_AGAINST if reason in reasons]
    if worse:
        warnings.insert(0, "same_company")
    if recruiter.standing.warns or recruiter.standing is Standing.UNKNOWN:
        warnings.insert(0, recruiter.standing.value)
    if contact is ContactMatch.DIFFERS:
        warnings.append("contact_differs")
    if any(one.kind is ContactKind.HOLDER for one in contacts):
        warnings.append("personal_account")
    limits = _limits(recruiter, as_of, today)
    if recruiter.standing.warns or worse:
        kind = Kind.FOUND_BUT
    elif recruiter.standing is Standing.NOT_LISTED and register.complete and "old_record" not in limits:
        kind = Kind.NOT_FOUND
    elif limits:
        kind = Kind.CANNOT_CHECK
    else:
        kind = Kind.FOUND_BUT if warnings else Kind.FOUND
    partial = () if register.complete else ("partial_register",)
    unchecked = () if contact in (ContactMatch.MATCH, ContactMatch.DIFFERS) else ("contact",)
    rest = tuple(reason for reason in reasons if reason not in warnings)
    return Verdict(
        kind=kind,
        recruiter=recruiter,
        contact=contact,
        contacts=compared,
        reasons=(*warnings, *limits, *rest, *partial),
        as_of=as_of,
        source=recruiter.source or register.source,
        not_checked=(*_ALWAYS_UNCHECKED, *unchecked),
        outweighed_by=worse,
        others=others,
    )


def _limits(recruiter: Recruiter, as_of: date | None, today: date) -> tuple[str, ...]:
    """Why this row says little about today."""
    limits = []
    if as_of is None:
        limits.append("no_date")
    elif today - as_of > FRESH_FOR:
        limits.append("old_record")
    if recruiter.standing is Standing.NOT_LISTED:
        limits.append("not_on_current_list")
    return tuple(limits)


def _outweighing(register: Register, recruiter: Recruiter) -> Recruiter | None:
    """A revoked or suspended row of the same company, the worst of them."""
    worse = [row for row in register.relatives(recruiter) if row.standing.outweighs]
    return max(worse, key=lambda row: row.standing.rank, default=None)


def _open(register: Register, kind: Kind, found: tuple[Recruiter, ...], reasons: tuple[str, ...]) -> Verdict:
    return Verdict(kind, candidates=found, reasons=reasons, as_of=register.as_of, source=register.source)


def _unknown_name(register: Register, names: tuple[Name, ...], candidates: tuple[Candidate, ...]) -> Verdict:
    if all(len(name.joined) < _TOO_SHORT for name in names):
        return _open(register, Kind.ASK_WHICH, (), ("too_short",))
    alike = companies(register, candidates, Fit.ALIKE)
    warned = any(row.standing.warns for row in alike)
    reasons = ("lookalike_warned", "lookalike") if warned else ("lookalike",) if alike else ()
    kind = Kind.NOT_FOUND if register.complete else Kind.CANNOT_CHECK
    if not register.complete:
        reasons = (*reasons, "partial_register")
    return Verdict(kind, lookalikes=alike, reasons=reasons, as_of=register.as_of, source=register.source)


def _by_contact(register: Register, contacts: tuple[Contact, ...], today: date, licensed: bool) -> Verdict:
    """A number alone: known numbers name their company, unknown ones prove nothing."""
    owners = worst_rows(
        register, (row for one in contacts for row in register.owners(one.kind.value, one.value))
    )
    if len(owners) == 1:
        return _about(register, owners[0], contacts, today, ("by_contact",))
    if owners:
        return _open(register, Kind.ASK_WHICH, owners, ("several_fit",))
    if licensed:
        kind = Kind.NOT_FOUND if register.complete else Kind.CANNOT_CHECK
        reasons: tuple[str, ...] = ("unknown_licence",)
    elif any(one.kind in NUMBERS for one in contacts):
        kind, reasons = Kind.CANNOT_CHECK, ("unknown_contact",)
    elif any(one.kind is ContactKind.HOLDER for one in contacts):
        kind, reasons = Kind.CANNOT_CHECK, ("personal_account",)
    else:
        kind, reasons = Kind.ASK_WHICH, ("no_name",)
    return Verdict(kind, reasons=reasons, as_of=register.as_of, source=register.source)


def _is_company(register: Register, contact: Contact) -> bool:
    """Whether the holder of an account is a company of the register, written without "PT"."""
    if contact.kind is not ContactKind.HOLDER:
        return False
    found = match_name(register, parse_name(contact.value))
    return any(one.fit is Fit.SURE for one in found)
