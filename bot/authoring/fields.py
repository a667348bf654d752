"""
Take the fields of a mapping one by one and note what is wrong with them, without ever stopping.

A missing or misshapen field becomes a Problem and an empty value, so that one reading finds every fault.
Start at `Fields`; texts of messages are for editors.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import PurePosixPath

from bot.authoring.notes import Notes
from bot.authoring.problem import Place, Problem, did_you_mean, hints
from bot.authoring.yaml_lines import TRUE_WORDS, Value

FALSE_WORDS = ("false", "no", "tidak")


class Fields:
    """
    Reading access to one mapping of a file.

    Args:
        value: The mapping; anything else is a problem and reads as empty.
        notes: Where problems are gathered; shared by all readers of a run.
        what: What the mapping is, as an editor would call it ("node \"ask\"").
    """

    def __init__(self, value: Value, notes: Notes, what: str) -> None:
        self.value = value
        self.notes = notes
        self.what = what
        if not isinstance(value.content, Mapping):
            self.problem(value.place, f"{what} harus berisi pasangan nama dan isi (nama: isi).")

    def __contains__(self, key: str) -> bool:
        return key in self.value.mapping

    @staticmethod
    def fits(text: str, pattern: str) -> bool:
        """Whether a name has a form."""
        return re.fullmatch(pattern, text) is not None

    def problem(self, place: Place, message: str, hint: str = "") -> None:
        self.notes.problems.append(Problem.at(place, message, hint))

    def only(self, *known: str) -> None:
        """Note every field that is not known here."""
        for key in self.value.mapping:
            if key not in known:
                hint = did_you_mean(key, known) or f"Yang dikenal di sini: {', '.join(dict.fromkeys(known))}."
                self.problem(self.value.key_place(key), f'"{key}" tidak dikenal di {self.what}.', hint)

    def text(self, key: str, *, required: bool = False) -> str:
        """The text of a field, "" when there is none."""
        value = self.value.mapping.get(key)
        if value is not None and not isinstance(value.content, str):
            self.problem(value.place, f'"{key}" di {self.what} harus berupa teks.')
        elif required and (value is None or not value.text.strip()):
            place = self.value.key_place(key)
            self.problem(place, f'{self.what} belum punya "{key}".', f'Tambahkan baris "{key}: …".')
        return value.text if value is not None else ""

    def texts(self, key: str, *, single: bool = False) -> tuple[str, ...]:
        """A list of texts; `single` allows one text without a list."""
        return tuple(item.text for item in self.text_values(key, single=single))

    def text_values(self, key: str, *, single: bool = False) -> tuple[Value, ...]:
        """The same, with places."""
        value = self.value.mapping.get(key)
        if value is None or value.is_empty:
            return ()
        if single and isinstance(value.content, str):
            return (value,)
        if not isinstance(value.content, tuple):
            self.problem(value.place, f'"{key}" di {self.what} harus berupa daftar: [satu, dua].')
            return ()
        for item in value.items:
            if not isinstance(item.content, str) or item.is_empty:
                self.problem(item.place, f'isi daftar "{key}" di {self.what} harus berupa teks.')
        return tuple(item for item in value.items if item.text)

    def flag(self, key: str) -> bool:
        """true or false; false when not there."""
        text = self.text(key).casefold()
        if text and text not in TRUE_WORDS + FALSE_WORDS:
            self.problem(self.value.mapping[key].place, f'"{key}" di {self.what} harus true atau false.')
        return text in TRUE_WORDS

    def date(self, key: str, *, required: bool = True) -> date | None:
        """A date as YYYY-MM-DD."""
        text = self.text(key, required=required)
        if not text:
            return None
        try:
            return date.fromisoformat(text)
        except ValueError:
            hint = "Tulis seperti ini: 2026-11-21 (tahun-bulan-hari)."
            self.problem(self.value.mapping[key].place, f'"{text}" bukan tanggal.', hint)
            return None

    def one_of(self, key: str, known: tuple[str, ...]) -> str:
        """A word out of a few, "" when it is none of them."""
        text = self.text(key, required=True)
        return text if not text or self.known(self.value.mapping[key], known, f'"{key}"') else ""

    def known(self, value: Value, known: tuple[str, ...], what: str) -> bool:
        """Note a word that is none of a few."""
        if value.text in known:
            return True
        hint = hints(did_you_mean(value.text, known), f"Pilihannya: {', '.join(known)}.")
        self.problem(value.place, f'"{value.text}" tidak dikenal untuk {what} di {self.what}.', hint)
        return False

    def child(self, key: str, what: str) -> Fields | None:
        """The fields of a mapping inside this one; None when not there."""
        value = self.value.mapping.get(key)
        return None if value is None or value.is_empty else Fields(value, self.notes, what)

    def entries(self, key: str) -> Iterator[tuple[str, Value]]:
        """Name and value of each entry of a mapping inside this one."""
        child = self.child(key, f'"{key}" di {self.what}')
        if child is not None:
            yield from child.value.mapping.items()

    def table(self, key: str) -> dict[str, str]:
        """A mapping of names to texts inside this one."""
        found: dict[str, str] = {}
        for name, value in self.entries(key):
            if isinstance(value.content, str):
                found[name] = value.text
            else:
                self.problem(value.place, f'"{name}" di "{key}" di {self.what} harus berupa teks.')
        return found

    def listed(self, key: str) -> tuple[Value, ...]:
        """The items of a list inside this one."""
        value = self.value.mapping.get(key)
        return () if value is None else self.items(value, f'"{key}" di {self.what}')

    def items(self, value: Value, what: str) -> tuple[Value, ...]:
        if not isinstance(value.content, tuple) and not value.is_empty:
            self.problem(value.place, f'{what} harus berupa daftar (tiap baris diawali "- ").')
        return value.items

    def identity(self, key: str, pattern: str, form: str) -> str:
        """A name that other places refer to; `form` says what it may look like."""
        text = self.text(key, required=True)
        if text and not self.fits(text, pattern):
            self.problem(self.value.mapping[key].place, f'"{text}" tidak bisa dipakai sebagai {key}.', form)
        return text

    def named_after_file(self, key: str, noun: str) -> None:
        """Note an identity that differs from the name of the file, by which others refer to it."""
        name, written = PurePosixPath(self.value.source.path).stem, self.text(key)
        if written and written != name:
            message = f'{noun} ini bernama "{written}" tetapi berkasnya "{name}.yaml".'
            hint = f'Tulis "{key}: {name}", atau ubah nama berkasnya.'
            self.problem(self.value.mapping[key].place, message, hint)

    def numbered(self, key: str, noun: str, most: int) -> tuple[Value, ...]:
        """The items of a list that must hold 1 to `most` of them; what goes beyond is noted and left out."""
        values = self.listed(key)
        if not values or len(values) > most:
            place = self.value.key_place(key)
            self.problem(place, f"{self.what} harus punya 1 sampai {most} {noun}; ini {len(values)}.")
        return values[:most]
