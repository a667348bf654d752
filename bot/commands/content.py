"""What the content says: `check` it, `play` it, `ask` it, and have an advert or a recruiter looked at."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from bot.commands.one_line import HERE, ContentOption, JsonOption
from bot.config import load_config


def check(
    content: ContentOption = HERE,
    config: Annotated[Path | None, typer.Option("--config", help="check this config.yaml as well")] = None,
) -> None:
    """Every problem in flows, words, facts and register, with its place and the way out."""
    from datetime import UTC, datetime

    from bot.authoring.content import check as check_content

    problems = check_content(content, datetime.now(UTC).date())
    for problem in problems:
        typer.echo(problem.shown())
    if config is not None:
        load_config(config, os.environ)
    typer.echo(f"{len(problems)} masalah." if problems else "Tidak ada masalah.")
    raise typer.Exit(1 if problems else 0)


def play(
    flow: Annotated[str, typer.Argument(help="a flow to start in")] = "main", content: ContentOption = HERE
) -> None:
    """Walk through any flow in the terminal."""
    from bot.app.play import play as play_flow

    play_flow(content, flow, sys.stdin, typer.echo)


def ask(
    text: Annotated[str, typer.Argument(help="a message; without it, lines from standard input")] = "",
    as_json: JsonOption = False,
    explain: Annotated[bool, typer.Option(help="say which words and variants decided")] = False,
    content: ContentOption = HERE,
) -> None:
    """How a message would be understood: danger, and the nearest answers."""
    from bot.app.understanding import ask as answers
    from bot.app.understanding import each_line
    from bot.authoring.content import load_content

    each_line(answers(load_content(content)), _lines(text), typer.echo, as_json=as_json, explain=explain)


def advert(
    text: Annotated[str, typer.Argument(help="a job advert; without it, lines from standard input")] = "",
    as_json: JsonOption = False,
    content: ContentOption = HERE,
    picture: Annotated[Path | None, typer.Option(help="only say what stands in this picture")] = None,
) -> None:
    """What is dangerous in a job advert, by its very words."""
    from bot.app.understanding import advert as answers
    from bot.app.understanding import each_line
    from bot.authoring.content import load_content

    if picture is not None:
        from bot.app.pictures import read_picture

        typer.echo(asyncio.run(read_picture(load_content(content), picture)).text)
        return
    each_line(answers(load_content(content)), _lines(text), typer.echo, as_json=as_json)


def recruiter(
    text: Annotated[
        str, typer.Argument(help="a name or sentence; without it, lines from standard input")
    ] = "",
    as_json: JsonOption = False,
    register: Annotated[Path | None, typer.Option(help="another register (CSV)")] = None,
    content: ContentOption = HERE,
) -> None:
    """What the register says about a company, number or sentence."""
    from bot.app.understanding import each_line
    from bot.app.understanding import recruiter as answers
    from bot.authoring.content import load_content
    from bot.authoring.register import load_register

    found = load_content(content).register if register is None else load_register(register)
    each_line(answers(found), _lines(text), typer.echo, as_json=as_json)


def _lines(text: str) -> Iterable[str]:
    return [text] if text else sys.stdin
