"""
What comes back in reports and checks: clusters by size, a table by district and week, and what officers
made of a number. No number stands on the page; one that is typed to be looked for is forgotten at once.
"""

from __future__ import annotations

from typing import Final

from aiohttp import web

from bot.cases.access import may_set_limits
from bot.casework.pattern_door import MOST_LIMIT, ClusterView
from bot.desk.access import Visit
from bot.desk.pages import show
from bot.patterns.growth import Limits
from bot.patterns.prints import Print, read_print
from bot.patterns.review import MOST_NOTE, SAID_KINDS, State

MOST_TYPED: Final = 200  # characters
WITHDRAW: Final = "batal"
_ORDERS: Final = ("besar", "tumbuh")


async def show_patterns(visit: Visit) -> web.Response:
    """Raises: HTTPNotFound for who works neither on cases nor as a coordinator."""
    wanted = visit.request.query.get("urut", "")
    order = wanted if wanted in _ORDERS else _ORDERS[0]
    clusters = await visit.patterns()
    if order == "tumbuh":
        clusters.sort(key=lambda each: each.growth, reverse=True)
    return await _page(visit, clusters, order=order)


async def search(visit: Visit) -> web.StreamResponse:
    """Posted, so that the number stays out of addresses and histories. Raises: as `show_patterns`."""
    typed = visit.form.get("nomor", "")[:MOST_TYPED]
    if not typed:
        raise web.HTTPSeeOther("/pola")
    return await _page(visit, await visit.find_patterns(typed), searched=True)


async def review(visit: Visit) -> web.StreamResponse:
    """Raises: HTTPNotFound for who may read none of the reports, and for what is no fingerprint."""
    about = _about(visit.form.get("jejak", ""))
    if visit.form.get("keadaan") == WITHDRAW:
        await visit.withdraw_review(about)
        raise web.HTTPSeeOther("/pola?kabar=pattern_withdrawn")
    state = next((each for each in State if each.value == visit.form.get("keadaan")), None)
    if state is None:
        raise web.HTTPNotFound
    await visit.review_pattern(about, state, visit.form.get("catatan", "")[:MOST_NOTE])
    raise web.HTTPSeeOther(f"/pola?kabar=pattern_{state.value}")


async def set_limits(visit: Visit) -> web.StreamResponse:
    """Raises: HTTPNotFound for who may not."""
    try:
        limits = Limits(int(visit.form.get("kabari", "")), int(visit.form.get("sebut", "")))
        await visit.set_limits(limits)
    except ValueError:
        return await _page(
            visit, await visit.patterns(), problem=visit.desk.said("slip.limits", most=str(MOST_LIMIT))
        )
    raise web.HTTPSeeOther("/pola?kabar=limits_set")


def _about(spelled: str) -> Print:
    try:
        return read_print(spelled)
    except ValueError:
        raise web.HTTPNotFound from None


async def _page(
    visit: Visit, clusters: list[ClusterView], *, order: str = "", searched: bool = False, problem: str = ""
) -> web.Response:
    return show(
        visit,
        "patterns.html",
        status=400 if problem else 200,
        problem=problem,
        clusters=clusters,
        orders=_ORDERS,
        chosen=order,
        searched=searched,
        limits=await visit.limits(),
        may_set=bool(may_set_limits(visit.officer)),
        states=tuple(State),
        withdraw=WITHDRAW,
        said_kinds=SAID_KINDS,
        most={"note": MOST_NOTE, "limit": MOST_LIMIT, "typed": MOST_TYPED},
    )
