"""What all tests share. Fixtures of rooms stand beside their tests."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.chance import EXPLORING, SEED

# How fast a busy machine makes up examples is not what these tests are about.
settings.register_profile(
    "langkah-aman",
    deadline=None,
    derandomize=not EXPLORING,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("langkah-aman")

pytest_plugins = [
    "tests.store_fixtures",
    "tests.house_fixtures",
    "tests.transcript_fixtures",
    "tests.browser_fixtures",
    "tests.two_processes",
]

WHOLE_HOUSES = {"app", "crash", "desk", "e2e"}  # real processes and waits: not for every few minutes
SMOKE = "test_first_loop.py"  # one way through the whole house stays in the fast lane


def pytest_report_header() -> str:
    """What the run can be repeated with."""
    return f"SEED={SEED}"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """`make test-fast` leaves out what builds a whole house for each test."""
    here = Path(__file__).parent
    for item in items:
        path = item.path.relative_to(here)
        if path.parts[0] in WHOLE_HOUSES and path.name != SMOKE:
            item.add_marker(pytest.mark.slow)
