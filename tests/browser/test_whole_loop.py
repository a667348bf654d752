"""
The whole loop in a real browser, as `make demo` shows it: question, company check, report with a photo; one
officer claims while another fails to; reply on the desk; answer; close; the receipt from a second account.

With `--pictures` it also writes the screenshots of `docs/pictures/`.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, Locator, Page, expect

from bot.app.demo import Demo, living_demo

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ROOT = Path(__file__).resolve().parents[2]
PICTURES = ROOT / "docs" / "pictures"
WIDE = {"width": 1400, "height": 900}
PHONE = {"width": 390, "height": 844}


@pytest.fixture
async def demo() -> AsyncIterator[Demo]:
    async with living_demo(ROOT, 0) as started:
        yield started


class Phone:
    """One phone on the demo's page, used by a person."""

    def __init__(self, page: Page, person: str) -> None:
        self.place: Locator = page.locator(f'[data-testid=phone][data-person="{person}"]')

    async def start(self) -> None:
        await self.place.get_by_test_id("start").click()
        await self.sees("Langkah Aman")

    async def says(self, text: str) -> None:
        await self.place.get_by_test_id("input").fill(text)
        await self.place.get_by_test_id("send").click()

    async def taps(self, label: str) -> None:
        await self.place.get_by_role("button", name=label, exact=True).last.click()

    async def sees(self, text: str) -> Locator:
        found = self.place.get_by_test_id("message").filter(has_text=text).last
        await expect(found).to_be_visible(timeout=10_000)
        return found


@pytest.fixture
def picture(request: pytest.FixtureRequest):  # type: ignore[no-untyped-def]
    """Takes a screenshot for the documentation when asked to with `--pictures`."""
    wanted = request.config.getoption("--pictures")

    async def take(page: Page, name: str) -> None:
        if wanted:
            PICTURES.mkdir(parents=True, exist_ok=True)
            await page.evaluate("document.fonts.ready")
            await page.screenshot(path=PICTURES / f"{name}.png")

    return take


async def test_the_whole_loop_in_a_browser(demo: Demo, chromium: Browser, picture) -> None:  # type: ignore[no-untyped-def]
    """Everything the first issue promises, seen with the eyes of the people who use it."""
    page = await chromium.new_page(viewport=WIDE)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    await page.goto(demo.url)
    siti, ani, rina = (Phone(page, name) for name in ("Siti", "Ibu Ani", "Rina"))
    elsewhere = await chromium.new_page(viewport=WIDE)  # one page has one mouse; Budi needs his own
    await elsewhere.goto(demo.url)
    budi = Phone(elsewhere, "Budi")

    # A question, and the mother's company check.
    await siti.start()
    await siti.says("paspor dipegang agen boleh ga")
    await siti.sees("Paspor")
    await ani.start()
    await ani.says("PT Putri Samawa Mandiri resmi ga? yg nawarin bu Sri 0812 3456 7890")
    verdict = await ani.sees("PT Putri Samawa Mandiri")
    await expect(verdict).to_contain_text("dicabut")
    await expect(verdict).to_contain_text("Belum diperiksa")
    await picture(page, "demo")

    # A report, its receipt typed back, and a photo.
    await siti.taps("Lapor")
    await siti.sees("Ceritakan apa yang terjadi")
    await siti.says("saya diminta bayar 5 juta ke rekening pribadi bu Sri")
    saved = await siti.sees("nomor kembalimu")
    receipt = re.search(r"\d{4} \d{4} \d{4} \d{4}", await saved.inner_text())
    assert receipt is not None
    await siti.says(receipt[0].replace("0", "O"))
    await siti.sees("Nomornya benar")
    for question, answer in (
        ("kabupaten mana", "Lewati"),
        ("Siapa yang menawari", "Lewati"),
        ("meneruskan laporan", "Boleh"),
    ):
        await siti.sees(question)
        await siti.taps(answer)
    await siti.sees("Ada bukti")
    await siti.place.get_by_test_id("attach").click()
    await siti.place.get_by_test_id("file-photo").set_input_files(
        files=[{"name": "bukti.png", "mimeType": "image/png", "buffer": await page.screenshot()}]
    )
    await siti.place.get_by_test_id("send").click()
    await siti.sees("sudah masuk")

    # Two officers press [Ambil] on their cards; one gets it.
    code = await _newest_code(page)
    for officer in (rina, budi):
        await officer.place.get_by_test_id("tab").nth(1).click()
    cards = [
        phone.place.get_by_test_id("message").filter(has_text=code).get_by_role("button", name="Ambil")
        for phone in (rina, budi)
    ]
    await asyncio.gather(*(card.last.click(no_wait_after=True) for card in cards))
    await siti.sees("menangani laporanmu")
    await expect(rina.place.get_by_test_id("message").filter(has_text=code).last).to_contain_text("diambil")
    winner, loser = await _winner(rina, budi, code)

    # The winner answers on the desk; Siti answers back; the desk shows it without reloading.
    await winner.says("/meja")
    link = (await winner.sees("Tautan masuk")).locator("xpath=..").get_by_text("Buka meja")
    desk = await chromium.new_page(viewport={"width": 1280, "height": 900})
    desk.on("pageerror", lambda error: errors.append(str(error)))
    await desk.goto(await link.last.get_attribute("href") or "")
    await desk.get_by_role("button", name="Masuk").click()
    await expect(desk.get_by_text("Antrean").first).to_be_visible()
    await picture(desk, "desk-queue")
    await desk.get_by_role("link", name=code).first.click()
    await desk.get_by_placeholder("Tulis balasan").fill("Halo, jangan bayar lagi. Boleh tahu nomor HP-nya?")
    await desk.get_by_role("button", name="Kirim ke pelapor").click()
    await siti.sees("jangan bayar lagi")
    await siti.says("0812 3456 7890, ini nomornya")
    await expect(desk.get_by_text("0812 3456 7890, ini nomornya")).to_be_visible(timeout=10_000)
    await picture(desk, "desk-case")
    await desk.set_viewport_size(PHONE)
    await picture(desk, "desk-phone")
    await picture(page, "demo-loop")

    # The receipt works from a second account; the officer is told, the first account is not: it may be a
    # phone that somebody else holds now.
    await ani.says("/status")
    await ani.sees("16 angka")
    await ani.says(receipt[0])
    await ani.sees("Nomornya cocok")
    await winner.sees("pindah akun")

    # Closing tells the reporter.
    await desk.set_viewport_size({"width": 1280, "height": 900})
    await desk.get_by_text("Tutup kasus").first.click()
    await desk.get_by_label("sudah diberi penjelasan").check()
    await desk.get_by_role("button", name="Tutup kasus").last.click()
    await ani.sees("menutup laporanmu")
    assert await loser.place.get_by_text("5 juta").count() == 0
    assert errors == []


async def test_the_demo_at_phone_width(demo: Demo, chromium: Browser, picture) -> None:  # type: ignore[no-untyped-def]
    """One phone at a time, nothing to scroll sideways, the checklist usable with a thumb."""
    page = await chromium.new_page(viewport=PHONE)
    await page.goto(demo.url)
    siti = Phone(page, "Siti")

    await siti.start()
    await siti.taps("Cek kesiapanku")
    await page.get_by_role("button", name="Ayo mulai").click()
    await siti.sees("Langkah 1 dari 14")
    await siti.taps("✅ Sudah")
    await siti.sees("Langkah 2 dari 14")
    await picture(page, "phone-checklist")

    assert await page.locator("html").evaluate("e => e.scrollWidth <= e.clientWidth")


async def _newest_code(page: Page) -> str:
    """The case that the newest card in Rina's group speaks of."""
    rina = Phone(page, "Rina")
    await rina.place.get_by_test_id("tab").nth(1).click()
    text = await rina.place.get_by_test_id("message").filter(has_text="K-").last.inner_text()
    found = re.search(r"K-\w{4}", text)
    assert found is not None
    return found[0]


async def _winner(rina: Phone, budi: Phone, code: str) -> tuple[Phone, Phone]:
    """Who holds the case: only that private chat shows the words."""
    for officer in (rina, budi):
        await officer.place.get_by_test_id("tab").nth(0).click()
    words = [each.place.get_by_test_id("message").filter(has_text="5 juta") for each in (rina, budi)]
    async with asyncio.timeout(10):
        while not any(won := [await each.count() > 0 for each in words]):
            await rina.place.page.wait_for_timeout(100)
    assert sorted(won) == [False, True], f"{code} must be held by exactly one officer"
    return (rina, budi) if won[0] else (budi, rina)
