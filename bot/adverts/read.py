"""
Read one advert: everything in it that can be looked up or compared, each with its very words.

It is looked for in what people see (`bot.language.seen`) and quoted as it was typed. Pure and bounded; never
raises, whatever the text holds. Start at `read_advert`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TypeVar

from bot.adverts.advert import Account, Advert, Age, Company, Contact, Licence, Money, Quote
from bot.adverts.ages import find_ages
from bot.adverts.companies import find_companies
from bot.adverts.contacts import find_accounts, find_addresses, find_contacts, find_licences
from bot.adverts.pay import find_money
from bot.adverts.vocabulary import Vocabulary
from bot.language.located import locate
from bot.language.seen import Seen

_DEPARTURE = re.compile(
    r"\b(?:berangkat|brangkat|brgkt|terbang|keberangkatan|flight|penerbangan|otw)\b[^.\n!?]{0,30}?"
    r"\b(?:hari ini|besok|lusa|(?:minggu|bulan|malam|pekan) (?:ini|depan)|senin|selasa|rabu|kamis|"
    r"jumat|sabtu|\d{1,2}\s?(?:hari|minggu|bulan|bln|mgg)|(?:tgl|tanggal)\s?\d{1,2}(?:\s\w+)?|januari|februari|maret|april|"
    r"mei|juni|juli|agustus|september|oktober|november|desember)\b",
    re.IGNORECASE,
)
_MAX_DEPARTURES = 10

Find = TypeVar("Find", Account, Age, Company, Contact, Licence, Money)


def read_advert(text: str, vocabulary: Vocabulary) -> Advert:
    """
    Read an advert.

    Args:
        text: As forwarded or pasted; what lies beyond `bot.language.folding.MAX_LENGTH` letters is not read.
        vocabulary: From `build_vocabulary`.

    Returns: What was found; places count in `advert.text`, which is the text up to that length.
    """
    words = locate(text, vocabulary.lexicon, vocabulary.kept, vocabulary.memory)
    seen = words.seen
    addresses = tuple(_typed(each, seen) for each in find_addresses(seen.text))
    countries = tuple(
        each
        for each in vocabulary.countries.find(words)
        if not any(street.holds(each.quote) for street in addresses)  # "Jl. Kamboja 5", "Jl. Slamet Riyadi"
    )
    licences = find_licences(seen.text)
    accounts = find_accounts(seen.text)
    taken = (*(each.quote for each in licences), *(each.quote for each in accounts))
    departures = [Quote(match[0], *match.span()) for match in _DEPARTURE.finditer(seen.text)]
    return Advert(
        words=words,
        companies=_as_typed(find_companies(seen.text), seen),
        contacts=_as_typed(find_contacts(seen.text, taken), seen),
        accounts=_as_typed(accounts, seen),
        licences=_as_typed(licences, seen),
        countries=countries,
        jobs=vocabulary.jobs.find(words),
        money=_as_typed(find_money(seen.text, countries, vocabulary), seen),
        ages=_as_typed(find_ages(seen.text), seen),
        departures=tuple(_typed(each, seen) for each in departures[:_MAX_DEPARTURES]),
        addresses=addresses,
    )


def _as_typed(found: tuple[Find, ...], seen: Seen) -> tuple[Find, ...]:
    """The same finds, quoted as they were typed."""
    if seen.text is seen.typed:
        return found
    return tuple(replace(each, quote=_typed(each.quote, seen)) for each in found)


def _typed(quote: Quote, seen: Seen) -> Quote:
    start, end = seen.span(quote.start, quote.end)
    return Quote(seen.typed[start:end], start, end)
