"""
Read a register of recruiters: a CSV file, and beside it a YAML file that says what the list is.

`p3mi.yaml` holds `source`, `as_of`, `complete` and `check_today`; without it a list counts as incomplete.
A plain `name,status,source` list will do. Start at `load_register`.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from bot.authoring.fields import Fields
from bot.authoring.notes import Notes
from bot.authoring.problem import Problem, did_you_mean, hints
from bot.authoring.source import Source
from bot.authoring.yaml_lines import Value, load_yaml
from bot.errors import ContentError
from bot.recruiters.recruiter import Recruiter
from bot.recruiters.register import Register, build_register
from bot.recruiters.rows import parse_row

ABOUT = ("title", "source", "source_url", "as_of", "complete", "check_today", "file", "notes")
NEEDED = ("name", "status")
OTHER_NAMES = {"nama": "name", "nama perusahaan": "name", "perusahaan": "name", "status izin": "status"}
EMPTY = build_register((), complete=False, as_of=None, source="")


def load_register(path: Path) -> Register:
    """
    Read one CSV file from anywhere, with the YAML file of the same name if there is one.

    Raises: ContentError, one line, that counts the faults and quotes the first.
    """
    notes = Notes()
    register = read_register(path, path.name, notes)
    if notes.problems:
        first = notes.problems[0]
        raise ContentError(
            f"{path.name} has {len(notes.problems)} problems; the first: line {first.line}: {first.message}"
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
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        notes.problems.append(
            Problem(shown_as, 1, 1, "berkas ini bukan UTF-8.", 'Simpan ulang sebagai "CSV UTF-8".')
        )
        return
    source = Source(shown_as, text)
    header = text.partition("\n")[0]
    reader = csv.DictReader(
        io.StringIO(text, newline=""), delimiter=";" if header.count(";") > header.count(",") else ","
    )
    columns = [name.strip().casefold() for name in reader.fieldnames or ()]
    columns = [OTHER_NAMES.get(name, name) for name in columns]
    reader.fieldnames = columns
    for name in NEEDED:
        if name not in columns:
            hint = hints(did_you_mean(name, columns), f"Kolom yang harus ada: {', '.join(NEEDED)}.")
            notes.problems.append(Problem.at(source.place(1, 1), f'kolom "{name}" tidak ada.', hint))
            return
    line = reader.line_num + 1
    for row in reader:
        row.pop(None, None)  # cells beyond the last column
        try:
            yield parse_row(row)
        except ContentError as error:
            notes.problems.append(
                Problem.at(source.place(line, 1), f"baris daftar ini tidak bisa dipakai: {error}.")
            )
        line = reader.line_num + 1


def names(register: Register) -> dict[str, str]:
    """Names of rows as words (`recruiter.name.<row>`), for the buttons of "which one do you mean"."""
    return {f"recruiter.name.{number}": row.name for number, row in enumerate(register.rows)}
