"""
Compare the phone, e-mail or account that somebody was given with those on the register.

Pure. A real licence with somebody else's number is the commonest fraud; and a register without a number
cannot say that a number is wrong. Start at `find_contacts` and `compare`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from bot.language.folding import MAX_LENGTH
from bot.language.phones import find_phones
from bot.recruiters.recruiter import Recruiter

_EMAIL = re.compile(r"[A-Z0-9._%+-]{1,64}@[A-Z0-9-]{1,63}(?:\.[A-Z0-9-]{2,63}){1,4}", re.IGNORECASE)
_BANK = r"bca|bri|bni|bsi|mandiri|btn|cimb|danamon|permata|jago|seabank|dana|ovo|gopay|rek|rekening|norek|a/c"
_ACCOUNT = re.compile(
    rf"\b(?:{_BANK})\b[\s:.,=-]{{0,4}}(?:\b(?:{_BANK}|no|nomor)\b[\s:.]{{0,3}}){{0,3}}(\d[\d .-]{{6,22}}\d)",
    re.IGNORECASE,
)
_PHONE_STARTS = ("0", "62")  # "Mandiri" ends many company names, and DANA accounts are phone numbers
_BARE_NUMBER = re.compile(r"(?<![\w+])\d[\d .-]{8,18}\d(?!\w)")


class ContactKind(Enum):
    """What sort of contact a person was given."""

    PHONE = "phone"
    EMAIL = "email"
    ACCOUNT = "account"


class ContactMatch(Enum):
    """How a given contact compares with the register."""

    MATCH = "match"
    DIFFERS = "differs"
    NO_RECORD = "no_record"  # the register has none of this kind for the company


@dataclass(frozen=True, slots=True)
class Contact:
    """One contact in a text: E.164 for a phone, lower case for an e-mail, digits for an account."""

    kind: ContactKind
    value: str
    start: int
    end: int


def find_contacts(text: str) -> tuple[Contact, ...]:
    """All contacts of a text, in its order; licence numbers must have been taken out before."""
    text = text[:MAX_LENGTH]
    found = [
        Contact(ContactKind.EMAIL, email[0].casefold(), *email.span()) for email in _EMAIL.finditer(text)
    ]
    found.extend(
        Contact(ContactKind.ACCOUNT, re.sub(r"\D", "", account[1]), *account.span(1))
        for account in _ACCOUNT.finditer(text)
        if not account[1].startswith(_PHONE_STARTS)
    )
    for phone in find_phones(text):
        if _is_free(phone.start, phone.end, found):
            found.append(Contact(ContactKind.PHONE, phone.e164, phone.start, phone.end))
    for number in _BARE_NUMBER.finditer(text):
        if _is_free(number.start(), number.end(), found):
            found.append(Contact(ContactKind.ACCOUNT, re.sub(r"\D", "", number[0]), *number.span()))
    return tuple(sorted(found, key=lambda contact: contact.start))


def compare(recruiter: Recruiter, contacts: Iterable[Contact]) -> tuple[tuple[Contact, ContactMatch], ...]:
    """Each contact beside what the register has for this company."""
    on_record = {
        ContactKind.PHONE: recruiter.phones,
        ContactKind.EMAIL: recruiter.emails,
        ContactKind.ACCOUNT: recruiter.accounts,
    }
    return tuple((contact, _compare_one(contact, on_record[contact.kind])) for contact in contacts)


def summary(compared: Iterable[tuple[Contact, ContactMatch]]) -> ContactMatch | None:
    """One word for all contacts: one that differs outweighs any that match; None without contacts."""
    seen = {match for _, match in compared}
    for worst in (ContactMatch.DIFFERS, ContactMatch.NO_RECORD, ContactMatch.MATCH):
        if worst in seen:
            return worst
    return None


def blank(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with line breaks in place of the spans, so that no name runs across a number."""
    for start, end in spans:
        text = text[:start] + "\n" * (end - start) + text[end:]
    return text


def _compare_one(contact: Contact, on_record: tuple[str, ...]) -> ContactMatch:
    if not on_record:
        return ContactMatch.NO_RECORD
    return ContactMatch.MATCH if contact.value in on_record else ContactMatch.DIFFERS


def _is_free(start: int, end: int, found: list[Contact]) -> bool:
    return not any(start < contact.end and contact.start < end for contact in found)
