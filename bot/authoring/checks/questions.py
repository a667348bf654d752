"""Ways to ask: enough of them for each entry, and none that leads to two answers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bot.authoring.draft import Draft
from bot.authoring.faq import Variant
from bot.authoring.problem import Problem
from bot.engine.reading import words_of

FEWEST = 6


def check_questions(draft: Draft, _today: date | None) -> Iterator[Problem]:
    """Too few variants, and the same one twice."""
    counts = {written.entry: len(written.variants) for written in draft.questions}
    for name, entry in draft.entries.items():
        count = counts.get(name, 0)
        if count < FEWEST:
            message = f'jawaban "{name}" baru punya {count} contoh pertanyaan; perlu {FEWEST}.'
            hint = f"Tambahkan di content/id/faq/{name}.questions.yaml, seperti orang mengetik."
            yield Problem.at(entry.value.key_place("id"), message, hint)
    seen: dict[str, tuple[str, Variant]] = {}
    for written in draft.questions:
        for variant in written.variants:
            asked = " ".join(words_of(variant.text))
            entry_id, first = seen.setdefault(asked, (written.entry, variant))
            if first is not variant:
                where = first.value.place
                message = f'pertanyaan ini sudah ada untuk "{entry_id}", di {where.path}:{where.line}.'
                yield Problem.at(variant.value.place, message, "Hapus salah satu, atau ubah kalimatnya.")
