"""Bear commands to the cases, and tell an officer at once when one is refused."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime

import structlog

from bot.cases.commands import Command
from bot.casework.casework import Casework
from bot.casework.outcome import Applied, Erased, Refused
from bot.delivery.people import LEASE_MS
from bot.delivery.post import Again, Done
from bot.delivery.sealing import PersonKey
from bot.store.keys import tag_of_line
from bot.store.outbox import Leased
from bot.store.rows import Row
from bot.vault.keys import MasterKeys

log = structlog.get_logger()

TellOfficer = Callable[[str, str, str], Awaitable[None]]
"""officer id, id of the letter, words"""


class CaseBearer:
    """Commands of conversations, in the order they were given."""

    def __init__(
        self,
        casework: Casework,
        masters: MasterKeys,
        owner: str,
        now: Callable[[], datetime],
        hand_news: Callable[[str], None],
        tell_officer: TellOfficer,
        lease_ms: int = LEASE_MS,
    ) -> None:
        self._casework = casework
        self._masters = masters
        self._owner = owner
        self._now = now
        self._hand_news = hand_news
        self._tell_officer = tell_officer
        self._lease_ms = lease_ms

    async def bear(self, row: Row, leased: Leased, screen: int) -> Done | Again:  # noqa: ARG002  # a Bearer
        """Raises: SecretError or CorruptRecord when the command can never be read; StoreError."""
        if leased.key is None:
            return Done()
        tag = tag_of_line(row.line)
        command = PersonKey(self._masters.unwrap(leased.key, tag), leased.key).open_command(row.body)
        outcome = await self._casework.apply(command, self._now(), owner=self._owner, lease_ms=self._lease_ms)
        match outcome:
            case Applied(leased=lines):
                for line in lines:
                    self._hand_news(line)
            case Refused(reason, words):
                log.info("command.refused", kind=type(command).__name__, case=command.code, reason=reason)
                await self._explain(command, row, words)
            case Erased():
                log.info("case.erased", case=command.code)
            case _:
                pass
        return Done()

    async def _explain(self, command: Command, row: Row, words: str) -> None:
        officer = getattr(command, "officer", "")
        if officer and words:
            await self._tell_officer(officer, f"{row.id}-refused", words)
