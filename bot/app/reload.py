"""SIGHUP: read content and register again. A broken edit never replaces what runs."""

from __future__ import annotations

import asyncio

import structlog

from bot.app.assembly import Parts
from bot.app.knowledge import constants_of, edition_number, knowledge_of
from bot.app.memory import settle_memory
from bot.app.register_in_use import content_in_use
from bot.errors import LangkahAmanError

log = structlog.get_logger()


async def reload_content(parts: Parts) -> None:
    """Replace the knowledge of all conversations at once, or keep what there is and say why."""
    try:
        content = await asyncio.to_thread(content_in_use, parts.config)
        version = await edition_number(parts.store, content.fingerprint)
    except LangkahAmanError as error:
        log.error("content.kept", reason=str(error))
        return
    parts.conversations.knowledge = knowledge_of(content, constants_of(parts.config), version)
    settle_memory()
    log.info("content.reloaded", version=version)
