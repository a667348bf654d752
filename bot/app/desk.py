"""The desk in this process: its pages, its health, and what its commands set going."""

from __future__ import annotations

from contextlib import AsyncExitStack

from bot.app.assembly import Parts


async def open_desk(parts: Parts, stack: AsyncExitStack) -> None:
    """Serve the desk until the stack closes."""
    raise AssertionError("not yet")
