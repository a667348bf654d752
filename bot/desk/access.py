"""
The one way from a browser to cases: a session becomes an officer, and the officer asks the door.

`signed_in` wraps every page but the log-in: without a session there is no `Visit`, and without a `Visit`
nobody reaches a case. A posted form is checked before its page sees it. What an officer may not see looks
exactly like what does not exist.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final, TypeVar

from aiohttp import web

from bot.cases.code import read_code
from bot.cases.officer import Officer, Staff
from bot.cases.officer_commands import OfficerCommand
from bot.cases.refusal import Refusal
from bot.casework.evidence import EvidenceCopy
from bot.casework.notebook import Noted
from bot.casework.outcome import Applied, Outcome, Refused
from bot.casework.pattern_door import ClusterView
from bot.casework.views import CaseView, Figures, OfferView, QueueRow
from bot.desk import cookies, csrf
from bot.desk.desk import DESK, Desk
from bot.desk.survey import Near
from bot.patterns.growth import Limits
from bot.patterns.prints import Print
from bot.patterns.review import State

HIDDEN: Final = frozenset(
    {"not_shared", "unknown_case", "no_role", "inactive", "unknown_officer", "unknown_evidence"}
)
_MARK_DIGITS: Final = 12
T = TypeVar("T")
_ONCE: Final = re.compile(r"[A-Za-z0-9_-]{16,40}")


class LoggedOut(web.HTTPUnauthorized):
    """There is no session, or it ended."""


@dataclass(frozen=True, slots=True)
class Visit:
    """One request of an officer whose session was checked just now. `form` is empty unless posted."""

    request: web.Request
    desk: Desk
    officer: Officer
    session: str = field(repr=False)
    now: datetime
    form: Mapping[str, str] = field(default_factory=dict, repr=False)

    @property
    def code(self) -> str:
        """The case in the address. Raises: HTTPNotFound."""
        code = read_code(self.request.match_info["code"])
        if code is None:
            raise web.HTTPNotFound
        return code

    @property
    def today(self) -> date:
        """In the hotline's own time zone."""
        return self.now.astimezone(self.desk.settings.zone).date()

    # ---- looking

    async def queue(self) -> list[QueueRow]:
        return await self.desk.room.door.queue(self.officer, self.now)

    async def closed(self) -> list[QueueRow]:
        return await self.desk.room.door.closed(self.officer, self.now)

    async def count(self) -> Figures:
        return await self.desk.room.door.count(self.officer)

    async def search(self, words: str) -> list[QueueRow]:
        return await self.desk.room.door.search(self.officer, words, self.now)

    async def open_case(self, code: str) -> CaseView | Refusal:
        """Raises: HTTPNotFound when the officer may not know of it."""
        door = self.desk.room.door
        return _seen(await door.open_case(self.officer, code, self.now, visit=f"desk.{csrf.once()}"))

    async def offered(self, code: str) -> OfferView | Refusal:
        """A referral that waits for the officer's agency."""
        return await self.desk.room.door.offered(self.officer, code, self.now)

    async def export(self, code: str) -> CaseView | Refusal:
        """Raises: as `open_case`."""
        return _seen(await self.desk.room.door.export(self.officer, code, self.now))

    async def evidence(self, code: str, evidence: str) -> EvidenceCopy:
        """Raises: HTTPNotFound when there is none for this officer."""
        found = await self.desk.room.door.evidence(self.officer, code, evidence, self.now)
        if isinstance(found, Refusal):
            raise web.HTTPNotFound
        return found

    async def staff(self) -> Staff:
        return await self.desk.room.roster.staff(self.now)

    async def questions(self, *, purpose: str = "questions") -> list[Noted]:
        """What people asked, also what was seen to. Raises: HTTPNotFound for everybody but editors."""
        found = await self.desk.room.notebook.asked(self.officer, self.now, purpose=purpose)
        if isinstance(found, Refusal):
            raise web.HTTPNotFound
        return list(found)

    async def helped(self) -> list[tuple[Near, int]]:
        """Answers that helped somebody, the most helpful first. Raises: as `questions`."""
        found = await self.desk.room.notebook.helped(self.officer)
        if isinstance(found, Refusal):
            raise web.HTTPNotFound
        survey = self.desk.survey
        named = [
            (Near(entry, survey.title(entry) if survey else entry), times) for entry, times in found.items()
        ]
        return sorted((each for each in named if each[0].title), key=lambda each: (-each[1], each[0].title))

    async def patterns(self) -> list[ClusterView]:
        """Clusters, the largest first. Raises: HTTPNotFound for who may not see them."""
        door = self.desk.room.pattern_door
        return _found(await door.overview(self.officer, self.now, await self._names()))

    async def find_patterns(self, typed: str) -> list[ClusterView]:
        """Clusters that name a number. Raises: as `patterns`."""
        door = self.desk.room.pattern_door
        return _found(await door.find(self.officer, typed, self.now, await self._names()))

    async def limits(self) -> Limits:
        """Raises: as `patterns`."""
        return _found(await self.desk.room.pattern_door.limits(self.officer))

    async def _names(self) -> Mapping[str, str]:
        return {each.id: each.first_name for each in (await self.staff()).officers.values()}

    # ---- doing

    async def review_pattern(self, about: Print, state: State, note: str) -> None:
        """Raises: HTTPNotFound for who may read none of the reports that name it."""
        door = self.desk.room.pattern_door
        if await door.review(self.officer, about, state, note, self.now) is not None:
            raise web.HTTPNotFound

    async def withdraw_review(self, about: Print) -> None:
        """Raises: as `review_pattern`."""
        if await self.desk.room.pattern_door.withdraw_review(self.officer, about, self.now) is not None:
            raise web.HTTPNotFound

    async def set_limits(self, limits: Limits) -> None:
        """Raises: HTTPNotFound for who may not, ValueError for a number out of range."""
        if await self.desk.room.pattern_door.set_limits(self.officer, limits, self.now) is not None:
            raise web.HTTPNotFound

    async def questions_done(self, ids: Sequence[str], *, done: bool = True) -> None:
        """Raises: as `questions`."""
        if await self.desk.room.notebook.set_done(self.officer, ids, self.now, done=done) is not None:
            raise web.HTTPNotFound

    def about(self, code: str, words: str = "") -> dict[str, Any]:
        """
        What every command of this form carries.

        Args:
            words: What was written. A browser may bring an old form back; with other words in it, it is
                another command, so nothing that somebody wrote is taken for done.

        Raises: FormRefused without a name for this sending.
        """
        mark = csrf.token_for(self.session, words)[:_MARK_DIGITS]
        command = f"desk.{self.officer.id}.{self.once}.{mark}"
        return {"id": command, "at": self.now, "code": code, "officer": self.officer.id}

    @property
    def once(self) -> str:
        """The name of this sending; the same form sent twice has the same. Raises: FormRefused."""
        once = self.form.get("sekali", "")
        if _ONCE.fullmatch(once) is None:
            raise csrf.FormRefused
        return once

    async def apply(self, command: OfficerCommand) -> Outcome:
        """Raises: HTTPNotFound when the officer may not know of the case."""
        desk = self.desk
        owner = desk.settings.owner if desk.hand else ""
        outcome = await desk.room.casework.apply(
            command, self.now, owner=owner, lease_ms=desk.settings.lease_ms
        )
        if isinstance(outcome, Refused) and outcome.reason in HIDDEN:
            raise web.HTTPNotFound
        if isinstance(outcome, Applied) and outcome.leased and desk.hand:
            desk.hand(outcome.leased)
        return outcome


View = Callable[[Visit], Awaitable[web.StreamResponse]]
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def signed_in(view: View) -> Handler:
    """A handler that lets only officers with a session through. Raises: LoggedOut, FormRefused."""

    async def handler(request: web.Request) -> web.StreamResponse:
        desk = request.app[DESK]
        session = cookies.read_session(request, desk.settings)
        officer = await desk.room.logins.find_officer(session) if session else None
        if officer is None:
            raise LoggedOut
        form = await csrf.checked_form(request, session) if request.method == "POST" else {}
        return await view(Visit(request, desk, officer, session, desk.clock(), form))

    return handler


def _found(found: T | Refusal) -> T:
    if isinstance(found, Refusal):
        raise web.HTTPNotFound
    return found


def _seen(found: CaseView | Refusal) -> CaseView | Refusal:
    if isinstance(found, Refusal) and found.reason in HIDDEN:
        raise web.HTTPNotFound
    return found
