"""The red flags of adverts must do what their own examples say."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bot.adverts.judge import judge
from bot.adverts.read import read_advert
from bot.authoring.draft import Draft
from bot.authoring.problem import Problem
from bot.authoring.yaml_lines import Value


def check_flag_examples(draft: Draft, _today: date | None) -> Iterator[Problem]:
    """Examples that stay unseen, counter-examples that are flagged."""
    value = draft.adverts.value
    known = draft.adverts.frozen(draft.lexicon)
    if value is None or known.rules is None:
        return
    for item in value.at("flags").items:
        name = item.at("id").text
        for wanted, key in ((True, "examples"), (False, "counterexamples")):
            for example in item.mapping[key].items if key in item.mapping else ():
                read = read_advert(example.text, known.vocabulary)
                seen = judge(read, known.vocabulary, known.rules).flags
                if any(flag.id == name for flag in seen) is not wanted:
                    yield _problem(example, name, wanted=wanted)


def _problem(example: Value, name: str, *, wanted: bool) -> Problem:
    if wanted:
        message = f'contoh ini tidak memunculkan tanda "{name}".'
        return Problem.at(example.place, message, 'Tambahkan polanya di "any", atau ubah contohnya.')
    message = f'contoh ini seharusnya tidak memunculkan tanda "{name}".'
    return Problem.at(example.place, message, 'Persempit polanya, atau tambahkan di "unless".')
