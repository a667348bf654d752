"""An agency's Telegram group: a one-use link puts the bot into it and says whose it is."""

from __future__ import annotations

from bot.casework.staff import INVITATION_MS, Roster, new_token
from bot.store import staff as stored_staff
from bot.store.area import Area
from bot.vault.lookups import Lookups

_PREFIX = "group:"  # no officer id has a colon


class Groups:
    """Invitations for groups; the groups themselves are in the roster."""

    def __init__(self, area: Area, lookups: Lookups, roster: Roster) -> None:
        self._area = area
        self._lookups = lookups
        self._roster = roster

    async def invite(self, agency: str) -> str:
        """A token for a one-use `startgroup` link, valid for 7 days."""
        token = new_token()
        token_hash = self._lookups.token_hash(token)
        await stored_staff.write_invitation(self._area, token_hash, f"{_PREFIX}{agency}", INVITATION_MS)
        return token

    async def open(self, token: str, tag: str) -> str | None:
        """The agency whose group this chat is from now on; None when the link is used, old or wrong."""
        token_hash = self._lookups.token_hash(token)
        invited = await stored_staff.find_invited(self._area, token_hash)
        if invited is None or not invited.startswith(_PREFIX):
            return None  # an officer's own invitation, opened in a group by mistake, stays good
        if await stored_staff.use_invitation(self._area, token_hash) is None:
            return None  # somebody else was faster
        agency = invited.removeprefix(_PREFIX)
        await self._roster.set_group(agency, tag)
        return agency
