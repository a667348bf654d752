"""So many a day of one chat: the number stands in the session, with its day, and begins anew on the next."""

from __future__ import annotations

from datetime import date

from bot.engine.session import Session


def once_more(session: Session, name: str, today: date, most: int) -> Session | None:
    """
    Count one.

    Args:
        name: The answer of the session that holds the count, as "2026-11-22 3".

    Returns: The session to keep; None when today's number is used up.
    """
    day, _, so_far = session.answers.get(name, "").partition(" ")
    count = int(so_far) if day == today.isoformat() and so_far.isdecimal() else 0
    return session.answer({name: f"{today.isoformat()} {count + 1}"}) if count < most else None
