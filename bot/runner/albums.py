"""An album arrives as several updates: put its parts aside until no more have come for a while."""

from __future__ import annotations

import json
from dataclasses import asdict, replace

from bot.engine.events import Files, Media
from bot.engine.session import Session
from bot.runner.turn import Draft

TIMER = "album:"
WAIT_MS = 1500
MOST_PARTS = 10  # Telegram's own limit


def gathered(session: Session, part: Files, draft: Draft) -> Session:
    """The session with one more part; the timer starts anew with each."""
    name = f"{TIMER}{draft.turn.incoming.album}"
    parts = [*json.loads(session.timers.get(name, "[]")), *(asdict(item) for item in part.media)]
    draft.set_timer(name, int(draft.turn.now.timestamp() * 1000) + WAIT_MS)
    return replace(session, timers={**session.timers, name: json.dumps(parts[:MOST_PARTS])})


def complete(session: Session, name: str) -> tuple[Session, Files]:
    """All parts as one event, and the session without them."""
    parts = tuple(Media(**item) for item in json.loads(session.timers.get(name, "[]")))
    timers = {key: value for key, value in session.timers.items() if key != name}
    return replace(session, timers=timers), Files(parts)
