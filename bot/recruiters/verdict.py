"""
Say what a register knows about the company, number or sentence that somebody sends, and what it cannot say.

Pure: `today` is an argument. The words "aman" and "dijamin" have no place here; even the best verdict
carries its date, its source and what was not checked. Wording is in `content/`. Start at `check`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum
from typing import Literal

from bot.recruiters.contacts import Contact, ContactKind, ContactMatch, blank, compare, find_contacts, summary
from bot.recruiters.licence import find_licences
from bot.recruiters.matching import Candidate, Fit, match_name
from bot.recruiters.names import Name, find_names, parse_name
from bot.recruiters.recruiter import Recruiter, Standing
from bot.recruiters.register import Register

FRESH_FOR = timedelta(days=90)
_TOO_SHORT = 4  # letters; "PT HRS" can be anybody
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
    `reasons` and `not_checked` are ids whose words are in `content/`. `as_of` is the date of the row, else
    of the register.
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

    @property
    def decision(self) -> Literal["confirm", "suggest", "ask", "none"]:
        """Whether we say that this company is on the register; a name from old lists never is."""
        if self.recruiter is not None and self.recruiter.standing is not Standing.NOT_LISTED:
            return "confirm"
        if self.kind is Kind.ASK_WHICH:
            return "ask"
        return "suggest" if self.kind is Kind.SUGGEST else "none"


def check(register: Register, text: str, today: date) -> Verdict:
    """
    Answer "is this recruiter on the register?".

    Args:
        register: From `build_register`.
        text: A name, a sentence with a name, a phone number, a licence number, or several of them.
        today: The day of the question where the person is.

    Returns: A verdict of any kind; never raises for what the text holds.
    """
    licences = find_licences(text, register)
    text = blank(text, ((start, end) for _, start, end in licences))
    contacts = find_contacts(text)
    names = find_names(blank(text, ((one.start, one.end) for one in contacts)), register.by_word)
    numbers = tuple(digits for digits, _, _ in licences)
    owners = _rows(register, (row for number in numbers for row in register.by_licence.get(number, ())))
    candidates = _candidates(register, names)
    sure = _companies(register, candidates, Fit.SURE)
    if len(sure) == 1:
        reasons = ("licence_differs",) if numbers and sure[0] not in owners else ()
        former = all(one.listing.former for one in candidates if one.fit is Fit.SURE)
        return _about(register, sure[0], contacts, today, (*reasons, *(("former_name",) if former else ())))
    if len(sure) > 1:
        return _open(register, Kind.ASK_WHICH, sure, ("same_name",))
    if len(owners) == 1 and not candidates:
        return _about(register, owners[0], contacts, today, ("by_licence",))
    partly = _companies(register, candidates, Fit.PART)
    if len(partly) == 1:
        return _open(register, Kind.SUGGEST, partly, ("not_sure",))
    if partly:
        return _open(register, Kind.ASK_WHICH, partly, ("several_fit",))
    if names:
        return _unknown_name(register, names, candidates)
    return _by_contact(register, contacts, today, bool(numbers))


def _about(
    register: Register,
    recruiter: Recruiter,
    contacts: tuple[Contact, ...],
    today: date,
    reasons: tuple[str, ...],
) -> Verdict:
    """The verdict on a company that is surely meant: what warns comes before what is merely old."""
    as_of = recruiter.as_of or register.as_of
    compared = compare(recruiter, contacts)
    contact = summary(compared)
    warnings = [reason for reason in reasons if reason in ("licence_differs", "former_name")]
    if recruiter.standing.warns or recruiter.standing is Standing.UNKNOWN:
        warnings.insert(0, recruiter.standing.value)
    if contact is ContactMatch.DIFFERS:
        warnings.append("contact_differs")
    limits = []
    if as_of is None:
        limits.append("no_date")
    elif today - as_of > FRESH_FOR:
        limits.append("old_record")
    if recruiter.standing is Standing.NOT_LISTED:
        limits.append("not_on_current_list")
    if recruiter.standing.warns:
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
    )


def _open(register: Register, kind: Kind, found: tuple[Recruiter, ...], reasons: tuple[str, ...]) -> Verdict:
    return Verdict(kind, candidates=found, reasons=reasons, as_of=register.as_of, source=register.source)


def _unknown_name(register: Register, names: tuple[Name, ...], candidates: tuple[Candidate, ...]) -> Verdict:
    if all(len(name.joined) < _TOO_SHORT for name in names):
        return _open(register, Kind.ASK_WHICH, (), ("too_short",))
    alike = _companies(register, candidates, Fit.ALIKE)
    reasons = ("lookalike",) if alike else ()
    kind = Kind.NOT_FOUND if register.complete else Kind.CANNOT_CHECK
    if not register.complete:
        reasons = (*reasons, "partial_register")
    return Verdict(kind, lookalikes=alike, reasons=reasons, as_of=register.as_of, source=register.source)


def _by_contact(register: Register, contacts: tuple[Contact, ...], today: date, licensed: bool) -> Verdict:
    """A number alone: known numbers name their company, unknown ones prove nothing."""
    indexes = {
        ContactKind.PHONE: register.by_phone,
        ContactKind.EMAIL: register.by_email,
        ContactKind.ACCOUNT: register.by_account,
    }
    owners = _rows(register, (row for one in contacts for row in indexes[one.kind].get(one.value, ())))
    if len(owners) == 1:
        return _about(register, owners[0], contacts, today, ("by_contact",))
    if owners:
        return _open(register, Kind.ASK_WHICH, owners, ("several_fit",))
    if licensed:
        kind = Kind.NOT_FOUND if register.complete else Kind.CANNOT_CHECK
        reasons: tuple[str, ...] = ("unknown_licence",)
    elif contacts:
        kind, reasons = Kind.CANNOT_CHECK, ("unknown_contact",)
    else:
        kind, reasons = Kind.ASK_WHICH, ("no_name",)
    return Verdict(kind, reasons=reasons, as_of=register.as_of, source=register.source)


def _candidates(register: Register, names: tuple[Name, ...]) -> tuple[Candidate, ...]:
    return tuple(candidate for name in names for candidate in match_name(register, name))


def _companies(register: Register, candidates: tuple[Candidate, ...], fit: Fit) -> tuple[Recruiter, ...]:
    """The companies that fit so well, best first."""
    return _rows(register, (one.listing.row for one in candidates if one.fit is fit))


def _rows(register: Register, rows: Iterable[int]) -> tuple[Recruiter, ...]:
    """Rows by number; of several rows of one company the worst standing stands for all."""
    worst: dict[str, Recruiter] = {}
    for at in dict.fromkeys(rows):
        row = register.rows[at]
        key = parse_name(row.name).joined
        if key not in worst or row.standing.rank > worst[key].standing.rank:
            worst[key] = row
    return tuple(worst.values())
