"""
How the desk notices that cases changed: the versions of the cases, read from the store.

One script call for all open cases and the last closed ones, shared by every page of a process. It is cheap
for some hundred open cases; a larger hotline gives `build_desk` something of its own. Start at `versions_in`.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Final

from bot.store import cases as stored_cases
from bot.store.area import Area

Changes = Callable[[], Awaitable[Mapping[str, int]]]  # case code -> a number that moves with each change

CLOSED_WATCHED: Final = 20


def versions_in(area: Area) -> Changes:
    """Versions of the cases in this area. The returned call raises StoreError."""

    async def versions() -> Mapping[str, int]:
        codes = await stored_cases.open_codes(area)
        codes += await stored_cases.closed_codes(area, CLOSED_WATCHED)
        found = await stored_cases.load_many(area, codes)
        return {code: stored.version for code, stored in zip(codes, found, strict=True) if stored.version}

    return versions
