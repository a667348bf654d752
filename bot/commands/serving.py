"""`run` and `demo`, and what comes before them: `init`, `recover`, `doctor`."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path
from typing import Annotated, Literal

import typer

from bot.commands.one_line import CONFIG, HERE, ConfigOption
from bot.config import load_config
from bot.errors import ConfigError


def run(
    config: ConfigOption = CONFIG,
    role: Annotated[str, typer.Option(help="all, bot or desk")] = "all",
) -> None:
    """Run the bot and the desk."""
    from bot.app.running import run as run_process
    from bot.commands.logs import log_lines

    if role not in ("all", "bot", "desk"):
        raise ConfigError(f'the role is "{role}", but must be all, bot or desk')
    chosen: Literal["all", "bot", "desk"] = role  # type: ignore[assignment]  # one of the three
    log_lines()
    asyncio.run(run_process(load_config(config, os.environ), os.environ, role=chosen))


def demo(
    port: Annotated[int, typer.Option(help="where the page listens; 0 for a free port")] = 8888,
) -> None:
    """A page to chat in, with sample officers and a desk. Needs no token; keeps nothing."""
    from bot.app.demo import demo as run_demo
    from bot.commands.logs import log_errors_only

    log_errors_only()
    asyncio.run(run_demo(HERE, port, typer.echo))


def init(folder: Annotated[Path, typer.Argument(help="where config.yaml goes")] = HERE) -> None:
    """The first day: token, keys, agency, officer, hours, a test alert."""
    from bot.app.first_day import first_day

    asyncio.run(first_day(folder, os.environ))


def recover(
    key_file: Annotated[Path, typer.Argument(help="where the master key goes, outside the data folder")],
) -> None:
    """Write the master key again from both recovery sheets."""
    from bot.app.first_day import recover as recover_key

    recover_key(key_file.expanduser())


def doctor(config: ConfigOption = CONFIG) -> None:
    """Look at everything that must be right before people write, and say what is not."""
    from bot.app.doctor import examine

    found = asyncio.run(examine(load_config(config, os.environ), os.environ))
    for finding in found:
        typer.echo(f"{'✓' if finding.fine else '✗'} {finding.text}")
    raise typer.Exit(0 if all(finding.fine for finding in found) else 1)
