"""A real Chromium for tests that look at pages; without one they fail and say what to install."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser, async_playwright

from tests.browser.install import HINT, find_chromium

# No sandbox: tests may run as root in a container. The others keep the browser from looking for the network.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Pictures for the documentation are only taken when asked for."""
    parser.addoption("--pictures", action="store_true", help="write docs/pictures/*.png")


@pytest.fixture
async def chromium() -> AsyncIterator[Browser]:
    """A headless Chromium of its own for each test."""
    path = find_installed()
    if path is None:
        pytest.fail(HINT, pytrace=False)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        await browser.close()


def find_installed() -> str | None:
    """`find_chromium` in a thread of its own: Playwright's sync half refuses to run beside a loop."""
    import concurrent.futures

    with concurrent.futures.ThreadPoolExecutor(1) as pool:
        return pool.submit(find_chromium).result()
