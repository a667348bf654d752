"""
The table of methods: every method in it can be carried out, and nothing else.
"""

from __future__ import annotations

from bot.simulator.limits import COUNTED
from bot.simulator.methods import HANDLERS
from bot.simulator.table import METHODS


def test_table_and_handlers_are_the_same_methods() -> None:
    """A method without a handler, or a handler without a row, would fail only when called."""
    assert {method.name for method in METHODS.values()} == set(HANDLERS)


def test_limits_speak_of_methods_that_exist() -> None:
    """A method misspelt in the list of counted ones would never be limited."""
    assert set(HANDLERS) > COUNTED


def test_forms_and_json_mean_the_same() -> None:
    """Values sent as strings, as a form must, become what typed JSON says."""
    method = METHODS["sendmessage"]
    typed = {
        "chat_id": 5,
        "text": "1",
        "protect_content": True,
        "reply_parameters": {"message_id": 3},
    }

    form = {"chat_id": "5", "text": "1", "protect_content": "true", "reply_parameters": '{"message_id": 3}'}

    assert method.read(form) == method.read(typed) == typed
