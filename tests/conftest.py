"""What all tests share. Fixtures of rooms stand beside their tests."""

import pytest

pytest_plugins = ["tests.store_fixtures", "tests.house_fixtures", "tests.browser_fixtures"]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Pictures for the documentation are only taken when asked for."""
    parser.addoption("--pictures", action="store_true", help="write docs/pictures/*.png")
