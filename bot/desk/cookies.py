"""
The two cookies of the desk: the session, and a short-lived one that ties a log-in form to its browser.

Both are HttpOnly and SameSite=Strict. With https they are Secure and carry the `__Host-` prefix, so no other
host of the same domain can set them.
"""

from __future__ import annotations

from typing import Final

from aiohttp import web

from bot.casework.logins import LINK_MS, SESSION_MS
from bot.desk.settings import DeskSettings

_SESSION: Final = "meja"
_LOGIN: Final = "meja_masuk"


def read_session(request: web.Request, settings: DeskSettings) -> str:
    return request.cookies.get(_name(_SESSION, settings), "")


def write_session(response: web.StreamResponse, token: str, settings: DeskSettings) -> None:
    _write(response, _SESSION, token, SESSION_MS // 1000, settings)


def drop_session(response: web.StreamResponse, settings: DeskSettings) -> None:
    _drop(response, _SESSION, settings)


def read_login(request: web.Request, settings: DeskSettings) -> str:
    return request.cookies.get(_name(_LOGIN, settings), "")


def write_login(response: web.StreamResponse, secret: str, settings: DeskSettings) -> None:
    _write(response, _LOGIN, secret, LINK_MS // 1000, settings)


def drop_login(response: web.StreamResponse, settings: DeskSettings) -> None:
    _drop(response, _LOGIN, settings)


def _name(name: str, settings: DeskSettings) -> str:
    return f"__Host-{name}" if settings.secure else name


def _write(response: web.StreamResponse, name: str, value: str, seconds: int, settings: DeskSettings) -> None:
    response.set_cookie(
        _name(name, settings),
        value,
        max_age=seconds,
        path="/",
        secure=settings.secure,
        httponly=True,
        samesite="Strict",
    )


def _drop(response: web.StreamResponse, name: str, settings: DeskSettings) -> None:
    response.del_cookie(
        _name(name, settings), path="/", secure=settings.secure, httponly=True, samesite="Strict"
    )
