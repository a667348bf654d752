"""
Fold events into the case they make. Unknown keys are ignored; an event never fails to fold.

`fold(all events)` and `fold(new events, onto=summary)` give the same case: that is what lets a summary
stand beside the events. Start at `fold`; the table at the end names one small function for each kind.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from bot.cases.case import (
    Alert,
    Case,
    Channel,
    Delivery,
    DeliveryState,
    Evidence,
    Referral,
    ReferralState,
    State,
)
from bot.cases.event import Event, Kind
from bot.danger import Danger


def fold(events: Iterable[Event], onto: Case | None = None, code: str = "") -> Case | None:
    """
    The case after these events.

    Args:
        onto: The case before them; None when the first event opens it.
        code: The code of a case that is opened here.

    Returns: None when there was no case and nothing opened one.
    """
    case = onto
    for event in events:
        if event.kind is Kind.OPENED:
            case = _opened(code, event)
        elif case is not None:
            case = _FOLDS[event.kind](case, event)
    return case


def _opened(code: str, event: Event) -> Case:
    said = event.plain
    return Case(
        code=code,
        opened_at=event.at,
        channel=Channel(said.get("channel", Channel.BOT.value)),
        reporter=said.get("reporter", ""),
        district=said.get("district", ""),
        queue=said.get("queue", ""),
        agency=said.get("queue", ""),
        training=bool(said.get("training")),
        filed=bool(said.get("filed")),
        danger=Danger(said.get("danger", "none")),
        signs=tuple(said.get("signs", "").split()),
        waiting_since=event.at,
    )


def _message(case: Case, event: Event) -> Case:
    return replace(
        _more_danger(case, event),
        district=case.district or event.plain.get("district", ""),
        last_reporter_at=event.at,
        waiting_since=case.waiting_since or event.at,
        unread=case.unread + 1,
        blocked=False,
    )


def _more_danger(case: Case, event: Event) -> Case:
    level = Danger(event.plain.get("danger", "none"))
    new = (sign for sign in event.plain.get("signs", "").split() if sign not in case.signs)
    return replace(case, danger=max(case.danger, level), signs=(*case.signs, *dict.fromkeys(new)))


def _alert_raised(case: Case, event: Event) -> Case:
    state = Alert.CONFIRMED if case.filed else Alert.PENDING
    return replace(_more_danger(case, event), alert=state, alert_accepted_at=None, alert_refused=False)


def _evidence_announced(case: Case, event: Event) -> Case:
    size = int(event.plain.get("size") or 0)
    new = Evidence(event.plain["evidence"], event.plain.get("kind", ""), size)
    return replace(case, evidence=(*case.evidence, new))


def _evidence_changed(case: Case, event: Event) -> Case:
    def changed(item: Evidence) -> Evidence:
        if item.id != event.plain["evidence"]:
            return item
        if event.kind is Kind.EVIDENCE_FAILED:
            return replace(item, failed=event.plain.get("reason", ""))
        size = int(event.plain.get("size") or item.size)
        return replace(item, stored=True, sha256=event.plain["sha256"], size=size, failed="")

    return replace(case, evidence=tuple(map(changed, case.evidence)))


def _relay_moved(case: Case, event: Event) -> Case:
    new = event.plain["reporter"]
    former = tuple(tag for tag in dict.fromkeys((*case.former, case.reporter)) if tag not in {"", new})
    return replace(case, reporter=new, former=former, blocked=False)


def _read(case: Case, event: Event) -> Case:
    return replace(case, read_at=case.read_at or event.at, unread=0)


def _claimed(case: Case, event: Event) -> Case:
    waits = case.waiting_since if case.reporter else None
    case = _read(case, event)
    return replace(
        case,
        assignee=event.plain["officer"],
        agency=event.plain["agency"],
        claimed_at=case.claimed_at or event.at,
        last_officer_at=event.at,
        waiting_since=waits,
    )


def _released(case: Case, event: Event) -> Case:
    return replace(case, assignee=None, agency=case.queue, waiting_since=case.waiting_since or event.at)


def _handed_over(case: Case, event: Event) -> Case:
    return replace(case, assignee=event.plain["officer"], agency=event.plain["agency"])


def _replied(case: Case, event: Event) -> Case:
    return replace(
        case,
        last_officer_at=event.at,
        waiting_since=None,
        overdue=False,
        unread=0,
        read_at=case.read_at or event.at,
        deliveries=(*case.deliveries, Delivery(event.plain["message"], event.officer, at=event.at)),
    )


def _delivery_changed(case: Case, event: Event) -> Case:
    done = event.kind is Kind.DELIVERED
    state = DeliveryState.DELIVERED if done else DeliveryState.FAILED
    reason = event.plain.get("reason", "")
    blocked = (not done and reason == "blocked") or (case.blocked and not done)
    return replace(
        case,
        blocked=blocked,
        deliveries=tuple(
            replace(each, state=state, reason=reason, at=event.at)
            if each.message == event.plain["message"]
            else each
            for each in case.deliveries
        ),
    )


def _closed(case: Case, event: Event) -> Case:
    return replace(
        case,
        state=State.CLOSED,
        outcome=event.plain.get("outcome", ""),
        closed_at=event.at,
        assignee=None,
        waiting_since=None,
        overdue=False,
        unread=0,
    )


def _reopened(case: Case, event: Event) -> Case:
    return replace(case, state=State.OPEN, outcome="", closed_at=None, waiting_since=event.at)


def _with_referral(case: Case, event: Event, state: ReferralState) -> Case:
    said = event.plain
    due_on = date.fromisoformat(said["due_on"]) if "due_on" in said else None
    new = Referral(said["referral"], said["agency"], state, bool(said.get("override")), due_on)
    return replace(case, referrals=(*case.referrals, new), last_officer_at=event.at)


def _referral_asked(case: Case, event: Event) -> Case:
    """The question is a message to the reporter as well; how it fares goes by the referral's name."""
    sent = Delivery(event.plain["referral"], event.officer, at=event.at)
    case = replace(case, deliveries=(*case.deliveries, sent))
    return _with_referral(case, event, ReferralState.ASKED)


def _referral_offered(case: Case, event: Event) -> Case:
    case = _with_referral(case, event, ReferralState.OFFERED)
    return replace(case, referred_at=case.referred_at or event.at)


def _referral_consented(case: Case, event: Event) -> Case:
    case = _in_state(case, event, ReferralState.OFFERED)
    return replace(case, referred_at=case.referred_at or event.at)


def _referral_changed(case: Case, event: Event) -> Case:
    return _in_state(case, event, ReferralState(event.kind.value.removeprefix("referral_")))


def _in_state(case: Case, event: Event, state: ReferralState) -> Case:
    wanted = event.plain["referral"]
    return replace(
        case,
        referrals=tuple(replace(each, state=state) if each.id == wanted else each for each in case.referrals),
    )


_FOLDS: dict[Kind, Callable[[Case, Event], Case]] = {
    Kind.RECEIPT_GIVEN: lambda case, event: replace(case, receipt_hash=event.plain["receipt_hash"]),
    Kind.MESSAGE: _message,
    Kind.EVIDENCE_ANNOUNCED: _evidence_announced,
    Kind.EVIDENCE_STORED: _evidence_changed,
    Kind.EVIDENCE_FAILED: _evidence_changed,
    Kind.ALERT_RAISED: _alert_raised,
    Kind.ALERT_CONFIRMED: lambda case, _: replace(case, alert=Alert.CONFIRMED, filed=True),
    Kind.ALERT_WITHDRAWN: lambda case, _: replace(case, alert=Alert.WITHDRAWN),
    Kind.ALERT_ACCEPTED: lambda case, event: replace(case, alert_accepted_at=event.at),
    Kind.ALERT_NOT_ACCEPTED: lambda case, _: replace(case, alert_refused=True),
    Kind.RELAY_MOVED: _relay_moved,
    Kind.REPORTER_GONE: lambda case, _: replace(case, reporter="", former=()),
    Kind.SCREEN_CLEARED: lambda case, _: case,
    Kind.REPORTER_BLOCKED: lambda case, _: replace(case, blocked=True),
    Kind.REPORTER_BACK: lambda case, _: replace(case, blocked=False),
    Kind.READ: _read,
    Kind.CLAIMED: _claimed,
    Kind.RELEASED: _released,
    Kind.HANDED_OVER: _handed_over,
    Kind.REPLIED: _replied,
    Kind.DELIVERED: _delivery_changed,
    Kind.NOT_DELIVERED: _delivery_changed,
    Kind.NOTED: lambda case, event: replace(case, last_officer_at=event.at),
    Kind.HELP_ASKED: lambda case, _: case,
    Kind.CLOSED: _closed,
    Kind.REOPENED: _reopened,
    Kind.OVERDUE: lambda case, _: replace(case, overdue=True),
    Kind.REFERRAL_ASKED: _referral_asked,
    Kind.REFERRAL_CONSENTED: _referral_consented,
    Kind.REFERRAL_DECLINED: _referral_changed,
    Kind.REFERRAL_OFFERED: _referral_offered,
    Kind.REFERRAL_ACCEPTED: _referral_changed,
    Kind.REFERRAL_REJECTED: _referral_changed,
    Kind.REFERRAL_DONE: _referral_changed,
    Kind.REFERRAL_REVOKED: _referral_changed,
}
