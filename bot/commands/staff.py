"""`langkah-aman staff`: officers and their groups."""

from __future__ import annotations

import asyncio
import os
from typing import Annotated

import typer

from bot.commands.one_line import CONFIG, ConfigOption, commands
from bot.config import load_config

app = commands("Officers and their groups.")


@app.command()
def invite(
    name: str,
    agency: Annotated[str, typer.Option(help="id of the agency in config.yaml")],
    officer: Annotated[str, typer.Option("--id", help="officer id, as in the duty list")] = "",
    supervisor: Annotated[bool, typer.Option(help="may also release and close colleagues' cases")] = False,
    editor: Annotated[bool, typer.Option(help="sees what people asked in vain; no case")] = False,
    config: ConfigOption = CONFIG,
) -> None:
    """Print a one-use link that makes the first account that opens it this officer's."""
    from bot.app.staff import invite as invite_officer

    roles = {"supervisor": supervisor, "editor": editor}
    known = load_config(config, os.environ)
    typer.echo(asyncio.run(invite_officer(known, os.environ, name, agency, officer, **roles)))


@app.command()
def group(agency: str, config: ConfigOption = CONFIG) -> None:
    """Print a one-use link that puts the bot into an agency's group."""
    from bot.app.staff import invite_group

    typer.echo(asyncio.run(invite_group(load_config(config, os.environ), os.environ, agency)))


@app.command("list")
def list_(config: ConfigOption = CONFIG) -> None:
    """Who works here, who has pressed Mulai, and who is on duty now."""
    from bot.app.staff import listed

    for line in asyncio.run(listed(load_config(config, os.environ), os.environ)):
        typer.echo(line)
