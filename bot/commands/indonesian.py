"""
The command line's own sentences in plain Bahasa Indonesia: usage, help, and what is wrong with typed words.

Typer says these in English and offers no translation, so what it writes is written here instead. A complaint
of Typer's that is not known here is passed on as it is. Start at `Group` and `complaint`.
"""

from __future__ import annotations

import re
from typing import Any, Final

from typer.core import TyperCommand, TyperGroup

USAGE: Final = "Pemakaian: "
MAX_SHORT_HELP: Final = 200  # letters
_TYPED = re.compile(r" <[^>]+>$")  # "--config <path>": the name says enough
_COMPLAINTS: Final = (
    (r"Missing (?:argument|option|parameter) '?(?P<what>[^']+?)'?\.?$", "masih kurang: {what}"),
    (r"No such option: (?P<what>[^ ]+).*", "tidak ada pilihan {what}"),
    (
        r"No such command '(?P<what>.+?)'\. Did you mean '(?P<near>.+?)'.*",
        'tidak ada perintah "{what}"; mungkin "{near}"?',
    ),
    (r"No such command '(?P<what>.+?)'.*", 'tidak ada perintah "{what}"'),
    (r"Missing command\.", "perintahnya belum disebut"),
    (
        r"Got unexpected extra argument\S* \((?P<what>.+)\)",
        'kelebihan kata: {what}. Apit beberapa kata dengan "…"',
    ),
    (r"Option '(?P<what>.+)' requires .*", "pilihan {what} perlu isi"),
    (r"Option '(?P<what>.+)' does not take a value.*", "pilihan {what} tidak memakai isi"),
    (r"Invalid value for '?(?P<what>[^']+?)'?: .*", "isi {what} tidak bisa dibaca"),
)


def complaint(message: str) -> str:
    """Typer's complaint about what was typed, in our words."""
    for pattern, words in _COMPLAINTS:
        found = re.match(pattern, message, re.DOTALL)
        if found:
            return words.format(**found.groupdict())
    return message


class Command(TyperCommand):
    """A command whose help speaks Indonesian."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        _write_usage(ctx, formatter, self.collect_usage_pieces(ctx))

    def get_help_option(self, ctx: Any) -> Any:
        return _translated(super().get_help_option(ctx))

    def format_options(self, ctx: Any, formatter: Any) -> None:
        _write_options(self, ctx, formatter)


class Group(TyperGroup):
    """A group of commands whose help speaks Indonesian."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        _write_usage(ctx, formatter, self.collect_usage_pieces(ctx))

    def get_help_option(self, ctx: Any) -> Any:
        return _translated(super().get_help_option(ctx))

    def format_options(self, ctx: Any, formatter: Any) -> None:
        rows = [
            (name, command.get_short_help_str(MAX_SHORT_HELP))
            for name, command in self.commands.items()
            if not command.hidden
        ]
        with formatter.section("Perintah"):
            formatter.write_dl(rows)
        _write_options(self, ctx, formatter)


def _write_usage(ctx: Any, formatter: Any, pieces: list[str]) -> None:
    words = " ".join(pieces).replace("[OPTIONS]", "[PILIHAN]").replace("COMMAND [ARGS]...", "PERINTAH …")
    formatter.write_usage(ctx.command_path, words, prefix=USAGE)


def _write_options(command: Any, ctx: Any, formatter: Any) -> None:
    rows: dict[str, list[tuple[str, str]]] = {"argument": [], "option": []}
    for param in command.get_params(ctx):
        record = param.get_help_record(ctx)
        if record is not None:
            name, words = record
            words = words.replace("[default: ", "[bawaan: ").replace("[required]", "[wajib]")
            rows[param.param_type_name].append((_TYPED.sub("", name), words))
    for kind, title in (("argument", "Isi"), ("option", "Pilihan")):
        if rows[kind]:
            with formatter.section(title):
                formatter.write_dl(rows[kind])


def _translated(option: Any) -> Any:
    if option is not None:
        option.help = "tampilkan penjelasan ini"
    return option
