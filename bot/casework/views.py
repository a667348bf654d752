"""What the desk may show: cases without any trace of who the reporter is, not even a tag."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from bot.cases.case import Case, Referral
from bot.cases.event import Event, Kind
from bot.cases.officer import Officer, Staff
from bot.cases.queue import waited_s
from bot.cases.sla import OfficeHours, due_at
from bot.danger import Danger

_TAGS = frozenset({"reporter", "receipt_hash"})


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One line of the queue, without words. `due_at` is None when no clock runs."""

    code: str
    urgency: Danger
    alarmed: bool
    waiting_s: int
    due_at: datetime | None
    overdue: bool
    assignee: str  # officer id, "" for none
    assignee_name: str
    agency: str
    district: str
    channel: str
    training: bool
    unread: int
    evidence: int  # files, fetched or not
    blocked: bool
    opened_at: datetime
    outcome: str
    referral: str  # state of the referral to the agency that looks, "" for none
    follow_up_on: date | None  # when another agency's work is to be looked after


@dataclass(frozen=True, slots=True)
class CaseView:
    """
    A case with its history, for one officer.

    `case` has no tags in it; `has_relay` says whether a reply can be sent. `events` are everything that
    happened, oldest first, with words; `names` are the first names of the officers in them.
    """

    case: Case
    events: tuple[Event, ...] = field(repr=False)
    has_relay: bool
    due_at: datetime | None
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class OfferView:
    """
    What an agency sees of a referral before it has accepted: nothing that the reporter wrote.

    `need` is what the referring officer asks for; `by` is their agency, `at` when it was offered.
    """

    code: str
    urgency: Danger
    channel: str
    district: str
    training: bool
    opened_at: datetime
    referral: Referral
    by: str
    at: datetime
    need: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Figures:
    """Open cases counted, training left out."""

    open: int
    unclaimed: int
    overdue: int
    by_danger: Mapping[Danger, int]


def row_of(case: Case, officer: Officer, staff: Staff, hours: OfficeHours | None, now: datetime) -> QueueRow:
    shown = case.referral_to(officer.agency.id)
    return QueueRow(
        code=case.code,
        urgency=case.urgency,
        alarmed=case.alarmed,
        waiting_s=waited_s(case, now),
        due_at=due_of(case, hours),
        overdue=case.overdue,
        assignee=case.assignee or "",
        assignee_name=staff.name_of(case.assignee),
        agency=case.agency,
        district=case.district,
        channel=case.channel.value,
        training=case.training,
        unread=case.unread,
        evidence=len(case.evidence),
        blocked=case.blocked,
        opened_at=case.opened_at,
        outcome=case.outcome,
        referral=shown.state.value if shown else "",
        follow_up_on=case.follow_up_on,
    )


def view_of(case: Case, events: Iterable[Event], staff: Staff, hours: OfficeHours | None) -> CaseView:
    cleared = tuple(
        replace(event, plain={name: value for name, value in event.plain.items() if name not in _TAGS})
        for event in events
    )
    return CaseView(
        case=replace(case, reporter="", former=(), receipt_hash=""),
        events=cleared,
        has_relay=bool(case.reporter),
        due_at=due_of(case, hours),
        names={event.officer: staff.name_of(event.officer) for event in cleared if event.officer},
    )


def offer_of(case: Case, referral: Referral, events: Iterable[Event], staff: Staff) -> OfferView:
    """The referral with what its own events say of it."""
    told = [each for each in events if each.plain.get("referral") == referral.id]
    first = next(each for each in told if each.kind in {Kind.REFERRAL_ASKED, Kind.REFERRAL_OFFERED})
    offered = {Kind.REFERRAL_OFFERED, Kind.REFERRAL_CONSENTED}
    by = staff.find(first.officer)
    return OfferView(
        code=case.code,
        urgency=case.urgency,
        channel=case.channel.value,
        district=case.district,
        training=case.training,
        opened_at=case.opened_at,
        referral=referral,
        by=by.agency.name if by else "",
        at=next((each.at for each in told if each.kind in offered), first.at),
        need=first.body.get("need", ""),
    )


def due_of(case: Case, hours: OfficeHours | None) -> datetime | None:
    """By when somebody must have answered; None when nobody waits, in training, or without office hours."""
    if hours is None or case.training or case.waiting_since is None:
        return None
    return due_at(case.waiting_since, case.urgency, hours)


def figures_of(cases: Iterable[Case]) -> Figures:
    counted = [case for case in cases if not case.training]
    return Figures(
        open=len(counted),
        unclaimed=sum(case.assignee is None for case in counted),
        overdue=sum(case.overdue for case in counted),
        by_danger={level: sum(case.urgency is level for case in counted) for level in Danger},
    )
