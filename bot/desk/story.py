"""
The history of a case as lines to read: the reporter's words, officers' replies, and what happened between.

Notes are no part of the conversation; they come as a list of their own and stand in a place of their own. A
case that came by telephone begins with what the officer wrote down. Start at `Story`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final

from bot.cases.case import Channel, Delivery
from bot.cases.event import REPORTER, Event, Kind
from bot.cases.officer import Staff
from bot.casework.views import CaseView
from bot.desk.desk import Desk

_QUIET: Final = frozenset(  # said elsewhere on the page
    {Kind.RECEIPT_GIVEN, Kind.EVIDENCE_ANNOUNCED, Kind.EVIDENCE_STORED, Kind.DELIVERED, Kind.NOT_DELIVERED}
)
_ALARMS: Final = frozenset(
    {
        Kind.ALERT_RAISED,
        Kind.ALERT_NOT_ACCEPTED,
        Kind.OVERDUE,
        Kind.RELAY_MOVED,
        Kind.REPORTER_BLOCKED,
        Kind.SCREEN_CLEARED,
    }
)


@dataclass(frozen=True, slots=True)
class Line:
    """
    One line of the history.

    Attributes:
        side: reporter, officer, note, intake, system or alarm.
        text: What was said, or for system and alarm what happened.
        captions: Small marks: changed, from an earlier account, which question it answers.
        files: Ids of evidence that came with it.
        day: Set on the first line of a day.
    """

    id: str
    at: datetime
    side: str
    who: str
    text: str = field(repr=False)
    captions: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    delivery: Delivery | None = None
    day: str = ""


class Story:
    """Puts the events of one case into words."""

    def __init__(self, desk: Desk, view: CaseView, staff: Staff, now: datetime) -> None:
        self._desk = desk
        self._case = view.case
        self._staff = staff
        self._now = now
        self._deliveries = {each.message: each for each in view.case.deliveries}
        self._intake = self._first_note(view.events)
        self.talk = self._with_days(self._line(each) for each in view.events if each.kind not in _QUIET)
        self.notes = [
            self._said(each, "note")
            for each in view.events
            if each.kind is Kind.NOTED and each.id != self._intake
        ]

    def _first_note(self, events: Iterable[Event]) -> str:
        """Id of the note that is the report itself, in a case an officer entered."""
        if self._case.channel is Channel.BOT:
            return ""
        return next((each.id for each in events if each.kind is Kind.NOTED), "")

    def _with_days(self, lines: Iterable[Line]) -> list[Line]:
        dated: list[Line] = []
        before = ""
        for line in lines:
            day = self._desk.times.day(line.at, self._now)
            dated.append(replace(line, day=day if day != before else ""))
            before = day
        return dated

    def _line(self, event: Event) -> Line:
        if event.kind is Kind.MESSAGE:
            return replace(self._said(event, "reporter"), captions=self._captions(event))
        if event.kind is Kind.REPLIED:
            delivery = self._deliveries.get(event.plain.get("message", ""))
            return replace(self._said(event, "officer"), delivery=delivery)
        if event.kind is Kind.REFERRAL_ASKED:
            question = replace(self._said(event, "officer"), text=event.body.get("question", ""))
            asks = self._desk.said("talk.asks_consent", agency=self._agency(event.plain.get("agency", "")))
            delivery = self._deliveries.get(event.plain.get("referral", ""))
            return replace(question, captions=(asks,), delivery=delivery)
        if event.id == self._intake:
            return self._said(event, "intake")
        side = "alarm" if event.kind in _ALARMS else "system"
        return Line(event.id, event.at, side, self._who(event), self._happened(event))

    def _said(self, event: Event, side: str) -> Line:
        files = tuple(event.plain.get("files", "").split())
        return Line(
            event.id, event.at, side, self._who(event), event.body.get("text", "").strip(), files=files
        )

    def _captions(self, event: Event) -> tuple[str, ...]:
        marks = [mark for mark in ("former", "revision_of") if event.plain.get(mark)]
        label = event.plain.get("label", "").replace("-", " ")
        said = [self._desk.words.label(f"hotline.words.{mark}", {}).strip("()") for mark in marks]
        return (*said, *([self._desk.said("talk.answer_to", label=label)] if label else ()))

    def _happened(self, event: Event) -> str:
        plain = event.plain
        reason = event.body.get("reason", "")
        words = self._desk.words
        values = {
            "name": self._who(event),
            "to": self._staff.name_of(plain.get("officer")),
            "agency": self._agency(plain.get("agency", "")),
            "because": f": {reason}" if reason else "",
            "answer": event.body.get("answer", ""),
            "channel": self._desk.said(f"channel.{plain.get('channel', self._case.channel.value)}"),
            "level": words.label(f"hotline.level.{plain.get('danger', 'none')}", {}),
            "outcome": words.label(f"hotline.outcome.{plain['outcome']}", {}) if "outcome" in plain else "",
        }
        return self._desk.said(f"event.{event.kind.value}", **values)

    def _who(self, event: Event) -> str:
        if event.by == REPORTER:
            return self._desk.said("talk.reporter")
        return self._staff.name_of(event.officer) or self._desk.said("talk.system")

    def _agency(self, agency_id: str) -> str:
        agency = self._staff.agencies.get(agency_id)
        return agency.name if agency else agency_id
