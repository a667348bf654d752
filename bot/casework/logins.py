"""
How an officer gets onto the desk: a one-use link sent to their own Telegram chat, then a session.

Tokens are stored as keyed hashes only and expire by themselves. An officer who is no longer active has no
session, whatever their browser says. Start at `Logins.new_link`.
"""

from __future__ import annotations

from bot.cases.officer import Officer
from bot.casework.staff import Roster, new_token
from bot.store import staff as stored_staff
from bot.store.area import Area
from bot.vault.lookups import Lookups

LINK_MS = 5 * 60 * 1000
SESSION_MS = 10 * 3600 * 1000  # one working day


class Logins:
    """Links and sessions of the desk."""

    def __init__(self, area: Area, lookups: Lookups, roster: Roster) -> None:
        self._area = area
        self._lookups = lookups
        self._roster = roster

    async def new_link(self, officer: Officer) -> str:
        """A token for a link that works once within 5 minutes."""
        token = new_token()
        await stored_staff.write_login(self._area, self._hash(token), officer.id, LINK_MS)
        return token

    async def log_in(self, token: str) -> str | None:
        """Use a link. Returns: the token of a new session, or None when the link is used, old or wrong."""
        officer_id = await stored_staff.use_login(self._area, self._hash(token))
        officer = await self._roster.find(officer_id) if officer_id else None
        if officer is None or not officer.active:
            return None
        session = new_token()
        await stored_staff.write_session(self._area, self._hash(session), officer.id, SESSION_MS)
        return session

    async def find_officer(self, session: str) -> Officer | None:
        """Whose session this is; None when there is none, it ended, or the officer is not active."""
        officer_id = await stored_staff.find_session(self._area, self._hash(session))
        officer = await self._roster.find(officer_id) if officer_id else None
        return officer if officer is not None and officer.active else None

    async def log_out(self, session: str) -> None:
        await stored_staff.end_session(self._area, self._hash(session))

    def _hash(self, token: str) -> str:
        return self._lookups.token_hash(token)
