"""ClearScreen and EraseMe: take away what can be taken away, and say honestly what cannot."""

from __future__ import annotations

from bot.engine.effects import EraseMe
from bot.engine.session import Session
from bot.runner.changes.reports import erase_reporter, screen_cleared
from bot.runner.letters import Letter
from bot.runner.turn import Draft, Rewrite


def clear_screen(draft: Draft, session: Session | None) -> None:
    """Take away what was said; whoever writes to this person learns that it may be read by somebody else."""
    if session is not None and session.case:
        screen_cleared(session.case, draft)
    draft.write(Letter(draft.next_id(), kind="unsend_all"))


def erase_me(effect: EraseMe, draft: Draft, session: Session) -> Session:
    """
    Forget this person: a new key makes all that was sealed unreadable, a rewrite of the files takes it away.

    Returns: the session to go on with, which knows nothing.
    """
    if session.case:
        erase_reporter(session.case, effect.scope, draft)
    draft.forget_key()
    for name in session.timers:
        draft.cancel_timer(name)
    draft.hire(Rewrite(draft.next_id()))
    return forgotten(session)


def forgotten(session: Session) -> Session:
    """Where somebody stands, and nothing else of them."""
    return Session(stack=session.stack, nonce=session.nonce, content=session.content, officer=session.officer)
