"""
Put into words what officers read about a case. The words themselves are in `content/id/wording/hotline.yaml`.

A card tells code, level and waiting time, nothing that a person wrote. Words of a reporter are cut where a
Telegram message would overflow; the rest is on the desk.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.cases.access import looks_after
from bot.cases.case import Alert, Case, ReferralState
from bot.cases.event import Event, Kind
from bot.cases.officer import Agency, Staff
from bot.cases.outgoing import Button, Buttons, Card
from bot.cases.queue import waited_s

_SAID = "\x00said\x00"  # holds the place of words that are escaped already
MAX_SAID = 2500  # characters of a reporter's words in one message; Telegram takes 4096, escaped
LINE_COST = 40  # characters that time and marks of one message take


class Wording(Protocol):
    """Where words come from: a text is Telegram HTML with its values escaped, a label is plain."""

    def text(self, key: str, values: Mapping[str, str]) -> str: ...

    def label(self, key: str, values: Mapping[str, str]) -> str: ...


@dataclass(frozen=True, slots=True)
class Phrasing:
    """Words for officers at one moment."""

    words: Wording
    staff: Staff
    at: datetime

    def line(self, key: str, case: Case, **values: str) -> str:
        """The text `hotline.<key>`, marked LATIHAN for a training case."""
        said = self.words.text(f"hotline.{key}", {**self._about(case), **values})
        return f"{self.words.text('hotline.training', {})} · {said}" if case.training else said

    def quoting(self, key: str, case: Case, events: Iterable[Event]) -> str:
        """The same, with the reporter's words of these events in its place `{said}`."""
        return self.line(key, case, said=_SAID).replace(_SAID, self.said(events))

    def card(self, case: Case, agency: Agency) -> Card:
        """The card of a case in an agency's group, as it should stand now."""
        key, buttons = self._card_state(case, agency)
        return Card(
            self.staff.groups[agency.id],
            case.code,
            self.line(f"card.{key}", case),
            buttons,
            urgent=case.alarmed and case.assignee is None,
        )

    def officer(self, officer_id: str) -> str:
        """How a reporter hears of an officer: "petugas Rina"."""
        name = self.staff.name_of(officer_id)
        return self.words.label("hotline.notice.officer", {"name": name}).strip()

    def outcome(self, outcome: str) -> str:
        return self.words.label(f"hotline.outcome.{outcome}", {})

    def said(self, events: Iterable[Event]) -> str:
        """The reporter's words, oldest first; the newest survive when there is too much."""
        kept: list[str] = []
        left = MAX_SAID
        for event in reversed([each for each in events if each.kind is Kind.MESSAGE]):
            if left <= 0:
                kept.append(self.words.text("hotline.words.cut", {}))
                break
            kept.append(self._one(event, left))
            left -= len(event.body.get("text", "")) + LINE_COST
        return "\n".join(reversed(kept))

    def buttons(self, code: str, *rows: str) -> Buttons:
        """Rows of actions, each `take open …`."""

        def button(name: str) -> Button:
            return Button(self.words.label(f"hotline.button.{name}", {}), f"case.{name}.{code}")

        return tuple(tuple(map(button, row.split())) for row in rows)

    def _one(self, event: Event, left: int) -> str:
        marks = [name for name in ("former", "revision_of") if event.plain.get(name)]
        values = {
            "time": self.clock(event.at),
            "text": _cut(event.body.get("text", ""), left),
            "files": str(len(event.plain.get("files", "").split()) or ""),
            "marks": "".join(self.words.label(f"hotline.words.{mark}", {}) + " " for mark in marks),
        }
        lines = [key for key in ("text", "files") if values[key]]
        return "\n".join(self.words.text(f"hotline.words.said_{key}", values) for key in lines)

    def clock(self, at: datetime) -> str:
        """10:02 in the hotline's own time zone, with the day when it is not today's."""
        local, today = at.astimezone(self.staff.zone), self.at.astimezone(self.staff.zone).date()
        day = "" if local.date() == today else f"{local.day}/{local.month} "
        return f"{day}{local:%H:%M}"

    def _card_state(self, case: Case, agency: Agency) -> tuple[str, Buttons]:
        if not looks_after(agency, case):
            return self._partners_card(case, agency)
        if not case.is_open:
            return ("withdrawn" if case.alert is Alert.WITHDRAWN else "closed"), ()
        if case.assignee is not None:
            return "taken", ()
        return ("overdue" if case.overdue else "waiting"), self.buttons(case.code, "take")

    def _partners_card(self, case: Case, agency: Agency) -> tuple[str, Buttons]:
        """In the group of an agency that it was referred to, or that saw it before another agency took it."""
        referral = case.referral_to(agency.id)
        if referral is None:
            return "elsewhere", ()
        answers = self.buttons(case.code, "accept") if referral.state is ReferralState.OFFERED else ()
        return f"referral_{referral.state.value}", answers

    def _about(self, case: Case) -> dict[str, str]:
        return {
            "code": case.code,
            "level": self.words.label(f"hotline.level.{case.urgency.value}", {}),
            "mark": self.words.label(f"hotline.mark.{case.urgency.value}", {}),
            "waiting": self._waited(waited_s(case, self.at)),
            "since": self.clock(case.waiting_since or self.at),
            "time": self.clock(self.at),
            "name": self.staff.name_of(case.assignee),
        }

    def _waited(self, seconds: int) -> str:
        """00:42 for minutes and seconds; from an hour on in words."""
        minutes, rest = divmod(seconds, 60)
        if minutes < 60:
            return f"{minutes:02d}:{rest:02d}"
        values = {"hours": str(minutes // 60), "minutes": str(minutes % 60)}
        return self.words.label("hotline.hours", values)


def _cut(text: str, left: int) -> str:
    return text if len(text) <= left else text[:left].rstrip() + " …"
