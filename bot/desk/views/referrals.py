"""
Hand a case to another agency, and answer for one's own.

The usual way is that the bot asks the person. What they agreed to elsewhere is written down in their words;
without consent it goes only where somebody is in danger, and the reason is kept.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from aiohttp import web

from bot.cases.officer_commands import (
    AcceptReferral,
    AskConsent,
    FinishReferral,
    OfferReferral,
    RejectReferral,
    RevokeReferral,
)
from bot.desk.access import Visit
from bot.desk.referral_list import ASK, DANGER, ELSEWHERE
from bot.desk.views.acts import do, slip
from bot.desk.views.offer import offer_page
from bot.desk.writing import MOST_CONSENT, MOST_NEED, MOST_REASON

MOST_DAYS: Final = 365


async def refer(visit: Visit) -> web.StreamResponse:
    form = visit.form
    to = (await visit.staff()).agencies.get(form.get("lembaga", ""))
    due_on, way = _day(form.get("tanggal", ""), visit.today), form.get("lewat", "")
    need, consent = form.get("perlu", "")[:MOST_NEED], form.get("izin", "")[:MOST_CONSENT]
    if to is None:
        return await slip(visit, "no_agency")
    if due_on is None:
        return await slip(visit, "no_day", most=str(MOST_DAYS))
    if way not in {ASK, ELSEWHERE, DANGER}:
        return await slip(visit, "no_way")
    if way != ASK and not consent:
        return await slip(visit, "no_consent")
    about = visit.about(visit.code, f"{to.id} {due_on} {way} {need} {consent}")
    known = {"referral": about["id"], "agency": to.id, "need": need, "due_on": due_on}
    if way == ASK:
        question = visit.desk.words.label("hotline.consent.question", {"agency": to.name})
        return await do(visit, AskConsent(question=question, **known, **about), "referral_asked")
    offer = OfferReferral(consent=consent, override=way == DANGER, **known, **about)
    return await do(visit, offer, "referral_offered")


async def revoke(visit: Visit) -> web.StreamResponse:
    reason = visit.form.get("alasan", "")[:MOST_REASON]
    if not reason:
        return await slip(visit, "no_reason")
    about = visit.about(visit.code, reason)
    command = RevokeReferral(referral=visit.form.get("rujukan", ""), reason=reason, **about)
    return await do(visit, command, "referral_revoked")


async def accept(visit: Visit) -> web.StreamResponse:
    command = AcceptReferral(referral=visit.form.get("rujukan", ""), **visit.about(visit.code))
    return await do(visit, command, "referral_accepted")


async def reject(visit: Visit) -> web.StreamResponse:
    """Afterwards the case is no longer there for this agency. Raises: HTTPNotFound, as everywhere."""
    reason = visit.form.get("alasan", "")[:MOST_REASON]
    if not reason:
        return await offer_page(visit, visit.code, problem=visit.desk.said("slip.no_reason"))
    about = visit.about(visit.code, reason)
    command = RejectReferral(referral=visit.form.get("rujukan", ""), reason=reason, **about)
    return await do(visit, command, "referral_rejected", stay=False)


async def finish(visit: Visit) -> web.StreamResponse:
    command = FinishReferral(referral=visit.form.get("rujukan", ""), **visit.about(visit.code))
    return await do(visit, command, "referral_done")


def _day(typed: str, today: date) -> date | None:
    try:
        found = date.fromisoformat(typed)
    except ValueError:
        return None
    return found if today <= found <= today + timedelta(days=MOST_DAYS) else None
