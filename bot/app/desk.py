"""The desk in this process: its pages and its health on one port; what its commands cause leaves at once."""

from __future__ import annotations

from contextlib import AsyncExitStack

from bot.app.assembly import Parts, now
from bot.app.content_survey import ContentSurvey
from bot.app.listening import listen
from bot.app.status import status_routes
from bot.delivery.people import LEASE_MS
from bot.desk.app import build_desk
from bot.desk.settings import DeskSettings


async def open_desk(parts: Parts, stack: AsyncExitStack) -> int:
    """Serve the desk until the stack closes. Returns: the port."""
    address = parts.config.desk
    settings = DeskSettings(address.url, parts.config.zone, owner=parts.owner, lease_ms=LEASE_MS)
    words = parts.conversations.knowledge.flows.wording

    def hand(lines: frozenset[str]) -> None:
        for line in lines:
            parts.post.hand_news(line)

    app = build_desk(parts.room, settings, words, now, hand, survey=ContentSurvey(parts.conversations))
    app.add_routes(status_routes(parts))
    return await listen(app, address.host, address.port, stack)
