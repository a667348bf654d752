"""
[Rujuk] in Telegram: which agency, by when, and then the person is asked; and what the other agency answers.

Here a case is only referred with the person's own yes, asked for in fixed words. Consent that was given by
telephone, or none in mortal danger, is written down on the desk.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from bot.cases.officer_commands import AcceptReferral, AskConsent, RejectReferral
from bot.cases.outgoing import ECHO_SLOT
from bot.engine.effects import Button
from bot.engine.wording import Wording
from bot.runner.ports import Hotline
from bot.runner.to_officer import ask, say
from bot.runner.turn import Draft

REJECTIONS = ("full", "agency", "unclear")
DAYS = ("3", "7", "14")
MOST_DATA_BYTES = 64  # of a button, by Telegram's rule
_WHEN = "~"  # between agency and days


async def referred(
    draft: Draft, detail: str, about: dict[str, Any], hotline: Hotline, words: Wording
) -> None:
    """
    One tap on the way from [Rujuk] to the question.

    Args:
        detail: "" for which agency, `<agency>` for by when, `<agency>~<days>` to ask the person.
        about: Id, time, code and officer of a command.
    """
    agency, _, days = detail.partition(_WHEN)
    partners = dict(await hotline.partners(about["officer"]))
    code = about["code"]
    if agency not in partners:
        _which(draft, partners, code, words)
    elif days not in DAYS:
        rows = ((*(_day_button(agency, each, code, words) for each in DAYS),),)
        say(draft, words.text("officer.refer_when", {"code": code, "agency": partners[agency]}), rows)
    else:
        question = words.label("hotline.consent.question", {"agency": partners[agency]})
        name, due_on = draft.turn.incoming.seen, (draft.turn.now + timedelta(days=int(days))).date()
        draft.order(AskConsent(referral=name, agency=agency, question=question, due_on=due_on, **about))
        asking = words.text("officer.refer_asking", {"code": code, "agency": partners[agency]})
        say(draft, asking, slot=f"{ECHO_SLOT}{name}")


def accepted(draft: Draft, about: dict[str, Any]) -> None:
    """The referral that waits for the officer's own agency; what comes of it is told by the case."""
    draft.order(AcceptReferral(referral="", **about))


def rejected(draft: Draft, detail: str, about: dict[str, Any], words: Wording) -> None:
    """`detail` is the reason, "" to ask for it."""
    if detail in REJECTIONS:
        reason = words.label(f"officer.reject_label.{detail}", {})
        draft.order(RejectReferral(referral="", reason=reason, **about))
    else:
        ask(draft, words, "reject", "reject", REJECTIONS, about["code"])


def _which(draft: Draft, partners: dict[str, str], code: str, words: Wording) -> None:
    longest = f"case.refer-{{}}{_WHEN}{DAYS[-1]}.{code}"
    fitting = (
        agency
        for agency in partners
        if not {".", _WHEN} & set(agency) and len(longest.format(agency).encode()) <= MOST_DATA_BYTES
    )
    rows = tuple((Button(partners[each], f"case.refer-{each}.{code}"),) for each in fitting)
    desk = (Button(words.label("hotline.button.open", {}), f"case.open.{code}"),)
    key = "officer.refer_which" if partners else "officer.refer_nobody"
    say(draft, words.text(key, {"code": code}), (*rows, desk) if partners else ())


def _day_button(agency: str, days: str, code: str, words: Wording) -> Button:
    return Button(
        words.label("officer.refer_days", {"days": days}), f"case.refer-{agency}{_WHEN}{days}.{code}"
    )
