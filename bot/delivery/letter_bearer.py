"""Bear letters to Telegram, under its limits, and note what it accepted."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import assert_never

import structlog

from bot.delivery.ports import Carrier
from bot.delivery.post import Again, Done
from bot.delivery.sealing import PersonKey
from bot.runner.carried import Accepted, Carried, Gone, Later, Moved, Refused, Unknown
from bot.runner.letters import Letter
from bot.store.connection import Store
from bot.store.keys import tag_of_line
from bot.store.outbox import Leased, SentNote
from bot.store.rows import Lane, Row
from bot.store.sent import find_named, forget, list_sent
from bot.vault.keys import MasterKeys

LONGEST_WAIT_S = 5.0  # a longer one gives the line back
SCREEN = "screen"

log = structlog.get_logger()


class LetterBearer:
    """One process's way to Telegram."""

    def __init__(
        self,
        store: Store,
        masters: MasterKeys,
        carrier: Carrier,
        now_ms: Callable[[], int],
        landmark: Callable[[str], None],
        moved: Callable[[str, Letter, int], object],
    ) -> None:
        self._store = store
        self._masters = masters
        self._carrier = carrier
        self._now_ms = now_ms
        self._landmark = landmark
        self._moved = moved

    async def bear(self, row: Row, leased: Leased, screen: int) -> Done | Again:
        """Raises: SecretError or CorruptRecord when the letter can never be read."""
        tag = tag_of_line(row.line)
        if leased.key is None or leased.chat is None:
            return Done()  # the person was erased: there is nobody to write to
        key = PersonKey(self._masters.unwrap(leased.key, tag), leased.key)
        letter, chat_id = key.open_letter(row.body), key.open_chat(leased.chat)
        wait_s = self._carrier.wait_s(chat_id, letter.lane, LONGEST_WAIT_S)
        if wait_s > LONGEST_WAIT_S or (wait_s > 0 and letter.lane == "broadcast"):
            return Again(wait_s)
        if wait_s > 0:
            await asyncio.sleep(wait_s)
        ids = await self._meant(tag, letter)
        current = await self._current(tag, letter, screen)
        carried = await self._carrier.carry(letter, chat_id, current=current, ids=ids)
        self._landmark("after_sending")
        if isinstance(carried, Moved):
            await self._send_to_new_group(tag, letter, carried)
            return Done()
        if isinstance(carried, Accepted) and ids:
            await forget(self._store.chats(tag), tag, ids)
        return self._judge(row, letter, carried, key)

    async def _meant(self, tag: str, letter: Letter) -> list[int]:
        match letter.kind:
            case "unsend":
                return list(letter.message_ids)
            case "unsend_all":
                return [each.message_id for each in await list_sent(self._store.chats(tag), tag)]
            case "unsend_ref":
                named = await self._named(tag, letter)
                if not letter.ref:
                    return [named] if named else []
                noted = await list_sent(self._store.chats(tag), tag)
                meant = (each.message_id for each in noted if each.ref == letter.ref)
                return [each for each in meant if each != named]
            case "say" | "leave":
                return []
            case _:
                assert_never(letter.kind)

    async def _named(self, tag: str, letter: Letter) -> int:
        """Message id now in the letter's slot, 0 for none."""
        return (await find_named(self._store.chats(tag), tag, letter.slot) or 0) if letter.slot else 0

    async def _current(self, tag: str, letter: Letter, screen: int) -> int:
        if not letter.replace:
            return 0
        if letter.slot == SCREEN and screen:
            return screen
        return await self._named(tag, letter)

    async def _send_to_new_group(self, tag: str, letter: Letter, moved: Moved) -> None:
        result = self._moved(tag, letter, moved.new_chat_id)
        if asyncio.iscoroutine(result):
            await result

    def _judge(self, row: Row, letter: Letter, carried: Carried, key: PersonKey) -> Done | Again:
        match carried:
            case Accepted(message_id):
                return Done(self._note(letter, message_id), self._follow(row, letter.then, "", key))
            case Gone():
                return Done(None, self._follow(row, letter.otherwise, "blocked", key))
            case Refused(reason):
                log.error("letter.refused", row=row.id, reason=reason.partition(":")[2][:30].strip())
                return Done(None, self._follow(row, letter.otherwise, "refused", key))
            case Later(retry_after_s):
                return Again(retry_after_s)
            case Unknown(reason):
                log.warning("letter.again", row=row.id, reason=reason[:40])
                return Again()
            case Moved():
                return Done()
            case _:
                assert_never(carried)

    def _note(self, letter: Letter, message_id: int) -> SentNote | None:
        if not message_id:
            return None
        unsend_at = self._now_ms() + letter.unsend_after_s * 1000 if letter.unsend_after_s else None
        return SentNote(
            message_id, letter.sensitive, ref=letter.ref, name=letter.slot, unsend_at_ms=unsend_at
        )

    def _follow(self, row: Row, command: str, reason: str, key: PersonKey) -> Row | None:
        """The command for the cases that a letter carries for its outcome."""
        if not command:
            return None
        written = command.replace("{reason}", reason)
        return Row(f"{row.id}+", f"{tag_of_line(row.line)}.cases", Lane.DANGER, key.raw_command(written))
