"""
Who works with cases: officers, their agencies, and who of them is on duty.

An officer is a name until the invited person opens the link: then `tag` names their private chat. The tag is
made from a user id, never from a username.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, tzinfo
from enum import StrEnum


class Role(StrEnum):
    OFFICER = "officer"
    SUPERVISOR = "supervisor"  # also releases and closes what a colleague of the same agency holds
    COORDINATOR = "coordinator"  # figures, never a case
    ADMIN = "admin"  # invites officers; never a case
    EDITOR = "editor"  # reads what the bot could not answer, scrubbed; never a case


@dataclass(frozen=True, slots=True)
class Agency:
    """`hotline`: whether its officers look after cases that were routed nowhere else."""

    id: str
    name: str
    kind: str = ""
    hotline: bool = False


@dataclass(frozen=True, slots=True)
class Officer:
    """One member of staff. `tag` is "" until their account is bound."""

    id: str
    name: str
    agency: Agency
    roles: frozenset[Role] = frozenset({Role.OFFICER})
    active: bool = True
    tag: str = field(default="", repr=False)

    @property
    def first_name(self) -> str:
        return self.name.split()[0] if self.name.split() else self.agency.name

    @property
    def works_cases(self) -> bool:
        return self.active and not self.roles.isdisjoint({Role.OFFICER, Role.SUPERVISOR})


@dataclass(frozen=True, slots=True)
class Staff:
    """
    Everybody who may have to be told something, at one moment.

    Attributes:
        officers: By id; inactive ones too, so that old names can still be said.
        agencies: By id.
        groups: Agency id -> tag of its Telegram group.
        on_duty: Ids of officers on duty now.
        zone: The hotline's time zone, for the times said to officers.
    """

    officers: Mapping[str, Officer] = field(default_factory=dict)
    agencies: Mapping[str, Agency] = field(default_factory=dict)
    groups: Mapping[str, str] = field(default_factory=dict, repr=False)
    on_duty: frozenset[str] = frozenset()
    zone: tzinfo = UTC

    def find(self, officer_id: str | None) -> Officer | None:
        return self.officers.get(officer_id) if officer_id else None

    def name_of(self, officer_id: str | None) -> str:
        """First name for other officers; "" when there is no such officer."""
        officer = self.find(officer_id)
        return officer.first_name if officer else ""

    def of_agency(self, agency_id: str) -> Iterable[Officer]:
        return (officer for officer in self.officers.values() if officer.agency.id == agency_id)
