"""
What goes to a Telegram chat: plain values, sealed on their way through the outbox, carried by `bot.chat`.

A letter names no chat: the line it stands in belongs to one.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any, Literal

from bot.engine.effects import Button

LetterKind = Literal["say", "unsend", "unsend_ref", "unsend_all", "leave"]
LaneName = Literal["danger", "reply", "officer", "reminder", "broadcast"]


@dataclass(frozen=True, slots=True)
class Letter:
    """
    Attributes:
        id: Unique for ever; the row's id.
        kind: say; unsend (the messages in `message_ids`); unsend_ref (all that carry `ref` but the one in
            `slot`; without `ref` that one alone); unsend_all (all of the last 48 hours, both ways); leave
            (the group).
        slot: Name under which the sent message can be replaced later, "" for none.
        replace: Edit the message now in `slot` instead of sending, if there is one.
        sensitive: May be taken away by `/keluar`.
        protect: Cannot be forwarded or saved (officers' words).
        ref: What the message is about (a case code), so that a reply to it can be understood.
        unsend_after_s: Take the message away again after so many seconds; 0 for never.
        then: Command for the cases once Telegram has accepted the letter (JSON), "" for none.
        otherwise: The same when Telegram will never accept it; "{reason}" in it is replaced.
    """

    id: str
    kind: LetterKind = "say"
    lane: LaneName = "reply"
    text: str = field(default="", repr=False)
    buttons: tuple[tuple[Button, ...], ...] = field(default=(), repr=False)
    slot: str = ""
    replace: bool = False
    sensitive: bool = False
    protect: bool = False
    ref: str = ""
    unsend_after_s: int = 0
    message_ids: tuple[int, ...] = ()
    then: str = field(default="", repr=False)
    otherwise: str = field(default="", repr=False)


_DEFAULTS = {name: value for name, value in asdict(Letter("")).items() if name != "id"}


def to_json(letter: Letter) -> bytes:
    """Compact JSON; what stands at its default is left out."""
    plain: dict[str, Any] = {"id": letter.id}
    for name, default in _DEFAULTS.items():
        value = getattr(letter, name)
        if value != default:
            plain[name] = value
    if letter.buttons:
        plain["buttons"] = [[[b.label, b.data, b.url] for b in row] for row in letter.buttons]
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode()


def parse_letter(raw: bytes) -> Letter:
    """Read a letter back. Raises: ValueError, KeyError or TypeError if it is none."""
    plain: Mapping[str, Any] = json.loads(raw)
    rows = tuple(tuple(Button(*button) for button in row) for row in plain.get("buttons", ()))
    return Letter(**{**plain, "buttons": rows, "message_ids": tuple(plain.get("message_ids", ()))})


def with_receipt(letter: Letter, then: dict[str, Any], otherwise: dict[str, Any]) -> Letter:
    """The letter, asking that the cases be told what became of it."""
    return replace(letter, then=json.dumps(then), otherwise=json.dumps(otherwise))


def keyboard(letter: Letter) -> dict[str, Any] | None:
    """The letter's buttons as Telegram's inline keyboard."""
    if not letter.buttons:
        return None
    return {
        "inline_keyboard": [
            [
                {"text": b.label, "url": b.url} if b.url else {"text": b.label, "callback_data": b.data}
                for b in row
            ]
            for row in letter.buttons
        ]
    }
