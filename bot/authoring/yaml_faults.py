"""
Say where YAML breaks off and the likeliest reason, in words of somebody who is no programmer.

Start at `syntax_problem`.
"""

from __future__ import annotations

import yaml

from bot.authoring.problem import Place, Problem
from bot.authoring.source import Source

UNREADABLE = "baris ini tidak bisa dibaca sebagai YAML."
UNCLOSED = "Tanda kutip dibuka tetapi tidak ditutup."


def syntax_problem(source: Source) -> Problem:
    """Say where YAML breaks off, and the likeliest reason. Asks the slow parser: its places are exact."""
    try:
        for _ in yaml.parse(source.text, Loader=yaml.SafeLoader):
            pass
    except yaml.reader.ReaderError as error:
        line = source.text.count("\n", 0, error.position) + 1
        return Problem.at(
            source.place(line, 1),
            "ada karakter tersembunyi yang tidak boleh di sini.",
            "Ketik ulang baris ini.",
        )
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = source.place(mark.line + 1, mark.column + 1) if mark else source.place(1, 1)
        before = source.place(place.line - 1, 1)
        if place.line > 1 and before.source.count('"') % 2:  # the parser stumbles only at the next quote
            return Problem.at(source.place(before.line, before.source.rindex('"') + 1), UNREADABLE, UNCLOSED)
        return Problem.at(place, UNREADABLE, _syntax_hint(place, str(error)))
    except yaml.YAMLError:
        pass
    return Problem(source.path, 1, 1, "berkas ini tidak bisa dibaca sebagai YAML.")


def _syntax_hint(place: Place, reason: str) -> str:
    if "\t" in place.source:
        return "Ada TAB di baris ini. Ganti dengan spasi."
    if "mapping values are not allowed" in reason:
        return 'Teks yang berisi titik dua harus diapit tanda kutip: "…".'
    if "quoted scalar" in reason:
        return UNCLOSED
    if "cannot start any token" in reason:
        return 'Teks yang diawali tanda baca harus diapit tanda kutip: "…".'
    return "Periksa jumlah spasi di awal baris ini dan baris sebelumnya, dan tanda kutipnya."
