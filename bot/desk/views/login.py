"""
Getting in and out. The one-use link only shows a button; the button uses the link.

So a messenger that looks at the link for a preview does not use it up, and the session cookie is set by our
own page, where SameSite=Strict lets it live.
"""

from __future__ import annotations

from typing import Any

from aiohttp import web

from bot.cases.code import read_code
from bot.desk import cookies, csrf
from bot.desk.access import Visit
from bot.desk.desk import DESK
from bot.desk.pages import show_outside


async def explain(request: web.Request) -> web.Response:
    """How to get a link."""
    return show_outside(request, "login_needed.html", path="")


async def offer(request: web.Request) -> web.Response:
    """[Masuk]. `ke` may name the case to open afterwards."""
    settings = request.app[DESK].settings
    secret = cookies.read_login(request, settings) or csrf.once()
    going = read_code(request.query.get("ke", "")) or ""
    context: dict[str, Any] = {
        "csrf": csrf.token_for(secret),
        "token": request.match_info["token"],
        "going": going,
    }
    response = show_outside(request, "login.html", **context)
    cookies.write_login(response, secret, settings)
    return response


async def use(request: web.Request) -> web.StreamResponse:
    """Use the link. Raises: FormRefused when the button was not ours."""
    desk = request.app[DESK]
    form = await csrf.checked_form(request, cookies.read_login(request, desk.settings))
    session = await desk.room.logins.log_in(request.match_info["token"])
    if session is None:
        return show_outside(request, "login_expired.html", status=410)
    going = read_code(form.get("ke", ""))
    answer = web.HTTPSeeOther(f"/kasus/{going}" if going else "/")
    cookies.write_session(answer, session, desk.settings)
    cookies.drop_login(answer, desk.settings)
    raise answer


async def leave(visit: Visit) -> web.StreamResponse:
    await visit.desk.room.logins.log_out(visit.session)
    answer = web.HTTPSeeOther("/masuk?kabar=logged_out")
    cookies.drop_session(answer, visit.desk.settings)
    raise answer
