"""
An advert as the learnt models read it: plain words, in which what was found stands as its kind.

"gaji 15jt ke Taiwan, hub 0812…" and "gaji RM1.700 ke Johor, hub 0857…" say the same there. Where a text
begins and how it ends are words too, so that "aman ga?" at the end is not "aman" somewhere. Pure. Start at
`framed`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from bot.adverts.advert import Advert, Quote
from bot.language.normalise import Normalised

BEGINS, ENDS, ENDS_ASKING = "^", "$", "?"
NUMBER = "0"
SHORTEST_LINE = 3  # words
MOST_LINES = 240  # more than one message holds
MOST_WORDS = 118  # and the two ends: as many as a vocabulary reads


def framed(advert: Advert) -> Normalised:
    """The first `MOST_WORDS` words and what they stand for, between the two ends; tokens and stems only."""
    tokens, stems = _part(advert, 0, len(advert.words.message.tokens), _kinds(advert))
    ending = ENDS_ASKING if asks(advert.seen) else ENDS
    return Normalised("", (BEGINS, *tokens, ending), (BEGINS, *stems, ending))


def lines(advert: Advert, without: frozenset[int] = frozenset()) -> Iterator[Normalised]:
    """
    Each sentence by itself, as if it were all that is said, and each clause of a sentence that has several.

    What is too short to tell anything is left out, and so are the sentences `without`.
    """
    words = advert.words
    kinds = _kinds(advert)
    runs = sorted({*_runs(words.sentences), *_runs(words.clauses)})
    for first, end in runs[:MOST_LINES]:
        if words.sentences[first] in without:
            continue
        if sum(token.isalpha() for token in words.message.tokens[first:end]) >= SHORTEST_LINE:
            tokens, stems = _part(advert, first, end, kinds)
            yield Normalised("", (BEGINS, *tokens, ENDS), (BEGINS, *stems, ENDS))


def _runs(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """From where to before where the same number stands: (2, 2, 5) is (0, 2) and (2, 3)."""
    starts = [at for at in range(len(numbers)) if at == 0 or numbers[at] != numbers[at - 1]]
    return list(pairwise((*starts, len(numbers))))


def parts(advert: Advert, stretches: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int, Normalised]]:
    """The same for stretches of words, from the first up to and with the last; they have no ends."""
    kinds = _kinds(advert)
    for first, last in stretches:
        tokens, stems = _part(advert, first, last + 1, kinds)
        yield first, last, Normalised("", tuple(tokens), tuple(stems))


def _part(advert: Advert, first: int, end: int, kinds: Mapping[int, str]) -> tuple[list[str], list[str]]:
    words = advert.words.message
    tokens: list[str] = []
    stems: list[str] = []
    for at in range(first, end):
        kind = kinds.get(at)
        if kind is None:
            number = words.tokens[at][:1].isdecimal()
            tokens.append(NUMBER if number else words.tokens[at])
            stems.append(NUMBER if number else words.stems[at])
        elif not tokens or tokens[-1] != kind:
            tokens.append(kind)
            stems.append(kind)
        if len(tokens) >= MOST_WORDS:
            break
    return tokens, stems


def asks(text: str) -> bool:
    """Whether the last mark of a text is a question mark; what is no letter or figure may follow."""
    behind = text.rpartition("?")
    return bool(behind[1]) and not any(letter.isalnum() for letter in behind[2])


def _kinds(advert: Advert) -> dict[int, str]:
    """What stands at which words, by kind; what comes later in the list wins."""
    found: dict[int, str] = {}
    for quote, kind in _quotes(advert):
        at = advert.words.token_at(quote.start)
        while at < len(advert.words.spans) and advert.words.spans[at][0] < quote.end:
            if advert.words.spans[at][1] > quote.start:
                found[at] = kind
            at += 1
    return found


def _quotes(advert: Advert) -> Iterator[tuple[Quote, str]]:
    yield from ((each.quote, f"@{each.kind[0]}s") for each in advert.money)
    yield from ((each.quote, "@n") for each in advert.countries)
    yield from ((each.quote, "@p") for each in advert.jobs)
    yield from ((each.quote, "@k") for each in advert.contacts)
    yield from ((each.quote, "@u") for each in advert.ages)
    yield from ((each.quote, "@c") for each in advert.companies)
    yield from ((each, "@a") for each in advert.addresses)
    yield from ((each.quote, "@i") for each in advert.licences)
    yield from ((each.quote, "@r") for each in advert.accounts)
