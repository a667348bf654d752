"""Which country a cry for help names, so that its numbers can be given at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from bot.engine.reading import words_of
from bot.engine.wording import Wording

TYPED = "emergency.typed."
MOST_CHARACTERS = 2000

Named = tuple[tuple[str, ...], str]  # the words of a name, the country
CountryNames = Mapping[str, tuple[Named, ...]]  # by the first word, the longest first


def country_names(wording: Wording) -> CountryNames:
    """The names of all countries and their towns, as editors wrote them."""
    found: dict[str, list[Named]] = defaultdict(list)
    for key, names in wording.texts.items():
        if key.startswith(TYPED):
            for words in map(words_of, names.split("|")):
                if words:
                    found[words[0]].append((tuple(words), key.removeprefix(TYPED)))
    return {
        first: tuple(sorted(named, key=lambda each: (-len(each[0]), each[1])))
        for first, named in found.items()
    }


def country_in(text: str, names: CountryNames) -> str:
    """The country named first, the longest name winning ("johor bahru" before "johor"); "" for none."""
    said = words_of(text[:MOST_CHARACTERS])
    for at, word in enumerate(said):
        for name, country in names.get(word, ()):
            if tuple(said[at : at + len(name)]) == name:
                return country
    return ""
