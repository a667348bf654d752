"""
What must be told to whom after a case has changed: the rows that leave the cases area.

They name chats by tag only. `Words` may hold a reporter's words and goes to one officer's private chat,
protected against forwarding, gone after 47 hours at the latest; `Card` stands in a group and never does.
They survive JSON (`write_outgoing`, `read_outgoing`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.cases.plain import from_plain, to_plain

ECHO_SLOT = "echo:"  # with the name of a reply: what its author was shown in Telegram before it went
UNSEND_AFTER_S = 47 * 3600  # Telegram lets a bot delete its messages for 48 hours


@dataclass(frozen=True, slots=True)
class Button:
    """`data` is `case.<take|release|close|ask|open|refer|accept|reject>.<code>`."""

    label: str
    data: str


Buttons = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class ToReporter:
    """
    News for the reporter's conversation (the engine's `Notice`).

    `kind`: alert_accepted, alert_not_accepted, case_read, case_claimed, relay_moved,
    case_closed{outcome, outcome_words}, officer_wrote{text, officer_name, message},
    referral_asked{consent_question, referral, referral_case, message}, referral_dropped{referral_dropped},
    referral_accepted{agency_name}.
    After one with a `message` reached Telegram, tell the case
    `Delivered(message)` or `NotDelivered(message, reason)`.
    """

    tag: str = field(repr=False)
    code: str
    kind: str
    values: Mapping[str, str] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class Card:
    """The one message about a case in an agency's group; a newer one replaces it in place."""

    tag: str = field(repr=False)
    code: str
    text: str
    buttons: Buttons = ()
    urgent: bool = False

    @property
    def slot(self) -> str:
        return f"card:{self.code}"


@dataclass(frozen=True, slots=True)
class Words:
    """
    A message in an officer's private chat, with `protect_content`; unsend it after `UNSEND_AFTER_S`.

    With `alert` it travels in the danger lane, and the case is told `AlertAccepted(officer)` or
    `AlertNotAccepted(officer)`. Answering this message replies to the case.

    Attributes:
        slot: Name under which it can be found again in this chat; "" for none.
        replace: Take the place of the message now in that slot, if there is one.
    """

    tag: str = field(repr=False)
    officer: str
    code: str
    text: str = field(repr=False)
    buttons: Buttons = ()
    alert: bool = False
    slot: str = ""
    replace: bool = False


@dataclass(frozen=True, slots=True)
class TakeBack:
    """
    Delete messages about this case from an officer's private chat: all of them, or as said.

    Attributes:
        but: Slot of the one message that stays.
        only: Slot of the one message that goes.
    """

    tag: str = field(repr=False)
    officer: str
    code: str
    but: str = ""
    only: str = ""


@dataclass(frozen=True, slots=True)
class Bulletin:
    """News about many cases for a group or a coordinator, as figures; no word of a reporter, no code."""

    tag: str = field(repr=False)
    text: str


Outgoing = ToReporter | Card | Words | TakeBack | Bulletin
_BY_NAME: dict[str, type[Outgoing]] = {
    "to_reporter": ToReporter,
    "card": Card,
    "words": Words,
    "take_back": TakeBack,
    "bulletin": Bulletin,
}
_NAMES = {kind: name for name, kind in _BY_NAME.items()}


def write_outgoing(outgoing: Outgoing) -> dict[str, Any]:
    return {"outgoing": _NAMES[type(outgoing)], **to_plain(outgoing)}


def read_outgoing(plain: dict[str, Any]) -> Outgoing:
    """Raises: KeyError, TypeError or ValueError when it is none of ours."""
    return from_plain(_BY_NAME[plain["outgoing"]], plain)
