"""Somebody who taps and types, walked through the sample's flows by the engine."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from bot.authoring.content import Content
from bot.engine.advance import advance
from bot.engine.building import Fresh
from bot.engine.effects import Say
from bot.engine.events import Command, Event, Tap, Text
from bot.engine.session import Session
from bot.engine.settling import begin

SAMPLE = Path(__file__).parent / "sample"
NOW = datetime(2026, 11, 21, tzinfo=UTC)


class Walk:
    """One conversation that begins at the menu; `said`, `buttons` and `query` are of the last step."""

    def __init__(self, content: Content, now: datetime = NOW) -> None:
        self.flows = content.flows
        self.fresh = Fresh(now, "abc123", "K-7QX2", "1234567890123456")
        self.session: Session = replace(begin(content.flows), nonce="abc123")
        self.said = ""
        self.buttons: list[str] = []
        self.query: object = None

    def tap(self, choice: str) -> str:
        return self.take(Tap("abc123", self.session.here.node, choice))

    def type(self, text: str) -> str:
        return self.take(Text(text))

    def command(self, name: str) -> str:
        return self.take(Command(name))

    def take(self, event: Event) -> str:
        step = advance(self.flows, self.session, event, self.fresh)
        said = [effect for effect in step.effects if isinstance(effect, Say)]
        self.session, self.query = step.session, step.query
        self.said = "\n".join(effect.text for effect in said)
        self.buttons = [button.label for effect in said for row in effect.buttons for button in row]
        return self.said

    @property
    def place(self) -> tuple[str, str]:
        """Flow and node."""
        return self.session.here.flow, self.session.here.node

    @property
    def node(self) -> str:
        return self.session.here.node
