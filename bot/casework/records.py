"""
Cases and events as bytes: what stands in clear, what is sealed, and how events are chained.

A stored event is `<hash> <record>`: the record is JSON without a single personal word; the words are inside
it, sealed with the key of the case for exactly this event. The hash goes over the record, so the chain is
checked without a key. Start at `write_event`.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from bot.cases.case import Case
from bot.cases.chain import START, first_break, link
from bot.cases.event import Event, Kind
from bot.cases.plain import from_plain, to_plain
from bot.errors import CorruptRecord
from bot.vault.sealed import open_sealed, seal

_HASH_DIGITS = 64


def write_event(event: Event, code: str, key: bytes, previous: str) -> tuple[bytes, str]:
    """The stored form of an event that follows one with hash `previous`, and its own hash."""
    plain = {
        "id": event.id,
        "at": event.at.isoformat(),
        "kind": event.kind.value,
        "by": event.by,
        "plain": dict(event.plain),
    }
    if event.body:
        sealed = seal(key, json_bytes(dict(event.body)), _purpose(code, event.id))
        plain["sealed"] = base64.b64encode(sealed).decode()
    record = json_bytes(plain)
    own = link(previous or START, record)
    return own.encode() + b" " + record, own


def read_event(stored: bytes, code: str, key: bytes) -> Event:
    """Raises: CorruptRecord when it is no event; SecretError when its words do not open."""
    try:
        plain = json.loads(stored[_HASH_DIGITS + 1 :])
        sealed = base64.b64decode(plain.get("sealed", ""))
        body = json.loads(open_sealed(key, sealed, _purpose(code, plain["id"]))) if sealed else {}
        at = datetime.fromisoformat(plain["at"])
        return Event(plain["id"], at, Kind(plain["kind"]), plain["by"], plain["plain"], body)
    except (KeyError, TypeError, ValueError):
        raise CorruptRecord(f"an event of case {code} cannot be read back") from None


def find_break(stored: Sequence[bytes], last_hash: str) -> int | None:
    """
    Check the chain of a case without opening anything.

    Returns: The index of the first event that was changed, moved or lost; the number of events when the
        newest ones are missing; None when all is well.
    """
    links = [(each[_HASH_DIGITS + 1 :], each[:_HASH_DIGITS].decode("ascii", "replace")) for each in stored]
    broken = first_break(links)
    if broken is None and (links[-1][1] if links else "") != last_hash:
        return len(links)
    return broken


def write_summary(case: Case) -> bytes:
    return json_bytes(to_plain(case))


def read_summary(stored: bytes) -> Case:
    """Raises: CorruptRecord."""
    try:
        return from_plain(Case, json.loads(stored))
    except (KeyError, TypeError, ValueError):
        raise CorruptRecord("the summary of a case cannot be read back") from None


def json_bytes(plain: Any) -> bytes:
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


def to_ms(at: datetime) -> int:
    """Epoch milliseconds of an aware time."""
    return int(at.timestamp() * 1000)


def from_ms(ms: int) -> datetime:
    return datetime.fromtimestamp(ms / 1000, UTC)


def _purpose(code: str, event_id: str) -> bytes:
    return f"case:{code}:{event_id}".encode()
