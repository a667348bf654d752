"""What people see of the bot before they write to it, and where updates go."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator

import pytest

from bot.app.knowledge import Edition
from bot.app.profile import COMMANDS, profile_of
from bot.chat.calls import BotApi
from bot.chat.intake import ALLOWED_UPDATES
from bot.chat.setup import introduce, use_polling, use_webhook
from bot.errors import OutcomeUnknown, TokenRefused
from bot.simulator.server import Simulator


@pytest.fixture
async def api(sim: Simulator) -> AsyncIterator[BotApi]:
    opened = BotApi(sim.token, sim.url)
    await opened.open()
    yield opened
    await opened.close()


async def test_the_bot_introduces_itself(api: BotApi, sim: Simulator, edition: Edition) -> None:
    """Commands, both descriptions and the menu button, all within Telegram's lengths."""
    username = await introduce(api, profile_of(edition.content.flows.wording))

    assert username == (await api.call("getMe"))["username"]
    commands = json.loads(sim.calls.of("setMyCommands")[-1]["params"]["commands"])
    assert [command["command"] for command in commands] == list(COMMANDS)
    assert all(command["description"] for command in commands)
    assert "110" in sim.calls.of("setMyDescription")[-1]["params"]["description"]
    assert sim.calls.of("setMyShortDescription")[-1]["params"]["short_description"]
    assert "commands" in str(sim.calls.of("setChatMenuButton")[-1]["params"]["menu_button"])
    assert {call["outcome"] for call in sim.calls} == {"ok"}


async def test_every_command_that_is_shown_leads_somewhere(edition: Edition) -> None:
    """Nobody picks a command from the menu that the bot does not know."""
    assert set(COMMANDS) <= edition.content.flows.triggers.commands.keys()


async def test_updates_that_wait_are_kept(api: BotApi, sim: Simulator) -> None:
    """Neither way of receiving throws away what Telegram holds, and what we want is said explicitly."""
    await use_webhook(api, "https://example.org/telegram", "s3cret")
    hook = (sim.calls.of("setWebhook"))[-1]["params"]
    assert set(json.loads(hook["allowed_updates"])) == set(ALLOWED_UPDATES)
    assert hook["secret_token"] == "s3cret"
    assert not json.loads(hook.get("drop_pending_updates", "false"))

    await use_polling(api)

    taken_away = sim.calls.of("deleteWebhook")[-1]["params"]
    assert not json.loads(taken_away.get("drop_pending_updates", "false"))
    assert (await api.call("getWebhookInfo"))["url"] == ""


async def test_a_wrong_token_is_named(sim: Simulator, edition: Edition) -> None:
    """One clear error, without the token in it."""
    api = BotApi("123456:AAwrong", sim.url)
    await api.open()

    with pytest.raises(TokenRefused) as refused:
        await introduce(api, profile_of(edition.content.flows.wording))

    assert "AAwrong" not in str(refused.value)
    await api.close()


async def test_a_telegram_that_is_down_is_named(api: BotApi, sim: Simulator, edition: Edition) -> None:
    """Not the token's fault: it can be tried again."""
    sim.faults.server_error(502)

    with pytest.raises(OutcomeUnknown):
        await introduce(api, profile_of(edition.content.flows.wording))
