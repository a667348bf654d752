"""Every figure that a text states must stand in the claim of a fact it names: people act on numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from rapidfuzz import fuzz

from bot.authoring.checks.statements import Statement, statements
from bot.authoring.draft import Draft
from bot.authoring.facts import Fact
from bot.authoring.figures import Figure, figures_of_date, find_figures, stated_in
from bot.authoring.problem import Place, Problem
from bot.authoring.yaml_lines import Value

NEAREST = 3  # facts that are proposed


def check_traces(draft: Draft, today: date | None) -> Iterator[Problem]:
    """Figures without a fact, each once in a text; none when no day is given, for it breaks nothing."""
    if today is None:
        return
    for statement in statements(draft):
        if not all(name in draft.facts for name in statement.facts):
            continue  # a misspelt fact is reported already
        known = [figure for name in statement.facts for figure in _of_fact(draft.facts[name].fact)]
        for part, value in statement.texts():
            seen: set[str] = set()
            for figure in stated_in(value.text, invented=part in statement.invented):
                if figure.value not in seen and not any(figure.fits(other) for other in known):
                    seen.add(figure.value)
                    yield _untraced(draft, statement, figure, value)


def _untraced(draft: Draft, statement: Statement, figure: Figure, value: Value) -> Problem:
    message = f'"{figure.written}" di {statement.what} tidak ada di fakta yang disebutnya.'
    return Problem.at(_place(value, figure.written), message, _way_out(draft, figure, value.text))


def _place(value: Value, written: str) -> Place:
    """Where a figure stands: "17" is not found inside "2017"."""
    form = re.compile(rf"(?<!\w){re.escape(written)}(?!\w)")
    for number in range(value.place.line, value.end_line + 1):
        found = form.search(value.source.place(number, 1).source)
        if found:
            return value.source.place(number, found.start() + 1, len(written))
    return value.place


def _way_out(draft: Draft, figure: Figure, text: str) -> str:
    """The facts that do say it, those closest to the text first."""
    every = [written.fact for written in draft.facts.values()]
    saying = [fact for fact in every if any(figure.fits(other) for other in _of_fact(fact))]
    saying.sort(key=lambda fact: -fuzz.token_set_ratio(fact.claim, text))
    if saying:
        return f'Angka itu ada di {_names(saying)}. Kalau memang dari sana, tambahkan ke "facts".'
    nearest = sorted(every, key=lambda fact: -fuzz.token_set_ratio(fact.claim, text))
    return f"Tidak ada fakta dengan angka itu; yang terdekat {_names(nearest)}. Hapus, atau tulis faktanya."


def _names(facts: list[Fact]) -> str:
    return ", ".join(fact.id for fact in facts[:NEAREST])


@lru_cache(maxsize=4096)
def _of_fact(fact: Fact) -> tuple[Figure, ...]:
    """What a fact states: its claim, the article it comes from, and how old it is."""
    return (*find_figures(f"{fact.claim} {fact.source.law}"), *figures_of_date(fact.as_of))
