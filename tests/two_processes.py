"""
How `make` shares the tests between two processes (`pytest -n 2`): a file, or a folder whose tests share
something, stays in one of them, and what takes minutes is begun first. What the bot learns from its content
is learnt once before the two begin. Plain `pytest` runs all in turn.

`tests/conftest.py` loads this file as a plugin. Each process has a store, ports and folders of its own.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from xdist.scheduler import LoadFileScheduling

from bot.app.knowledge import knowledge_of
from bot.authoring.content import load_content
from tests.house_fixtures import ROOT

TOGETHER = {"crash", "e2e"}  # these folders write one file of figures, one of calls
LONGEST = ("crash", "e2e", "app", "reading", "browser")


class Whole(LoadFileScheduling):
    """Deals out whole files and, of `TOGETHER`, whole folders."""

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition("::")[0]
        folder = Path(file).parent
        return str(folder) if folder.name in TOGETHER else file


def pytest_sessionstart(session: pytest.Session) -> None:
    """Neither process finds its first test waiting half a minute for what both would learn."""
    if not hasattr(session.config, "workerinput") and session.config.getoption("numprocesses", None):
        knowledge_of(load_content(ROOT), {}, 0)


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Whole:
    config.option.loadscopereorder = False  # in our order, not by the number of tests
    return Whole(config, log)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """The longest first, so that neither process waits for the other at the end."""
    if hasattr(config, "workerinput"):
        items.sort(key=lambda item: _turn(item.path.parent.name))


def _turn(folder: str) -> int:
    return LONGEST.index(folder) if folder in LONGEST else len(LONGEST)
