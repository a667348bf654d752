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
        """Of the agencies that look after the case."""
        return [
            officer
            for officer in self.staff.officers.values()
            if Role.SUPERVISOR in officer.roles
            and looks_after(officer.agency, self.after)
            and may_be_told(officer, self.after)
        ]

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

    def taken_back(self, officers: Iterable[Officer]) -> list[Outgoing]:
        return [TakeBack(officer.tag, officer.id, self.after.code) for officer in officers if officer.tag]

    @property
    def holder_buttons(self) -> Buttons:
        return self.say.buttons(self.after.code, "open ask", "release close")


def may_be_told(officer: Officer, case: Case) -> bool:
    return bool(may(officer, Action.NOTIFY, case))
