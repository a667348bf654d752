"""
Where one chat stands, and the answers it has given so far; survives JSON and back.

A session never holds a name, a user's Telegram id or a phone number of ours: only what the person answered.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any

from bot.engine.events import Media
from bot.errors import CorruptRecord

MAX_TOLD = 30  # messages to officers whose corrections are recognised
MAX_DEPTH = 8  # frames: side questions within side questions; the oldest are let go


@dataclass(frozen=True, slots=True)
class Frame:
    """One flow under way. The top frame waits; those below are where a return leads."""

    flow: str
    node: str


@dataclass(frozen=True, slots=True)
class Session:
    """
    Attributes:
        stack: Bottom first; never empty.
        answers: What was answered, by name; words only.
        nonce: Names the present screen, so that a tap on an older one is recognised.
        checkpoints: The last node marked `checkpoint`, by flow: where a resumed flow goes on.
        content: Version of the content this session was last written with.
        case: Code of the person's own case, "" for none.
        officer: Officer id when this chat belongs to an officer, "" otherwise.
        held: Files sent before we know what they are for.
        timers: Payloads of timers under way, by name.
        told: Telegram's numbers of the last messages that went to officers: a correction of one of them goes
            there too, wherever the person is by then.
    """

    stack: tuple[Frame, ...]
    answers: Mapping[str, str] = field(default_factory=dict)
    nonce: str = ""
    checkpoints: Mapping[str, str] = field(default_factory=dict)
    content: int = 0
    case: str = ""
    officer: str = ""
    held: tuple[Media, ...] = ()
    timers: Mapping[str, str] = field(default_factory=dict)
    told: tuple[int, ...] = ()

    @property
    def here(self) -> Frame:
        return self.stack[-1]

    def at(self, node: str) -> Session:
        """The same session, its top frame at another node of the same flow."""
        return replace(self, stack=(*self.stack[:-1], Frame(self.here.flow, node)))

    def push(self, flow: str, node: str) -> Session:
        """Enter a flow on top. A flow already under way is cut off first: nobody is asked twice."""
        below = self.stack
        for depth, frame in enumerate(self.stack):
            if frame.flow == flow and depth > 0:
                below = self.stack[:depth]
                break
        return replace(self, stack=(below[0], *below[1:][-(MAX_DEPTH - 2) :], Frame(flow, node)))

    def pop(self) -> Session:
        """Leave the top flow; the bottom one is never left."""
        return replace(self, stack=self.stack[:-1]) if len(self.stack) > 1 else self

    def tell(self, message_id: int) -> Session:
        """Remember a message that went to officers; 0 is none."""
        return replace(self, told=(*self.told, message_id)[-MAX_TOLD:]) if message_id else self

    def answer(self, values: Mapping[str, str]) -> Session:
        """Write answers down; an empty value takes the answer away."""
        merged = {**self.answers, **values}
        return replace(self, answers={name: value for name, value in merged.items() if value != ""})


_FIELDS = tuple(field.name for field in fields(Session))


def to_json(session: Session) -> bytes:
    """A session as compact UTF-8 JSON."""
    plain: dict[str, Any] = {name: getattr(session, name) for name in _FIELDS}
    plain["stack"] = [[frame.flow, frame.node] for frame in session.stack]
    plain["held"] = [asdict(media) for media in session.held]
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode()


def parse_session(raw: bytes) -> Session:
    """
    Read a session back. What newer code wrote into it is let go, so that nobody loses their place while one
    process is newer than another.

    Raises: CorruptRecord if it is not one; the runner then starts anew and says so.
    """
    try:
        written: dict[str, Any] = json.loads(raw)
        plain = {name: written[name] for name in _FIELDS if name in written}
        plain["stack"] = tuple(Frame(flow, node) for flow, node in written["stack"])
        plain["held"] = tuple(Media(**item) for item in written.get("held", ()))
        plain["told"] = tuple(written.get("told", ()))
        return Session(**plain)
    except (ValueError, TypeError, KeyError) as error:
        raise CorruptRecord(f"a session cannot be read back ({type(error).__name__})") from error
