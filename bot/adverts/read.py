"""
Read one advert: everything in it that can be looked up or compared, each with its very words.

Pure and bounded; never raises, whatever the text holds. Start at `read_advert`.
"""

from __future__ import annotations

import re

from bot.adverts.advert import Advert, Quote
from bot.adverts.ages import find_ages
from bot.adverts.companies import find_companies
from bot.adverts.contacts import find_accounts, find_addresses, find_contacts, find_licences
from bot.adverts.pay import find_money
from bot.adverts.vocabulary import Vocabulary
from bot.language.located import locate

_DEPARTURE = re.compile(
    r"\b(?:berangkat|brangkat|brgkt|terbang|keberangkatan|flight|penerbangan|otw)\b[^.\n!?]{0,30}?"
    r"\b(?:hari ini|besok|lusa|(?:minggu|bulan|malam|pekan) (?:ini|depan)|senin|selasa|rabu|kamis|"
    r"jumat|sabtu|\d{1,2}\s?(?:hari|minggu|bulan|bln|mgg)|(?:tgl|tanggal)\s?\d{1,2}(?:\s\w+)?|januari|februari|maret|april|"
    r"mei|juni|juli|agustus|september|oktober|november|desember)\b",
    re.IGNORECASE,
)
_MAX_DEPARTURES = 10


def read_advert(text: str, vocabulary: Vocabulary) -> Advert:
    """
    Read an advert.

    Args:
        text: As forwarded or pasted; what lies beyond `bot.language.folding.MAX_LENGTH` letters is not read.
        vocabulary: From `build_vocabulary`.

    Returns: What was found; places count in `advert.text`, which is the text up to that length.
    """
    words = locate(text, vocabulary.lexicon, vocabulary.kept, vocabulary.memory)
    text = words.text
    countries = vocabulary.countries.find(words)
    licences = find_licences(text)
    accounts = find_accounts(text)
    taken = (*(each.quote for each in licences), *(each.quote for each in accounts))
    departures = [Quote(match[0], *match.span()) for match in _DEPARTURE.finditer(text)]
    return Advert(
        words=words,
        companies=find_companies(text),
        contacts=find_contacts(text, taken),
        accounts=accounts,
        licences=licences,
        countries=countries,
        jobs=vocabulary.jobs.find(words),
        money=find_money(text, countries, vocabulary),
        ages=find_ages(text),
        departures=tuple(departures[:_MAX_DEPARTURES]),
        addresses=find_addresses(text),
    )
