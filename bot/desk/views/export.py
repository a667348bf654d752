"""A case as a text file that leaves the desk: only for who holds it, or their supervisor."""

from __future__ import annotations

from aiohttp import web

from bot.cases.refusal import Refusal
from bot.desk.access import Visit
from bot.desk.evidence_list import listed
from bot.desk.pages import show
from bot.desk.story import Story
from bot.desk.views.case import case_page


async def send(visit: Visit) -> web.Response:
    view = await visit.export(visit.code)
    if isinstance(view, Refusal):
        said = visit.desk.words.label(f"hotline.refused.{view.reason}", {"name": ""})
        return await case_page(visit, visit.code, status=409, problem=said)
    staff = await visit.staff()
    response = show(
        visit,
        "export.txt",
        case=view.case,
        story=Story(visit.desk, view, staff, visit.now),
        evidence=listed(view),
        holder=staff.name_of(view.case.assignee),
    )
    response.content_type = "text/plain"
    response.headers["Content-Disposition"] = f'attachment; filename="{view.case.code}.txt"'
    return response
