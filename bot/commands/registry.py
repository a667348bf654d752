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

app = commands("Daftar perusahaan: impor, bandingkan, pilih.")


@app.command("import")
def import_(
    file: Annotated[Path, typer.Argument(help="berkas CSV atau XLSX")],
    mapping: Annotated[Path | None, typer.Option(help="YAML: kolom mana berisi apa")] = None,
    complete: Annotated[
        bool, typer.Option("--complete/--partial", help="apakah daftar ini memuat semua PT berizin")
    ] = False,
    as_of: Annotated[str, typer.Option(help="tanggal daftar itu, misalnya 2026-09-17")] = "",
    source: Annotated[str, typer.Option(help="judul daftar, tampil di setiap jawaban")] = "",
    force: Annotated[
        bool, typer.Option("--force", help="pakai walaupun banyak yang ditolak atau hilang")
    ] = False,
    config: ConfigOption = CONFIG,
) -> None:
    """Baca daftar, sebutkan baris yang bermasalah, lalu pakai sejak start atau SIGHUP berikutnya."""
    from datetime import UTC, datetime

    from bot.app.registry import Wish, import_list
    from bot.recruiters.days import parse_day

    day = parse_day(as_of)
    if as_of and day is None:
        raise ConfigError(f'--as-of "{as_of}" bukan tanggal seperti 2026-09-17')
    wish = Wish(complete, day, source, mapping, force)
    import_list(_snapshots(config), file, wish, datetime.now(UTC), typer.echo)


@app.command("list")
def list_(config: ConfigOption = CONFIG) -> None:
    """Semua daftar yang pernah diimpor; panah menandai yang dipakai."""
    from bot.app.registry import listed

    for line in listed(_snapshots(config)):
        typer.echo(line)


@app.command()
def compare(before: str, after: str, config: ConfigOption = CONFIG) -> None:
    """Siapa yang baru, hilang, dicabut, atau berubah di antara dua daftar."""
    from bot.app.registry import compared

    for line in compared(_snapshots(config), before, after):
        typer.echo(line)


@app.command()
def use(snapshot: str, config: ConfigOption = CONFIG) -> None:
    """Kembali ke daftar lama, sejak start atau SIGHUP berikutnya."""
    from bot.app.registry import use as use_list

    typer.echo(use_list(_snapshots(config), snapshot))


def _snapshots(config: Path) -> Snapshots:
    from bot.app.snapshots import Snapshots

    known = load_config(config, os.environ)
    return Snapshots(known.store.data, known.content)
