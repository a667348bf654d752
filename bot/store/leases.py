"""
Named leases: something that only one process may do at a time, like polling Telegram.

Who holds a lease renews it well before it ends; who dies loses it by itself. Start at `hold`.
"""

from __future__ import annotations

from bot.store.area import Area
from bot.store.script import load_script

_HOLD = load_script("hold")
_LET_GO = load_script("let_go")


async def hold(area: Area, name: str, owner: str, lease_ms: int) -> bool:
    """Take a free lease or renew our own; False while somebody else holds it. Raises: StoreUnreachable."""
    return bool(await area.run(_HOLD, (area.keys.lease(f"named.{name}"),), (owner, lease_ms)))


async def let_go(area: Area, name: str, owner: str) -> bool:
    """Give our lease back so that the next may take it at once; False if it was not ours."""
    return bool(await area.run(_LET_GO, (area.keys.lease(f"named.{name}"),), (owner,)))
