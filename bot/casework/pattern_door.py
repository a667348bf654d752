"""
What officers may see and say of patterns. Figures are for all who work here; which cases share a number is
asked of `may` for every case, so the page can never say more than the queue does.

Nobody is shown a number: fingerprints have labels of four letters. Who may read a case finds the number in
it, and `find` says what is known of a number that an officer types. Start at `PatternDoor.overview`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.cases.access import Action, may, may_review_pattern, may_see_patterns, may_set_limits
from bot.cases.case import Case
from bot.cases.officer import Officer
from bot.cases.refusal import Refusal
from bot.casework.archive import Archive
from bot.casework.patterns import Patterns, cases_with
from bot.casework.records import json_bytes
from bot.patterns.clusters import Cluster, cluster_of
from bot.patterns.growth import Limits, Table, districts_of, growth, table_of
from bot.patterns.prints import Print
from bot.patterns.review import MOST_NOTE, Review, State
from bot.patterns.sight import Source
from bot.store import cases as stored_cases

MOST_SHOWN = 50
MOST_PRINTS = 8  # of one cluster on the page
MOST_LIMIT = 1_000
NO_SUCH = Refusal("not_shared")


@dataclass(frozen=True, slots=True)
class PrintView:
    """One fingerprint; `review` is None where nobody has looked, or who asks may not know."""

    about: Print
    seen: int
    reports: int
    review: Review | None = field(repr=False)
    reviewer: str
    may_review: bool


@dataclass(frozen=True, slots=True)
class ClusterView:
    """A cluster for one officer: `cases` are those they may list, `hidden` how many others there are."""

    size: int
    growth: int
    sources: Mapping[Source, int]
    districts: tuple[str, ...]
    table: Table
    prints: tuple[PrintView, ...]
    more_prints: int
    cases: tuple[str, ...]
    hidden: int

    @property
    def crossed(self) -> bool:
        return len(self.districts) > 1


class PatternDoor:
    """`officer` is always somebody whose session was checked just now."""

    def __init__(self, archive: Archive, patterns: Patterns) -> None:
        self._archive = archive
        self._patterns = patterns

    async def overview(
        self, officer: Officer, now: datetime, names: Mapping[str, str]
    ) -> list[ClusterView] | Refusal:
        """The largest clusters. Args: names: first names of officers by id, for reviews."""
        if not may_see_patterns(officer):
            return NO_SUCH
        found = (await self._patterns.clusters())[:MOST_SHOWN]
        return await self._views(officer, found, now, names)

    async def find(
        self, officer: Officer, typed: str, now: datetime, names: Mapping[str, str]
    ) -> list[ClusterView] | Refusal:
        """
        What is known of a number, an account or a company as typed, also what was seen once or was cleared.

        It is noted in the audit that somebody asked, not what for.
        """
        allowed = may_see_patterns(officer)
        await self._write_audit(officer, "pattern_find", now, allowed=allowed.allowed)
        if not allowed:
            return NO_SUCH
        wanted = set(self._patterns.prints_in(typed))
        clusters = await self._patterns.clusters()
        near = [each for each in clusters if any(about in wanted for about, _ in each.prints)]
        if not near:
            alone = [each for each in await self._patterns.sights() if wanted & set(each.prints)]
            near = [cluster_of(alone)] if alone else []
        return await self._views(officer, near[:MOST_SHOWN], now, names)

    async def review(
        self, officer: Officer, about: Print, state: State, note: str, now: datetime
    ) -> Refusal | None:
        """Say what became of a number; only who may read one of the reports that name it."""
        if not await self._may_review(officer, about, f"pattern_{state}", now):
            return NO_SUCH
        await self._patterns.write_review(about, Review(state, officer.id, now, note[:MOST_NOTE]))
        return None

    async def withdraw_review(self, officer: Officer, about: Print, now: datetime) -> Refusal | None:
        """Take the last word about a number back: as if nobody had looked; nothing is said of it."""
        if not await self._may_review(officer, about, "pattern_withdrawn", now):
            return NO_SUCH
        await self._patterns.drop_review(about)
        return None

    async def _may_review(self, officer: Officer, about: Print, action: str, now: datetime) -> bool:
        codes = cases_with(about, await self._patterns.sights())
        cases = (await self._archive.cases_of(codes)).values()
        allowed = may_review_pattern(officer, cases).allowed
        await self._write_audit(officer, action, now, allowed=allowed, item=about.label)
        return allowed

    async def limits(self, officer: Officer) -> Limits | Refusal:
        return await self._patterns.limits() if may_see_patterns(officer) else NO_SUCH

    async def set_limits(self, officer: Officer, limits: Limits, now: datetime) -> Refusal | None:
        """Raises: ValueError for a number that is none of 1 to 1,000."""
        allowed = may_set_limits(officer)
        await self._write_audit(officer, "pattern_limits", now, allowed=allowed.allowed)
        if not allowed:
            return NO_SUCH
        if not all(1 <= each <= MOST_LIMIT for each in (limits.alert_from, limits.said_from)):
            raise ValueError("a threshold is a number from 1 to 1,000")
        await self._patterns.write_limits(limits)
        return None

    async def _views(
        self, officer: Officer, clusters: Sequence[Cluster], now: datetime, names: Mapping[str, str]
    ) -> list[ClusterView]:
        known = await self._archive.cases_of(code for cluster in clusters for code in cluster.cases)
        reviews = await self._patterns.reviews()
        return [_view(officer, each, known, reviews, now, names) for each in clusters]

    async def _write_audit(
        self, officer: Officer, action: str, now: datetime, *, allowed: bool, item: str = ""
    ) -> None:
        line = {"at": now.isoformat(), "officer": officer.id, "action": action, "code": "", "item": item}
        await stored_cases.write_audit(self._archive.area, json_bytes({**line, "allowed": allowed}))


def _view(
    officer: Officer,
    cluster: Cluster,
    known: Mapping[str, Case],
    reviews: Mapping[Print, Review],
    now: datetime,
    names: Mapping[str, str],
) -> ClusterView:
    units, today = cluster.units, now.date()
    listed = tuple(code for code in cluster.cases if code in known and may(officer, Action.LIST, known[code]))
    prints = cluster.prints
    return ClusterView(
        size=len(units),
        growth=growth(units, today),
        sources={source: sum(unit.source is source for unit in units) for source in Source},
        districts=districts_of(units),
        table=table_of(units, today),
        prints=tuple(
            _print_view(
                officer, about, seen, cluster.reports.get(about, ()), known, reviews.get(about), names
            )
            for about, seen in prints[:MOST_PRINTS]
        ),
        more_prints=max(0, len(prints) - MOST_PRINTS),
        cases=listed,
        hidden=len(cluster.cases) - len(listed),
    )


def _print_view(
    officer: Officer,
    about: Print,
    seen: int,
    codes: Sequence[str],
    known: Mapping[str, Case],
    review: Review | None,
    names: Mapping[str, str],
) -> PrintView:
    allowed = bool(may_review_pattern(officer, (known[code] for code in codes if code in known)))
    shown = review if allowed else None
    reviewer = names.get(shown.officer, "") if shown else ""
    return PrintView(about, seen, len(codes), shown, reviewer, allowed)
