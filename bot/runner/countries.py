"""Which country a cry for help names, so that its numbers can be given at once."""

from __future__ import annotations

from bot.engine.reading import words_of
from bot.engine.wording import Wording

TYPED = "emergency.typed."
MOST_CHARACTERS = 2000


def country_in(text: str, wording: Wording) -> str:
    """The country named first, the longest name winning ("johor bahru" before "johor"); "" for none."""
    said = words_of(text[:MOST_CHARACTERS])
    found = [
        (at, -len(name), country)
        for name, country in _names(wording)
        for at in range(len(said) - len(name) + 1)
        if tuple(said[at : at + len(name)]) == name
    ]
    return min(found)[2] if found else ""


def _names(wording: Wording) -> list[tuple[tuple[str, ...], str]]:
    return [
        (tuple(words_of(name)), key.removeprefix(TYPED))
        for key, names in wording.texts.items()
        if key.startswith(TYPED)
        for name in names.split("|")
        if words_of(name)
    ]
