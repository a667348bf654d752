"""The demo and the pages that look at it; with `--pictures` also the screenshots of `docs/pictures/`."""

from __future__ import annotations

import io
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
from PIL import Image
from playwright.async_api import Browser, Page, ViewportSize

from bot.app.demo import Demo, living_demo
from tests.house_fixtures import ROOT

PICTURES = ROOT / "docs" / "pictures"
WIDE: ViewportSize = {"width": 1400, "height": 900}
LARGEST_BYTES = 200_000  # README is read on phones too
COLOURS = 256

OpenPage = Callable[[str, ViewportSize], Awaitable[Page]]
TakePicture = Callable[[Page, str], Awaitable[None]]


@pytest.fixture
async def demo() -> AsyncIterator[Demo]:
    """What `make demo` starts."""
    async with living_demo(ROOT, 0) as started:
        yield started


@pytest.fixture
async def open_page(chromium: Browser) -> AsyncIterator[OpenPage]:
    """Opens an address in a window of a size; in the end no script of any page may have failed."""
    errors: list[str] = []

    async def opened(url: str, size: ViewportSize) -> Page:
        page = await chromium.new_page(viewport=size)
        page.on("pageerror", lambda error: errors.append(f"{page.url}: {error}"))
        await page.goto(url)
        return page

    yield opened
    assert errors == []


@pytest.fixture
def picture(request: pytest.FixtureRequest) -> TakePicture:
    """Takes a screenshot for the documentation when asked to with `--pictures`; else does nothing."""
    wanted = request.config.getoption("--pictures")

    async def take(page: Page, name: str) -> None:
        if wanted:
            await page.evaluate("document.fonts.ready")
            small = smaller(await page.screenshot(animations="disabled"))
            assert len(small) < LARGEST_BYTES, f"{name}.png has {len(small)} bytes"
            PICTURES.mkdir(parents=True, exist_ok=True)
            (PICTURES / f"{name}.png").write_bytes(small)

    return take


def smaller(png: bytes) -> bytes:
    """The same picture with a palette: a third of the bytes, and nobody sees it."""
    out = io.BytesIO()
    Image.open(io.BytesIO(png)).convert("RGB").quantize(COLOURS).save(out, "PNG", optimize=True)
    return out.getvalue()
