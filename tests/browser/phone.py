"""A phone on the demo's page, as the person who holds it uses it, and the way from it to the desk."""

from __future__ import annotations

from playwright.async_api import Locator, Page, ViewportSize, expect

from tests.browser.conftest import OpenPage

PHONE: ViewportSize = {"width": 390, "height": 844}
DESK: ViewportSize = {"width": 1280, "height": 900}
PATIENCE_MS = 30_000
expect.set_options(timeout=PATIENCE_MS)


class Phone:
    """One phone; `person` is the name on it."""

    def __init__(self, page: Page, person: str) -> None:
        self.page = page
        self.place: Locator = page.locator(f'[data-testid=phone][data-person="{person}"]')

    async def start(self) -> None:
        await self.place.get_by_test_id("start").click()
        await self.sees("Langkah Aman")

    async def says(self, text: str) -> None:
        await self.place.get_by_test_id("input").fill(text)
        await self.place.get_by_test_id("send").click()

    async def taps(self, label: str) -> None:
        await self.place.get_by_role("button", name=label, exact=True).last.click()

    async def sends_a_photo(self, png: bytes) -> None:
        await self.place.get_by_test_id("attach").click()
        photo = {"name": "bukti.png", "mimeType": "image/png", "buffer": png}
        await self.place.get_by_test_id("file-photo").set_input_files(files=[photo])  # type: ignore[list-item]
        await self.place.get_by_test_id("send").click()

    async def looks_at_group(self) -> None:
        await self.place.get_by_test_id("tab").nth(1).click()

    async def looks_at_own_chat(self) -> None:
        await self.place.get_by_test_id("tab").nth(0).click()

    def messages(self, text: str) -> Locator:
        """All messages of the chat that is looked at with these words."""
        return self.place.get_by_test_id("message").filter(has_text=text)

    async def sees(self, text: str) -> Locator:
        """Wait for a message. Returns: the newest one with these words."""
        found = self.messages(text).last
        await expect(found).to_be_visible(timeout=PATIENCE_MS)
        return found


async def desk_of(officer: Phone, open_page: OpenPage) -> Page:
    """The officer asks the bot for the way to the desk and walks in."""
    await officer.says("/meja")
    link = (await officer.sees("Tautan masuk")).locator("xpath=..").get_by_text("Buka meja")
    desk = await open_page(await link.last.get_attribute("href") or "", DESK)
    await desk.get_by_role("button", name="Masuk").click()
    await expect(desk.get_by_text("Antrean").first).to_be_visible()
    return desk
