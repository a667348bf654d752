"""`langkah-aman staff`: invite officers and groups, and see who works here."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass

from bot.app.assembly import master_keys, now, open_lookups, opened_store
from bot.app.knowledge import rota_of
from bot.cases.officer import Officer, Role
from bot.casework.groups import Groups
from bot.casework.keys import casework_key
from bot.casework.staff import Roster
from bot.chat.calls import BotApi
from bot.config import Config
from bot.errors import ConfigError
from bot.runner.officers import INVITATION
from bot.runner.visitors import GROUP


@dataclass(frozen=True, slots=True)
class StaffRoom:
    roster: Roster
    groups: Groups


@asynccontextmanager
async def open_staff(config: Config, environment: Mapping[str, str]) -> AsyncIterator[StaffRoom]:
    """Only what concerns staff; joins a running store and never stops it."""
    masters = master_keys(config, environment)
    async with opened_store(config, stop=False) as store:
        lookups = await open_lookups(store, masters)
        roster = Roster(store.cases, await casework_key(store.cases, masters), lookups, rota_of(config))
        yield StaffRoom(roster, Groups(store.cases, lookups, roster))


async def invite(
    config: Config,
    environment: Mapping[str, str],
    name: str,
    agency: str,
    officer: str,
    *,
    supervisor: bool,
    editor: bool = False,
) -> str:
    """
    Add or renew an officer; `editor` sees what people asked in vain and, unless also a supervisor, no case.

    Returns: a line with the one-use link. Raises: ConfigError.
    """
    known = config.agencies.get(agency)
    if known is None:
        raise ConfigError(
            f'there is no agency "{agency}"; config.yaml has {", ".join(config.agencies) or "none"}'
        )
    officer_id = officer or re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")
    roles = {Role.EDITOR} if editor else {Role.OFFICER}
    if supervisor:
        roles |= {Role.OFFICER, Role.SUPERVISOR}
    async with open_staff(config, environment) as room:
        await room.roster.write(Officer(officer_id, name, known, frozenset(roles)))
        token = await room.roster.invite(officer_id)
    return f"{name} ({officer_id}): {await _link(config, f'?start={INVITATION}{token}')}"


async def invite_group(config: Config, environment: Mapping[str, str], agency: str) -> str:
    """A line with the one-use link for a group. Raises: ConfigError."""
    if agency not in config.agencies:
        raise ConfigError(
            f'there is no agency "{agency}"; config.yaml has {", ".join(config.agencies) or "none"}'
        )
    async with open_staff(config, environment) as room:
        token = await room.groups.invite(agency)
    return f"{config.agencies[agency].name}: {await _link(config, f'?startgroup={GROUP}{token}')}"


async def listed(config: Config, environment: Mapping[str, str]) -> list[str]:
    """One line an officer."""
    async with open_staff(config, environment) as room:
        staff = await room.roster.staff(now())
    lines = []
    for officer in sorted(staff.officers.values(), key=lambda each: (each.agency.id, each.id)):
        state = "terhubung" if officer.tag else "belum menekan Mulai"
        duty = ", sedang jaga" if officer.id in staff.on_duty else ""
        lines.append(f"{officer.agency.id}/{officer.id}: {officer.name}, {state}{duty}")
    return lines or ["Belum ada petugas. Undang dengan: langkah-aman staff invite NAMA --agency ID"]


async def _link(config: Config, query: str) -> str:
    """A t.me link to our bot. Raises: TokenRefused, OutcomeUnknown."""
    api = BotApi(config.telegram.token, config.telegram.api_url)
    await api.open()
    try:
        me = await api.call("getMe")
    finally:
        await api.close()
    return f"https://t.me/{me['username']}{query}"
