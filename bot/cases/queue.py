"""The order in which officers see cases: danger first, then who has waited longest."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from bot.cases.case import Case


def in_order(cases: Iterable[Case]) -> list[Case]:
    """Most urgent first; of equals, those that wait before those that do not, longest waiting first."""
    return sorted(cases, key=_place)


def _place(case: Case) -> tuple[int, bool, datetime]:
    return -case.urgency.rank, case.waiting_since is None, case.waiting_since or case.opened_at


def waited_s(case: Case, now: datetime) -> int:
    """Whole seconds the reporter has waited for a person; 0 when nobody waits."""
    if case.waiting_since is None:
        return 0
    return max(0, int((now - case.waiting_since).total_seconds()))
