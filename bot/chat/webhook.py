"""
Let updates in over HTTP: 200 after the commit, 503 otherwise, so that Telegram keeps what we could not keep.

The path and the secret header are checked in constant time; the body is bounded before it is read.
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import structlog
from aiohttp import web

from bot.errors import StoreError

MOST_BODY_BYTES = 1 << 20
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  # the header's name, not a secret

log = structlog.get_logger()
Take = Callable[[Mapping[str, Any]], Awaitable[None]]


def routes(path: str, secret: str, take: Take, landmark: Callable[[str], None]) -> list[web.RouteDef]:
    """
    The webhook's route.

    Args:
        path: "/telegram".
        secret: What Telegram was told in setWebhook.
        take: Commits one update; raises StoreError when it could not.
    """

    async def receive(request: web.Request) -> web.Response:
        given = request.headers.get(SECRET_HEADER, "").encode("utf-8", "surrogateescape")
        if not hmac.compare_digest(given, secret.encode()):
            return web.Response(status=401)
        if (request.content_length or 0) > MOST_BODY_BYTES:
            return web.Response(status=413)
        try:
            update = json.loads(await request.read())  # bounded by the app's client_max_size as well
        except (ValueError, RecursionError):
            return web.Response(status=400)
        return await answer(update)

    async def answer(update: Any) -> web.Response:
        if not isinstance(update, dict):
            return web.Response(status=400)
        try:
            await take(update)
        except StoreError as error:
            log.warning("webhook.not_kept", reason=type(error).__name__)
            return web.Response(status=503)
        landmark("after_acknowledgement")
        return web.Response()

    return [web.post(path, receive)]
