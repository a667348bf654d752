"""
Put a correction into what was read in a picture.

Pure. What the correction tells anew (a country, a wage, a number …) takes the place of what was read of the
same kind; a long correction is the advert typed again. Start at `corrected`.
"""

from __future__ import annotations

from bot.adverts.advert import Advert, Quote
from bot.adverts.read import read_advert
from bot.adverts.vocabulary import Vocabulary

_TYPED_AGAIN = 0.6  # share of the letters from which a correction is a whole advert


def corrected(text: str, correction: str, vocabulary: Vocabulary) -> str:
    """
    The advert as it should have been read.

    Args:
        text: As read in the picture; may be empty.
        correction: As typed: "negara Taiwan, gaji 15 juta", or the whole advert.
    """
    if len(correction) >= _TYPED_AGAIN * len(text):
        return correction
    read, told = read_advert(text, vocabulary), read_advert(correction, vocabulary)
    new = [kind for kind, quotes in _quotes(told).items() if quotes]
    old = _quotes(read)
    for quote in reversed(_apart(tuple(each for kind in new for each in old[kind]))):
        text = text[: quote.start] + text[quote.end :]
    return f"{text.strip()}\n{correction}"


def _quotes(advert: Advert) -> dict[str, tuple[Quote, ...]]:
    """Where each kind of thing stands."""
    return {
        "companies": tuple(each.quote for each in advert.companies),
        "contacts": tuple(each.quote for each in advert.contacts),
        "accounts": tuple(each.quote for each in advert.accounts),
        "countries": tuple(each.quote for each in advert.countries),
        "jobs": tuple(each.quote for each in advert.jobs),
        "wages": tuple(each.quote for each in advert.wages),
        "fees": tuple(each.quote for each in advert.fees),
        "ages": tuple(each.quote for each in advert.ages),
        "departures": advert.departures,
    }


def _apart(quotes: tuple[Quote, ...]) -> tuple[Quote, ...]:
    """In order; of two that overlap the first."""
    kept: list[Quote] = []
    for quote in sorted(quotes, key=lambda each: each.start):
        if not kept or quote.start >= kept[-1].end:
            kept.append(quote)
    return tuple(kept)
