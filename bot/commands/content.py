"""What the content says: `check` it, `play` it, `ask` it, and have an advert or a recruiter looked at."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.commands.one_line import CONFIG, HERE, ConfigOption, ContentOption, JsonOption
from bot.config import load_config

if TYPE_CHECKING:
    from bot.app.understanding import Answer

MESSAGE = "tanpa ini, dibaca satu per baris dari masukan"


def check(
    content: ContentOption = HERE,
    config: Annotated[Path | None, typer.Option("--config", help="periksa juga config.yaml ini")] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="isi yang lewat tanggal tinjaunya juga dianggap masalah")
    ] = False,
) -> None:
    """Semua masalah di alur, kata, fakta, dan daftar PT: tempatnya dan jalan keluarnya."""
    from datetime import UTC, datetime

    from bot.authoring.content import check as check_content

    found = check_content(_root(content), datetime.now(UTC).date())
    overdue = [each for each in found if each.overdue]  # the calendar alone must not fail an unchanged tree
    problems = [each for each in found if not each.overdue]
    for each in (*overdue, *problems):
        typer.echo(each.shown())
    if config is not None:
        load_config(config, os.environ)
    if overdue:
        typer.echo(f"{len(overdue)} isi sudah lewat tanggal tinjaunya. Periksa lagi ke sumbernya.")
    typer.echo(f"{len(problems)} masalah." if problems else "Tidak ada masalah.")
    raise typer.Exit(1 if problems or (strict and overdue) else 0)


def play(
    flow: Annotated[str, typer.Argument(metavar="ALUR", help="alur yang dimulai")] = "main",
    content: ContentOption = HERE,
) -> None:
    """Jalani satu alur percakapan di terminal."""
    from bot.app.play import play as play_flow

    play_flow(_root(content), flow, sys.stdin, typer.echo)


def ask(
    text: Annotated[str, typer.Argument(metavar="PESAN", help=MESSAGE)] = "",
    as_json: JsonOption = False,
    explain: Annotated[bool, typer.Option("--explain", help="sebut kata yang menentukan")] = False,
    content: ContentOption = HERE,
) -> None:
    """Bagaimana sebuah pesan dipahami: bahayanya, dan jawaban terdekat."""
    from bot.app.understanding import ask as answers
    from bot.authoring.content import load_content

    _answer(answers(load_content(_root(content))), text, as_json=as_json, explain=explain)


def advert(
    text: Annotated[str, typer.Argument(metavar="IKLAN", help=MESSAGE)] = "",
    as_json: JsonOption = False,
    content: ContentOption = HERE,
    picture: Annotated[Path | None, typer.Option(help="hanya baca tulisan di gambar ini")] = None,
) -> None:
    """Apa yang berbahaya di sebuah iklan kerja, dengan kata-katanya sendiri."""
    from bot.app.understanding import advert as answers
    from bot.authoring.content import load_content

    if picture is not None:
        from bot.app.pictures import read_picture

        typer.echo(asyncio.run(read_picture(load_content(_root(content)), picture)).text)
        return
    _answer(answers(load_content(_root(content))), text, as_json=as_json)


def recruiter(
    text: Annotated[str, typer.Argument(metavar="NAMA", help=MESSAGE)] = "",
    as_json: JsonOption = False,
    register: Annotated[Path | None, typer.Option(help="daftar PT lain (CSV)")] = None,
    content: ContentOption = HERE,
    config: ConfigOption = CONFIG,
) -> None:
    """Kata daftar PT yang dipakai tentang nama, nomor, atau kalimat; daftar yang mana tertulis di stderr."""
    from bot.app.register_in_use import register_in_use
    from bot.app.understanding import recruiter as answers
    from bot.authoring.register import load_register

    if register is None:
        given = config != CONFIG or config.exists()  # without a config nothing was imported
        data = load_config(config, os.environ).store.data if given else None
        found, which = register_in_use(_root(content), data)
        typer.echo(which, err=True)
    else:
        found = load_register(register)
    _answer(answers(found), text, as_json=as_json)


def _root(content: Path) -> Path:
    """The folder named; where nothing is, what this program came with."""
    if content != HERE or (content / "flows").is_dir():
        return content
    return Path(__file__).resolve().parents[2]


def _answer(answer: Answer, text: str, *, as_json: bool, **options: Any) -> None:
    from bot.app.understanding import each_line, one_message

    if text:
        one_message(answer, text, typer.echo, as_json=as_json, **options)
        return
    if sys.stdin.isatty():
        typer.echo("Ketik satu per baris; Ctrl+D bila selesai.", err=True)
    each_line(answer, sys.stdin, typer.echo, as_json=as_json, **options)
