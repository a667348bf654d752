"""Groups the bot is put into, and people who block it or come back."""

from __future__ import annotations

from bot.engine.events import Command, TimerFired
from bot.engine.flow import Flows
from bot.runner.changes import reports
from bot.runner.incoming import ChatBack, ChatGone, HotlineTap, Migrated
from bot.runner.letters import Letter
from bot.runner.officers import tapped
from bot.runner.ports import Hotline
from bot.runner.turn import Draft

GROUP = "grp_"
IN_GROUP = frozenset({"take", "accept"})
LEAVE_TIMER = "group-leave"
LEAVE_AFTER_MS = 120_000


async def in_group(draft: Draft, hotline: Hotline, flows: Flows) -> None:
    """Agencies' groups get cards; every other group is left after two minutes."""
    tag = draft.turn.person.tag
    match draft.turn.incoming.arrival:
        case HotlineTap() as tap if tap.action in IN_GROUP:
            await tapped(draft, tap, hotline, flows)
        case Command("start", payload) if payload.startswith(GROUP):
            agency = await hotline.bind_group(payload.removeprefix(GROUP), tag)
            key = "officer.group_bound" if agency else "officer.group_unknown"
            text = flows.wording.text(key, {"agency": agency or ""})
            draft.write(Letter(draft.next_id(), lane="officer", text=text))
        case ChatBack():
            if not await hotline.group_known(tag):
                draft.set_timer(LEAVE_TIMER, int(draft.turn.now.timestamp() * 1000) + LEAVE_AFTER_MS)
        case Migrated(old_tag):
            await hotline.move_group(old_tag, tag)
        case TimerFired():
            if not await hotline.group_known(tag):
                draft.write(Letter(draft.next_id(), kind="leave", lane="officer"))
        case _:
            pass


def came_or_went(draft: Draft) -> None:
    """The hotline sees on the case whether the person can still be reached."""
    session = draft.turn.person.session
    arrival = draft.turn.incoming.arrival
    if session is not None and session.case and isinstance(arrival, ChatGone | ChatBack):
        reports.came_or_went(session.case, draft, gone=isinstance(arrival, ChatGone))
