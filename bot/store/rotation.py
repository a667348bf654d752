"""
Put people's wrapped keys under the newest master key while the bot runs.

This room cannot unwrap anything: the caller passes a function (`MasterKeys.rewrapped`). A key is replaced
only if it is still the one that was read, so a person who is erased or changed meanwhile is left alone.
When `rewrap_people` has returned 0 for every area (and cases' keys are done too), the old master key may go.
Start at `rewrap_people`.
"""

from __future__ import annotations

from collections.abc import Callable

from bot.store.area import Area
from bot.store.keys import tag_of_person
from bot.store.nodes import scan_keys
from bot.store.script import load_script

Rewrapped = Callable[[bytes, str], bytes | None]

_SWAP_KEY = load_script("swap_key")


async def rewrap_people(area: Area, rewrapped: Rewrapped) -> int:
    """
    Go once through all people of a chats area.

    Args:
        rewrapped: From (wrapped key, tag) to the key under the newest master key, or None if it is already.

    Returns: How many keys were replaced.
    Raises: whatever `rewrapped` raises (SecretError when a master key is missing); what is done stays done.
    """
    replaced = 0
    async for key in scan_keys(area.wire, area.keys.every_person):
        replaced += await _rewrap(area, key, rewrapped)
    return replaced


async def _rewrap(area: Area, key: str, rewrapped: Rewrapped) -> bool:
    old = await area.call("HGET", key, "key")
    new = None if old is None else rewrapped(old, tag_of_person(key))
    return False if new is None else await swap_key(area, key, old, new)


async def swap_key(area: Area, key: str, old: bytes, new: bytes) -> bool:
    """Replace the wrapped key in a person's or case's hash if it is still `old`; returns whether it was."""
    return bool(await area.run(_SWAP_KEY, (key,), (old, new)))
