"""
One event with everything needed to say whom it concerns; `reactions.py` says what each of them is told.

Every officer returned here has passed `may(…, NOTIFY, …)`, except those something is only taken back from.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.cases.access import Action, looks_after, may
from bot.cases.case import Case
from bot.cases.event import Event
from bot.cases.officer import Officer, Role, Staff
from bot.cases.outgoing import Buttons, Outgoing, TakeBack, ToReporter, Words
from bot.cases.phrasing import Phrasing


@dataclass(frozen=True, slots=True)
class Scene:
    """`before` and `after` are the case around *all* new events; `history` is every event, with words."""

    before: Case | None
    after: Case
    event: Event
    staff: Staff
    say: Phrasing
    history: Sequence[Event]

    # ---- who

    @property
    def assignee(self) -> Officer | None:
        """Who holds the case, if they can be told."""
        officer = self.staff.find(self.after.assignee)
        return officer if officer and may_be_told(officer, self.after) else None

    @property
    def on_duty(self) -> list[Officer]:
        return [officer for officer in self._duty() if may_be_told(officer, self.after)]

    @property
    def alerted(self) -> list[Officer]:
        """Who may have an alert of this case in their chat: on duty, and allowed to know it then or now."""
        if self.before is None:
            return self.on_duty
        both = (self.before, self.after)
        return [officer for officer in self._duty() if any(may_be_told(officer, case) for case in both)]

    @property
    def former_holder(self) -> list[Officer]:
        officer = self.staff.find(self.before.assignee) if self.before else None
        return [officer] if officer and officer.tag else []

    @property
    def supervisors(self) -> list[Officer]:
        return supervisors_of(self.after, self.staff)

    @property
    def has_group(self) -> bool:
        """Whether a card can stand anywhere where the case is looked after."""
        agencies = self.staff.agencies.values()
        return any(each.id in self.staff.groups and looks_after(each, self.after) for each in agencies)

    def _duty(self) -> Iterable[Officer]:
        found = map(self.staff.find, sorted(self.staff.on_duty))
        return (officer for officer in found if officer is not None)

    # ---- what

    def to_reporter(self, kind: str, **values: str) -> list[Outgoing]:
        tag = self.after.reporter
        return [ToReporter(tag, self.after.code, kind, values)] if tag else []

    def words(self, officer: Officer, text: str, buttons: Buttons = (), *, alert: bool = False) -> Words:
        return Words(officer.tag, officer.id, self.after.code, text, buttons, alert)

    def calls(
        self, officers: Iterable[Officer], text: str, buttons: Buttons, *, alert: bool = False
    ) -> list[Outgoing]:
        """
        A call for somebody to look: a new message, because it must ring, and the older ones of this case go
        once it stands. So each chat has one live call with buttons that are true.
        """
        code, told = self.after.code, list(officers)
        slot = f"call:{code}"
        new: list[Outgoing] = [Words(each.tag, each.id, code, text, buttons, alert, slot) for each in told]
        if self.before is None:
            return new
        held = self.after.assignee  # whose older messages are words of the reporter
        return new + [TakeBack(each.tag, each.id, code, but=slot) for each in told if each.id != held]

    def taken_back(self, officers: Iterable[Officer]) -> list[Outgoing]:
        return [TakeBack(officer.tag, officer.id, self.after.code) for officer in officers if officer.tag]

    def to_holder(self, key: str, **values: str) -> list[Outgoing]:
        """The text `hotline.<key>` to whoever holds the case, if they can be told."""
        holder = self.assignee
        return [self.words(holder, self.say.line(key, self.after, **values))] if holder else []

    @property
    def helpers(self) -> list[Officer]:
        return helpers_of(self.after, self.event.officer, self.staff)

    @property
    def holder_buttons(self) -> Buttons:
        return self.say.buttons(self.after.code, "open refer", "ask release", "close")


def supervisors_of(case: Case, staff: Staff) -> list[Officer]:
    """Supervisors who can be told, of the agencies that look after the case."""
    return [
        officer
        for officer in staff.officers.values()
        if Role.SUPERVISOR in officer.roles
        and looks_after(officer.agency, case)
        and may_be_told(officer, case)
    ]


def helpers_of(case: Case, asking: str, staff: Staff) -> list[Officer]:
    """Who is called when the officer `asking` wants help: colleagues on duty and supervisors, each once."""
    duty = (each for each in map(staff.find, sorted(staff.on_duty)) if each and may_be_told(each, case))
    called = {officer.id: officer for officer in (*duty, *supervisors_of(case, staff))}
    return [officer for officer in called.values() if officer.id != asking]


def may_be_told(officer: Officer, case: Case) -> bool:
    return bool(may(officer, Action.NOTIFY, case))
