"""The danger signs must do what their own examples say."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bot.authoring.draft import Draft
from bot.authoring.problem import Problem
from bot.screening.screen import screen


def check_danger_examples(draft: Draft, _today: date | None) -> Iterator[Problem]:
    """Examples that stay unheard, counter-examples that alarm."""
    if draft.danger is None or draft.danger_value is None:
        return
    value = draft.danger_value
    for rule in draft.danger.rules:
        for text in rule.examples:
            heard = screen(text, draft.danger, draft.lexicon)
            if not heard.danger >= rule.level or rule.sign not in heard.signs:
                message = f'contoh ini tidak membunyikan tanda "{rule.sign}" ({rule.level.value}).'
                yield Problem.at(
                    value.place_of(text), message, 'Tambahkan polanya di "any", atau ubah contohnya.'
                )
        for text in rule.counterexamples:
            if screen(text, draft.danger, draft.lexicon).danger.alarms:
                message = f'contoh ini seharusnya tidak membunyikan alarm (tanda "{rule.sign}").'
                yield Problem.at(
                    value.place_of(text), message, 'Persempit polanya, atau tambahkan di "guards".'
                )
