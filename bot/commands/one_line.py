"""What all commands share: their options, and that whatever goes wrong is said in one clear line."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Annotated, Any, Final

import typer
from typer.exceptions import TyperException

from bot.commands.indonesian import USAGE, Command, Group, complaint
from bot.errors import LangkahAmanError, line_of

ConfigOption = Annotated[Path, typer.Option("--config", help="berkas config.yaml")]
ContentOption = Annotated[Path, typer.Option("--content", help="folder tempat flows/ dan content/")]
JsonOption = Annotated[bool, typer.Option("--json", help="satu objek JSON per baris, masuk dan keluar")]
CONFIG = Path("config.yaml")
HERE = Path()
INTERRUPTED: Final = 130


class OneLine(Group):
    """
    Errors of ours, and words that fit no command, become one line on standard error.

    Exit codes: 1 for an error, 2 for words that fit no command, 130 for Ctrl-C, SIGTERM and SIGHUP.
    """

    def invoke(self, ctx: Any) -> Any:
        for number in (signal.SIGTERM, signal.SIGHUP):
            if signal.getsignal(number) is signal.SIG_DFL:  # nohup has asked for another
                signal.signal(number, _like_ctrl_c)
        try:
            return super().invoke(ctx)
        except LangkahAmanError as error:
            typer.echo(f"langkah-aman: {line_of(error)}", err=True)
            raise typer.Exit(1) from None
        except (KeyboardInterrupt, typer.Abort):
            raise typer.Exit(INTERRUPTED) from None

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run and exit; words that fit no command are answered in our words."""
        try:
            code = super().main(*args, **{**extra, "standalone_mode": False})
        except TyperException as error:
            said = error.format_message()
            help_asked = said.startswith(USAGE)  # no words at all: the help itself
            typer.echo(said if help_asked else f"langkah-aman: {complaint(said)} (bantuan: --help)", err=True)
            code = error.exit_code
        sys.exit(code if isinstance(code, int) else 0)


def _like_ctrl_c(_number: int, frame: FrameType | None) -> None:
    """Whoever ends us politely gets what Ctrl-C gets: everything opened is closed, the store is stopped."""
    handler = signal.getsignal(signal.SIGINT)
    if callable(handler):
        handler(signal.SIGINT, frame)


class Commands(typer.Typer):
    """Commands whose help speaks Indonesian."""

    def command(self, name: str | None = None, **words: Any) -> Callable[[Any], Any]:
        return super().command(name, **{"cls": Command, **words})


def commands(help_line: str) -> typer.Typer:
    """A group of commands."""
    return Commands(
        cls=OneLine,
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        help=help_line,
    )
