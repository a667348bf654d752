"""
Take what arrived for one chat to its end: load, screen for danger, walk, commit. Start at `take`.

Every arrival ends in exactly one commit, or in an error that makes Telegram keep it. Words a person typed
are never logged.
"""

from __future__ import annotations

import traceback
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import structlog

from bot.cases.commands import Delivered, NotDelivered, write_command
from bot.engine.advance import advance
from bot.engine.building import Fresh
from bot.engine.effects import Change, Say
from bot.engine.events import DangerNoticed, Event, Files, Notice, Tap, Text, TimerFired
from bot.engine.reading import looks_like_question
from bot.engine.session import Session
from bot.engine.settling import begin, settle_in
from bot.errors import StoreError
from bot.runner import albums, officers, visitors
from bot.runner.carrying_out import carry_out, joined
from bot.runner.chat_order import ChatOrder
from bot.runner.countries import country_in
from bot.runner.incoming import ChatBack, ChatGone, HotlineTap, Incoming, Migrated
from bot.runner.letters import Letter, with_receipt
from bot.runner.ports import Hotline, Knowledge, People, Secrets
from bot.runner.questions import answer
from bot.runner.screening import screened
from bot.runner.turn import Draft, Outcome, Person

MOST_TRIES = 8
MOST_QUERIES = 6  # look-ups in one turn
UNSEND_TIMER = "unsend:"
NO_CODE = "K-?"  # stands for a code until one is needed

log = structlog.get_logger()


class ContentTooOld(StoreError):
    """A session was written by newer content: this process leaves it to a newer one."""


class Conversations:
    """All chats of one process. `knowledge` is replaced as a whole on reload."""

    def __init__(self, people: People, hotline: Hotline, secrets: Secrets, knowledge: Knowledge) -> None:
        self._people = people
        self._hotline = hotline
        self._secrets = secrets
        self.knowledge = knowledge
        self._order = ChatOrder()

    async def take(self, incoming: Incoming, now: datetime) -> Outcome:
        """
        Take one arrival to its commit.

        Raises: StoreError when it could not be kept; deliver it again.
        """
        async with self._order.turn(incoming.tag):
            for _ in range(MOST_TRIES):
                person = await self._people.load(incoming.tag)
                try:
                    draft = await self._draft(person, incoming, now)
                except StoreError:
                    raise
                except Exception as error:
                    # Whatever a hostile or unlucky message sets off: it must neither stop the queue behind
                    # it nor leave the person without an answer. The class names the fault, no words do.
                    place = traceback.extract_tb(error.__traceback__)[-1]
                    where = f"{Path(place.filename).name}:{place.lineno}"
                    log.error(
                        "conversation.failed", seen=incoming.seen, error=type(error).__name__, where=where
                    )
                    draft = self._apology(person, incoming, now)
                outcome = await self._people.commit(draft.turn)
                if outcome is not Outcome.STALE:
                    return outcome
        raise StoreError(f"{incoming.seen} was overtaken {MOST_TRIES} times")

    async def _draft(self, person: Person, incoming: Incoming, now: datetime) -> Draft:
        draft = Draft(person, incoming, now)
        flows = self.knowledge.flows
        arrival = incoming.arrival
        timer = arrival.name if isinstance(arrival, TimerFired) else ""
        if incoming.group or timer == visitors.LEAVE_TIMER:
            await visitors.in_group(draft, self._hotline, flows)
        elif timer.startswith(UNSEND_TIMER):
            message_id = int(timer.removeprefix(UNSEND_TIMER))
            draft.write(Letter(draft.next_id(), kind="unsend", lane="officer", message_ids=(message_id,)))
        elif isinstance(arrival, HotlineTap):
            await officers.tapped(draft, arrival, self._hotline, flows)
        elif isinstance(arrival, ChatGone | ChatBack):
            visitors.came_or_went(draft)
        elif not isinstance(arrival, Migrated):
            await self._talk(draft, arrival)
        return draft

    async def _talk(self, draft: Draft, event: Event) -> None:
        session, notes = self._seated(draft.turn.person)
        if draft.turn.incoming.album and isinstance(event, Files):
            draft.keep(albums.gathered(session, event, draft))
            return
        if isinstance(event, TimerFired) and event.name.startswith(albums.TIMER):
            session, event = albums.complete(session, event.name)
        if await officers.took(draft, session, event, self._hotline, self.knowledge.flows.wording):
            return
        event, watch = screened(event, self.knowledge)
        if isinstance(event, DangerNoticed):
            country = country_in(event.text, self.knowledge.countries)
            if country or not self.knowledge.flows[session.here.flow].alerted:
                session = session.answer({"country": country})
        if notes and isinstance(event, Text) and not looks_like_question(event.text):
            event = Tap("", "", "")  # it answered a screen that is gone: show where they stand now instead
        session, effects = await self._walked(draft, session.answer({"watch": "yes" if watch else ""}), event)
        draft.keep(session)
        for effect in joined([*(Say(note) for note in notes), *effects]):
            carry_out(effect, draft, self._secrets, self.knowledge)
        if isinstance(event, Notice) and "message" in event.values:
            _ask_for_delivery(draft, event)

    async def _walked(self, draft: Draft, start: Session, happened: Event) -> tuple[Session, list[Change]]:
        """
        Walk until the flow waits, looking things up on the way.

        A case code is reserved in the store, so it is only fetched when the walk opens a case, and the same
        walk is then taken again with it: walking is pure and costs next to nothing.
        """
        secrets = self._secrets
        message_id = draft.turn.incoming.message_id
        fresh = Fresh(draft.turn.now, secrets.nonce(), NO_CODE, secrets.receipt(), message_id)
        session, effects = await self._walk(draft, start, happened, fresh)
        if session.case != NO_CODE:
            return session, effects
        return await self._walk(draft, start, happened, replace(fresh, case=await self._hotline.new_code()))

    async def _walk(
        self, draft: Draft, session: Session, event: Event, fresh: Fresh
    ) -> tuple[Session, list[Change]]:
        effects: list[Change] = []
        for _ in range(MOST_QUERIES):
            step = advance(self.knowledge.flows, session, event, fresh)
            session = step.session
            effects.extend(step.effects)
            if step.query is None:
                break
            event = await answer(step.query, self.knowledge, self._hotline, draft.turn)
        return session, effects

    def _seated(self, person: Person) -> tuple[Session, list[str]]:
        flows = self.knowledge.flows
        if person.session is None:
            notes = [flows.wording.text("engine.session_lost", {})] if person.lost else []
            return begin(flows), notes
        if person.session.content > flows.version:
            raise ContentTooOld(
                f"a session was written with content {person.session.content}, here is {flows.version}"
            )
        session, moved = settle_in(flows, person.session)
        return session, [flows.wording.text("engine.moved", {})] if moved else []

    def _apology(self, person: Person, incoming: Incoming, now: datetime) -> Draft:
        draft = Draft(person, incoming, now)
        if not incoming.group:
            sorry = Say(self.knowledge.flows.wording.text("engine.sorry", {}))
            carry_out(sorry, draft, self._secrets, self.knowledge)
        return draft


def _ask_for_delivery(draft: Draft, notice: Notice) -> None:
    """The officer learns whether the words arrived: Telegram's answer to the last letter goes to the case."""
    code, message = notice.values["of_case"], notice.values["message"]
    about: dict[str, Any] = {"at": draft.turn.now, "code": code, "message": message}
    seen = draft.turn.incoming.seen
    arrived = write_command(Delivered(id=f"{seen}-ok", **about))
    failed = write_command(NotDelivered(id=f"{seen}-no", reason="{reason}", **about))
    *others, last = draft.turn.letters
    draft.turn = replace(draft.turn, letters=(*others, with_receipt(last, arrived, failed)))
