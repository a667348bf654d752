"""
The command line. Each command says one clear line when it cannot, and ends with an exit code.

Commands only read their words here; the work is in `bot.app`. Start at `langkah-aman --help`.
"""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from bot.config import Config, load_config
from bot.errors import LangkahAmanError

app = typer.Typer(
    no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, help="Langkah Aman."
)
staff_app = typer.Typer(no_args_is_help=True, help="Officers and their groups.")
app.add_typer(staff_app, name="staff")
registry_app = typer.Typer(no_args_is_help=True, help="Lists of recruiters: import, compare, choose.")
app.add_typer(registry_app, name="registry")

ConfigOption = Annotated[Path, typer.Option("--config", help="config.yaml")]
ContentOption = Annotated[Path, typer.Option("--content", help="folder that holds flows/ and content/")]
JsonOption = Annotated[bool, typer.Option("--json", help="one JSON object a line, in and out")]
CONFIG = Path("config.yaml")
HERE = Path()


@app.command()
def run(
    config: ConfigOption = CONFIG,
    role: Annotated[str, typer.Option(help="all, bot or desk")] = "all",
) -> None:
    """Run the bot and the desk."""
    from bot.app.running import run as run_process

    if role not in ("all", "bot", "desk"):
        raise _Ended(f'the role is "{role}", but must be all, bot or desk')
    chosen: Literal["all", "bot", "desk"] = role  # type: ignore[assignment]  # one of the three
    _logs()
    _finish(run_process(_config(config), os.environ, role=chosen))


@app.command()
def demo(
    port: Annotated[int, typer.Option(help="where the page listens; 0 for a free port")] = 8888,
) -> None:
    """A page to chat in, with sample officers and a desk. Needs no token; keeps nothing."""
    from bot.app.demo import demo as run_demo

    _quiet()
    _finish(run_demo(HERE, port, typer.echo))


@app.command()
def init(folder: Annotated[Path, typer.Argument(help="where config.yaml goes")] = HERE) -> None:
    """The first day: token, keys, agency, officer, hours, a test alert."""
    from bot.app.first_day import first_day

    _finish(first_day(folder, os.environ))


@app.command()
def recover(
    key_file: Annotated[Path, typer.Argument(help="where the master key goes, outside the data folder")],
) -> None:
    """Write the master key again from both recovery sheets."""
    from bot.app.first_day import recover as recover_key

    try:
        recover_key(key_file.expanduser())
    except LangkahAmanError as error:
        raise _Ended(str(error)) from None


@app.command()
def doctor(config: ConfigOption = CONFIG) -> None:
    """Look at everything that must be right before people write, and say what is not."""
    from bot.app.doctor import examine

    found = asyncio.run(_guarded(examine(_config(config), os.environ)))
    for finding in found:
        typer.echo(f"{'✓' if finding.fine else '✗'} {finding.text}")
    raise typer.Exit(0 if all(finding.fine for finding in found) else 1)


@app.command()
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
        _config(config)
    typer.echo(f"{len(problems)} masalah." if problems else "Tidak ada masalah.")
    raise typer.Exit(1 if problems else 0)


@app.command()
def play(
    flow: Annotated[str, typer.Argument(help="a flow to start in")] = "main", content: ContentOption = HERE
) -> None:
    """Walk through any flow in the terminal."""
    from bot.app.play import play as play_flow

    try:
        play_flow(content, flow, sys.stdin, typer.echo)
    except LangkahAmanError as error:
        raise _Ended(str(error)) from None


@app.command()
def ask(
    text: Annotated[str, typer.Argument(help="a message; without it, lines from standard input")] = "",
    as_json: JsonOption = False,
    explain: Annotated[bool, typer.Option(help="say which words and variants decided")] = False,
    content: ContentOption = HERE,
) -> None:
    """How a message would be understood: danger, and the nearest answers."""
    from bot.app.understanding import ask as ask_one

    _each_line(ask_one(_or_end(content)), text, as_json, explain=explain)


@app.command()
def advert(
    text: Annotated[str, typer.Argument(help="a job advert; without it, lines from standard input")] = "",
    as_json: JsonOption = False,
    content: ContentOption = HERE,
    picture: Annotated[Path | None, typer.Option(help="only say what stands in this picture")] = None,
) -> None:
    """What is dangerous in a job advert, by its very words."""
    from bot.app.understanding import advert as read_one

    if picture is not None:
        from bot.app.pictures import read_picture

        typer.echo(asyncio.run(_guarded(read_picture(_or_end(content), picture))).text)
        return
    try:
        answer = read_one(_or_end(content))
    except LangkahAmanError as error:
        raise _Ended(str(error)) from None
    _each_line(answer, text, as_json)


@app.command()
def recruiter(
    text: Annotated[
        str, typer.Argument(help="a name or sentence; without it, lines from standard input")
    ] = "",
    as_json: JsonOption = False,
    register: Annotated[Path | None, typer.Option(help="another register (CSV)")] = None,
    content: ContentOption = HERE,
) -> None:
    """What the register says about a company, number or sentence."""
    from bot.app.understanding import recruiter as look_up
    from bot.authoring.register import load_register

    try:
        found = _or_end(content).register if register is None else load_register(register)
    except LangkahAmanError as error:
        raise _Ended(str(error)) from None
    _each_line(look_up(found), text, as_json)


@registry_app.command("import")
def registry_import(
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
        raise _Ended(f'--as-of "{as_of}" bukan tanggal seperti 2026-09-17') from None
    wish = Wish(complete, day, source, mapping, force)
    _or_say(lambda: import_list(_snapshots(config), file, wish, datetime.now(UTC), typer.echo))


@registry_app.command("list")
def registry_list(config: ConfigOption = CONFIG) -> None:
    """Every list that was imported; an arrow marks the one in use."""
    from bot.app.registry import listed

    for line in listed(_snapshots(config)):
        typer.echo(line)


@registry_app.command("compare")
def registry_compare(before: str, after: str, config: ConfigOption = CONFIG) -> None:
    """Who was added, removed, revoked or changed between two lists."""
    from bot.app.registry import compared

    for line in _or_say(lambda: list(compared(_snapshots(config), before, after))):
        typer.echo(line)


@registry_app.command("use")
def registry_use(snapshot: str, config: ConfigOption = CONFIG) -> None:
    """Go back to an earlier list, from the next start or SIGHUP on."""
    from bot.app.registry import use

    typer.echo(_or_say(lambda: use(_snapshots(config), snapshot)))


def _snapshots(config: Path) -> Any:
    from bot.app.snapshots import Snapshots

    return Snapshots(_config(config).store.data)


def _or_say(work: Callable[[], Any]) -> Any:
    try:
        return work()
    except LangkahAmanError as error:
        raise _Ended(str(error)) from None


@staff_app.command("invite")
def staff_invite(
    name: str,
    agency: Annotated[str, typer.Option(help="id of the agency in config.yaml")],
    officer: Annotated[str, typer.Option("--id", help="officer id, as in the duty list")] = "",
    supervisor: Annotated[bool, typer.Option(help="may also release and close colleagues' cases")] = False,
    editor: Annotated[bool, typer.Option(help="sees what people asked in vain; no case")] = False,
    config: ConfigOption = CONFIG,
) -> None:
    """Print a one-use link that makes the first account that opens it this officer's."""
    from bot.app.staff import invite

    roles = {"supervisor": supervisor, "editor": editor}
    line = asyncio.run(_guarded(invite(_config(config), os.environ, name, agency, officer, **roles)))
    typer.echo(line)


@staff_app.command("group")
def staff_group(agency: str, config: ConfigOption = CONFIG) -> None:
    """Print a one-use link that puts the bot into an agency's group."""
    from bot.app.staff import invite_group

    typer.echo(asyncio.run(_guarded(invite_group(_config(config), os.environ, agency))))


@staff_app.command("list")
def staff_list(config: ConfigOption = CONFIG) -> None:
    """Who works here, who has pressed Mulai, and who is on duty now."""
    from bot.app.staff import listed

    for line in asyncio.run(_guarded(listed(_config(config), os.environ))):
        typer.echo(line)


class _Ended(typer.Exit):
    """One clear line on standard error, exit code 1."""

    def __init__(self, line: str) -> None:
        typer.echo(f"langkah-aman: {line}", err=True)
        super().__init__(1)


async def _guarded(work: Coroutine[Any, Any, Any]) -> Any:
    try:
        return await work
    except LangkahAmanError as error:
        raise _Ended(str(error)) from None


def _finish(work: Coroutine[Any, Any, None]) -> None:
    try:
        asyncio.run(_guarded(work))
    except KeyboardInterrupt:
        raise typer.Exit(130) from None


def _config(path: Path) -> Config:
    try:
        return load_config(path, os.environ)
    except LangkahAmanError as error:
        raise _Ended(str(error)) from None


def _or_end(content: Path) -> Any:
    from bot.authoring.content import load_content

    try:
        return load_content(content)
    except LangkahAmanError as error:
        raise _Ended(str(error)) from None


def _each_line(answer: Any, text: str, as_json: bool, **options: Any) -> None:
    from bot.app.understanding import each_line

    try:
        each_line(answer, [text] if text else sys.stdin, typer.echo, as_json=as_json, **options)
    except LangkahAmanError as error:
        raise _Ended(str(error)) from None


def _logs() -> None:
    """One JSON object a line on standard error: ids and outcomes, never words."""
    import structlog

    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(),
        ],
        logger_factory=structlog.WriteLoggerFactory(file=sys.stderr),
    )


def _quiet() -> None:
    """Errors only: whoever plays with the demo reads the page, not the log."""
    import logging

    import structlog

    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))


def main() -> None:
    """The `langkah-aman` command."""
    app()


if __name__ == "__main__":
    main()
