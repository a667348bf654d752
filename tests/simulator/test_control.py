"""
The control API: another process plays people, sets faults, reads calls.
"""

from __future__ import annotations

from typing import Any

import aiohttp
import pytest

from bot.simulator.server import Simulator
from tests.simulator.conftest import BareBot


class Control:
    """A client of `/control`, as another process would write it."""

    def __init__(self, simulator: Simulator, http: aiohttp.ClientSession) -> None:
        self._url = f"{simulator.url}/control"
        self._http = http

    async def __call__(self, verb: str, path: str, expect: int = 200, **given: Any) -> Any:
        async with self._http.request(verb, f"{self._url}/{path}", json=given or None) as answer:
            assert answer.status == expect, await answer.text()
            return await answer.json()


@pytest.fixture
def control(simulator: Simulator, http: aiohttp.ClientSession) -> Control:
    return Control(simulator, http)


async def test_a_conversation_can_be_played_from_outside(control: Control, bot: BareBot) -> None:
    """Start, answer, tap: everything a test person does, by HTTP, with a wait for what the bot says."""
    siti = await control("POST", "people", first_name="Siti")
    await control("POST", "act", who=siti["id"], do="start", payload="poster_3")
    before = (await control("GET", "changes"))["number"]
    keyboard = {"inline_keyboard": [[{"text": "Ya", "callback_data": "y"}]]}

    sent = await bot.call("sendMessage", chat_id=siti["id"], text="Halo", reply_markup=keyboard)
    changes = await control("GET", f"changes?after={before}&chat_id={siti['id']}&timeout_s=5")
    await control("POST", "act", who=siti["id"], do="tap", message_id=sent["message_id"], data="y")
    updates = await bot.call("getUpdates")

    assert [(one["kind"], one["data"]["text"]) for one in changes["changes"]] == [("message", "Halo")]
    assert updates[0]["message"]["text"] == "/start poster_3"
    assert updates[1]["callback_query"]["data"] == "y"
    assert len(await control("GET", f"chats/{siti['id']}/messages?who={siti['id']}")) == 2


async def test_faults_limits_and_clock_can_be_set_from_outside(
    control: Control, simulator: Simulator, bot: BareBot
) -> None:
    """Faults come and go, the clock turns, limits switch on."""
    await control("POST", "faults", kind="server_error", code=503, method="getMe")
    broken = await bot.raw("getMe")
    await control("DELETE", "faults")
    await control("POST", "updates", duplicate_share=0.5)
    now = simulator.world.clock()
    await control("POST", "clock", advance_s=60)
    await control("POST", "limits", enabled=True)

    assert broken["error_code"] == 503
    assert (await bot.raw("getMe"))["ok"]
    assert simulator.faults.duplicate_share == 0.5
    assert simulator.world.clock() == now + 60
    assert simulator.world.limits.enabled
    assert [call["outcome"] for call in await control("GET", "calls?method=getMe")] == [
        "503 Internal Server Error",
        "ok",
    ]


async def test_mistakes_are_explained(control: Control) -> None:
    """A wrong act is a 400 with a sentence, not a broken simulator."""
    siti = await control("POST", "people", first_name="Siti")

    answer = await control("POST", "act", expect=400, who=siti["id"], do="start", payload="tidak boleh!")

    assert "start payload" in answer["error"]
