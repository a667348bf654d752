"""
Headers of every answer: what a page may load, that nobody frames it, and that nothing of it is kept.

Only our own files run; there is no inline script or style. Styles and scripts hold no personal words and are
the only answers a browser may keep.
"""

from __future__ import annotations

from typing import Final

from aiohttp import web

from bot.desk.desk import DESK

STATIC: Final = "/static/"

_CSP: Final = (
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; "
    "connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
_ALWAYS: Final = {
    "Content-Security-Policy": _CSP,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "X-Robots-Tag": "noindex, nofollow",
}
_A_YEAR: Final = "max-age=31536000"


async def put_headers(request: web.Request, response: web.StreamResponse) -> None:
    """A handler may be stricter about its own content (`views.evidence`), never laxer about keeping it."""
    for name, value in _ALWAYS.items():
        response.headers.setdefault(name, value)
    kept = request.path.startswith(STATIC) and response.status in {200, 206, 304}
    response.headers["Cache-Control"] = f"public, {_A_YEAR}, immutable" if kept else "no-store"
    if request.app[DESK].settings.secure:
        response.headers["Strict-Transport-Security"] = _A_YEAR
