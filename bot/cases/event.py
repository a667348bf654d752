"""
What happened to a case: one event a change, never altered afterwards.

`plain` holds no personal words and may stand in clear; `body` holds words of people and is encrypted before
it is stored. Every value is text; a list is its words with spaces between.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

REPORTER = "reporter"
SYSTEM = "system"
_OFFICER = "officer:"


class Kind(StrEnum):
    """Each with the keys it carries (plain / body)."""

    OPENED = "opened"  # channel, reporter, district, queue, training, danger, signs, filed
    RECEIPT_GIVEN = "receipt_given"  # receipt_hash
    MESSAGE = "message"  # label, revision_of, former, district, danger, signs, files / text
    EVIDENCE_ANNOUNCED = "evidence_announced"  # evidence, kind, size / name
    EVIDENCE_STORED = "evidence_stored"  # evidence, sha256, size
    EVIDENCE_FAILED = "evidence_failed"  # evidence, reason
    ALERT_RAISED = "alert_raised"  # danger, signs
    ALERT_CONFIRMED = "alert_confirmed"
    ALERT_WITHDRAWN = "alert_withdrawn"
    ALERT_ACCEPTED = "alert_accepted"  # officer
    ALERT_NOT_ACCEPTED = "alert_not_accepted"  # officer ("" for nobody on duty)
    RELAY_MOVED = "relay_moved"  # reporter
    REPORTER_GONE = "reporter_gone"  # the person erased their conversation
    SCREEN_CLEARED = "screen_cleared"
    REPORTER_BLOCKED = "reporter_blocked"
    REPORTER_BACK = "reporter_back"
    READ = "read"
    CLAIMED = "claimed"  # officer, agency
    RELEASED = "released"  # / reason
    HANDED_OVER = "handed_over"  # officer, agency / reason
    REPLIED = "replied"  # message / text
    DELIVERED = "delivered"  # message
    NOT_DELIVERED = "not_delivered"  # message, reason
    NOTED = "noted"  # / text
    HELP_ASKED = "help_asked"
    CLOSED = "closed"  # outcome
    REOPENED = "reopened"
    OVERDUE = "overdue"
    REFERRAL_ASKED = "referral_asked"  # referral, agency, due_on / question, need
    REFERRAL_CONSENTED = "referral_consented"  # referral, agency / answer; offers it
    REFERRAL_DECLINED = "referral_declined"  # referral, agency / answer
    REFERRAL_OFFERED = "referral_offered"  # referral, agency, override, due_on / consent, need
    REFERRAL_ACCEPTED = "referral_accepted"  # referral, agency
    REFERRAL_REJECTED = "referral_rejected"  # referral, agency / reason
    REFERRAL_DONE = "referral_done"  # referral, agency
    REFERRAL_REVOKED = "referral_revoked"  # referral, agency / reason


@dataclass(frozen=True, slots=True)
class Event:
    """
    One change of one case.

    Attributes:
        id: Unique; made from the id of the command that led to it.
        at: Aware UTC datetime.
        by: `reporter`, `system` or `officer:<id>`.
    """

    id: str
    at: datetime
    kind: Kind
    by: str
    plain: Mapping[str, str] = field(default_factory=dict)
    body: Mapping[str, str] = field(default_factory=dict, repr=False)

    @property
    def officer(self) -> str:
        """Id of the officer who did it; "" for anybody else."""
        return self.by.removeprefix(_OFFICER) if self.by.startswith(_OFFICER) else ""


def by_officer(officer_id: str) -> str:
    return _OFFICER + officer_id
