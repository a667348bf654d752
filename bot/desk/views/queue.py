"""The queue: what needs somebody most, first. Filters never widen what the door gave."""

from __future__ import annotations

from typing import Final

from aiohttp import web

from bot.cases.access import may_edit_content
from bot.cases.code import read_code
from bot.cases.officer import Role
from bot.casework.views import QueueRow
from bot.desk.access import Visit
from bot.desk.pages import show

FILTERS: Final = ("semua", "saya", "bebas", "selesai")
_MOST_SEARCHED: Final = 80  # characters


async def show_queue(visit: Visit) -> web.Response:
    """Who only edits content has nothing to see here, and is led to what there is."""
    officer = visit.officer
    if not officer.works_cases and Role.COORDINATOR not in officer.roles and may_edit_content(officer):
        raise web.HTTPSeeOther("/pertanyaan")
    wanted = visit.request.query.get("saring", "")
    chosen = wanted if wanted in FILTERS else FILTERS[0]
    open_rows = await visit.queue()
    by_filter = {
        "semua": open_rows,
        "saya": [row for row in open_rows if row.assignee == visit.officer.id],
        "bebas": [row for row in open_rows if not row.assignee and not row.outcome],
    }
    rows = await visit.closed() if chosen == "selesai" else by_filter[chosen]
    return await _page(
        visit,
        rows,
        chosen=chosen,
        sizes={name: len(found) for name, found in by_filter.items()},
        searched="",
    )


async def search(visit: Visit) -> web.StreamResponse:
    """A code that leads to one case opens it."""
    words = visit.form.get("cari", "")[:_MOST_SEARCHED]
    if not words:
        raise web.HTTPSeeOther("/")
    rows = await visit.search(words)
    code = read_code(words)
    if any(row.code == code for row in rows):
        raise web.HTTPSeeOther(f"/kasus/{code}")
    return await _page(visit, rows, chosen="", sizes={}, searched=words)


async def _page(
    visit: Visit, rows: list[QueueRow], *, chosen: str, sizes: dict[str, int], searched: str
) -> web.Response:
    return show(
        visit,
        "queue.html",
        rows=rows,
        today=visit.today,
        figures=await visit.count(),
        filters=FILTERS,
        chosen=chosen,
        sizes=sizes,
        searched=searched,
        figures_only=not visit.officer.works_cases and Role.COORDINATOR in visit.officer.roles,
        live="" if searched else "antrean",
        page=f"/?saring={chosen}",
    )
