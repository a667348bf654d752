"""
HearNeed: what somebody in danger asks for beside the officer, whom the words reach in any case.

A number is given at once, and who fears to be seen is told how to empty the screen. Start at `hear_need`.
"""

from __future__ import annotations

from bot.engine.events import Answered
from bot.engine.queries import HearNeed
from bot.engine.reading import words_of
from bot.engine.wording import Wording
from bot.runner.countries import country_in
from bot.runner.ports import Knowledge

LOOKED_AT = 600  # letters


def hear_need(query: HearNeed, knowledge: Knowledge) -> Answered:
    """-> hide | number | none. Values: country, when one is named."""
    words = knowledge.flows.wording
    said = words_of(query.text[:LOOKED_AT])
    country = country_in(query.text, knowledge.countries)
    named = {"country": country} if country else {}
    if any(_stands(phrase.split(), said) for phrase in words.label("typed.hide", {}).split("|")):
        return Answered("hear_need", "hide", named)
    news = country not in ("", query.country)
    if news or not _any("typed.number", words).isdisjoint(said):
        return Answered("hear_need", "number", named)
    return Answered("hear_need", "none", {})


def _any(key: str, words: Wording) -> set[str]:
    return set(words.label(key, {}).split("|"))


def _stands(phrase: list[str], said: list[str]) -> bool:
    """Whether the words of a phrase stand beside each other."""
    return any(said[at : at + len(phrase)] == phrase for at in range(len(said) - len(phrase) + 1))
