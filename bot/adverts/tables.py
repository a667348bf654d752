"""
What is known about destinations, jobs and wages, as frozen values.

Pure: `content/jobs.yaml`, `destinations.yaml` and `wages.yaml` are read in `bot/authoring`. Nothing here says
that a job is safe. Start at `Tables`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal, Protocol, TypeVar

HOUSEHOLD = "household"  # in a list of jobs: all work for a private employer, at home
ALL = "all"

Placement = Literal["open", "partly", "closed", "unclear"]
Period = Literal["hour", "day", "week", "month"]
Need = Literal["experience", "language", "certificate"]
WageKind = Literal["minimum", "usual"]


@dataclass(frozen=True, slots=True)
class Job:
    """One kind of work; `needs` is what it usually demands, `bait` whether fraud likes to use its name."""

    id: str
    name: str
    words: tuple[str, ...]
    not_words: tuple[str, ...] = ()
    household: bool = False
    needs: tuple[Need, ...] = ()
    bait: bool = False
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ForJobs:
    """Which jobs something is true of: ids, HOUSEHOLD or ALL, without those in `but_not`."""

    jobs: tuple[str, ...]
    but_not: tuple[str, ...] = ()

    def closeness(self, job: Job | None) -> int:
        """How closely this fits a job: 3 the job itself, 2 as household work, 1 as any, 0 not at all."""
        if job is None:
            return 1 if ALL in self.jobs else 0
        if job.id in self.but_not or (job.household and HOUSEHOLD in self.but_not):
            return 0
        if job.id in self.jobs:
            return 3
        if job.household and HOUSEHOLD in self.jobs:
            return 2
        return 1 if ALL in self.jobs else 0


class Aimed(Protocol):
    """Whatever is true of some jobs."""

    @property
    def for_jobs(self) -> ForJobs: ...


Row = TypeVar("Row", bound=Aimed)


def closest(rows: Iterable[Row], job: Job | None) -> Row | None:
    """The row that fits a job most closely, the first of several; None when none fits at all."""
    fitting = [row for row in rows if row.for_jobs.closeness(job)]
    return max(fitting, key=lambda row: row.for_jobs.closeness(job), default=None)


@dataclass(frozen=True, slots=True)
class Closed:
    """Jobs that are closed in a country; not `sure`: say "diduga ditutup"."""

    for_jobs: ForJobs
    sure: bool
    as_of: str
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MinimumAge:
    """The youngest and, if known, the oldest age; not `sure`: usual, worth a question, no sign of danger."""

    for_jobs: ForJobs
    age: int
    as_of: str
    at_most: int | None = None
    sure: bool = True
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Demand:
    """What a country asks beyond what the job needs."""

    for_jobs: ForJobs
    needs: tuple[Need, ...]
    why: str
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Destination:
    """One country (or region, or the sea); `page` is its page in the library, "negara/taiwan"."""

    id: str
    name: str
    page: str
    words: tuple[str, ...]
    placement: Placement
    closed_for: tuple[Closed, ...] = ()
    minimum_ages: tuple[MinimumAge, ...] = ()
    demands: tuple[Demand, ...] = ()
    routes: tuple[str, ...] = ()
    transit: bool = False
    currencies: tuple[str, ...] = ()
    note: str = ""
    facts: tuple[str, ...] = ()

    def closed_to(self, job: Job | None) -> Closed | None:
        """The closure that fits a job; None when it is not closed as far as we know."""
        return closest(self.closed_for, job)


@dataclass(frozen=True, slots=True)
class Currency:
    """`rough_rupiah` is about what one unit is worth; for comparing, never for showing."""

    id: str
    name: str
    words: tuple[str, ...]
    rough_rupiah: Decimal | None = None
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wage:
    """
    One limit or range, in units of `currency` a `period`; a missing `low` or `high` is None.

    `kind`: "minimum" is a lawful limit (`low`), "usual" what people get. Not `show`: for judging only.
    """

    country: str
    for_jobs: ForJobs
    currency: str
    period: Period
    kind: WageKind
    low: Decimal | None
    high: Decimal | None
    as_of: str
    show: bool = True
    net: bool = False
    only: str = ""
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ceiling:
    """Rupiah a month that no such job is known to pay; `why` is said to the person."""

    for_jobs: ForJobs
    high: Decimal
    why: str
    bait: bool = False  # for jobs that fraud likes, instead of a list
    countries: tuple[str, ...] = ()  # only there; everywhere when empty
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tables:
    """All of it, by id."""

    jobs: Mapping[str, Job] = field(default_factory=dict)
    destinations: Mapping[str, Destination] = field(default_factory=dict)
    currencies: Mapping[str, Currency] = field(default_factory=dict)
    wages: tuple[Wage, ...] = ()
    ceilings: tuple[Ceiling, ...] = ()
    everywhere: tuple[MinimumAge, ...] = ()

    def youngest(self, country: Destination | None, job: Job | None) -> MinimumAge | None:
        """The closest minimum age for a country and a job; None when the tables hold none at all."""
        own = country.minimum_ages if country else ()
        return closest(own, job) or closest(self.everywhere, job)

    def wages_of(self, country: str, job: Job | None) -> tuple[Wage, ...]:
        """The rows that fit a country and a job most closely; all rows of the country without a job."""
        if job is None:
            return tuple(wage for wage in self.wages if wage.country == country)
        fitting = [wage for wage in self.wages if wage.country == country and wage.for_jobs.closeness(job)]
        best: dict[tuple[str, str, str], int] = {}
        for wage in fitting:
            key = (wage.kind, wage.currency, wage.period)
            best[key] = max(best.get(key, 0), wage.for_jobs.closeness(job))
        return tuple(
            wage
            for wage in fitting
            if wage.for_jobs.closeness(job) == best[(wage.kind, wage.currency, wage.period)]
        )
