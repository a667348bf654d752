"""The tables, made ready for reading: built once an edition of the content. Start at `build_vocabulary`."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.adverts.phrases import Phrases
from bot.adverts.tables import Tables
from bot.language.advert_words import ADVERT_WORDS
from bot.language.lexicon import Lexicon
from bot.language.located import Memory
from bot.language.money import SCALES
from bot.language.sums import SumReader

_ACRONYMS = frozenset({"str"})  # a nurse's registration, not a hasty "setor"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """`tables` and what finds their words; `currencies` gives each currency word its possible meanings."""

    tables: Tables
    lexicon: Lexicon
    countries: Phrases = field(repr=False)
    jobs: Phrases = field(repr=False)
    sums: SumReader = field(repr=False)
    currencies: dict[str, tuple[str, ...]] = field(repr=False)
    kept: frozenset[str] = field(repr=False)
    memory: Memory = field(repr=False)


def build_vocabulary(tables: Tables, lexicon: Lexicon) -> Vocabulary:
    """Make tables ready for `read_advert`; the lexicon is the one that rules are parsed with."""
    meanings: dict[str, tuple[str, ...]] = {}
    for currency in tables.currencies.values():
        for word in currency.words:
            meanings[word] = (*meanings.get(word, ()), currency.id)
    return Vocabulary(
        tables=tables,
        lexicon=lexicon,
        countries=Phrases(
            ((word, country.id) for country in tables.destinations.values() for word in country.words),
            lexicon,
            fuzzy=True,
        ),
        jobs=Phrases(
            ((word, job.id) for job in tables.jobs.values() for word in job.words),
            lexicon,
            barred=(word for job in tables.jobs.values() for word in job.not_words),
            fuzzy=True,
        ),
        sums=SumReader(meanings),
        currencies=meanings,
        kept=frozenset(word for word in meanings if word not in SCALES) | _ACRONYMS,
        memory=Memory(
            frozenset(
                (*lexicon.words, *lexicon.protected, *lexicon.short_forms, *lexicon.particles, *ADVERT_WORDS)
            )
        ),
    )
