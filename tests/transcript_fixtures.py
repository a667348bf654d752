"""`pytest --update-transcripts` rewrites the recorded conversations; the diff is reviewed like prose."""

from __future__ import annotations

import pytest

from bot.app.knowledge import Edition
from bot.runner.ports import Knowledge


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-transcripts", action="store_true", help="write what the bot says today")


@pytest.fixture
def updating(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-transcripts"))


@pytest.fixture
def knowledge(edition: Edition) -> Knowledge:
    """What the bot that ships knows."""
    return edition.knowledge
