"""
Officers, groups, one-use links and desk sessions in Redis. Records are sealed before they come here.

Links and sessions are found by the keyed hash of their token and expire by themselves; a link is used by
deleting it, so it works once. Start at `load_staff`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum

from bot.store.area import Area
from bot.store.script import load_script

_BIND = load_script("bind_officer")
_TRY_RECEIPT = load_script("try_receipt")
EVERYBODY = "all"  # the budget of wrong receipts that all chats share


@dataclass(frozen=True, slots=True)
class StoredStaff:
    """`officers`: id -> sealed record; `groups`: agency -> tag."""

    officers: Mapping[str, bytes] = field(repr=False)
    groups: Mapping[str, str]


class Tried(IntEnum):
    """What became of a receipt; the numbers are the script's."""

    FOUND = 0
    WRONG = 1
    TOO_MANY = 2


async def load_staff(area: Area) -> StoredStaff:
    officers = _pairs(await area.call("HGETALL", area.keys.officers))
    groups = _pairs(await area.call("HGETALL", area.keys.groups))
    return StoredStaff(officers, {agency: tag.decode() for agency, tag in groups.items()})


async def find_officer_record(area: Area, officer_id: str) -> bytes | None:
    found = await area.call("HGET", area.keys.officers, officer_id)
    return None if found is None else bytes(found)


async def write_officer(area: Area, officer_id: str, record: bytes) -> None:
    await area.call("HSET", area.keys.officers, officer_id, record)


async def find_officer_of(area: Area, tag: str) -> str | None:
    """Officer id of a private chat."""
    return _text(await area.call("GET", area.keys.officer_of(tag)))


async def unbind_officer(area: Area, tag: str) -> None:
    await area.call("DEL", area.keys.officer_of(tag))


async def write_invitation(area: Area, token_hash: str, officer_id: str, expires_ms: int) -> None:
    await area.call("SET", area.keys.invitation(token_hash), officer_id, "PX", expires_ms)


async def find_invited(area: Area, token_hash: str) -> str | None:
    """Officer id of an unused invitation."""
    return _text(await area.call("GET", area.keys.invitation(token_hash)))


async def use_invitation(area: Area, token_hash: str) -> str | None:
    """What an invitation is for; it is gone afterwards."""
    return _text(await area.call("GETDEL", area.keys.invitation(token_hash)))


async def bind_officer(
    area: Area, token_hash: str, officer_id: str, record: bytes, tag: str, old_tag: str
) -> bool:
    """Use an invitation: bind a chat to the officer and store the record. False when somebody was faster."""
    spell = area.keys
    keys = (spell.invitation(token_hash), spell.officers, spell.officer_of(tag), spell.officer_of(old_tag))
    return bool(await area.run(_BIND, keys, (officer_id, record)))


async def write_group(area: Area, agency: str, tag: str) -> None:
    await area.call("HSET", area.keys.groups, agency, tag)


async def write_login(area: Area, token_hash: str, officer_id: str, expires_ms: int) -> None:
    await area.call("SET", area.keys.login(token_hash), officer_id, "PX", expires_ms)


async def use_login(area: Area, token_hash: str) -> str | None:
    """Officer id of a login link, which is gone afterwards."""
    return _text(await area.call("GETDEL", area.keys.login(token_hash)))


async def write_session(area: Area, token_hash: str, officer_id: str, expires_ms: int) -> None:
    await area.call("SET", area.keys.desk_session(token_hash), officer_id, "PX", expires_ms)


async def find_session(area: Area, token_hash: str) -> str | None:
    """Officer id of a desk session."""
    return _text(await area.call("GET", area.keys.desk_session(token_hash)))


async def end_session(area: Area, token_hash: str) -> None:
    await area.call("DEL", area.keys.desk_session(token_hash))


async def try_receipt(
    area: Area, receipt_hash: str, tag: str, *, window_ms: int, most: int, most_of_all: int
) -> tuple[Tried, str]:
    """The code a receipt leads to; wrong ones count against the chat and against everybody."""
    keys = (area.keys.receipt(receipt_hash), area.keys.tries(tag), area.keys.tries(EVERYBODY))
    tried, *code = await area.run(_TRY_RECEIPT, keys, (window_ms, most, most_of_all))
    return Tried(tried), code[0].decode() if code else ""


def _pairs(found: Mapping[bytes, bytes]) -> dict[str, bytes]:
    return {name.decode(): bytes(value) for name, value in found.items()}


def _text(found: bytes | None) -> str | None:
    return None if found is None else found.decode()
