"""The casework key: one data key for what belongs to no single case (officers' records, cards, audit)."""

from __future__ import annotations

from bot.store.area import Area
from bot.store.connection import keep_first
from bot.vault.keys import MasterKeys, new_data_key

OWNER = "casework"
_FIELD = "casework_key"


async def casework_key(area: Area, masters: MasterKeys) -> bytes:
    """The key of this store; made at the first start. Raises: SecretError, StoreUnreachable."""
    wrapped = await keep_first(area, _FIELD, masters.wrap(new_data_key(), OWNER))
    return masters.unwrap(wrapped, OWNER)


async def rewrap_casework_key(area: Area, masters: MasterKeys) -> bool:
    """Put it under the newest master key. Returns: whether that was needed."""
    wrapped = bytes(await area.call("HGET", area.keys.meta, _FIELD))
    new = masters.rewrapped(wrapped, OWNER)
    if new is not None:
        await area.call("HSET", area.keys.meta, _FIELD, new)
    return new is not None
