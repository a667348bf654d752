"""
Rows that leave the cases area: sealing them when a case changes, opening them when they are sent.

A row's line is `chat.<tag>`, its body `<code> <sealed>`. What may hold a person's words is sealed with the
key of its case, so it dies with the case; cards, take-backs and bulletins hold none and are sealed with the
casework key (`-` stands for the code), because they must still go out after a case has been erased.
Start at `Letters.open`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from bot.cases.outgoing import (
    Bulletin,
    Card,
    Outgoing,
    TakeBack,
    ToReporter,
    Words,
    read_outgoing,
    write_outgoing,
)
from bot.casework.archive import Archive
from bot.casework.records import json_bytes
from bot.errors import CorruptRecord
from bot.store.rows import Lane, Row
from bot.vault.sealed import open_sealed, seal

PURPOSE = b"casework outbox"
_NO_CASE = b"-"
_URGENT_NEWS = frozenset({"alert_accepted", "alert_not_accepted"})


class Letters:
    """`key` is the casework key (see `keys.casework_key`)."""

    def __init__(self, archive: Archive, key: bytes) -> None:
        self._archive = archive
        self._key = key

    def rows(self, command_id: str, outgoing: Iterable[Outgoing], case_key: bytes) -> tuple[Row, ...]:
        """Outbox rows in the same order; their ids come from the command's."""
        return tuple(
            Row(f"{command_id}.o{number}", f"chat.{each.tag}", lane_of(each), self._sealed(each, case_key))
            for number, each in enumerate(outgoing)
        )

    async def open(self, row: Row) -> Outgoing | None:
        """
        What a leased row asks for.

        Returns: None when its case was erased meanwhile: settle the row, there is nothing to send.
        Raises: CorruptRecord, SecretError, StoreUnreachable.
        """
        head, _, sealed = row.body.partition(b" ")
        key = self._key
        if head != _NO_CASE:
            file = await self._archive.find(head.decode("ascii", "replace"))
            if file is None:
                return None
            key = file.key
        try:
            return read_outgoing(json.loads(open_sealed(key, sealed, PURPOSE)))
        except (KeyError, TypeError, ValueError):
            raise CorruptRecord("a row of the cases outbox cannot be read back") from None

    def _sealed(self, outgoing: Outgoing, case_key: bytes) -> bytes:
        plain = json_bytes(write_outgoing(outgoing))
        if isinstance(outgoing, Card | TakeBack | Bulletin):
            return _NO_CASE + b" " + seal(self._key, plain, PURPOSE)
        return outgoing.code.encode() + b" " + seal(case_key, plain, PURPOSE)


def lane_of(outgoing: Outgoing) -> Lane:
    """Alerts, the honest answer to them, and cards that call for help go first."""
    match outgoing:
        case ToReporter():
            return Lane.DANGER if outgoing.kind in _URGENT_NEWS else Lane.REPLY
        case Card():
            return Lane.DANGER if outgoing.urgent else Lane.OFFICER
        case Words():
            return Lane.DANGER if outgoing.alert else Lane.OFFICER
        case TakeBack() | Bulletin():
            return Lane.OFFICER
