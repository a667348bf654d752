"""
What the bot may do: one function per Bot API method, grouped by family.

A handler takes the world and the typed parameters (see `table.Method.read`) and returns the `result` that
Telegram would answer, or raises `Refused`. `HANDLERS` is keyed by the documented method name.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from bot.simulator.methods import (
    copying,
    deleting,
    editing,
    identity,
    media,
    membership,
    profile,
    receiving,
    sending,
    tapping,
)
from bot.simulator.world import World

Handler = Callable[[World, dict[str, Any]], Any | Awaitable[Any]]

HANDLERS: dict[str, Handler] = {
    **identity.HANDLERS,
    **receiving.HANDLERS,
    **sending.HANDLERS,
    **media.HANDLERS,
    **copying.HANDLERS,
    **editing.HANDLERS,
    **deleting.HANDLERS,
    **tapping.HANDLERS,
    **membership.HANDLERS,
    **profile.HANDLERS,
}
