"""One red flag as it was found in one advert."""

from __future__ import annotations

from dataclasses import dataclass

from bot.adverts.advert import Advert, Quote
from bot.language.patterns import Found


@dataclass(frozen=True, slots=True)
class Flag:
    """`quote` is None only for an absence; `why` is said to the person; `weight` counts for the verdict."""

    id: str
    quote: Quote | None
    why: str
    weight: int


def quote_of(advert: Advert, found: Found) -> Quote:
    """The words of a find."""
    return advert.quote(*advert.words.span(found.start, found.end))


def together(advert: Advert, one: Quote, other: Quote, reach: int = 60) -> Quote:
    """Both quotes and what is between them, if that is one line of at most `reach` letters; else `one`."""
    start, end = min(one.start, other.start), max(one.end, other.end)
    whole = advert.quote(start, end)
    return whole if end - start <= reach and "\n" not in whole.text else one
