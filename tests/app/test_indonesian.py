"""What the command line says by itself is plain Bahasa Indonesia: help of all commands, every complaint."""

from __future__ import annotations

import re

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from bot.__main__ import app

ENGLISH = re.compile(
    r"\b(usage|options|arguments|commands|show this|default|required|error|missing|the|and|with)\b",
    re.IGNORECASE,
)
COMMANDS = [
    [],
    ["staff"],
    *([name] for name in get_command(app).commands if name not in ("staff", "registry")),
    ["registry"],
]
COMMANDS += [["staff", name] for name in ("invite", "group", "list")]
COMMANDS += [["registry", name] for name in ("import", "list", "compare", "use")]


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_help_is_indonesian(words: list[str]) -> None:
    """Headings, defaults and what each option does."""
    shown = CliRunner().invoke(app, [*words, "--help"])

    assert shown.exit_code == 0
    assert shown.output.startswith("Pemakaian: ")
    assert ENGLISH.findall(shown.output) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["doctro"], 'tidak ada perintah "doctro"; mungkin "doctor"?'),
        (["zzz"], 'tidak ada perintah "zzz"'),
        (["ask", "--expl", "x"], "tidak ada pilihan --expl"),
        (["staff", "invite"], "masih kurang: NAMA"),
        (["staff", "invite", "Siti", "Rahma"], 'kelebihan kata: Rahma. Apit beberapa kata dengan "…"'),
        (["demo", "--port", "abc"], "isi --port tidak bisa dibaca"),
        (["demo", "--port"], "pilihan --port perlu isi"),
        (["ask", "--json=x"], "pilihan --json tidak memakai isi"),
    ],
)
def test_words_that_fit_no_command_are_answered_in_one_line(words: list[str], said: str) -> None:
    """What is wrong, and where help is; exit code 2."""
    shown = CliRunner().invoke(app, words)

    assert shown.exit_code == 2
    assert shown.output == f"langkah-aman: {said} (bantuan: --help)\n"
