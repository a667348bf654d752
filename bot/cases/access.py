"""
The one rule about cases: `may(officer, action, case)`. List, count, search, notification, export and
evidence all call it, so they cannot disagree.

Default deny. An agency sees a case that it looks after, or that was referred to it; a hotline agency also
sees what was routed nowhere and nobody has taken. What an officer of that agency may then do depends on who
holds the case. Coordinators get figures of every case and never a word. `why` is a key for a person to read.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from bot.cases.case import Case, ReferralState
from bot.cases.officer import Agency, Officer, Role


class Action(StrEnum):
    LIST = "list"
    COUNT = "count"
    SEARCH = "search"
    READ = "read"
    REPLY = "reply"
    NOTE = "note"
    CLAIM = "claim"
    RELEASE = "release"
    HAND_OVER = "hand_over"
    CLOSE = "close"
    REFER = "refer"
    ANSWER_REFERRAL = "answer_referral"
    EVIDENCE = "evidence"
    EXPORT = "export"
    NOTIFY = "notify"


@dataclass(frozen=True, slots=True)
class Decision:
    """`why` is ok, or: inactive, no_role, not_shared, not_assignee, not_accepted, unbound."""

    allowed: bool
    why: str

    def __bool__(self) -> bool:
        return self.allowed


_YES = Decision(True, "ok")
_WORDLESS = frozenset({Action.LIST, Action.COUNT, Action.SEARCH, Action.ANSWER_REFERRAL})
_WORDS = frozenset({Action.READ, Action.NOTE, Action.EVIDENCE})
_ASSIGNEES = frozenset({Action.REPLY, Action.REFER})
_ASSIGNEES_OR_SUPERVISORS = frozenset({Action.RELEASE, Action.HAND_OVER, Action.CLOSE, Action.EXPORT})


def may(officer: Officer, action: Action, case: Case) -> Decision:
    """Whether this officer may do this with this case, and why not."""
    if not officer.active:
        return Decision(False, "inactive")
    if action is Action.COUNT and Role.COORDINATOR in officer.roles:
        return _YES
    if not officer.works_cases:
        return Decision(False, "no_role")
    if looks_after(officer.agency, case):
        return _within_its_agency(officer, action, case)
    if _referred(officer.agency, case, ReferralState.ACCEPTED, ReferralState.DONE):
        return _as_partner(officer, action, _WORDLESS | _WORDS)
    if _referred(officer.agency, case, ReferralState.OFFERED):
        return _as_partner(officer, action, _WORDLESS)
    return Decision(False, "not_shared")


def may_manage_staff(officer: Officer) -> Decision:
    """Whether this officer may invite others and say who is active."""
    if not officer.active:
        return Decision(False, "inactive")
    return _YES if Role.ADMIN in officer.roles else Decision(False, "no_role")


def may_edit_content(officer: Officer) -> Decision:
    """Whether this officer may see what people asked in vain, and say that it was seen to."""
    if not officer.active:
        return Decision(False, "inactive")
    return _YES if Role.EDITOR in officer.roles else Decision(False, "no_role")


def may_see_patterns(officer: Officer) -> Decision:
    """
    Whether this officer may see how often numbers and adverts come back: figures, and nothing else.

    Which cases share a number is asked of `may` for each of them.
    """
    if not officer.active:
        return Decision(False, "inactive")
    return _YES if officer.works_cases or Role.COORDINATOR in officer.roles else Decision(False, "no_role")


def may_review_pattern(officer: Officer, cases: Iterable[Case]) -> Decision:
    """Whether this officer may say that a number was looked at: somebody who may read what was reported."""
    if any(may(officer, Action.READ, case) for case in cases):
        return _YES
    return Decision(False, "not_shared" if officer.works_cases else "no_role")


def may_set_limits(officer: Officer) -> Decision:
    """Whether this officer may say from how many reports patterns are told and said."""
    if not officer.active:
        return Decision(False, "inactive")
    leads = not officer.roles.isdisjoint({Role.SUPERVISOR, Role.COORDINATOR})
    return _YES if leads else Decision(False, "no_role")


def looks_after(agency: Agency, case: Case) -> bool:
    """Whether the case stands in this agency's queue or is held by one of its officers."""
    return agency.id == case.agency if case.agency else agency.hotline


def sees(agency: Agency, case: Case) -> bool:
    """Whether an agency as a whole (its group) may know that the case exists."""
    return looks_after(agency, case) or _referred(
        agency, case, ReferralState.OFFERED, ReferralState.ACCEPTED, ReferralState.DONE
    )


def _within_its_agency(officer: Officer, action: Action, case: Case) -> Decision:
    if action is Action.ANSWER_REFERRAL:  # referred to them, then back in the common queue
        asked = _referred(officer.agency, case, ReferralState.OFFERED, ReferralState.ACCEPTED)
        return _YES if asked else Decision(False, "not_shared")
    if action is Action.NOTIFY:
        return _YES if officer.tag else Decision(False, "unbound")
    holds = case.assignee == officer.id
    if action in _ASSIGNEES and not holds:
        return Decision(False, "not_assignee")
    if action in _ASSIGNEES_OR_SUPERVISORS and not holds and Role.SUPERVISOR not in officer.roles:
        return Decision(False, "not_assignee")
    return _YES


def _as_partner(officer: Officer, action: Action, allowed: frozenset[Action]) -> Decision:
    if action is Action.NOTIFY:
        return _YES if officer.tag else Decision(False, "unbound")
    if action in allowed:
        return _YES
    return Decision(False, "not_accepted" if action in _WORDS else "not_assignee")


def _referred(agency: Agency, case: Case, *states: ReferralState) -> bool:
    return any(each.agency == agency.id and each.state in states for each in case.referrals)
