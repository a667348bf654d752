"""
The web phone in a real browser: writing, tapping, seeing edits, sending photos, answering, narrow screens.
"""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import Any

import aiohttp
import pytest
from playwright.async_api import Browser, FilePayload, Locator, Page, async_playwright, expect

from bot.simulator import groups
from bot.simulator.limits import SendLimits
from bot.simulator.phone import Panel, add_phone
from bot.simulator.server import Simulator, running
from bot.simulator.world import World
from tests.simulator.conftest import BareBot

pytestmark = pytest.mark.browser

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360f8cf500f00"
    "03860180a5b3a3a60000000049454e44ae426082"
)
KEYBOARD = {
    "inline_keyboard": [
        [{"text": "Sudah", "callback_data": "sudah"}, {"text": "Belum", "callback_data": "belum"}],
        [{"text": "Buka di meja", "url": "http://127.0.0.1:1/kasus"}],
    ]
}


@pytest.fixture
async def simulator() -> AsyncIterator[Simulator]:
    world = World(limits=SendLimits(enabled=False))
    siti, ani, rina = (world.add_person(name) for name in ("Siti", "Ani", "Rina"))
    polres = world.add_group("Polres", owner=rina)
    groups.add_bot(world, rina, polres)
    panels = [
        Panel("Siti (pencari kerja)", siti, payload="kampanye_1"),
        Panel("Ibu Ani (keluarga)", ani),
        Panel("Rina (Polres)", rina, (polres,)),
    ]
    async with running(world, extend=lambda app: add_phone(app, panels)) as simulator:
        yield simulator


async def _answer(bot: BareBot, update: dict[str, Any]) -> None:
    """Echo what is written; ask on /start; a tap is answered with words and an edit."""
    if "callback_query" in update:
        query = update["callback_query"]
        chat_id, message_id = query["message"]["chat"]["id"], query["message"]["message_id"]
        await bot.call("answerCallbackQuery", callback_query_id=query["id"], text=f"Dicatat: {query['data']}")
        await bot.call(
            "editMessageText", chat_id=chat_id, message_id=message_id, text=f"Kamu memilih {query['data']}"
        )
        return
    message = update.get("message") or update.get("edited_message")
    if message is None or "new_chat_members" in message:
        return
    told = message.get("text") or message.get("caption") or ""
    words: dict[str, Any] = {"text": f"Gema: {told}"}
    if told.startswith("/start"):
        words = {"text": f"<b>Halo</b> {told}", "parse_mode": "HTML", "reply_markup": KEYBOARD}
    elif "reply_to_message" in message:
        words = {"text": f"Jawaban untuk: {message['reply_to_message']['text']}", "protect_content": True}
    elif "photo" in message:
        words = {"text": f"Foto diterima: {told}"}
    elif "edited_message" in update:
        words = {"text": f"Diubah: {told}"}
    await bot.call("sendMessage", chat_id=message["chat"]["id"], **words)


@pytest.fixture
async def echo(simulator: Simulator, http: aiohttp.ClientSession) -> AsyncIterator[BareBot]:
    """A bot that polls as real ones do."""
    bot = BareBot(simulator, http)

    async def poll() -> None:
        offset = 0
        while True:
            for update in await bot.call("getUpdates", offset=offset, timeout=30):
                offset = update["update_id"] + 1
                await _answer(bot, update)

    polling = asyncio.create_task(poll())
    yield bot
    polling.cancel()
    with suppress(asyncio.CancelledError):
        await polling


@pytest.fixture
async def chromium() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        yield browser
        await browser.close()


@pytest.fixture
async def page(simulator: Simulator, echo: BareBot, chromium: Browser) -> AsyncIterator[Page]:
    """The page on a desktop; an error in its scripts or its policy fails the test."""
    page = await chromium.new_page(viewport={"width": 1400, "height": 900})
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda line: errors.append(line.text) if line.type == "error" else None)
    await page.goto(simulator.url)
    yield page
    assert errors == []


def phone_of(page: Page, name: str) -> Locator:
    return page.locator(f'[data-testid=phone][data-person="{name}"]')


async def write(phone: Locator, text: str) -> None:
    await phone.get_by_test_id("input").fill(text)
    await phone.get_by_test_id("input").press("Enter")


async def test_typing_gets_an_echo_in_every_tab(page: Page, simulator: Simulator, chromium: Browser) -> None:
    """Enter sends; both bubbles appear here and in a second browser; words are never read as HTML."""
    second = await chromium.new_page()
    await second.goto(simulator.url)

    await write(phone_of(page, "Siti"), "halo <b>kamu</b>")

    await expect(phone_of(page, "Siti").get_by_text("Gema: halo <b>kamu</b>")).to_be_visible()
    await expect(phone_of(second, "Siti").get_by_text("Gema: halo <b>kamu</b>")).to_be_visible()
    await expect(phone_of(page, "Siti").get_by_test_id("input")).to_have_value("")
    await expect(phone_of(page, "Ibu Ani").get_by_test_id("message")).to_have_count(0)


async def test_start_tap_and_edit_in_place(page: Page) -> None:
    """Start carries the payload; a tap shows the answer as a toast and the edited message in its place."""
    siti = phone_of(page, "Siti")
    await siti.get_by_test_id("start").click()
    await expect(siti.locator("strong", has_text="Halo")).to_be_visible()
    await expect(siti.get_by_role("link", name="Buka di meja")).to_have_attribute("target", "_blank")

    await siti.get_by_role("button", name="Belum").click()

    await expect(siti.get_by_test_id("toast")).to_have_text("Dicatat: belum")
    edited = siti.locator('[data-from="bot"]')
    await expect(edited).to_have_count(1)
    await expect(edited.get_by_test_id("words")).to_have_text("Kamu memilih belum")
    await expect(edited.get_by_test_id("edited")).to_be_visible()
    await expect(siti.locator('[data-from="self"]')).to_contain_text("/start kampanye_1")


async def test_a_photo_is_uploaded_with_its_caption(page: Page) -> None:
    """A chosen file waits in the tray, goes with the typed words, and is shown as a picture."""
    ani = phone_of(page, "Ibu Ani")
    file = FilePayload(name="iklan.png", mimeType="image/png", buffer=PNG)
    await ani.get_by_test_id("file-photo").set_input_files(file)
    await expect(ani.get_by_test_id("tray")).to_contain_text("iklan.png")

    await write(ani, "lowongan ini")

    await expect(ani.get_by_text("Foto diterima: lowongan ini")).to_be_visible()
    picture = ani.get_by_role("img", name="Foto: lowongan ini")
    await expect(picture).to_be_visible()
    assert await picture.evaluate("image => image.decode().then(() => image.naturalWidth)") == 1
    await expect(ani.get_by_test_id("tray")).to_be_hidden()


async def test_samples_and_places_are_sent_from_the_list(page: Page, simulator: Simulator) -> None:
    """A sample voice that browsers can play needs one click; a location shows its values first."""
    ani = phone_of(page, "Ibu Ani")
    await ani.get_by_test_id("attach").click()
    await ani.get_by_role("button", name="Kirim suara contoh").click()
    await expect(ani.get_by_text("Pesan suara 0:03")).to_be_visible()
    duration_s = await ani.locator("audio").evaluate(
        """audio => new Promise((known) => {
            audio.onloadedmetadata = () => known(audio.duration);
            audio.preload = "metadata";
            audio.load();
        })"""
    )

    await ani.get_by_test_id("attach").click()
    await ani.get_by_role("button", name="Lokasi").click()
    await page.get_by_label("Lintang").fill("-8,5")
    await page.get_by_test_id("dialog").get_by_role("button", name="Kirim").click()

    await expect(ani.get_by_text("-8.50000, 117.65560")).to_be_visible()
    assert duration_s == 3


async def test_officers_answer_by_replying(page: Page) -> None:
    """ "Balas" at a message makes the next words an answer to it; what is protected says so."""
    rina = phone_of(page, "Rina")
    await write(rina, "pertama")
    asked = rina.get_by_test_id("message").filter(has_text="Gema: pertama")

    await asked.hover()
    await asked.get_by_role("button", name="Balas").click()
    await expect(rina.get_by_test_id("bar")).to_contain_text("Gema: pertama")
    await write(rina, "apakah aman bicara?")

    await expect(rina.get_by_text("Jawaban untuk: Gema: pertama")).to_be_visible()
    await expect(rina.get_by_test_id("protected")).to_contain_text("tidak bisa diteruskan")
    await expect(rina.get_by_test_id("bar")).to_be_hidden()


async def test_own_words_are_changed_and_deleted_messages_go(
    page: Page, echo: BareBot, simulator: Simulator
) -> None:
    """An edit of one's own message reaches the bot; what the bot deletes disappears."""
    siti = phone_of(page, "Siti")
    await write(siti, "salah")
    echoed = siti.get_by_test_id("message").filter(has_text="Gema: salah")
    await expect(echoed).to_be_visible()
    await siti.locator('[data-from="self"]').hover()
    await siti.get_by_role("button", name="Pilihan pesan").click()
    await siti.get_by_role("button", name="Ubah").click()

    await write(siti, "benar")
    await expect(siti.get_by_text("Diubah: benar")).to_be_visible()
    message_id = int(await echoed.get_attribute("data-message-id") or 0)
    chat_id = int(await siti.get_attribute("data-person-id") or 0)
    await echo.call("deleteMessage", chat_id=chat_id, message_id=message_id)

    await expect(echoed).to_have_count(0)
    await expect(siti.locator('[data-from="self"]')).to_contain_text("benar")


async def test_groups_have_a_tab_and_count_what_was_not_seen(
    page: Page, echo: BareBot, simulator: Simulator
) -> None:
    """A message in the group behind the private chat is a number on its tab until it is opened."""
    group = next(chat for chat in simulator.world.chats.values() if chat.title == "Polres")
    rina = phone_of(page, "Rina")
    tab = rina.get_by_role("tab", name="Polres")
    await expect(tab).to_be_visible()

    await echo.call("sendMessage", chat_id=group.id, text="Kasus baru")
    await expect(tab.get_by_test_id("badge")).to_contain_text("1")
    await tab.click()

    await expect(rina.get_by_text("Kasus baru")).to_be_visible()
    await expect(tab.get_by_test_id("badge")).to_have_count(0)


async def test_blocking_and_a_new_person(page: Page, simulator: Simulator) -> None:
    """The bot can be blocked and let in again; somebody new gets a phone without a reload."""
    siti = phone_of(page, "Siti")
    await siti.get_by_test_id("menu").click()
    await siti.get_by_role("button", name="Blokir bot").click()
    await expect(siti.get_by_test_id("composer")).to_be_hidden()
    await siti.get_by_role("button", name="Buka blokir").click()
    await expect(siti.get_by_test_id("composer")).to_be_visible()

    await page.get_by_test_id("add-person").click()
    await page.get_by_label("Nama").fill("Wati")
    await page.get_by_test_id("dialog").get_by_role("button", name="Tambah").click()
    await write(phone_of(page, "Wati"), "saya baru")

    await expect(phone_of(page, "Wati").get_by_text("Gema: saya baru")).to_be_visible()


async def test_the_drawer_makes_telegram_fail_until_it_is_switched_off(
    page: Page, simulator: Simulator
) -> None:
    """A switch in "Gangguan" is a fault of the simulator; "Matikan semua" ends it."""
    await page.get_by_test_id("trouble").click()
    await page.get_by_role("switch", name="Terlalu cepat").click()
    await page.get_by_label("Selalu").click()
    await expect(page.get_by_test_id("trouble")).to_have_class("quiet on")
    assert [fault.kind for fault in simulator.faults.for_call("sendMessage", None)] == ["flood"]

    await page.get_by_role("button", name="Matikan semua").click()

    await expect(page.get_by_test_id("trouble")).to_have_class("quiet")
    assert not simulator.faults.any_active


@pytest.mark.parametrize("width", [360, 390])
async def test_a_narrow_screen_shows_one_phone_and_a_switcher(page: Page, echo: BareBot, width: int) -> None:
    """One phone at a time, nothing sticks out, unread numbers on the switcher lead to the other phone."""
    await write(phone_of(page, "Rina"), "buka")
    await expect(phone_of(page, "Rina").get_by_text("Gema: buka")).to_be_visible()
    rina_id = int(await phone_of(page, "Rina").get_attribute("data-person-id") or 0)
    await page.set_viewport_size({"width": width, "height": 740})
    switch = page.locator('[data-testid=switch][data-person="Rina"]')
    await expect(phone_of(page, "Siti")).to_be_visible()
    await expect(phone_of(page, "Rina")).to_be_hidden()

    await echo.call("sendMessage", chat_id=rina_id, text="Ada kasus")
    await expect(switch.get_by_test_id("badge")).to_contain_text("1")
    await switch.click()

    await expect(phone_of(page, "Rina").get_by_text("Ada kasus")).to_be_visible()
    await expect(phone_of(page, "Siti")).to_be_hidden()
    await expect(switch.get_by_test_id("badge")).to_have_count(0)
    assert await page.evaluate("document.documentElement.scrollWidth") == width
