"""
What differs between two editions of a register: who came, went, lost the licence, or has other data.

Pure and linear in the number of rows; only what differs is kept. Start at `changes`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields

from bot.recruiters.names import parse_name
from bot.recruiters.recruiter import Recruiter

_OF_THE_LIST = frozenset({"as_of", "source", "source_url", "from_list", "name"})  # differ in every edition


@dataclass(frozen=True, slots=True)
class Changed:
    """One company in both editions; `what` are names of fields, "standing" first."""

    before: Recruiter
    after: Recruiter
    what: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """`worse` are those whose standing is worse now (revoked, suspended …), `changed` all others."""

    added: tuple[Recruiter, ...]
    removed: tuple[Recruiter, ...]
    worse: tuple[Changed, ...]
    changed: tuple[Changed, ...]


def changes(before: Iterable[Recruiter], after: Iterable[Recruiter]) -> Changes:
    """Rows are the same company when name and legal form are; the order is that of the editions."""
    old = {_company(row): row for row in before}
    added: list[Recruiter] = []
    worse: list[Changed] = []
    changed: list[Changed] = []
    for row in after:
        known = old.pop(_company(row), None)
        if known is None:
            added.append(row)
            continue
        what = tuple(
            each.name
            for each in fields(Recruiter)
            if each.name not in _OF_THE_LIST and getattr(known, each.name) != getattr(row, each.name)
        )
        if row.standing.rank > known.standing.rank:
            worse.append(Changed(known, row, what))
        elif what:
            changed.append(Changed(known, row, what))
    return Changes(tuple(added), tuple(old.values()), tuple(worse), tuple(changed))


def _company(row: Recruiter) -> tuple[str, str]:
    return parse_name(row.name).company
