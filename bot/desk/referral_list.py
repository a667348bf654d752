"""
Referrals of one case as the page shows them: to whom, how it stands, what was asked and answered.

Who looks after the case sees all of them, another agency its own alone. Start at `referrals_of`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from bot.cases.access import looks_after
from bot.cases.case import Case, Channel, Referral, ReferralState
from bot.cases.event import Event, Kind
from bot.cases.officer import Agency, Officer, Staff
from bot.casework.views import CaseView

USUAL_DAYS: Final = 7  # until another agency's work is looked after
ASK, ELSEWHERE, DANGER = "tanya", "luar", "bahaya"  # how consent is had
_OPENING: Final = frozenset({Kind.REFERRAL_ASKED, Kind.REFERRAL_OFFERED})


@dataclass(frozen=True, slots=True)
class ReferralLine:
    """
    Attributes:
        need: What is asked of the agency.
        consent: What the person agreed to, or why nobody asked them; with `answer` it is the bot's question.
        reason: Why it was rejected or taken back.
        late: Its day has passed and it is not done.
        own: It waits for the agency of the officer who looks.
    """

    id: str
    agency: str
    state: ReferralState
    override: bool
    due_on: date | None
    late: bool
    own: bool
    need: str = field(repr=False)
    consent: str = field(repr=False)
    answer: str = field(repr=False)
    reason: str = field(repr=False)


def referrals_of(view: CaseView, officer: Officer, staff: Staff, today: date) -> list[ReferralLine]:
    """The newest first."""
    all_of_them = looks_after(officer.agency, view.case)
    shown = [each for each in view.case.referrals if all_of_them or each.agency == officer.agency.id]
    return [_line(each, view.events, officer, staff, today) for each in reversed(shown)]


def _line(
    referral: Referral, events: Iterable[Event], officer: Officer, staff: Staff, today: date
) -> ReferralLine:
    told = [each for each in events if each.plain.get("referral") == referral.id]
    first = next((each.body for each in told if each.kind in _OPENING), {})
    agency = staff.agencies.get(referral.agency)
    return ReferralLine(
        id=referral.id,
        agency=agency.name if agency else referral.agency,
        state=referral.state,
        override=referral.override,
        due_on=referral.due_on,
        late=referral.is_open and referral.due_on is not None and referral.due_on < today,
        own=referral.agency == officer.agency.id,
        need=first.get("need", ""),
        consent=first.get("question", "") or first.get("consent", ""),
        answer=next((each.body["answer"] for each in told if "answer" in each.body), ""),
        reason=next((each.body["reason"] for each in reversed(told) if "reason" in each.body), ""),
    )


def partners(case: Case, officer: Officer, staff: Staff) -> list[Agency]:
    """Agencies that the case could be handed to now, by name."""
    busy = {each.agency for each in case.referrals if each.is_open} | {officer.agency.id, case.agency}
    return sorted(
        (each for each in staff.agencies.values() if each.id not in busy), key=lambda each: each.name
    )


def ways(case: Case, *, has_relay: bool) -> list[str]:
    """How consent can be had for this case, the best first."""
    asks = case.channel is Channel.BOT and has_relay and not case.blocked
    return [*([ASK] if asks else []), ELSEWHERE, *([DANGER] if case.danger.alarms else [])]
