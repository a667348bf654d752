"""
What people asked in vain, for the editors of the content: kept sealed, shown only to them, gone in time.

The words were scrubbed before they came here. The id of a question is a keyed hash, so that not even the
number of the update it came from is kept with it. Start at `Notebook.keep` and `Notebook.asked`.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.cases.access import may_edit_content
from bot.cases.asked import MOST_KEPT, Asked, Helped, Lesson, oldest_kept, read_lesson, write_lesson
from bot.cases.officer import Officer
from bot.cases.refusal import Refusal
from bot.casework.records import json_bytes
from bot.store import cases as stored_cases
from bot.store import questions as stored_questions
from bot.store.area import Area
from bot.vault.sealed import open_sealed, seal

_ID_DIGITS = 20


@dataclass(frozen=True, slots=True)
class Noted:
    """One question as an editor may see it; `done` when it was seen to."""

    id: str
    asked: Asked
    done: bool


class Notebook:
    """`key` is the casework key. Everything for officers asks `may_edit_content` first."""

    def __init__(self, area: Area, key: bytes) -> None:
        self._area = area
        self._key = key

    async def keep(self, note_id: str, lesson: Lesson, today: date) -> None:
        """
        Keep one lesson, once for each `note_id`; the oldest make room.

        Raises: StoreUnreachable (keep it again).
        """
        hidden = hmac.new(self._key, note_id.encode(), hashlib.sha256).hexdigest()[:_ID_DIGITS]
        if isinstance(lesson, Helped):
            await stored_questions.count_helpful(self._area, hidden, lesson.entry)
            return
        sealed = seal(self._key, write_lesson(lesson), _purpose(hidden))
        await stored_questions.keep(self._area, hidden, lesson.on.toordinal(), sealed)
        await self.forget_old(today)

    async def forget_old(self, today: date) -> int:
        """Delete what is older than 90 days, then call `store.erasing.rewrite_if_due`. Returns: how many."""
        return await stored_questions.trim(self._area, oldest_kept(today).toordinal(), MOST_KEPT)

    async def asked(
        self, officer: Officer, now: datetime, *, purpose: str = "questions"
    ) -> Sequence[Noted] | Refusal:
        """
        Every question that is still kept, the newest day first.

        Args:
            purpose: What the audit says they were opened for.

        Raises: CorruptRecord, SecretError, StoreUnreachable.
        """
        decision = may_edit_content(officer)
        await self._write_audit(officer, purpose, now, allowed=decision.allowed)
        if not decision:
            return Refusal(decision.why)
        await self.forget_old(now.date())
        found = []
        for stored in await stored_questions.load(self._area):
            lesson = read_lesson(open_sealed(self._key, stored.sealed, _purpose(stored.id)))
            if isinstance(lesson, Asked):
                found.append(Noted(stored.id, lesson, stored.done))
        return found

    async def helped(self, officer: Officer) -> Mapping[str, int] | Refusal:
        """How many people each entry helped."""
        decision = may_edit_content(officer)
        return await stored_questions.helpful(self._area) if decision else Refusal(decision.why)

    async def set_done(
        self, officer: Officer, ids: Sequence[str], now: datetime, *, done: bool = True
    ) -> Refusal | None:
        """
        An editor has seen to these questions; others that ask the same will be listed again.

        Args:
            done: False takes that back.
        """
        decision = may_edit_content(officer)
        action = "questions_done" if done else "questions_not_done"
        await self._write_audit(officer, action, now, allowed=decision.allowed)
        if not decision:
            return Refusal(decision.why)
        change = stored_questions.set_done if done else stored_questions.set_not_done
        await change(self._area, ids)
        return None

    async def _write_audit(self, officer: Officer, action: str, now: datetime, *, allowed: bool) -> None:
        line = {"at": now.isoformat(), "officer": officer.id, "action": action, "code": "", "item": ""}
        await stored_cases.write_audit(self._area, json_bytes({**line, "allowed": allowed}))


def _purpose(question_id: str) -> bytes:
    return f"question:{question_id}".encode()
