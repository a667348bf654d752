"""
Find companies of a register that are named without "PT", in an advert or a sentence.

Pure, and it never guesses: the letters must be the name's, one of its words must be rare, and the words on
both sides must be ordinary ones ("Balindo Jaya membuka …"), so that no longer name of another company
("Balindo Jaya Sentosa") is cut down to a known one. Start at `find_bare_names`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bot.language.folding import MAX_LENGTH, fold
from bot.recruiters.beside import is_figure
from bot.recruiters.index import Listing
from bot.recruiters.names import DEFAULT_FORM, FORMS
from bot.recruiters.register import Register
from bot.recruiters.words import CHAT, ORDINARY

MOST_WORDS = 6  # of one name
MOST_FOUND = 5
_RARE = 5  # names that hold a rare word
_SHORTEST_RARE = 4  # letters of it
_LOOKED_AT = 1_500  # words of a text
_WORD = re.compile(r"[^\W_]+")
_NEXT = re.compile(r"[ \t'’&-]{0,3}([^\W\d_]+)")
_GAP = re.compile(r"[ \t'’&-]{0,3}")  # between two words of one name

IsPlain = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class BareName:
    """`text[start:end]` of the text is the name, in its own letters."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Word:
    plain: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Spot:
    """Words that may be a name, as one, and the words on both sides."""

    joined: str
    start: int
    end: int
    before: str
    behind: str


def find_bare_names(text: str, register: Register, is_plain: IsPlain) -> tuple[BareName, ...]:
    """
    Args:
        is_plain: Whether a word is one of the language; any other may belong to a name.

    Returns: In the order of the text, the longest name where several begin; names behind "PT", "CV" and the
    like are not among them.
    """
    text = text[:MAX_LENGTH]
    spots: dict[str, list[_Spot]] = {}
    for spot in _spots(text, register, is_plain):
        spots.setdefault(spot.joined, []).append(spot)
    numbers = register.index.by_joined.find(*spots)
    named = {
        listing.name.joined for listing in map(register.index.listing, numbers.tolist()) if _is_pt(listing)
    }
    meant = [
        spot
        for joined in spots.keys() & named
        for spot in spots[joined]
        if all(_ends_a_name(word, register, is_plain) for word in (spot.before, spot.behind))
    ]
    found: list[BareName] = []
    for spot in sorted(meant, key=lambda spot: (spot.start, -spot.end)):
        if len(found) < MOST_FOUND and not (found and spot.start < found[-1].end):
            found.append(BareName(text[spot.start : spot.end], spot.start, spot.end))
    return tuple(found)


def with_form(text: str, register: Register, is_plain: IsPlain) -> str:
    """The text with "PT" before the one company that it names without it; as it is for none or several."""
    found = {
        " ".join(each.name.casefold().split()): each for each in find_bare_names(text, register, is_plain)
    }
    if len(found) != 1:
        return text
    (bare,) = found.values()
    rest = text[bare.end :]
    word = _NEXT.match(rest)
    apart = "\n" if word and fold(word[1]) not in CHAT else ""  # "Armindo Jaya melayani"
    return f"{text[: bare.start]} {DEFAULT_FORM.upper()} {bare.name}{apart}{rest}"


def _runs(text: str) -> Iterator[list[_Word]]:
    """Words that stand in one line with no mark between them."""
    run: list[_Word] = []
    for number, match in enumerate(_WORD.finditer(text)):
        if number >= _LOOKED_AT:
            break
        if run and not _GAP.fullmatch(text, run[-1].end, match.start()):
            yield run
            run = []
        run.append(_Word(fold(match[0]), match.start(), match.end()))
    if run:
        yield run


def _spots(text: str, register: Register, is_plain: IsPlain) -> Iterator[_Spot]:
    """Every two to six words in a row of which one is rare: any of them may be a name."""
    for run in _runs(text):
        rare = [_is_rare(word.plain, register, is_plain) for word in run]
        for at in range(len(run)):
            for end in range(at + 2, min(at + MOST_WORDS, len(run)) + 1):
                if any(rare[at:end]):
                    words = run[at:end]
                    before = run[at - 1].plain if at else ""
                    behind = run[end].plain if end < len(run) else ""
                    joined = "".join(word.plain for word in words)
                    yield _Spot(joined, words[0].start, words[-1].end, before, behind)


def _is_pt(listing: Listing) -> bool:
    return listing.name.company[0] == DEFAULT_FORM


def _is_rare(word: str, register: Register, is_plain: IsPlain) -> bool:
    known = 0 < register.index.count(word) <= _RARE
    return known and len(word) >= _SHORTEST_RARE and word not in ORDINARY and not is_plain(word)


def _ends_a_name(word: str, register: Register, is_plain: IsPlain) -> bool:
    """Whether a word beside a name cannot belong to it: none, a long number, or a word of the language."""
    if not word or (word.isdecimal() and not is_figure(word)):
        return True
    if word in FORMS or word in ORDINARY:
        return False
    return word in CHAT or (word not in register.by_word and is_plain(word))
