"""What an advert is answered with on a phone, and what officers see when a number comes again and again."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from playwright.async_api import expect

from bot.app.demo import Demo
from bot.cases.case import Channel
from bot.cases.officer_commands import NewByOfficer
from bot.casework.outcome import Applied
from tests.browser.conftest import WIDE, OpenPage, TakePicture
from tests.browser.phone import PATIENCE_MS, PHONE, Phone, desk_of

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ADVERT = """LOWONGAN KERJA KE KAMBOJA ADMIN GAJI 15 JUTA TANPA PENGALAMAN
BERANGKAT MINGGU INI
minat? WA 0812-3456-7890"""
TELEPHONED = (  # the same number in three spellings, from two districts
    ("Diminta DP 3 juta lewat WA 0812-3456-7890, katanya kuota tinggal dua.", "Kab. Lombok Timur"),
    ("Calo +62 812 3456 7890 minta biaya visa, berangkatnya tidak jadi.", "Kab. Lombok Barat"),
    ("Anak saya ditawari ke Kamboja oleh 081234567890.", "Kab. Lombok Barat"),
)


async def test_an_advert_is_answered_on_a_phone(
    demo: Demo, open_page: OpenPage, picture: TakePicture
) -> None:
    """The signs are quoted and explained on one screen, and nothing is to scroll sideways."""
    page = await open_page(demo.url, PHONE)
    siti = Phone(page, "Siti")
    await siti.start()

    await siti.says(ADVERT)

    answer = await siti.sees("tanda bahaya")
    await expect(answer).to_contain_text("BERANGKAT MINGGU INI")
    await expect(answer).to_contain_text("Jangan bayar")
    await answer.evaluate("e => e.scrollIntoView({block: 'start'})")
    await picture(page, "advert")
    assert await page.locator("html").evaluate("e => e.scrollWidth <= e.clientWidth")


async def test_a_number_that_comes_again_is_seen_on_the_desk(
    demo: Demo, open_page: OpenPage, picture: TakePicture
) -> None:
    """Three reports by telephone name one number: one pattern, two districts, and what an officer may do."""
    for text, district in TELEPHONED:
        await _is_told_by_telephone(demo, text, district)
    page = await open_page(demo.url, WIDE)
    rina = Phone(page, "Rina")

    desk = await desk_of(rina, open_page)
    await desk.get_by_role("link", name="Pola").click()

    pattern = desk.locator(".pattern").first
    await expect(pattern).to_contain_text("2 wilayah", timeout=PATIENCE_MS)
    await pattern.get_by_text("Tinjau", exact=True).first.click()
    await picture(desk, "desk-patterns")


async def _is_told_by_telephone(demo: Demo, text: str, district: str) -> None:
    """A case as an officer enters it on the desk."""
    casework, now = demo.parts.room.casework, datetime.now(UTC)
    code = await casework.new_code()
    command = NewByOfficer(
        id=f"new.{code}",
        at=now,
        code=code,
        officer="rina",
        channel=Channel.PHONE,
        text=text,
        district=district,
    )
    assert isinstance(await casework.apply(command, now), Applied)
