"""Read `content/id/danger.yaml` into the screening room's `Rules`. Start at `read_danger`."""

from __future__ import annotations

from bot.authoring.lexicon import named_place
from bot.authoring.notes import Notes
from bot.authoring.problem import Problem
from bot.authoring.yaml_lines import Value, plain
from bot.errors import ContentError
from bot.language.lexicon import Lexicon
from bot.screening.rules import Rules, parse_rules


def read_danger(value: Value, lexicon: Lexicon, notes: Notes) -> Rules | None:
    """The rules; None and a problem when the file cannot be used."""
    try:
        return parse_rules(plain(value) if value.mapping else {}, lexicon)
    except ContentError as error:
        notes.problems.append(
            Problem.at(named_place(value, error), f"tanda bahaya tidak bisa dipakai: {error}")
        )
        return None
