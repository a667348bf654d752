"""`langkah-aman staff`: invite officers and groups, and see who works here."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass

from bot.app.assembly import master_keys, now, open_lookups, opened_store
from bot.app.first_files import short_id
from bot.app.knowledge import rota_of
from bot.cases.officer import Agency, Officer, Role
from bot.casework.groups import Groups
from bot.casework.keys import casework_key
from bot.casework.staff import Roster
from bot.chat.calls import BotApi
from bot.config import Config
from bot.errors import ConfigError
from bot.runner.officers import INVITATION
from bot.runner.visitors import GROUP

NOT_REACHABLE = "belum menekan Mulai, jadi belum bisa dihubungi"


@dataclass(frozen=True, slots=True)
class StaffRoom:
    roster: Roster
    groups: Groups


@asynccontextmanager
async def open_staff(config: Config, environment: Mapping[str, str]) -> AsyncIterator[StaffRoom]:
    """Only what concerns staff; joins a running store, and stops one of our own that nobody else uses."""
    masters = master_keys(config, environment)
    async with opened_store(config, stop=True) as store:
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
    replace: bool = False,
) -> str:
    """
    Add or renew an officer; `editor` sees what people asked in vain and, unless also a supervisor, no case.

    Args:
        agency: "" takes the only one there is.
        officer: The id; "" makes one from the name.
        replace: Give an id that somebody already uses to whoever opens the new link.

    Returns: a line with the one-use link. Raises: ConfigError.
    """
    known = _agency(config, agency)
    officer_id = officer or short_id(name, "")
    if not officer_id or not name.strip():
        raise ConfigError(f'nama "{name}" tidak bisa dijadikan id; beri sendiri, misalnya: --id rina')
    roles = {Role.EDITOR} if editor else {Role.OFFICER}
    if supervisor:
        roles |= {Role.OFFICER, Role.SUPERVISOR}
    async with open_staff(config, environment) as room:
        before = await room.roster.find(officer_id)
        if before is not None and before.tag and not replace:
            raise ConfigError(
                f'id "{officer_id}" sudah dipakai {before.name} ({before.agency.name}), sudah terhubung. '
                "Orang lain: beri --id lain. Orang yang sama dengan akun baru: tambahkan --replace"
            )
        await room.roster.write(Officer(officer_id, name, known, frozenset(roles)))
        token = await room.roster.invite(officer_id)
    return f"{name} ({officer_id}): {await _link(config, f'?start={INVITATION}{token}')}"


async def invite_group(config: Config, environment: Mapping[str, str], agency: str) -> str:
    """A line with the one-use link for a group; agency "" takes the only one. Raises: ConfigError."""
    known = _agency(config, agency)
    async with open_staff(config, environment) as room:
        token = await room.groups.invite(known.id)
    return f"{known.name}: {await _link(config, f'?startgroup={GROUP}{token}')}"


async def officer_named(
    config: Config, environment: Mapping[str, str], officer: str
) -> tuple[Officer | None, bool]:
    """An officer by id, if one was invited under it; and whether any officer has pressed Mulai."""
    async with open_staff(config, environment) as room:
        officers = (await room.roster.staff(now())).officers
    return officers.get(officer), any(each.tag for each in officers.values())


async def listed(config: Config, environment: Mapping[str, str]) -> list[str]:
    """One line an officer; somebody in the duty list who cannot be reached yet is said to be just that."""
    async with open_staff(config, environment) as room:
        staff = await room.roster.staff(now())
    lines = []
    for officer in sorted(staff.officers.values(), key=lambda each: (each.agency.id, each.id)):
        on_duty = officer.id in staff.on_duty
        if officer.tag:
            state = "terhubung" + (", sedang jaga" if on_duty else "")
        else:
            state = NOT_REACHABLE + (", padahal terjadwal jaga sekarang" if on_duty else "")
        lines.append(f"{officer.agency.id}/{officer.id}: {officer.name}, {state}")
    return lines or ["Belum ada petugas. Undang dengan: langkah-aman staff invite NAMA --agency ID"]


def _agency(config: Config, agency: str) -> Agency:
    """Raises: ConfigError that names those there are."""
    if not agency and len(config.agencies) == 1:
        return next(iter(config.agencies.values()))
    if agency in config.agencies:
        return config.agencies[agency]
    known = ", ".join(config.agencies) or "belum ada; tambahkan di hotline.agencies"
    wrong = f'tidak ada lembaga "{agency}" di config.yaml' if agency else "sebut lembaganya dengan --agency"
    raise ConfigError(f"{wrong}. Yang ada: {known}")


async def _link(config: Config, query: str) -> str:
    """A t.me link to our bot. Raises: TokenRefused, OutcomeUnknown."""
    api = BotApi(config.telegram.token, config.telegram.api_url)
    await api.open()
    try:
        me = await api.call("getMe")
    finally:
        await api.close()
    return f"https://t.me/{me['username']}{query}"
