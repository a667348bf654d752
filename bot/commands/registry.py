"""`langkah-aman registry`: lists of recruiters, imported, compared and chosen."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.commands.one_line import CONFIG, ConfigOption, commands
from bot.config import load_config
from bot.errors import ConfigError

if TYPE_CHECKING:
    from bot.app.snapshots import Snapshots

app = commands("Lists of recruiters: import, compare, choose.")


@app.command("import")
def import_(
    file: Annotated[Path, typer.Argument(help="CSV or XLSX")],
    mapping: Annotated[Path | None, typer.Option(help="YAML: which column is which")] = None,
    complete: Annotated[
        bool, typer.Option("--complete/--partial", help="whether the list holds every licensed company")
    ] = False,
    as_of: Annotated[str, typer.Option(help="the day of the list, YYYY-MM-DD")] = "",
    source: Annotated[str, typer.Option(help="its title, shown with every answer")] = "",
    force: Annotated[bool, typer.Option(help="use it although many rows are refused")] = False,
    config: ConfigOption = CONFIG,
) -> None:
    """Read a list, say what is wrong with its rows, and use it from the next start or SIGHUP on."""
    from datetime import UTC, date, datetime

    from bot.app.registry import Wish, import_list

    try:
        day = date.fromisoformat(as_of) if as_of else None
    except ValueError:
        raise ConfigError(f'--as-of "{as_of}" bukan tanggal seperti 2026-09-17') from None
    wish = Wish(complete, day, source, mapping, force)
    import_list(_snapshots(config), file, wish, datetime.now(UTC), typer.echo)


@app.command("list")
def list_(config: ConfigOption = CONFIG) -> None:
    """Every list that was imported; an arrow marks the one in use."""
    from bot.app.registry import listed

    for line in listed(_snapshots(config)):
        typer.echo(line)


@app.command()
def compare(before: str, after: str, config: ConfigOption = CONFIG) -> None:
    """Who was added, removed, revoked or changed between two lists."""
    from bot.app.registry import compared

    for line in compared(_snapshots(config), before, after):
        typer.echo(line)


@app.command()
def use(snapshot: str, config: ConfigOption = CONFIG) -> None:
    """Go back to an earlier list, from the next start or SIGHUP on."""
    from bot.app.registry import use as use_list

    typer.echo(use_list(_snapshots(config), snapshot))


def _snapshots(config: Path) -> Snapshots:
    from bot.app.snapshots import Snapshots

    return Snapshots(load_config(config, os.environ).store.data)
