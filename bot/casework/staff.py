"""
Officers, their accounts and their groups, as they stand now.

An officer is invited by a one-use link and bound to the first chat that opens it; the chat is known by its
tag, made from a user id. Records are sealed with the casework key. Agencies and shifts come from config,
groups live in the store because Telegram moves them. Start at `Roster.staff`; desk logins are in `logins.py`.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo

from bot.cases.duty import Shift, on_duty
from bot.cases.officer import Agency, Officer, Role, Staff
from bot.casework.records import json_bytes
from bot.errors import CorruptRecord
from bot.store import staff as stored_staff
from bot.store.area import Area
from bot.vault.keys import new_data_key
from bot.vault.lookups import Lookups
from bot.vault.sealed import open_sealed, seal

INVITATION_MS = 7 * 24 * 3600 * 1000


@dataclass(frozen=True, slots=True)
class Rota:
    """What config.yaml says about the hotline."""

    agencies: Mapping[str, Agency]
    shifts: tuple[Shift, ...]
    zone: tzinfo


class Roster:
    """Reads and changes who works here. Whether somebody may is asked by the caller (`may_manage_staff`)."""

    def __init__(self, area: Area, key: bytes, lookups: Lookups, rota: Rota) -> None:
        """`key`: the casework key."""
        self._area = area
        self._key = key
        self._lookups = lookups
        self._rota = rota

    @property
    def agencies(self) -> Mapping[str, Agency]:
        """By id, as config.yaml names them."""
        return self._rota.agencies

    async def staff(self, now: datetime) -> Staff:
        """Everybody, and who is on duty at `now`."""
        stored = await stored_staff.load_staff(self._area)
        officers = {name: self._opened(name, record) for name, record in stored.officers.items()}
        duty = on_duty(self._rota.shifts, now, self._rota.zone)
        known = frozenset(each for each in duty if each in officers and officers[each].active)
        return Staff(officers, self._rota.agencies, stored.groups, known, self._rota.zone)

    async def find(self, officer_id: str) -> Officer | None:
        record = await stored_staff.find_officer_record(self._area, officer_id)
        return None if record is None else self._opened(officer_id, record)

    async def officer_of(self, tag: str) -> Officer | None:
        """Who writes in this private chat, if an officer does."""
        officer_id = await stored_staff.find_officer_of(self._area, tag)
        officer = await self.find(officer_id) if officer_id else None
        return officer if officer is not None and officer.tag == tag else None

    async def write(self, officer: Officer) -> None:
        """Add or change an officer. Raises: ValueError for an unknown agency."""
        if officer.agency.id not in self._rota.agencies:
            raise ValueError(f"there is no agency {officer.agency.id!r}")
        await stored_staff.write_officer(self._area, officer.id, self._sealed(officer))

    async def invite(self, officer_id: str) -> str:
        """A token for a one-use link, valid for 7 days. Raises: KeyError for an unknown officer."""
        if await self.find(officer_id) is None:
            raise KeyError(officer_id)
        token = new_token()
        token_hash = self._lookups.token_hash(token)
        await stored_staff.write_invitation(self._area, token_hash, officer_id, INVITATION_MS)
        return token

    async def open_invitation(self, token: str, tag: str) -> Officer | None:
        """
        Bind the chat that opened the link; the first one gets it.

        Returns: None when the link is used, expired or wrong, or the chat belongs to another officer.
        """
        token_hash = self._lookups.token_hash(token)
        officer_id = await stored_staff.find_invited(self._area, token_hash)
        officer = await self.find(officer_id) if officer_id else None
        if officer is None:
            return await self.officer_of(tag)  # the same person, whose Telegram sent the tap twice
        bound = replace(officer, tag=tag)
        old = officer.tag if officer.tag != tag else ""
        record = self._sealed(bound)
        done = await stored_staff.bind_officer(self._area, token_hash, officer.id, record, tag, old)
        return bound if done else None

    async def set_group(self, agency: str, tag: str) -> None:
        """The group where this agency's cards stand. Raises: ValueError for an unknown agency."""
        if agency not in self._rota.agencies:
            raise ValueError(f"there is no agency {agency!r}")
        await stored_staff.write_group(self._area, agency, tag)

    async def move_group(self, old_tag: str, new_tag: str) -> str | None:
        """Telegram made the group a supergroup (`migrate_to_chat_id`). Returns: its agency, if it is ours."""
        stored = await stored_staff.load_staff(self._area)
        agency = next((each for each, tag in stored.groups.items() if tag == old_tag), None)
        if agency is not None:
            await stored_staff.write_group(self._area, agency, new_tag)
        return agency

    async def is_group(self, tag: str) -> bool:
        """Whether a group belongs to an agency; the bot leaves the others."""
        stored = await stored_staff.load_staff(self._area)
        return tag in stored.groups.values()

    def _sealed(self, officer: Officer) -> bytes:
        plain = {
            "name": officer.name,
            "agency": officer.agency.id,
            "roles": sorted(officer.roles),
            "active": officer.active,
            "tag": officer.tag,
        }
        return seal(self._key, json_bytes(plain), _purpose(officer.id))

    def _opened(self, officer_id: str, record: bytes) -> Officer:
        """An officer of an agency that config no longer knows is kept, without any right to a case."""
        try:
            plain = json.loads(open_sealed(self._key, record, _purpose(officer_id)))
            agency = self._rota.agencies.get(plain["agency"])
            active = bool(plain["active"]) and agency is not None
            roles: Iterable[str] = plain["roles"]
            known = agency or Agency(plain["agency"], plain["agency"])
            return Officer(
                officer_id, plain["name"], known, frozenset(map(Role, roles)), active, plain["tag"]
            )
        except (KeyError, TypeError, ValueError):
            raise CorruptRecord(f"the record of officer {officer_id} cannot be read back") from None


def new_token() -> str:
    """43 random characters of A-Z a-z 0-9 - _ for a one-use link or a session."""
    return base64.urlsafe_b64encode(new_data_key()).rstrip(b"=").decode()


def _purpose(officer_id: str) -> bytes:
    return f"officer:{officer_id}".encode()
