"""
NotePattern: what somebody had checked, on its way to the patterns; there it becomes fingerprints.

Nothing is noted of officers, nor more than `MOST_A_DAY` look-ups of one chat, so that nobody can make a
pattern of somebody they dislike. Until it arrives it is sealed with the person's own key.
"""

from __future__ import annotations

from bot.engine.effects import NotePattern
from bot.patterns.sight import Looked, Source
from bot.runner.changes.daily import once_more
from bot.runner.turn import Draft

MOST_A_DAY = 20
_SO_FAR = "looked"


def note_pattern(effect: NotePattern, draft: Draft) -> None:
    """Raises: ValueError for a source that is none."""
    session = draft.turn.session
    if session is None or session.officer or not (effect.text.strip() or effect.company):
        return
    today = draft.turn.now.date()
    counted = once_more(session, _SO_FAR, today, MOST_A_DAY)
    if counted:
        draft.look(Looked(today, Source(effect.source), effect.text, effect.company, effect.place))
        draft.keep(counted)
