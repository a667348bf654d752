"""
What the register is asked: the words, and what was sent before that they belong to.

A name typed after an advert is checked with the advert's phone, and a phone typed after a name with that
name. Start at `in_one`.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from bot.adverts.read import read_advert
from bot.engine.queries import LookUpRecruiter
from bot.recruiters.bare_names import with_form
from bot.recruiters.contacts import ContactKind, blank, find_contacts, without_contacts
from bot.recruiters.licence import find_licences
from bot.recruiters.matching import Fit, match_name
from bot.recruiters.names import find_names
from bot.recruiters.register import Register
from bot.recruiters.verdict import check
from bot.runner.ports import Knowledge
from bot.runner.queries.naming import names_company

MOST_KEPT = 3_000  # letters that stand beside the next question
_ORDER = "sip2mi"


def in_one(asked: LookUpRecruiter, knowledge: Knowledge, today: date) -> str:
    """
    All that belongs together, as one text to be checked: one company at most, and every number.

    Words that name another company than what stands beside them are a question of their own.

    Args:
        today: The day of the question.
    """
    if not asked.beside:
        return asked.text
    both = asked.text, asked.beside
    named, before = (names_company(text, knowledge) for text in both)
    if named and before:
        one, other = (check(knowledge.register, to_check(text, knowledge), today).recruiter for text in both)
        if one is None or one != other:
            return asked.text
    elif before:
        return f"{asked.text}\n{asked.beside}"
    return f"{asked.text}\n{contacts_of(asked.beside, knowledge.register)}"


def to_check(text: str, knowledge: Knowledge) -> str:
    """A text as the register is asked about it: a bare name with its form, and no number of a job order."""
    orders = (
        each for each in read_advert(text, knowledge.adverts.vocabulary).licences if each.kind == _ORDER
    )
    text = blank(text, ((each.quote.start, each.quote.end) for each in orders))
    if _is_person(text, knowledge.register):
        return contacts_of(text, knowledge.register)
    return with_form(text, knowledge.register, knowledge.words.knows)


def _is_person(text: str, register: Register) -> bool:
    """Whether one word and a number is all there is ("Budi 0812 …", a contact card), and no known company."""
    contacts = find_contacts(text)
    if not any(contact.kind is ContactKind.PHONE for contact in contacts):
        return False
    names = find_names(without_contacts(text, contacts), register.by_word)
    return all(
        len(name.words) == 1
        and name.form is None
        and not any(one.fit is Fit.SURE for one in match_name(register, name))
        for name in names
    )


def contacts_of(text: str, register: Register) -> str:
    """Only the numbers, persons and addresses of a text, one a line."""
    licences = find_licences(text, register)
    text = blank(text, ((start, end) for _, start, end in licences))
    return "\n".join((*(f"izin {digits}" for digits, _, _ in licences), *_contacts(text)))


def _contacts(text: str) -> Iterable[str]:
    for contact in find_contacts(text):
        account = contact.kind is ContactKind.ACCOUNT
        yield f"rek {contact.value}" if account else text[contact.start : contact.end]
