"""
Read a register of recruiters: a CSV file, and beside it a YAML file that says what the list is.

`p3mi.yaml` holds `source`, `as_of`, `complete` and `check_today`; without it a list counts as incomplete.
A plain `name,status,source` list will do. Start at `load_register`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from bot.authoring.fields import Fields
from bot.authoring.notes import Notes
from bot.authoring.problem import Problem
from bot.authoring.register_columns import USUAL
from bot.authoring.register_table import open_table
from bot.authoring.source import Source
from bot.authoring.yaml_lines import Value, load_yaml
from bot.errors import ContentError, reason_of
from bot.recruiters.recruiter import Recruiter
from bot.recruiters.register import Register, build_register
from bot.recruiters.rows import parse_row

ABOUT = ("title", "source", "source_url", "as_of", "complete", "check_today", "file", "notes")
NAME_WORDS = "recruiter.name."
GONE = "recruiter.button.gone"
EMPTY = build_register((), complete=False, as_of=None, source="")


def load_register(path: Path) -> Register:
    """
    Read one CSV file from anywhere, with the YAML file of the same name if there is one.

    Raises: ContentError, one line, that counts the faults and quotes the first.
    """
    notes = Notes()
    try:
        register = read_register(path, path.name, notes)
    except OSError as error:
        raise ContentError(f"{path.name} tidak terbaca ({reason_of(error)})") from None
    if notes.problems:
        first = notes.problems[0]
        raise ContentError(
            f"{path.name} punya {len(notes.problems)} masalah; pertama, baris {first.line}: {first.message}"
        )
    return register


def read_register(path: Path, shown_as: str, notes: Notes) -> Register:
    """The rows that can be used; the others are noted."""
    rows = tuple(_rows(path, shown_as, notes))
    about = path.with_suffix(".yaml")
    if not about.is_file():
        return build_register(rows, complete=False, as_of=None, source="")
    value, problems = load_yaml(about, str(Path(shown_as).with_suffix(".yaml").as_posix()))
    notes.problems.extend(problems)
    return (
        build_register(rows, complete=False, as_of=None, source="")
        if value is None
        else _described(rows, value, notes)
    )


def _described(rows: tuple[Recruiter, ...], value: Value, notes: Notes) -> Register:
    fields = Fields(value, notes, "keterangan daftar")
    fields.only(*ABOUT)
    return build_register(
        rows,
        complete=fields.flag("complete"),
        as_of=fields.date("as_of"),
        source=fields.text("source", required=True),
        check_today=fields.text("check_today"),
    )


def _rows(path: Path, shown_as: str, notes: Notes) -> Iterator[Recruiter]:
    source = Source(shown_as, path.read_text(encoding="utf-8-sig", errors="replace"))
    try:
        for line, row in open_table(path, USUAL).rows:
            try:
                yield parse_row(row)
            except ContentError as error:
                notes.problems.append(
                    Problem.at(source.place(line, 1), f"baris daftar ini tidak bisa dipakai: {error}.")
                )
    except ContentError as error:
        notes.problems.append(Problem.at(source.place(1, 1), f"{error}"))


class WithNames(Mapping[str, str]):
    """
    Words, and the names of a register as words (`recruiter.name.<key>`), for "which one do you mean".

    The names are read from the register when they are asked for, and are not among those counted: a register
    may have a million. A row that has gone since its button was made has words of its own.
    """

    def __init__(self, texts: Mapping[str, str], register: Register) -> None:
        self._texts = texts
        self._register = register

    def __getitem__(self, key: str) -> str:
        if not key.startswith(NAME_WORDS):
            return self._texts[key]
        found = self._register.find_key(key.removeprefix(NAME_WORDS))
        return found.name if found else self._texts[GONE]

    def __contains__(self, key: object) -> bool:
        return key in self._texts or (isinstance(key, str) and key.startswith(NAME_WORDS))

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)
