"""Registers as people save them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.authoring.notes import Notes
from bot.authoring.register import load_register, read_register
from bot.errors import ContentError


def written(folder: Path, text: str, about: str = "") -> Path:
    path = folder / "daftar.csv"
    path.write_text(text, encoding="utf-8")
    if about:
        path.with_suffix(".yaml").write_text(about, encoding="utf-8")
    return path


def test_a_plain_list_is_incomplete(tmp_path: Path) -> None:
    """Without a word about the list nobody may say "tidak ditemukan"."""
    path = written(tmp_path, "name,status,source\nPT Satu,Terdaftar,Daftar\n")

    register = load_register(path)

    assert [row.name for row in register.rows] == ["PT Satu"]
    assert (register.complete, register.as_of) == (False, None)


def test_excel_in_indonesian_is_read(tmp_path: Path) -> None:
    """Semicolons, Indonesian headings and a byte order mark."""
    path = written(tmp_path, "\ufeffNama;Status;Source\nPT Satu;Terdaftar;Daftar\n")

    assert load_register(path).rows[0].status == "Terdaftar"


def test_what_the_list_is_stands_beside_it(tmp_path: Path) -> None:
    """Date, source and completeness come from the YAML file of the same name."""
    about = 'source: "Daftar resmi"\nas_of: 2026-09-17\ncomplete: true\ncheck_today: "siskop2mi"\n'
    path = written(tmp_path, "name,status\nPT Satu,Terdaftar\n", about)

    register = load_register(path)

    assert (register.source, register.complete) == ("Daftar resmi", True)
    assert (register.as_of, register.check_today) == (date(2026, 9, 17), "siskop2mi")


def test_a_faulty_row_is_named_by_its_line(tmp_path: Path) -> None:
    """Rows that can be used are kept; cells with line breaks do not shift the count."""
    text = 'name,status,source\n"PT Satu\nAbadi",Terdaftar,x\nPT Dua,,x\nPT Tiga,Terdaftar,x\n'
    notes = Notes()

    register = read_register(written(tmp_path, text), "daftar.csv", notes)

    assert len(register.rows) == 2
    shown = "\n".join(problem.shown() for problem in notes.problems)
    assert shown.split("\n")[:2] == [
        "daftar.csv:4: baris daftar ini tidak bisa dipakai: kolom status kosong.",
        "     4 | PT Dua,,x",
    ]


def test_a_missing_column_is_said_in_one_line(tmp_path: Path) -> None:
    """A list without names is no register."""
    path = written(tmp_path, "firma,status\nPT Satu,Terdaftar\n")

    with pytest.raises(ContentError, match='baris 1: kolom "name" tidak ada'):
        load_register(path)
