"""
Put a correction into what was read in a picture.

Pure. What the correction tells anew (a country, a wage, a number …) takes the place of what was read of the
same kind, and so does what it denies ("bukan Kamboja tapi Taiwan"); a long correction is the advert typed
again. Start at `corrected`.
"""

from __future__ import annotations

import re

from bot.adverts.advert import Advert, Quote
from bot.adverts.read import read_advert
from bot.adverts.vocabulary import Vocabulary

_DENIES = re.compile(r"\b(?:bukan(?:nya)?|bkn|salah)\b[^\d\n,.;]{0,12}$", re.IGNORECASE)
_BUT = re.compile(
    r"[\s,;]*(?:(?:tapi|tp|tetapi|melainkan|(?:yang|yg)? ?(?:benar|bener|betul)|harusnya)\b)?\s*",
    re.IGNORECASE,
)
_WAGE = "gaji "
_TYPED_AGAIN = 0.6  # share of the letters from which a correction is a whole advert


def corrected(text: str, correction: str, vocabulary: Vocabulary) -> str:
    """
    The advert as it should have been read.

    Args:
        text: As read in the picture; may be empty.
        correction: As typed: "negara Taiwan, gaji 15 juta", or the whole advert.
    """
    said = read_advert(correction, vocabulary)
    if not said.wages and not said.fees and read_advert(f"{_WAGE}{correction}", vocabulary).wages:
        return corrected(text, f"{_WAGE}{correction}", vocabulary)  # a bare sum is the wage
    told = _quotes(said)
    kept = _without_denied(correction, _apart(tuple(each for quotes in told.values() for each in quotes)))
    if len(correction) >= _TYPED_AGAIN * len(text):
        return kept
    new = [kind for kind, quotes in told.items() if quotes]
    old = _quotes(read_advert(text, vocabulary))
    for quote in reversed(_apart(tuple(each for kind in new for each in old[kind]))):
        text = text[: quote.start] + text[quote.end :]
    return f"{text.strip()}\n{kept}".strip()


def _without_denied(correction: str, quotes: tuple[Quote, ...]) -> str:
    """ "taiwan" for "bukan kamboja tapi taiwan": what is denied is no part of the advert."""
    for quote in reversed(quotes):
        denial = _DENIES.search(correction, 0, quote.start)
        if denial:
            but = _BUT.match(correction, quote.end)
            rest = correction[but.end() if but else quote.end :]
            correction = f"{correction[: denial.start()]}{rest}"
    return correction


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
