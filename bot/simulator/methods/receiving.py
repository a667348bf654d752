"""
getUpdates, setWebhook, deleteWebhook, getWebhookInfo.

One liberty: setWebhook takes plain http on a loopback address, because nothing here leaves the machine.
"""

from __future__ import annotations

import re
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from bot.simulator.refusals import bad_request
from bot.simulator.webhook import Target
from bot.simulator.world import World

MAX_POLL_S = 50
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")


async def get_updates(world: World, params: dict[str, Any]) -> list[dict[str, Any]]:
    world.updates.allow(params.get("allowed_updates"))
    limit = params.get("limit", 100)
    if not 1 <= limit <= 100:
        limit = 100
    timeout_s = min(max(params.get("timeout", 0), 0), MAX_POLL_S)
    return await world.updates.poll(params.get("offset", 0), limit, timeout_s)


async def set_webhook(world: World, params: dict[str, Any]) -> bool:
    url = params["url"].strip()
    if not url:
        return await delete_webhook(world, params)
    _check_webhook_url(url)
    secret = params.get("secret_token") or None
    if secret is not None and _SECRET.fullmatch(secret) is None:
        raise bad_request("secret token contains unallowed characters")
    if params.get("drop_pending_updates"):
        world.updates.drop_all()
    world.updates.allow(params.get("allowed_updates"))
    world.updates.end_poll("terminated by setWebhook request")
    connections = min(max(params.get("max_connections", 40), 1), 100)
    await world.webhook.start(Target(url, secret, connections))
    return True


def _check_webhook_url(url: str) -> None:
    parts = urlsplit(url)
    host = parts.hostname or ""
    if parts.scheme == "https":
        if "." not in host:
            raise bad_request("bad webhook: failed to resolve host: Name or service not known")
        return
    try:
        loopback = host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        loopback = False
    if parts.scheme != "http" or not loopback:
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")


async def delete_webhook(world: World, params: dict[str, Any]) -> bool:
    if params.get("drop_pending_updates"):
        world.updates.drop_all()
    await world.webhook.stop()
    return True


def get_webhook_info(world: World, _params: dict[str, Any]) -> dict[str, Any]:
    target, error = world.webhook.target, world.webhook.last_error
    info: dict[str, Any] = {
        "url": target.url if target else "",
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates.waiting()),
    }
    if target is not None:
        info |= {"max_connections": target.max_connections, "ip_address": "127.0.0.1"}
        if error is not None:
            info |= {"last_error_date": error[0], "last_error_message": error[1]}
    if world.updates.allowed is not None:
        info["allowed_updates"] = sorted(world.updates.allowed)
    return info


HANDLERS = {
    "getUpdates": get_updates,
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
}
