"""
Forms that only our own pages can send.

Each form carries a token made from a secret that only this browser's cookie holds; another site cannot know
it. Browsers that say where a request comes from are believed as well. Nothing is stored.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Mapping
from typing import Final

from aiohttp import web

FIELD: Final = "tanda"
_OWN: Final = frozenset({"", "same-origin", "none"})  # Sec-Fetch-Site; "" from browsers that do not say


class FormRefused(web.HTTPForbidden):
    """The form is not ours, or its page is from an earlier log-in."""


def token_for(secret: str, purpose: str = "form") -> str:
    """64 hex digits that prove the holder of `secret` made a form for this purpose."""
    return hmac.new(secret.encode(), purpose.encode(), hashlib.sha256).hexdigest()


def fits(token: str, secret: str, purpose: str = "form") -> bool:
    return bool(secret) and hmac.compare_digest(token.encode(), token_for(secret, purpose).encode())


def once() -> str:
    """A name for one sending of a form: sent twice, it is done once."""
    return secrets.token_urlsafe(16)


async def checked_form(request: web.Request, secret: str) -> Mapping[str, str]:
    """
    The fields of a posted form, line ends as \\n, outer spaces gone.

    Raises: FormRefused.
    """
    posted = await request.post()
    form = {name: _tidy(value) for name, value in posted.items() if isinstance(value, str)}
    if request.headers.get("Sec-Fetch-Site", "") not in _OWN or not fits(form.get(FIELD, ""), secret):
        raise FormRefused
    return form


def _tidy(text: str) -> str:
    return text.replace("\r\n", "\n").strip()
