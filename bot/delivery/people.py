"""
Load one chat, and commit one turn of it: session, outbox rows and timers in one atomic write.

Everything personal is sealed with the person's own key before it leaves this file. The process that commits
takes the lease of the lines it pushed to and hands them to the post at once.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import structlog

from bot.danger import Danger
from bot.delivery.sealing import PersonKey
from bot.errors import CorruptRecord, SecretError, StoreError
from bot.runner.letters import Letter
from bot.runner.turn import Outcome, Person, Turn
from bot.store import commit as stored
from bot.store.commit import ENQUEUE, Commit
from bot.store.connection import Store
from bot.store.keys import broadcast_line
from bot.store.outbox import Leased, count_rows
from bot.store.rows import Lane, Row
from bot.store.sessions import load
from bot.vault.keys import MasterKeys, new_data_key

LEASE_MS = 20_000  # longer than a call to Telegram may take, short enough for a dead process's alert

ARRIVAL_TRIES = 40
ARRIVAL_PAUSE_S = 0.05

log = structlog.get_logger()

Hand = Callable[[str, Leased | None, int], None]
"""Give a line we lease to the post: line, its rows when they are all ours, message id of the screen."""

_OUTCOMES = {
    stored.Outcome.DONE: Outcome.DONE,
    stored.Outcome.SEEN: Outcome.SEEN,
    stored.Outcome.STALE: Outcome.STALE,
    stored.Outcome.TIMER_GONE: Outcome.TIMER_GONE,
}


@dataclass(frozen=True, slots=True)
class KnownPerson(Person):
    """A person with the key that opens what is stored of them; None for somebody new."""

    key: PersonKey | None = None
    sealed_chat: bytes | None = field(default=None, repr=False)


class StoredPeople:
    """The runner's `People` on the store."""

    def __init__(
        self,
        store: Store,
        masters: MasterKeys,
        owner: str,
        hand: Hand,
        landmark: Callable[[str], None],
        lease_ms: int = LEASE_MS,
    ) -> None:
        self._store = store
        self._masters = masters
        self._owner = owner
        self._hand = hand
        self._landmark = landmark
        self._lease_ms = lease_ms

    async def load(self, tag: str) -> KnownPerson:
        """Raises: StoreError. What cannot be opened any more is `lost`, not an error: the person goes on."""
        record = await load(self._store.chats(tag), tag)
        if record.key is None:
            return KnownPerson(tag, record.version, lost=record.session is not None)
        screen = record.screen or 0
        try:
            key = PersonKey(self._masters.unwrap(record.key, tag), record.key)
            chat_id = key.open_chat(record.chat) if record.chat else 0
            session = key.open_session(record.session) if record.session else None
        except (SecretError, CorruptRecord) as error:
            log.error("person.lost", tag=tag, error=type(error).__name__)
            return KnownPerson(tag, record.version, lost=True)
        return KnownPerson(tag, record.version, session, chat_id, screen, key=key, sealed_chat=record.chat)

    async def commit(self, turn: Turn) -> Outcome:
        """Seal and write one turn. Raises: StoreError when nothing can be kept now."""
        person = turn.person
        assert isinstance(person, KnownPerson)  # noqa: S101  # the runner hands back what `load` gave
        if turn.renew_key:
            await self._let_commands_arrive(person.tag)
        key = person.key if person.key is not None and not turn.renew_key else self._new_key(person.tag)
        chat_id = turn.incoming.chat_id or person.chat_id
        fresh = key is not person.key
        sealed_chat = person.sealed_chat
        if chat_id and (fresh or chat_id != person.chat_id):
            sealed_chat = key.chat(chat_id)
        rows = _rows(turn, key)
        untouched = turn.session is None and not fresh
        written = Commit(
            tag=person.tag,
            seen=turn.incoming.seen,
            now_ms=_now_ms(),
            expected_version=ENQUEUE if untouched else person.version,
            session=None if turn.session is None else key.session(turn.session),
            key=key.wrapped if fresh else None,
            chat=sealed_chat if sealed_chat is not person.sealed_chat else None,
            rows=rows,
            timers=turn.timers,
            cancel=turn.cancel,
            fired=_fired(turn),
            came_in=(turn.incoming.message_id,) if turn.incoming.message_id else (),
            owner=self._owner,
            lease_ms=self._lease_ms,
        )
        return await self._write(written, key, sealed_chat)

    async def enqueue(self, tag: str, seen: str, letters: Sequence[Letter], chat_id: int = 0) -> Outcome:
        """
        Letters for a chat from elsewhere; DONE also when the chat has been erased (there is nobody).

        Broadcasts are left to the sweeper, which spreads them.
        """
        person = await self.load(tag)
        if person.key is None and not chat_id:
            return Outcome.DONE
        key = person.key or self._new_key(tag)
        fresh = person.key is None
        sealed_chat = key.chat(chat_id) if fresh else person.sealed_chat
        written = Commit(
            tag=tag,
            seen=seen,
            now_ms=_now_ms(),
            expected_version=person.version if fresh else ENQUEUE,
            key=key.wrapped if fresh else None,
            chat=sealed_chat if fresh else None,
            rows=tuple(_letter_row(tag, letter, key) for letter in letters),
            owner="" if all(letter.lane == "broadcast" for letter in letters) else self._owner,
            lease_ms=self._lease_ms,
        )
        return await self._write(written, key, sealed_chat)

    async def _let_commands_arrive(self, tag: str) -> None:
        """
        Wait for commands and files that are sealed with the key about to be destroyed.

        Raises: StoreError when they stand too long; the erasure is then asked for again, and nothing that
        was acknowledged is lost with the key.
        """
        area = self._store.chats(tag)
        lines = (f"{tag}.cases", f"{tag}.files")
        for _ in range(ARRIVAL_TRIES):
            if not any([await count_rows(area, line) for line in lines]):
                return
            await asyncio.sleep(ARRIVAL_PAUSE_S)
        raise StoreError("what a person sent before erasing is still on its way")

    async def _write(self, c: Commit, key: PersonKey, sealed_chat: bytes | None) -> Outcome:
        self._landmark("before_commit")
        committed = await stored.commit(self._store.chats(c.tag), c)
        self._landmark("after_commit")
        for line in committed.leased:
            ours = tuple(row for row in c.rows if row.line == line)
            if committed.backlog[line] == 0:
                self._hand(line, Leased(ours, key.wrapped, sealed_chat), committed.screen)
            else:  # what stands before may yet bring another screen
                self._hand(line, None, 0)
        return _OUTCOMES[committed.outcome]

    def _new_key(self, tag: str) -> PersonKey:
        plain = new_data_key()
        return PersonKey(plain, self._masters.wrap(plain, tag))


def _rows(turn: Turn, key: PersonKey) -> tuple[Row, ...]:
    tag = turn.person.tag
    urgent = any(getattr(command, "danger", Danger.NONE).alarms for command in turn.commands)
    lane = Lane.DANGER if urgent else Lane.REPLY
    commands = [Row(each.id, f"{tag}.cases", lane, key.command(each)) for each in turn.commands]
    letters = [_letter_row(tag, letter, key) for letter in turn.letters]
    jobs = [Row(job.id, f"{tag}.files", Lane.OFFICER, key.job(job)) for job in turn.jobs]
    notes = [Row(each.id, f"{tag}.notes", Lane.REMINDER, key.note(each.lesson)) for each in turn.notes]
    looks = [Row(each.id, f"{tag}.looks", Lane.REMINDER, key.look(each.looked)) for each in turn.looks]
    pictures = [Row(each.id, f"{tag}.pictures", Lane.REPLY, key.picture(each)) for each in turn.to_read]
    return (*commands, *letters, *jobs, *pictures, *notes, *looks)


def _letter_row(tag: str, letter: Letter, key: PersonKey) -> Row:
    line = broadcast_line(tag) if letter.lane == "broadcast" else tag
    return Row(letter.id, line, Lane[letter.lane.upper()], key.letter(letter))


def _fired(turn: Turn) -> tuple[str, int] | None:
    name = getattr(turn.incoming.arrival, "name", "")
    return (name, turn.incoming.fired) if turn.incoming.fired else None


def _now_ms() -> int:
    return int(time.time() * 1000)
