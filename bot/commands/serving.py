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
    role: Annotated[str, typer.Option(help="all (semuanya), bot, atau desk (meja hotline)")] = "all",
) -> None:
    """Jalankan bot dan meja hotline."""
    from bot.app.running import run as run_process
    from bot.commands.logs import log_lines

    if role not in ("all", "bot", "desk"):
        raise ConfigError(f'--role "{role}" tidak ada; pilih all, bot, atau desk')
    chosen: Literal["all", "bot", "desk"] = role  # type: ignore[assignment]  # one of the three
    log_lines()
    asyncio.run(run_process(load_config(config, os.environ), os.environ, role=chosen))


def demo(
    port: Annotated[int, typer.Option(help="port halaman; 0 mencari yang kosong")] = 8888,
) -> None:
    """Peragaan: halaman untuk mencoba, tanpa token, tidak menyimpan apa pun."""
    from bot.app.demo import demo as run_demo
    from bot.commands.logs import log_errors_only

    log_errors_only()
    asyncio.run(run_demo(HERE, port, typer.echo))


def init(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="tempat config.yaml dan data")] = HERE,
) -> None:
    """Hari pertama: token, kunci, lembaga, petugas, jam jaga, alarm percobaan."""
    typer.echo("Langkah Aman: hari pertama.\n")  # before the slow imports: a sign of life
    from bot.app.first_day import first_day
    from bot.commands.logs import log_errors_only

    log_errors_only()
    first_day(folder, os.environ)


def recover(
    key_file: Annotated[
        Path, typer.Argument(metavar="BERKAS", help="tempat kunci induk, di luar folder data")
    ],
) -> None:
    """Tulis kembali kunci induk dari kedua lembar pemulihan."""
    from bot.app.recovery_sheets import recover as recover_key

    recover_key(key_file.expanduser())


def doctor(config: ConfigOption = CONFIG) -> None:
    """Periksa semua yang harus beres sebelum orang menulis; ✗ menyebut jalan keluarnya."""
    from bot.app.doctor import examine

    found = asyncio.run(examine(load_config(config, os.environ), os.environ))
    for finding in found:
        typer.echo(f"{'✓' if finding.fine else '✗'} {finding.text}")
    raise typer.Exit(0 if all(finding.fine for finding in found) else 1)
