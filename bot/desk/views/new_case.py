"""
Enter a case that came by telephone or in person. Whoever enters it holds it.

The case code is made with the empty form and sealed into it, so that sending the form twice leads to one
case, and nobody can choose a code of their own.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from aiohttp import web

from bot.cases.case import Channel
from bot.cases.officer_commands import NewByOfficer
from bot.casework.outcome import Refused
from bot.danger import Danger
from bot.desk import csrf
from bot.desk.access import Visit
from bot.desk.pages import show
from bot.desk.writing import MOST_DISTRICT, MOST_REPORT

CHANNELS: Final = (Channel.PHONE, Channel.IN_PERSON)
LEVELS: Final = tuple(reversed(Danger))


async def offer(visit: Visit) -> web.Response:
    """The empty form. Raises: HTTPNotFound for somebody who works on no cases."""
    if not visit.officer.works_cases:
        raise web.HTTPNotFound
    return _form(visit, await visit.desk.room.casework.new_code(), csrf.once(), {})


async def enter(visit: Visit) -> web.StreamResponse:
    """Raises: FormRefused when the code was not given out with this form."""
    form, code = visit.form, visit.form.get("kode", "")
    if not csrf.fits(form.get("segel", ""), visit.session, _purpose(code, visit.once)):
        raise csrf.FormRefused
    channel = next((each for each in CHANNELS if each.value == form.get("jalur")), None)
    danger = next((each for each in LEVELS if each.value == form.get("tingkat")), None)
    text = form.get("cerita", "")
    slip = ""
    if channel is None or danger is None:
        slip = "choose"
    elif not text:
        slip = "empty_report"
    elif len(text) > MOST_REPORT:
        slip = "long_report"
    if slip or channel is None or danger is None:
        return _form(visit, code, visit.once, form, problem=visit.desk.said(f"slip.{slip}"))
    command = NewByOfficer(
        channel=channel,
        text=text,
        district=form.get("wilayah", "")[:MOST_DISTRICT],
        danger=danger,
        training=form.get("latihan") == "ya",
        **visit.about(code),
    )
    outcome = await visit.apply(command)
    if isinstance(outcome, Refused):
        said = visit.desk.words.label(f"hotline.refused.{outcome.reason}", {})
        fresh = await visit.desk.room.casework.new_code()
        return _form(visit, fresh, csrf.once(), form, problem=said)
    raise web.HTTPSeeOther(f"/kasus/{code}?kabar=entered")


def _form(
    visit: Visit, code: str, once: str, filled: Mapping[str, str], *, problem: str = ""
) -> web.Response:
    return show(
        visit,
        "new_case.html",
        status=400 if problem else 200,
        problem=problem,
        code=code,
        sending=once,
        seal=csrf.token_for(visit.session, _purpose(code, once)),
        filled=filled,
        channels=CHANNELS,
        levels=LEVELS,
        most={"report": MOST_REPORT, "district": MOST_DISTRICT},
    )


def _purpose(code: str, once: str) -> str:
    return f"new case {code} {once}"
