"""
Webhook delivery: one at a time per chat, again until 200, taps in a lane of their own.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web

from bot.simulator.person import PATIENCE_S
from bot.simulator.server import Simulator
from tests.simulator.conftest import BareBot


class Hook:
    """The bot's side: keeps what came, answers what the test says, can be held."""

    def __init__(self) -> None:
        self.came: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self.secrets: list[str | None] = []
        self.statuses: list[int] = []
        self.reply: dict[str, Any] | None = None
        self.open = asyncio.Event()
        self.open.set()
        self.url = ""

    async def handle(self, request: web.Request) -> web.Response:
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        await self.came.put(await request.json())
        await self.open.wait()
        status = self.statuses.pop(0) if self.statuses else 200
        return web.json_response(self.reply, status=status) if self.reply else web.Response(status=status)

    async def next(self) -> dict[str, Any]:
        return await asyncio.wait_for(self.came.get(), PATIENCE_S)

    async def next_text(self) -> str:
        return str((await self.next())["message"]["text"])


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    hook = Hook()
    app = web.Application()
    app.router.add_post("/hook", hook.handle)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    hook.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield hook
    hook.open.set()
    await runner.cleanup()


async def test_next_message_of_a_chat_waits_for_the_answer(
    simulator: Simulator, bot: BareBot, hook: Hook
) -> None:
    """While one message is being answered the chat's next one waits, another chat's does not."""
    siti, rina = simulator.person("Siti"), simulator.person("Rina")
    await bot.call("setWebhook", url=hook.url, secret_token="rahasia-1")
    hook.open.clear()

    await siti.send("satu")
    await siti.send("dua")
    await rina.send("lain")
    before = {await hook.next_text(), await hook.next_text()}
    nothing_more = hook.came.empty()
    hook.open.set()

    assert before == {"satu", "lain"}
    assert nothing_more
    assert await hook.next_text() == "dua"
    assert set(hook.secrets) == {"rahasia-1"}


async def test_tap_overtakes_a_message_that_waits(simulator: Simulator, bot: BareBot, hook: Hook) -> None:
    """Taps travel in another lane than messages of the same person."""
    siti = simulator.person("Siti")
    await siti.start()
    await bot.call("getUpdates", offset=-1)
    keyboard = {"inline_keyboard": [[{"text": "Ya", "callback_data": "y"}]]}
    await bot.call("sendMessage", chat_id=siti.id, text="x", reply_markup=keyboard)
    await bot.call("setWebhook", url=hook.url, drop_pending_updates=True)
    hook.open.clear()

    await siti.send("satu")
    await siti.send("dua")
    await siti.tap("Ya")
    came = [await hook.next(), await hook.next()]

    assert [set(update) - {"update_id"} for update in came] == [{"message"}, {"callback_query"}]


async def test_what_is_not_answered_200_comes_again(simulator: Simulator, bot: BareBot, hook: Hook) -> None:
    """The same update is repeated until 200, the error is shown, then the next one comes."""
    siti = simulator.person("Siti")
    hook.statuses = [503, 500, 200]
    await bot.call("setWebhook", url=hook.url)

    await siti.send("satu")
    await siti.send("dua")
    texts = [await hook.next_text() for _ in range(4)]
    info = await bot.call("getWebhookInfo")

    assert texts == ["satu", "satu", "satu", "dua"]
    assert info["last_error_message"] == "Wrong response from the webhook: 500 Internal Server Error"


async def test_what_was_held_is_delivered_when_a_webhook_is_set(
    simulator: Simulator, bot: BareBot, hook: Hook
) -> None:
    """Updates from before setWebhook are delivered, in order."""
    siti = simulator.person("Siti")
    await siti.send("satu")
    await siti.send("dua")

    await bot.call("setWebhook", url=hook.url)

    assert [await hook.next_text(), await hook.next_text()] == ["satu", "dua"]


async def test_answer_may_carry_a_call(simulator: Simulator, bot: BareBot, hook: Hook) -> None:
    """A Bot API call in the webhook's answer is carried out."""
    siti = simulator.person("Siti")
    hook.reply = {"method": "sendMessage", "chat_id": siti.id, "text": "dari jawaban"}
    await bot.call("setWebhook", url=hook.url)

    await siti.send("halo")

    assert (await siti.next_message()).text == "dari jawaban"


async def test_duplicates_come_with_the_same_id(simulator: Simulator, bot: BareBot, hook: Hook) -> None:
    """With the duplicate fault an update comes again although it was answered 200."""
    siti = simulator.person("Siti")
    simulator.faults.duplicate_share = 1.0
    await bot.call("setWebhook", url=hook.url)

    await siti.send("halo")

    assert await hook.next() == await hook.next()


@pytest.mark.parametrize(
    ("params", "reason"),
    [
        ({"url": "http://contoh.id/hook"}, "bad webhook: An HTTPS URL must be provided for webhook"),
        ({"url": "http://127.0.0.1:9/", "secret_token": "a b"}, "secret token contains unallowed characters"),
    ],
)
async def test_bad_webhooks_are_refused(bot: BareBot, params: dict[str, str], reason: str) -> None:
    """Plain http is for loopback only, and the secret has its alphabet."""
    assert await bot.refused("setWebhook", **params) == f"Bad Request: {reason}"
    assert (await bot.call("getWebhookInfo"))["url"] == ""
