"""
Read the words of flows: `content/id/wording/<area>.yaml`, nested names joined by dots.

`Words` also takes the texts that entries, checklists and contacts become. Start at `read_wording`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from bot.authoring.notes import Notes
from bot.authoring.problem import Problem
from bot.authoring.yaml_lines import Value
from bot.engine.wording import Wording


@dataclass(frozen=True, slots=True)
class Word:
    """One text people read, and where its words stand in a file."""

    text: str
    value: Value


@dataclass(slots=True)
class Words:
    """All texts by key, while they are being gathered."""

    found: dict[str, Word] = field(default_factory=dict)

    def put(self, key: str, text: str, value: Value) -> None:
        self.found[key] = Word(text, value)

    def frozen(self) -> Wording:
        return Wording({key: word.text for key, word in self.found.items()})


def read_wording(value: Value, words: Words, notes: Notes) -> None:
    """Put the texts of one file into `words`; a key that is there already is a problem."""
    area = PurePosixPath(value.source.path).stem
    _read_nested(value, area, words, notes)


def _read_nested(value: Value, prefix: str, words: Words, notes: Notes) -> None:
    if not isinstance(value.content, Mapping):
        notes.problems.append(
            Problem.at(value.place, f'"{prefix}" harus berisi pasangan nama dan teks (nama: "teks").')
        )
        return
    for name, inner in value.mapping.items():
        key = f"{prefix}.{name}"
        if isinstance(inner.content, Mapping):
            _read_nested(inner, key, words, notes)
        elif inner.is_empty:
            message = f'teks "{key}" kosong.'
            hint = 'Isi teksnya, atau tulis "" kalau memang kosong.'
            notes.problems.append(Problem.at(value.key_place(name), message, hint))
            words.put(key, "", inner)
        elif not isinstance(inner.content, str):
            notes.problems.append(Problem.at(value.key_place(name), f'"{key}" harus berupa teks.'))
        elif key in words.found:
            first = words.found[key].value.place
            message = f'teks "{key}" sudah ada di {first.path}:{first.line}.'
            notes.problems.append(Problem.at(value.key_place(name), message, "Hapus salah satu."))
        else:
            words.put(key, inner.text, inner)
