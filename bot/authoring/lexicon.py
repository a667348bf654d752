"""Read chat spelling, `content/id/lexicon.yaml`, into a `Lexicon`. Start at `read_lexicon`."""

from __future__ import annotations

import re

from bot.authoring.notes import Notes
from bot.authoring.problem import Place, Problem
from bot.authoring.yaml_lines import Value, plain
from bot.errors import ContentError
from bot.language.lexicon import Lexicon, parse_lexicon

QUOTED = re.compile(r"\"([^\"]+)\"|'([^']+)'")


def read_lexicon(value: Value, notes: Notes) -> Lexicon:
    """The lexicon; an empty one and a problem when the file cannot be used."""
    try:
        return parse_lexicon(plain(value) if value.mapping else {})
    except ContentError as error:
        notes.problems.append(
            Problem.at(named_place(value, error), f"ejaan obrolan tidak bisa dipakai: {error}")
        )
        return Lexicon()


def named_place(value: Value, error: ContentError) -> Place:
    """Where the first word that an error quotes stands in a file; its last quoted word is the narrowest."""
    quoted = [one or other for one, other in QUOTED.findall(str(error))]
    for word in reversed(quoted):
        place = value.place_of(word)
        if place != value.place:
            return place
    return value.place
