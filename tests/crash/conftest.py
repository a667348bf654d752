"""What the crash tests share: content read once, 500 scripts rehearsed once."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from bot.app.knowledge import Edition, load_edition
from tests.crash.figures import Figures
from tests.crash.rehearsal import Rehearsed, rehearse
from tests.crash.script import script_of
from tests.house_fixtures import config_for

CONVERSATIONS = 500
FIGURES = pytest.StashKey[Figures]()


@pytest.fixture(scope="session")
def edition() -> Edition:
    nowhere: Any = SimpleNamespace(url="", token="")
    return load_edition(config_for(Path(), nowhere))


@pytest.fixture(scope="session")
def rehearsed(edition: Edition) -> Sequence[Rehearsed]:
    """500 different conversations without any crash."""

    async def all_of_them() -> list[Rehearsed]:
        knowledge = edition.numbered(1)
        return [await rehearse(script_of(number), knowledge) for number in range(CONVERSATIONS)]

    return asyncio.run(all_of_them())


@pytest.fixture(scope="session")
def figures(request: pytest.FixtureRequest) -> Iterator[Figures]:
    """The figures of this run, written down and printed when it is over."""
    noted = request.config.stash[FIGURES] = Figures()
    yield noted
    noted.write()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """The table, below everything else."""
    noted = config.stash.get(FIGURES, None)
    for line in noted.table() if noted else ():
        terminalreporter.write_line(line)
