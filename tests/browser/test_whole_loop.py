"""
The whole loop in a real browser, as `make demo` shows it: question, company check, report with a photo; one
officer claims while another fails to; reply on the desk; answer; close; the receipt from a second account.

The test tells the story; each step is a function below it.
"""

from __future__ import annotations

import asyncio
import re

import pytest
from playwright.async_api import Page, expect

from bot.app.demo import Demo
from tests.browser.conftest import WIDE, OpenPage, TakePicture
from tests.browser.phone import DESK, PATIENCE_MS, PHONE, Phone, desk_of
from tests.e2e.steps import CODE, RECEIPT

pytestmark = [pytest.mark.browser, pytest.mark.slow]

STORY = "saya diminta bayar 5 juta ke rekening pribadi bu Sri"
NUMBER = "0812 3456 7890"


async def test_the_whole_loop_in_a_browser(demo: Demo, open_page: OpenPage, picture: TakePicture) -> None:
    """Everything the first issue promises, seen with the eyes of the people who use it."""
    page, elsewhere = await open_page(demo.url, WIDE), await open_page(demo.url, WIDE)
    siti, ani, rina = (Phone(page, name) for name in ("Siti", "Ibu Ani", "Rina"))
    budi = Phone(elsewhere, "Budi")  # one page has one mouse; Budi needs his own

    await _asks_about_her_passport(siti)
    await _checks_a_company(ani)
    await picture(page, "demo")

    receipt = await _reports(siti)
    await _proves_the_receipt(siti, receipt)
    await _answers_the_questions(siti)
    await _adds_a_photo(siti)

    code = await _code_of_the_newest_card(rina)
    winner, loser = await _both_press_claim(rina, budi, code)
    await siti.sees("menangani laporanmu")

    desk = await desk_of(winner, open_page)
    await picture(desk, "desk-queue")
    await _replies_on_the_desk(desk, code, "Halo, jangan bayar lagi. Boleh tahu nomor HP-nya?")
    await siti.sees("jangan bayar lagi")
    await _answers_and_the_desk_shows_it(siti, desk)
    await desk.set_viewport_size(PHONE)
    await picture(desk, "desk-phone")

    await _comes_back_from_another_account(ani, receipt)
    await winner.sees("pindah akun")  # the first account is not told: somebody else may hold that phone now
    await desk.set_viewport_size(DESK)
    await _closes_the_case(desk)
    await ani.sees("menutup laporanmu")
    assert await loser.messages("5 juta").count() == 0


async def test_the_demo_at_phone_width(demo: Demo, open_page: OpenPage, picture: TakePicture) -> None:
    """One phone at a time, nothing to scroll sideways, the checklist usable with a thumb."""
    page = await open_page(demo.url, PHONE)
    siti = Phone(page, "Siti")

    await siti.start()
    await siti.taps("Cek kesiapanku")
    await page.get_by_role("button", name="Ayo mulai").click()
    await siti.sees("Langkah 1 dari 14")
    await siti.taps("✅ Sudah")
    await siti.sees("Langkah 2 dari 14")
    await picture(page, "phone-checklist")

    assert await page.locator("html").evaluate("e => e.scrollWidth <= e.clientWidth")


async def _asks_about_her_passport(siti: Phone) -> None:
    await siti.start()
    await siti.says("paspor dipegang agen boleh ga")
    await siti.sees("Paspor")


async def _checks_a_company(ani: Phone) -> None:
    await ani.start()
    await ani.says(f"PT Putri Samawa Mandiri resmi ga? yg nawarin bu Sri {NUMBER}")
    verdict = await ani.sees("PT Putri Samawa Mandiri")
    await expect(verdict).to_contain_text("dicabut")
    await expect(verdict).to_contain_text("Belum diperiksa")


async def _reports(siti: Phone) -> str:
    """Returns: the receipt."""
    await siti.taps("Lapor")
    await siti.sees("Ceritakan apa yang terjadi")
    await siti.says(STORY)
    saved = await siti.sees("nomor kembalimu")
    return _found(RECEIPT, await saved.inner_text())


async def _proves_the_receipt(siti: Phone, receipt: str) -> None:
    """Typed back as somebody writes it who copied it from paper."""
    await siti.says(receipt.replace("0", "O"))
    await siti.sees("Nomornya benar")


async def _answers_the_questions(siti: Phone) -> None:
    for question, answer in (
        ("kabupaten mana", "Lewati"),
        ("Siapa yang menawari", "Lewati"),
        ("meneruskan laporan", "Boleh"),
    ):
        await siti.sees(question)
        await siti.taps(answer)


async def _adds_a_photo(siti: Phone) -> None:
    await siti.sees("Ada bukti")
    await siti.sends_a_photo(await siti.page.screenshot())
    await siti.sees("sudah masuk")


async def _code_of_the_newest_card(rina: Phone) -> str:
    """The case that the newest card in Rina's group speaks of."""
    await rina.looks_at_group()
    return _found(CODE, await rina.messages("K-").last.inner_text())


async def _both_press_claim(rina: Phone, budi: Phone, code: str) -> tuple[Phone, Phone]:
    """Each in the own group, at the same time. Returns: who got the case, and who did not."""
    await budi.looks_at_group()
    buttons = [each.messages(code).get_by_role("button", name="Ambil").last for each in (rina, budi)]
    await asyncio.gather(*(button.click(no_wait_after=True) for button in buttons))
    await expect(rina.messages(code).last).to_contain_text("diambil", timeout=PATIENCE_MS)

    for officer in (rina, budi):
        await officer.looks_at_own_chat()  # only the winner's shows the words
    async with asyncio.timeout(PATIENCE_MS / 1000):
        while not any(won := [await each.messages("5 juta").count() > 0 for each in (rina, budi)]):
            await rina.page.wait_for_timeout(100)
    assert sorted(won) == [False, True], f"{code} must be held by exactly one officer"
    return (rina, budi) if won[0] else (budi, rina)


async def _replies_on_the_desk(desk: Page, code: str, text: str) -> None:
    await desk.get_by_role("link", name=code).first.click()
    await desk.get_by_placeholder("Tulis balasan").fill(text)
    await desk.get_by_role("button", name="Kirim ke pelapor").click()


async def _answers_and_the_desk_shows_it(siti: Phone, desk: Page) -> None:
    """Without anybody reloading the page."""
    await siti.says(f"{NUMBER}, ini nomornya")
    await expect(desk.get_by_text(f"{NUMBER}, ini nomornya")).to_be_visible(timeout=PATIENCE_MS)


async def _comes_back_from_another_account(ani: Phone, receipt: str) -> None:
    await ani.says("/status")
    await ani.sees("16 angka")
    await ani.says(receipt)
    await ani.sees("Nomornya cocok")


async def _closes_the_case(desk: Page) -> None:
    await desk.get_by_text("Tutup kasus").first.click()
    await desk.get_by_label("sudah diberi penjelasan").check()
    await desk.get_by_role("button", name="Tutup kasus").last.click()


def _found(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    assert found is not None, text
    return found[0]
