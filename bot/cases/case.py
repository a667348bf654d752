"""
A case as it stands now: what can be said about it without any word that a person wrote.

It is folded from events (`fold.py`) and stored beside them as a summary, so a queue is listed without
opening a single message. `status_of` is what the reporter may know. `repr` hides how to reach the reporter.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from bot.danger import Danger


class State(StrEnum):
    OPEN = "open"
    CLOSED = "closed"


class Alert(StrEnum):
    NONE = "none"
    PENDING = "pending"  # raised by one message; the person has not written again
    CONFIRMED = "confirmed"
    WITHDRAWN = "withdrawn"  # [Bukan darurat]


class Channel(StrEnum):
    BOT = "bot"
    PHONE = "phone"
    IN_PERSON = "in_person"


class ReferralState(StrEnum):
    ASKED = "asked"  # the reporter was asked and has not answered; the other agency knows of nothing
    DECLINED = "declined"  # the reporter said no
    OFFERED = "offered"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    DONE = "done"
    REVOKED = "revoked"


class DeliveryState(StrEnum):
    SENT = "sent"  # on its way
    DELIVERED = "delivered"  # Telegram accepted it
    FAILED = "failed"


class Status(StrEnum):
    """What a reporter is told, in this order: diterima, dibaca, ditangani, dirujuk, selesai."""

    RECEIVED = "received"
    READ = "read"
    HANDLED = "handled"
    REFERRED = "referred"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Referral:
    """`due_on`: by when the other agency is to have done something; None when no day was agreed."""

    id: str
    agency: str
    state: ReferralState = ReferralState.OFFERED
    override: bool = False  # offered without consent, in mortal danger
    due_on: date | None = None

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to answer or to act."""
        return self.state in {ReferralState.ASKED, ReferralState.OFFERED, ReferralState.ACCEPTED}


@dataclass(frozen=True, slots=True)
class Evidence:
    """One file of the reporter; `sha256` (64 hex digits) is of the original, "" until it is stored."""

    id: str
    kind: str
    size: int = 0  # bytes; 0 when unknown
    sha256: str = ""
    stored: bool = False
    failed: str = ""  # why it could not be fetched


@dataclass(frozen=True, slots=True)
class Delivery:
    """How one reply of an officer fares."""

    message: str
    officer: str
    state: DeliveryState = DeliveryState.SENT
    reason: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """
    Where one case stands.

    Attributes:
        danger: The highest level it ever had; `urgency` is what orders the queue.
        agency: Who looks after it: the assignee's agency, else where it was routed; "" is the hotline.
        queue: Where it was routed when it was opened; "" is the hotline.
        filed: Whether it is a report. An alert that nobody confirmed is not one yet.
        reporter: Tag of the reporter's chat; "" when there is none, or it was erased.
        former: Tags the relay moved away from: their words still count, and are marked.
        waiting_since: Since when the reporter waits for a person; None when nobody waits.
        unread: Messages of the reporter since an officer last opened the case or answered.
    """

    code: str
    opened_at: datetime
    channel: Channel = Channel.BOT
    district: str = ""
    training: bool = False
    filed: bool = True
    reporter: str = field(default="", repr=False)
    former: tuple[str, ...] = field(default=(), repr=False)
    receipt_hash: str = field(default="", repr=False)
    blocked: bool = False
    danger: Danger = Danger.NONE
    signs: tuple[str, ...] = ()
    alert: Alert = Alert.NONE
    alert_accepted_at: datetime | None = None
    alert_refused: bool = False
    state: State = State.OPEN
    outcome: str = ""
    assignee: str | None = None
    agency: str = ""
    queue: str = ""
    waiting_since: datetime | None = None
    overdue: bool = False
    unread: int = 0
    last_reporter_at: datetime | None = None
    last_officer_at: datetime | None = None
    read_at: datetime | None = None
    claimed_at: datetime | None = None
    referred_at: datetime | None = None
    closed_at: datetime | None = None
    referrals: tuple[Referral, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    deliveries: tuple[Delivery, ...] = ()

    @property
    def is_open(self) -> bool:
        return self.state is State.OPEN

    @property
    def urgency(self) -> Danger:
        """The level that orders the queue: a withdrawn alert is still worth a look, but not first."""
        return min(self.danger, Danger.WATCH) if self.alert is Alert.WITHDRAWN else self.danger

    @property
    def alarmed(self) -> bool:
        """Whether somebody on duty must be called while nobody has taken it."""
        return self.is_open and self.alert in {Alert.PENDING, Alert.CONFIRMED}

    def knows(self, tag: str) -> bool:
        """Whether these are words of its own reporter, from the present account or an earlier one."""
        return bool(tag) and (tag == self.reporter or tag in self.former)

    def referral(self, referral_id: str) -> Referral | None:
        return next((each for each in self.referrals if each.id == referral_id), None)

    def referral_to(self, agency: str) -> Referral | None:
        """The last referral that this agency was ever told of."""
        unknown = {ReferralState.ASKED, ReferralState.DECLINED}
        known = (each for each in self.referrals if each.agency == agency and each.state not in unknown)
        return next(reversed(list(known)), None)

    @property
    def follow_up_on(self) -> date | None:
        """The first day on which another agency's work is to be looked after."""
        return min((each.due_on for each in self.referrals if each.is_open and each.due_on), default=None)


@dataclass(frozen=True, slots=True)
class StatusLine:
    status: Status
    at: datetime


def status_of(case: Case) -> tuple[StatusLine, ...]:
    """What has happened so far, as the reporter may know it, oldest first."""
    dated = (
        (Status.RECEIVED, case.opened_at),
        (Status.READ, case.read_at),
        (Status.HANDLED, case.claimed_at),
        (Status.REFERRED, case.referred_at),
        (Status.CLOSED, case.closed_at),
    )
    return tuple(StatusLine(status, at) for status, at in dated if at is not None)
