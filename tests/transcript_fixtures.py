"""`pytest --update-transcripts` rewrites the recorded conversations; the diff is reviewed like prose."""

from __future__ import annotations

import pytest
from bot.app.knowledge import knowledge_of
from bot.authoring.content import load_content
from bot.runner.ports import Knowledge

from tests.house_fixtures import ROOT


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-transcripts", action="store_true", help="write what the bot says today")


@pytest.fixture
def updating(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-transcripts"))


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    """What the bot that ships knows, read once: building the question index takes a second."""
    return knowledge_of(load_content(ROOT), {"backup_days": "30"}, 1)
