"""What all commands share: their options, and that whatever goes wrong is said in one clear line."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from bot.errors import LangkahAmanError

ConfigOption = Annotated[Path, typer.Option("--config", help="config.yaml")]
ContentOption = Annotated[Path, typer.Option("--content", help="folder that holds flows/ and content/")]
JsonOption = Annotated[bool, typer.Option("--json", help="one JSON object a line, in and out")]
CONFIG = Path("config.yaml")
HERE = Path()


class OneLine(TyperGroup):
    """Errors of ours become one line on standard error and exit code 1; Ctrl-C ends with 130."""

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except LangkahAmanError as error:
            typer.echo(f"langkah-aman: {error}", err=True)
            raise typer.Exit(1) from None
        except KeyboardInterrupt:
            raise typer.Exit(130) from None


def commands(help_line: str) -> typer.Typer:
    """A group of commands."""
    return typer.Typer(
        cls=OneLine,
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        help=help_line,
    )
