"""
One case: what happened, the evidence, notes in their own place, and what this officer may do now.

Opening it is what "dibaca" means to the reporter; so a page in the background does not ask for it again.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from aiohttp import web

from bot.cases.access import Action, looks_after, may
from bot.cases.case import Case, Channel, Status, status_of
from bot.cases.officer import Officer, Staff
from bot.cases.officer_commands import OUTCOMES
from bot.cases.refusal import Refusal
from bot.casework.views import CaseView
from bot.desk.access import Visit
from bot.desk.canned import canned_replies
from bot.desk.evidence_list import listed
from bot.desk.pages import show
from bot.desk.referral_list import USUAL_DAYS, partners, referrals_of, ways
from bot.desk.story import Story
from bot.desk.views.offer import offer_page
from bot.desk.writing import MOST_CONSENT, MOST_NEED, MOST_NOTE, MOST_REASON, MOST_REPLY


async def show_case(visit: Visit) -> web.Response:
    return await case_page(visit, visit.code)


async def case_page(
    visit: Visit,
    code: str,
    *,
    status: int = 200,
    problem: str = "",
    kept: Mapping[str, str] | None = None,
) -> web.Response:
    """
    The page, also after something could not be done.

    Args:
        problem: Why not, in words.
        kept: What the officer had written (`balasan`, `catatan`), so that nothing is lost.

    Raises: HTTPNotFound when the officer may not know of the case.
    """
    view = await visit.open_case(code)
    if isinstance(view, Refusal):
        return await offer_page(visit, code, problem=problem)
    staff = await visit.staff()
    case, kept = view.case, kept or {}
    return show(
        visit,
        "case.html",
        status=status,
        problem=problem,
        live=code,
        page=f"/kasus/{code}",
        case=case,
        due_at=view.due_at,
        story=Story(visit.desk, view, staff, visit.now),
        evidence=listed(view),
        steps=_steps(case),
        holder=staff.name_of(case.assignee),
        composer=composer_of(view, visit.officer),
        may={action.value: bool(may(visit.officer, action, case)) for action in Action},
        colleagues=_colleagues(case, staff),
        referrals=referrals_of(view, visit.officer, staff, visit.today),
        partners=partners(case, visit.officer, staff),
        ways=ways(case, has_relay=view.has_relay),
        first_day=visit.today,
        usual_day=visit.today + timedelta(days=USUAL_DAYS),
        kept=kept,
        on_duty=staff.on_duty,
        outcomes=[each for each in OUTCOMES if each != "withdrawn"],
        canned=canned_replies(visit.desk.words),
        draft=kept.get("balasan", ""),
        note_draft=kept.get("catatan", ""),
        most={
            "reply": MOST_REPLY,
            "note": MOST_NOTE,
            "reason": MOST_REASON,
            "need": MOST_NEED,
            "consent": MOST_CONSENT,
        },
    )


def composer_of(view: CaseView, officer: Officer) -> str:
    """What stands where a reply is written: open, or why there is nothing to write into."""
    case = view.case
    if not case.is_open:
        return "closed"
    if case.channel is not Channel.BOT:
        return "by_officer"
    if not view.has_relay:
        return "no_relay"
    if case.assignee is None:
        return "unclaimed" if may(officer, Action.CLAIM, case) else "not_yours"
    return "open" if may(officer, Action.REPLY, case) else "held"


def _steps(case: Case) -> list[tuple[Status, object]]:
    """What the reporter can see, in order, with the time of what has happened."""
    at = {line.status: line.at for line in status_of(case)}
    wanted = [each for each in Status if each is not Status.REFERRED or each in at]
    return [(each, at.get(each)) for each in wanted]


def _colleagues(case: Case, staff: Staff) -> list[Officer]:
    """Who else could hold this case."""
    found = (
        each
        for each in staff.officers.values()
        if each.works_cases and each.id not in {case.assignee, ""} and looks_after(each.agency, case)
    )
    return sorted(found, key=lambda each: (each.id not in staff.on_duty, each.name))
