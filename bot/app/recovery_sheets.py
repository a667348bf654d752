"""
The recovery sheets at the terminal: shown to two people on the first day, typed in when the key is lost.

Sheets are shown only for a key file that is in its place. A line that was copied wrongly is asked for again
at once. Start at `print_sheets` and `recover`.
"""

from __future__ import annotations

import secrets
from pathlib import Path

import typer

from bot.app.asking import NotUnderstood, ask, ask_yes
from bot.app.first_files import put_key
from bot.errors import ConfigError, SecretError
from bot.vault.recovery import LINES, join_halves, read_line, split_key


def print_sheets(key_file: Path, *, again: bool) -> None:
    """
    Show both halves of the newest key until somebody says that they are copied.

    Args:
        again: The key is not new, so that there may be sheets of it already; they do not fit these.

    Raises: SecretError, typer.Abort.
    """
    words = (line.partition("#")[0].strip() for line in key_file.read_text("ascii").splitlines())
    first, second = split_key(next(filter(None, words)), secrets.token_bytes(32))
    typer.echo("\nLEMBAR PEMULIHAN. Salin dengan tangan atau cetak, satu untuk masing-masing orang.")
    typer.echo("Tanpa kedua lembar, data tidak bisa dibuka lagi bila kunci hilang. Jangan difoto.")
    if again:
        typer.echo("Lembar yang pernah dibuat tidak bisa dicampur dengan yang ini; buang yang lama.")
    typer.echo()
    for number, half in enumerate((first, second), start=1):
        typer.echo(f"--- Orang ke-{number} " + "-" * 30)
        typer.echo(half + "\n")
    while not ask_yes("Kedua lembar sudah disalin?"):
        typer.echo("  Tidak apa-apa, salin dulu. Lembarnya ada di atas.")
    typer.echo("Sesudah init selesai, tutup jendela ini supaya lembarnya tidak terbaca orang lain.")


def recover(key_file: Path) -> None:
    """`langkah-aman recover`: both sheets give the key file back. Raises: ConfigError, typer.Abort."""
    if key_file.exists():
        raise ConfigError(f"{key_file} sudah ada; pindahkan dulu bila memang akan diganti")
    halves = []
    for number in (1, 2):
        typer.echo(f"Lembar orang ke-{number}, baris demi baris ({LINES} baris):")
        halves.append("\n".join(ask(f"  baris {line}", _copied) for line in range(1, LINES + 1)))
    put_key(key_file, join_halves(*halves))
    typer.echo(f"Kunci induk kembali di {key_file}. Jalankan langkah-aman doctor.")


def _copied(typed: str) -> str:
    try:
        read_line(typed)
    except SecretError:
        raise NotUnderstood(
            "Baris itu tidak cocok dengan dua huruf pemeriksanya di ujung. Ketik lagi baris ini saja."
        ) from None
    return typed
