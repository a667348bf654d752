"""A referral that waits for the officer's agency: what may be known of it, and a yes or a no."""

from __future__ import annotations

from aiohttp import web

from bot.cases.refusal import Refusal
from bot.desk.access import Visit
from bot.desk.pages import show
from bot.desk.writing import MOST_REASON


async def offer_page(visit: Visit, code: str, *, problem: str = "") -> web.Response:
    """What an agency sees before it has accepted. Raises: HTTPNotFound when nothing waits for it."""
    offer = await visit.offered(code)
    if isinstance(offer, Refusal):
        raise web.HTTPNotFound
    return show(
        visit,
        "offered.html",
        status=400 if problem else 200,
        problem=problem,
        offer=offer,
        most={"reason": MOST_REASON},
    )
