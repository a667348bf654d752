"""
Every call that the bot makes in these tests is written to `build/calls.jsonl`, one JSON object a line.

`test_calls.py` reads it at the end. `sim` here is the strict Telegram of `house_fixtures`, with a recorder.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.simulator.limits import SendLimits
from bot.simulator.recorder import Recorder
from bot.simulator.server import Simulator, running
from bot.simulator.world import World
from tests.chance import SEED
from tests.house_fixtures import ROOT


@pytest.fixture(scope="session")
def calls_file() -> Path:
    """Where all calls of this run are written; begun anew with each run."""
    path = ROOT / "build" / "calls.jsonl"
    path.parent.mkdir(exist_ok=True)
    path.unlink(missing_ok=True)
    return path


@pytest.fixture
async def sim(calls_file: Path) -> AsyncIterator[Simulator]:
    """A strict Telegram of its own, without flood limits, that writes down every call."""
    recorder = Recorder(path=calls_file)
    world = World(calls=recorder, limits=SendLimits(enabled=False), seed=SEED)
    async with running(world) as simulator:
        yield simulator
    recorder.close()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What looks at the recorded calls comes after what makes them."""
    items.sort(key=lambda item: item.path.name == "test_calls.py")
