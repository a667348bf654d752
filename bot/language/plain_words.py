"""
Which words of a language everybody uses, so that what is left may be somebody's name.

Pure; made once for each edition of the content. A word is *known* when the content writes it in small
letters, the lexicon has it or several examples do; it is *ordinary* when it is so common that it is no name
even after "bu" or with a capital letter. Start at `plain_words`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from bot.language.folding import fold
from bot.language.given_names import GIVEN_NAMES
from bot.language.lexicon import Lexicon
from bot.language.normalise import normalise
from bot.language.stem import stem

KNOWN_FROM = 2  # examples: a word of one alone may be a name in it
ORDINARY_FROM = 15
_SHORTEST_STEMMED = 6  # letters: "dian" is not "di" with an ending
_WRITTEN_SMALL = re.compile(r"(?<![\w<&{])[a-z]+(?![\w>}])")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True, eq=False)
class PlainWords:
    """`companies` are the words that names of recruiters are made of; `repr` hides the long sets."""

    lexicon: Lexicon = field(repr=False)
    known: frozenset[str] = field(repr=False)
    ordinary: frozenset[str] = field(repr=False)
    stems: frozenset[str] = field(repr=False)
    companies: frozenset[str] = field(repr=False)

    def knows(self, word: str) -> bool:
        """Whether many people use this word, in this or another form."""
        return self._among(word, self.known, self.stems)

    def is_ordinary(self, word: str) -> bool:
        """Whether this word is so common that it is no name wherever it stands."""
        return self._among(word, self.ordinary, frozenset())

    def _among(self, word: str, words: frozenset[str], stems: frozenset[str]) -> bool:
        folded = fold(word)
        if folded in GIVEN_NAMES:
            return False
        if folded in words:
            return True
        read = normalise(folded, self.lexicon)
        pairs = zip(read.tokens, read.stems, strict=True)
        return all(
            token in words or (len(token) >= _SHORTEST_STEMMED and root in stems) for token, root in pairs
        )


def plain_words(
    lexicon: Lexicon,
    texts: Iterable[str],
    tokens: Iterable[str],
    counts: Mapping[str, int],
    places: Iterable[str] = (),
    companies: Iterable[str] = (),
) -> PlainWords:
    """
    Args:
        texts: What the bot says; words in small letters there are words of the language.
        tokens: Words of the question examples.
        counts: In how many examples a stem occurs.
        places: Names that may stay (countries).
        companies: Words of the register of recruiters.
    """
    written = {word for text in texts for word in _WRITTEN_SMALL.findall(text)}
    listed = lexicon.words | lexicon.protected | lexicon.particles
    meanings = {word for full in lexicon.short_forms.values() for word in full.split()}
    named = {word for place in places for word in _WORD.findall(fold(place))}
    roots = {token: stem(token, lexicon) for token in tokens}

    def met(times: int) -> set[str]:
        return {
            token
            for token, root in roots.items()
            if counts.get(root, 0) >= times and (root == token or len(token) >= _SHORTEST_STEMMED)
        }

    known = (written | listed | meanings | named | set(lexicon.short_forms) | met(KNOWN_FROM)) - GIVEN_NAMES
    ordinary = (listed | meanings | named | met(ORDINARY_FROM)) - GIVEN_NAMES
    stems = frozenset(root for root, times in counts.items() if times >= KNOWN_FROM) - GIVEN_NAMES
    words = {word for name in companies for word in _WORD.findall(fold(name))}
    return PlainWords(lexicon, frozenset(known), frozenset(ordinary), stems, frozenset(words))
