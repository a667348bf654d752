"""
What people asked in vain, for editors of the content: groups, copyable lines, a table to take away.

Everybody else meets a page that is not there.
"""

from __future__ import annotations

import asyncio
import csv
import io
from collections.abc import Sequence
from typing import Final

from aiohttp import web

from bot.casework.notebook import Noted
from bot.desk.access import Visit
from bot.desk.pages import show
from bot.desk.question_groups import FILTERS, HANDLED, QuestionGroup, grouped, left_by, sizes

_MOST_IDS: Final = 5_000
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet would calculate
_COLUMNS: Final = ("kelompok", "jumlah", "tanggal", "sebab", "pertanyaan", "jawaban", "terdekat", "skor")


async def show_questions(visit: Visit) -> web.Response:
    """Raises: HTTPNotFound for everybody but editors."""
    notes = await visit.questions()
    chosen = _chosen(visit)
    return show(
        visit,
        "questions.html",
        groups=await _groups(visit, notes, chosen),
        filters=(*FILTERS, HANDLED),
        handled=HANDLED,
        chosen=chosen,
        sizes=sizes(notes),
        helped=await visit.helped(),
    )


async def set_done(visit: Visit) -> web.StreamResponse:
    """Hide exactly the questions that stood on the page, or bring them back. Raises: as `show_questions`."""
    ids, back = visit.form.get("nomor", "").split()[:_MOST_IDS], "urung" in visit.form
    await visit.questions_done(ids, done=not back)
    wanted = visit.form.get("saring", "")
    shown = wanted if wanted in (*FILTERS, HANDLED) else ""
    raise web.HTTPSeeOther(f"/pertanyaan?saring={shown}&kabar={'seen_to_undone' if back else 'seen_to'}")


async def export(visit: Visit) -> web.Response:
    """All groups of a filter as CSV, one question a line. Raises: as `show_questions`."""
    notes = await visit.questions(purpose="questions_export")
    chosen = _chosen(visit)
    table = io.StringIO()
    writer = csv.writer(table)
    writer.writerow(_COLUMNS)
    by_id = {each.id: each for each in notes}
    for number, group in enumerate(await _groups(visit, notes, chosen, most=len(notes)), start=1):
        near = group.nearest[0] if group.nearest else None
        for name in group.ids:
            asked = by_id[name].asked
            cells = (number, group.size, asked.on.isoformat(), asked.why.value, asked.text, asked.entry)
            writer.writerow(map(_cell, (*cells, near.entry if near else "", near.score if near else "")))
    return web.Response(
        body=table.getvalue().encode("utf-8-sig"),
        content_type="text/csv",
        charset="utf-8",
        headers={"Content-Disposition": f'attachment; filename="pertanyaan-{chosen}.csv"'},
    )


def _chosen(visit: Visit) -> str:
    wanted = visit.request.query.get("saring", "")
    return wanted if wanted in (*FILTERS, HANDLED) else next(iter(FILTERS))


async def _groups(
    visit: Visit, notes: Sequence[Noted], chosen: str, most: int | None = None
) -> list[QuestionGroup]:
    wanted = left_by(chosen, notes)
    survey = visit.desk.survey
    if survey is None:
        return []
    given = (wanted, survey) if most is None else (wanted, survey, most)
    return await asyncio.to_thread(grouped, *given)


def _cell(value: object) -> object:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
