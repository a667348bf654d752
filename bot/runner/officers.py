"""
Officers in Telegram: they claim by a button and answer by replying to a case's message.

Only a reply to a case's message ever goes to a reporter, and only after five seconds in which it can be
taken back. Text that answers no case is never sent: the officer is asked which case it is for.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bot.cases.officer_commands import OUTCOMES, AskHelp, Claim, Close, Release, Reply
from bot.cases.outgoing import ECHO_SLOT
from bot.engine.effects import Button
from bot.engine.events import Command, Event, Files, Text, TimerFired
from bot.engine.flow import Flows
from bot.engine.session import Session
from bot.engine.settling import begin
from bot.engine.wording import Wording
from bot.runner.incoming import HotlineTap
from bot.runner.letters import Letter
from bot.runner.officer_referrals import accepted, referred, rejected
from bot.runner.ports import Hotline
from bot.runner.to_officer import ask, say
from bot.runner.turn import Draft

ECHO_S = 5
INVITATION = "inv_"
REPLY_TIMER = "reply:"
REASONS = ("shift", "agency", "other")
LOGIN_MINUTES = 5


async def took(draft: Draft, session: Session, event: Event, hotline: Hotline, words: Wording) -> bool:
    """Whether this was an officer's business; then the draft is complete."""
    match event:
        case Command("start", payload) if payload.startswith(INVITATION):
            await _accept(draft, session, payload.removeprefix(INVITATION), hotline, words)
            return True
        case Command("meja"):
            await _desk(draft, session, hotline, words)
            return True
        case TimerFired(name) if name.startswith(REPLY_TIMER):
            await _send(draft, session, name, hotline, words)
            return True
        case Command("bantuan" | "help") if session.officer and await hotline.officer_of(
            draft.turn.person.tag
        ):
            draft.keep(session)
            say(draft, words.text("officer.help", {}))
            return True
        case Text() | Files() if session.officer:
            return await _wrote(draft, session, event, hotline, words)
        case _:
            return False


async def tapped(  # noqa: C901  # one flat table of what can be pressed
    draft: Draft, tap: HotlineTap, hotline: Hotline, flows: Flows
) -> None:
    """A button of a card or of a case's message; in a group only [Ambil] and [Terima] do anything."""
    words = flows.wording
    officer = await hotline.officer_of(draft.turn.incoming.actor)
    if not officer:
        if not draft.turn.incoming.group:
            say(draft, words.text("officer.not_officer", {}))
        return
    session = draft.turn.person.session or begin(flows)
    about: dict[str, Any] = {
        "id": draft.next_id(),
        "at": draft.turn.now,
        "code": tap.code,
        "officer": officer,
    }
    action, _, detail = tap.action.partition("-")
    match action:
        case "take":
            draft.order(Claim(**about))
        case "release" if detail in REASONS:
            draft.order(Release(reason=words.label(f"officer.reason_label.{detail}", {}), **about))
        case "release":
            ask(draft, words, "reason", "release", REASONS, tap.code)
        case "close" if detail in OUTCOMES:
            draft.order(Close(outcome=detail, **about))
        case "close":
            ask(draft, words, "outcome", "close", OUTCOMES, tap.code)
        case "ask":
            draft.order(AskHelp(**about))  # who was called, or that nobody could be, is told by the case
        case "refer":
            await referred(draft, detail, about, hotline, words)
        case "accept":
            accepted(draft, about)
        case "reject":
            rejected(draft, detail, about, words)
        case "open":
            await _desk(draft, replace(session, officer=officer), hotline, words)
        case "cancel":
            _cancel(draft, session, tap.code, words)
        case "for":
            _echo_draft(draft, session, tap.code, words)
        case _:
            say(draft, words.text("engine.unknown_command", {}))


async def _accept(draft: Draft, session: Session, token: str, hotline: Hotline, words: Wording) -> None:
    accepted = await hotline.accept_invitation(token, draft.turn.person.tag)
    if accepted is None:
        say(draft, words.text("officer.invitation_used", {}))
        draft.keep(session)
        return
    officer, name, agency = accepted
    say(draft, words.text("officer.welcome", {"name": name, "agency": agency}))
    draft.keep(replace(session, officer=officer))


async def _desk(draft: Draft, session: Session, hotline: Hotline, words: Wording) -> None:
    draft.keep(session)
    if not session.officer or not await hotline.officer_of(draft.turn.person.tag):
        say(draft, words.text("officer.not_officer", {}))
        return
    link = await hotline.desk_link(session.officer)
    text = words.text("officer.desk_link", {"minutes": str(LOGIN_MINUTES)})
    button = Button(words.label("officer.button.desk", {}), url=link)
    draft.write(Letter(draft.next_id(), lane="officer", text=text, buttons=((button,),), protect=True))


async def _wrote(draft: Draft, session: Session, event: Event, hotline: Hotline, words: Wording) -> bool:
    """A reply to a case's message is echoed; other words are held back while the officer has cases."""
    incoming = draft.turn.incoming
    code = await hotline.message_ref(incoming.tag, incoming.reply_to) if incoming.reply_to else ""
    cases = [] if code else await hotline.open_cases_of(session.officer)
    if not code and not cases:
        return False
    if not isinstance(event, Text):
        say(draft, words.text("officer.text_only", {}))
        draft.keep(session)
    elif code:
        _echo(draft, session, code, event.text, words)
    else:
        draft.keep(session.answer({"draft": event.text}))
        rows = tuple((Button(case, f"case.for.{case}"),) for case in cases[:8])
        say(draft, words.text("officer.which_case", {}), rows)
    return True


def _echo(draft: Draft, session: Session, code: str, text: str, words: Wording) -> None:
    """Show what will be sent, and wait: five seconds in which a slip can be taken back."""
    name = f"{REPLY_TIMER}{draft.turn.incoming.seen}"
    draft.set_timer(name, int(draft.turn.now.timestamp() * 1000) + ECHO_S * 1000)
    draft.keep(replace(session.answer({"draft": ""}), timers={**session.timers, name: f"{code} {text}"}))
    shown = words.text("officer.echo", {"seconds": str(ECHO_S), "code": code, "text": text})
    cancel = Button(words.label("officer.button.cancel", {}), f"case.cancel.{draft.turn.incoming.seen}")
    say(draft, shown[:4000], ((cancel,),), slot=f"{ECHO_SLOT}{draft.turn.incoming.seen}")


def _echo_draft(draft: Draft, session: Session, code: str, words: Wording) -> None:
    text = session.answers.get("draft", "")
    if text:
        _echo(draft, session, code, text, words)
    else:
        say(draft, words.text("officer.no_draft", {}))


def _cancel(draft: Draft, session: Session, reply: str, words: Wording) -> None:
    name = f"{REPLY_TIMER}{reply}"
    if name not in session.timers:
        say(draft, words.text("officer.no_draft", {}))
        return
    draft.cancel_timer(name)
    draft.keep(replace(session, timers={key: value for key, value in session.timers.items() if key != name}))
    say(draft, words.text("officer.cancelled", {}), slot=f"{ECHO_SLOT}{reply}", replaces=True)


async def _send(draft: Draft, session: Session, name: str, hotline: Hotline, words: Wording) -> None:
    code, _, text = session.timers.get(name, "").partition(" ")
    draft.keep(replace(session, timers={key: value for key, value in session.timers.items() if key != name}))
    officer = await hotline.officer_of(draft.turn.person.tag)
    if not code or not officer:
        return
    reply = name.removeprefix(REPLY_TIMER)
    draft.order(
        Reply(id=draft.next_id(), at=draft.turn.now, code=code, officer=officer, message=reply, text=text)
    )
    say(draft, words.text("officer.sending", {"code": code}), slot=f"{ECHO_SLOT}{reply}", replaces=True)
