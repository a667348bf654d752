"""
What an officer reads when something goes wrong: what happened, whether their work is safe, what to do next.

A case that does not exist and one that is not shared give the same page. An unknown fault is logged by its
kind and route only; its text could hold what a person wrote.
"""

from __future__ import annotations

import structlog
from aiohttp import web

from bot.desk.access import Handler, LoggedOut
from bot.desk.csrf import FormRefused
from bot.desk.pages import show_outside
from bot.errors import StoreUnreachable

log = structlog.get_logger()

_KNOWN = {404: "not_found", 405: "not_found", 413: "too_large", 400: "not_understood"}


@web.middleware
async def friendly(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Turn every refusal and fault into a page with a way forward."""
    try:
        return await handler(request)
    except LoggedOut:
        return show_outside(request, "login_needed.html", status=401, path=_way_back(request))
    except FormRefused:
        return _page(request, "form", 403)
    except web.HTTPException as answer:
        if answer.status < 400:
            raise
        status = 404 if answer.status == 403 else answer.status
        return _page(request, _KNOWN.get(status, "not_understood"), status)
    except StoreUnreachable:
        log.warning("desk.store_unreachable", route=_route(request))
        return _page(request, "store", 503)
    except Exception as error:
        # The last resort of a server: the officer needs a way on, and the traceback could quote a person.
        log.error("desk.failed", route=_route(request), error=type(error).__name__)
        return _page(request, "unknown", 500)


def _page(request: web.Request, name: str, status: int) -> web.Response:
    return show_outside(request, "mishap.html", status=status, name=name)


def _way_back(request: web.Request) -> str:
    """Where to go on after logging in; only a page that can be asked for again."""
    return request.path if request.method == "GET" and not request.path.startswith("/arus") else "/"


def _route(request: web.Request) -> str:
    """The pattern of the address, without what stands in it."""
    resource = request.match_info.route.resource
    return resource.canonical if resource is not None else "?"
