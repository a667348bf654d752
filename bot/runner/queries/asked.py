"""
What a recruiter look-up is asked: the words, a company that was picked from buttons, what was sent before.

A flow hands all of it over as one text: "#<key> " in front for a pick, then the words, then, behind a line
that begins with "§", an advert or question that these words belong to. So a name typed after an advert is
checked with the advert's phone, and a phone typed after a name with that name. Start at `parse_asked` and
`in_one`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bot.adverts.read import read_advert
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
_PICKED = re.compile(r"#(\S*) ?")
_BESIDE = "\n§ "
_ORDER = "sip2mi"


@dataclass(frozen=True, slots=True)
class Asked:
    """`picked` is the key of a row, "" for none; `beside` what was sent before, "" for nothing."""

    words: str
    picked: str = ""
    beside: str = ""

    @property
    def both(self) -> tuple[str, str]:
        return self.words, self.beside


def parse_asked(text: str) -> Asked:
    """Never raises: a text without marks is only words."""
    words, _, beside = text.partition(_BESIDE)
    pick = _PICKED.match(words)
    if pick is None:
        return Asked(words, beside=beside.strip())
    return Asked(words[pick.end() :], pick[1], beside.strip())


def in_one(asked: Asked, knowledge: Knowledge, today: date) -> str:
    """
    All that belongs together, as one text to be checked: one company at most, and every number.

    Words that name another company than what stands beside them are a question of their own.

    Args:
        today: The day of the question.
    """
    if not asked.beside:
        return asked.words
    named, before = (names_company(text, knowledge) for text in asked.both)
    if named and before:
        one, other = (
            check(knowledge.register, to_check(text, knowledge), today).recruiter for text in asked.both
        )
        if one is None or one != other:
            return asked.words
    elif before:
        return f"{asked.words}\n{asked.beside}"
    return f"{asked.words}\n{contacts_of(asked.beside, knowledge.register)}"


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
