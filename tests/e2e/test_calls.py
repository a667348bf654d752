"""Every call of the bot in these tests against our own table of the Bot API. Runs last in this folder."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.simulator.refusals import Refused
from bot.simulator.table import METHODS

NEEDED = {
    "getMe",
    "setMyCommands",
    "setMyDescription",
    "setMyShortDescription",
    "setChatMenuButton",
    "deleteWebhook",
    "getUpdates",
    "sendMessage",
    "answerCallbackQuery",
}


def test_every_recorded_call_is_valid(calls_file: Path) -> None:
    """Method and parameters are ones the Bot API has; nothing was refused for how it was written."""
    if not calls_file.exists():
        pytest.fail("no calls were recorded: run the whole folder tests/e2e, not this file alone")
    calls = [json.loads(line) for line in calls_file.read_text(encoding="utf-8").splitlines()]
    wrong = []

    for call in calls:
        try:
            METHODS[call["method"].lower()].read(call["params"])
        except (KeyError, Refused) as error:
            wrong.append((call["method"], repr(error)))

    assert wrong == []
    assert {call["method"] for call in calls} >= NEEDED
    unexpected = {call["outcome"] for call in calls if call["outcome"].startswith("400")}
    assert all(known_refusal(outcome) for outcome in unexpected), unexpected


def known_refusal(outcome: str) -> bool:
    """Refusals that a bot cannot avoid: things that are gone, moved or unchanged."""
    known = ("not modified", "not found", "can't be deleted", "upgraded to a supergroup", "too big")
    return any(part in outcome for part in known)
