"""Bear jobs that take long: fetch evidence from Telegram, and rewrite the store's files after an erasure."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import assert_never

import structlog

from bot.cases.refusal import Refusal
from bot.casework.intake import Intake
from bot.casework.outcome import Refused
from bot.delivery.ports import Carrier
from bot.delivery.post import Again, Done
from bot.delivery.sealing import PersonKey
from bot.engine.events import Notice
from bot.errors import CallRefused, OutcomeUnknown, StoreError
from bot.runner.incoming import Incoming
from bot.runner.turn import Download, Rewrite
from bot.store.connection import Store
from bot.store.erasing import rewrite
from bot.store.keys import tag_of_line
from bot.store.outbox import Leased
from bot.store.rows import Row
from bot.vault.keys import MasterKeys

WAIT_FOR_CASE_S = 0.5
DISK_PAUSE_S = 30.0
MOST_WAITS = 20  # for a case that its own command has not opened yet; then it was erased

log = structlog.get_logger()


class FileBearer:
    """The lines `<tag>.files`."""

    def __init__(
        self,
        store: Store,
        masters: MasterKeys,
        carrier: Carrier,
        intake: Intake,
        take: Callable[[Incoming], Awaitable[None]],
        now: Callable[[], datetime],
    ) -> None:
        self._store = store
        self._masters = masters
        self._carrier = carrier
        self._intake = intake
        self._take = take
        self._now = now
        self._waits: dict[str, int] = {}

    async def bear(self, row: Row, leased: Leased, screen: int) -> Done | Again:  # noqa: ARG002  # a Bearer
        """Raises: SecretError or CorruptRecord when the job can never be read; StoreError."""
        if leased.key is None:
            return Done()
        tag = tag_of_line(row.line)
        job = PersonKey(self._masters.unwrap(leased.key, tag), leased.key).open_job(row.body)
        match job:
            case Download():
                return await self._download(row, tag, job)
            case Rewrite():
                return await self._rewrite(row, tag)
            case _:
                assert_never(job)

    async def _download(self, row: Row, tag: str, job: Download) -> Done | Again:
        try:
            data = await self._carrier.download(job.media.file_id)
        except OutcomeUnknown:
            return Again()
        except CallRefused as error:
            return await self._give_up(row, tag, job, "too_big" if "too big" in error.description else "gone")
        try:
            stored = await self._intake.store(job.case, job.evidence, data, self._now())
        except ValueError:  # larger than Telegram had said
            return await self._give_up(row, tag, job, "too_big")
        except OSError as error:  # a full disk, perhaps: the file stays at Telegram meanwhile
            log.error("evidence.again", case=job.case, error=type(error).__name__)
            return Again(DISK_PAUSE_S)
        return self._patiently(row, job) if isinstance(stored, Refusal | Refused) else self._done(row)

    async def _give_up(self, row: Row, tag: str, job: Download, reason: str) -> Done | Again:
        """The officer sees that a file is missing, the person learns how to send it."""
        failed = await self._intake.fail(job.case, job.evidence, reason, self._now())
        if isinstance(failed, Refused):
            return self._patiently(row, job)
        await self._take(Incoming(f"{row.id}-failed", tag, Notice("evidence_failed", {"reason": reason})))
        return self._done(row)

    def _patiently(self, row: Row, job: Download) -> Done | Again:
        """Wait for the case, or the message that announces the file; after a while it was erased."""
        waits = self._waits[row.id] = self._waits.get(row.id, 0) + 1
        if waits <= MOST_WAITS:
            return Again(WAIT_FOR_CASE_S)
        log.warning("evidence.no_case", case=job.case)
        return self._done(row)

    def _done(self, row: Row) -> Done:
        self._waits.pop(row.id, None)
        return Done()

    async def _cases_wait(self, tag: str) -> bool:
        """Whether commands of this person have not reached the cases yet."""
        area = self._store.chats(tag)
        return bool(await area.call("LLEN", area.keys.line(f"{tag}.cases")))

    async def _rewrite(self, row: Row, tag: str) -> Done | Again:
        if await self._cases_wait(tag):
            return Again(WAIT_FOR_CASE_S)  # the case itself is not erased yet: the files would still hold it
        try:
            await rewrite(self._store)
        except StoreError as error:
            log.warning("erasing.again", reason=type(error).__name__)
            return Again(5.0)
        await self._take(Incoming(f"{row.id}-erased", tag, Notice("erased")))
        return Done()
