"""
How much of Telegram's limits one process may use: an equal share among those that are alive.

Every sending process says "I am here" every few seconds; who is silent for `ALIVE_MS` no longer counts.
A new process makes the others smaller within one heartbeat, so the sum stays near the limit and Telegram's
429 corrects the rest. Start at `share`.
"""

from __future__ import annotations

from typing import Final

from bot.store.area import Area
from bot.store.script import load_script

ALIVE_MS: Final = 15_000

_SHARE = load_script("share")


async def share(cases: Area, owner: str, now_ms: int) -> float:
    """Say that we are alive; returns 1 / (processes alive), so 1.0 when we are the only one."""
    return 1 / int(await cases.run(_SHARE, (cases.keys.senders,), (owner, now_ms, now_ms - ALIVE_MS)))


async def give_up(cases: Area, owner: str) -> None:
    """Hand our share to the others at once, at a clean exit."""
    await cases.call("ZREM", cases.keys.senders, owner)
