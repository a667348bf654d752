"""
One company on a register, and what its status may mean.

Pure. How a status text is read says `statuses.py`. Start at `Recruiter` and `Standing`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum


class Standing(Enum):
    """What a status text means, from best to worst."""

    LISTED = "listed"  # on the list of its source, on its date; never "safe"
    UNKNOWN = "unknown"  # something else is said; show it as it is
    NOT_LISTED = "not_listed"  # known from elsewhere, and not on the list
    EXPIRED = "expired"
    SUSPENDED = "suspended"
    REVOKED = "revoked"

    @property
    def rank(self) -> int:
        """0 for listed to 5 for revoked: of two rows of one company the higher rank wins."""
        return list(Standing).index(self)

    @property
    def warns(self) -> bool:
        """Whether the row itself says that the licence does not count now."""
        return self in (Standing.EXPIRED, Standing.SUSPENDED, Standing.REVOKED)

    @property
    def outweighs(self) -> bool:
        """Whether it counts for the company under every name and number that it has."""
        return self in (Standing.SUSPENDED, Standing.REVOKED)


@dataclass(frozen=True, slots=True)
class StatusNote:
    """
    One step in the history of a licence.

    `on` and `until` are ISO dates as exact as the source has them ("2026-02-03", "2026-02", "2026", "");
    `decision` is the number of the decision, "" when the source does not give it.
    """

    standing: Standing
    on: str = ""
    until: str = ""
    decision: str = ""


@dataclass(frozen=True, slots=True)
class JobOrder:
    """A permission to recruit (SIP2MI). `valid_until` is an ISO date, "" when it is not known."""

    number: str
    country: str = ""
    position: str = ""
    valid_until: str = ""


@dataclass(frozen=True, slots=True)
class Recruiter:
    """
    A row of a register.

    `status` is the text as the source has it, for those who want to know more; `plain` is a short sentence
    for everybody, "" when `standing` and `history` say it all. `as_of` is the date on which the row was
    true, None when the source gives none (then the register's date counts); `from_list` the title of the
    list it was taken along from, "" when that is the register's own. Phones are E.164; licence numbers and
    accounts are digits only.
    """

    name: str
    status: str
    standing: Standing
    source: str
    as_of: date | None = None
    former_names: tuple[str, ...] = ()
    licence_numbers: tuple[str, ...] = ()
    address: str = ""
    city: str = ""
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()
    web: tuple[str, ...] = ()
    branches: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    source_url: str = ""
    plain: str = ""
    history: tuple[StatusNote, ...] = ()
    people: tuple[str, ...] = ()
    job_orders: tuple[JobOrder, ...] = ()
    from_list: str = ""

    @property
    def latest(self) -> StatusNote:
        """The step that made the standing what it is; without dates when the source has none."""
        notes = [note for note in self.history if note.standing is self.standing]
        return max(notes, key=lambda note: note.on, default=StatusNote(self.standing))
