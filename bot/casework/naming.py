"""
What a text names: phones, bank accounts and companies, for fingerprints.

Numbers that are nobody's contact are left alone: identity numbers and licences stand behind no bank's name.
Start at `named_in`.
"""

from __future__ import annotations

import re

from bot.adverts.companies import find_companies
from bot.adverts.contacts import find_accounts
from bot.language.folding import MAX_LENGTH
from bot.language.phones import find_phones, parse_phone
from bot.patterns.prints import Named

_NUMBER_ALONE = re.compile(
    r"\s{0,9}(?:(?:no|nomor|nomer|rek|rekening|norek)\b[\s.:]{0,9}){0,3}(\d[\d .-]{7,20}\d)\s*\??\s*"
)


def named_in(text: str, company: str = "") -> Named:
    """
    Args:
        company: A name that the register gave for what was asked, "" for none.
    """
    text = text[:MAX_LENGTH]
    accounts = find_accounts(text)
    taken = [(each.quote.start, each.quote.end) for each in accounts if not parse_phone(each.number)]
    phones = [
        phone.e164
        for phone in find_phones(text)
        if not any(start < phone.end and phone.start < end for start, end in taken)
    ]
    numbers = [each.number for each in accounts if each.number and not parse_phone(each.number)]
    alone = _NUMBER_ALONE.fullmatch(text)
    if alone and not phones and not numbers:
        numbers.append(re.sub(r"\D", "", alone[1]))
    companies = [each.name for each in find_companies(text)]
    return Named(
        phones=tuple(dict.fromkeys(phones)),
        accounts=tuple(dict.fromkeys(numbers)),
        companies=tuple(dict.fromkeys([*companies, *([company] if company else [])])),
        text=text,
    )
