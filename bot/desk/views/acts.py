"""
What an officer does with a case. Each is one form, sent once however often the button is pressed.

Somebody else was faster, or the case was closed meanwhile: that is said on the case's page, with everything
the officer had written still in its place.
"""

from __future__ import annotations

from aiohttp import web

from bot.cases.officer_commands import AskHelp, Claim, Close, HandOver, Note, OfficerCommand, Release, Reply
from bot.cases.refusal import Refusal
from bot.cases.scene import helpers_of
from bot.casework.outcome import Refused
from bot.desk.access import Visit
from bot.desk.views.case import case_page
from bot.desk.writing import MOST_NOTE, MOST_REASON, MOST_REPLY


async def claim(visit: Visit) -> web.StreamResponse:
    return await do(visit, Claim(**visit.about(visit.code)), "claimed")


async def ask_help(visit: Visit) -> web.StreamResponse:
    """Honest about it: with nobody to call, the officer reads what else can be done."""
    view = await visit.open_case(visit.code)
    staff = await visit.staff()
    called = not isinstance(view, Refusal) and helpers_of(view.case, visit.officer.id, staff)
    return await do(visit, AskHelp(**visit.about(visit.code)), "help_asked" if called else "help_nobody")


async def release(visit: Visit) -> web.StreamResponse:
    reason = visit.form.get("alasan", "")[:MOST_REASON]
    if not reason:
        return await slip(visit, "no_reason")
    return await do(visit, Release(reason=reason, **visit.about(visit.code)), "released", stay=False)


async def hand_over(visit: Visit) -> web.StreamResponse:
    reason, to = visit.form.get("alasan", "")[:MOST_REASON], visit.form.get("kepada", "")
    if not to:
        return await slip(visit, "no_colleague")
    if not reason:
        return await slip(visit, "no_reason")
    command = HandOver(to=to, reason=reason, **visit.about(visit.code))
    return await do(visit, command, "handed_over", stay=False)


async def close(visit: Visit) -> web.StreamResponse:
    outcome = visit.form.get("hasil", "")
    if not outcome:
        return await slip(visit, "no_outcome")
    return await do(visit, Close(outcome=outcome, **visit.about(visit.code)), "closed", stay=False)


async def reply(visit: Visit) -> web.StreamResponse:
    text = visit.form.get("balasan", "")
    if not text:
        return await slip(visit, "empty_reply")
    if len(text) > MOST_REPLY:
        return await slip(visit, "long_reply")
    about = visit.about(visit.code, text)
    return await do(visit, Reply(message=about["id"], text=text, **about), "replied")


async def note(visit: Visit) -> web.StreamResponse:
    text = visit.form.get("catatan", "")
    if not text:
        return await slip(visit, "empty_note")
    if len(text) > MOST_NOTE:
        return await slip(visit, "long_note")
    return await do(visit, Note(text=text, **visit.about(visit.code, text)), "noted")


async def do(visit: Visit, command: OfficerCommand, news: str, *, stay: bool = True) -> web.StreamResponse:
    """
    Carry out a command and go on.

    Args:
        news: What to say afterwards, one of `pages.NEWS`.
        stay: On the page of the case, else back to the queue.
    """
    code = command.code
    outcome = await visit.apply(command)
    if isinstance(outcome, Refused):
        by = (await visit.staff()).name_of(outcome.by)
        said = visit.desk.words.label(f"hotline.refused.{outcome.reason}", {"name": by})
        return await case_page(visit, code, status=409, problem=said, kept=visit.form)
    raise web.HTTPSeeOther(f"/kasus/{code}?kabar={news}" if stay else f"/?kabar={news}&kode={code}")


async def slip(visit: Visit, name: str, **values: str) -> web.StreamResponse:
    """The form was not filled in."""
    said = visit.desk.said(f"slip.{name}", **values)
    return await case_page(visit, visit.code, status=400, problem=said, kept=visit.form)
