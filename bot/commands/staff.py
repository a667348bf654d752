"""`langkah-aman staff`: officers and their groups."""

from __future__ import annotations

import asyncio
import os
from typing import Annotated

import typer

from bot.commands.one_line import CONFIG, ConfigOption, commands
from bot.config import load_config

app = commands("Petugas dan grup lembaga.")


@app.command()
def invite(
    name: Annotated[str, typer.Argument(metavar="NAMA", help='nama petugas, misalnya "Rina Wati"')],
    agency: Annotated[
        str, typer.Option(help="id lembaga di config.yaml; boleh dilewat bila hanya satu")
    ] = "",
    officer: Annotated[str, typer.Option("--id", help="id petugas, seperti di jadwal jaga")] = "",
    supervisor: Annotated[
        bool, typer.Option("--supervisor", help="boleh juga melepas dan menutup kasus rekan")
    ] = False,
    editor: Annotated[
        bool, typer.Option("--editor", help="melihat pertanyaan yang belum terjawab; tidak melihat kasus")
    ] = False,
    replace: Annotated[
        bool, typer.Option("--replace", help="akun lama petugas ini diganti akun yang membuka tautan baru")
    ] = False,
    config: ConfigOption = CONFIG,
) -> None:
    """Cetak tautan sekali pakai; akun pertama yang membukanya menjadi petugas ini."""
    from bot.app.staff import invite as invite_officer

    known = load_config(config, os.environ)
    roles = {"supervisor": supervisor, "editor": editor, "replace": replace}
    typer.echo(asyncio.run(invite_officer(known, os.environ, name, agency, officer, **roles)))


@app.command()
def group(
    agency: Annotated[
        str, typer.Argument(metavar="LEMBAGA", help="id lembaga; boleh dilewat bila hanya satu")
    ] = "",
    config: ConfigOption = CONFIG,
) -> None:
    """Cetak tautan sekali pakai yang memasukkan bot ke grup lembaga."""
    from bot.app.staff import invite_group

    typer.echo(asyncio.run(invite_group(load_config(config, os.environ), os.environ, agency)))


@app.command("list")
def list_(config: ConfigOption = CONFIG) -> None:
    """Siapa petugasnya, siapa sudah menekan Mulai, dan siapa sedang jaga."""
    from bot.app.staff import listed

    for line in asyncio.run(listed(load_config(config, os.environ), os.environ)):
        typer.echo(line)
