"""
Walk from node to node until the conversation waits again, gathering what is said and done on the way.

A `Walk` lives for one event: `advance` decides what the event means and tells the walk where to go.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import assert_never

from bot.engine.building import Fresh, build
from bot.engine.conditions import holds
from bot.engine.effects import Change, Say
from bot.engine.events import Event, Tap
from bot.engine.flow import Action, Exit, Flows, Node
from bot.engine.queries import Query
from bot.engine.screen import Offered, buttons, offered
from bot.engine.session import Frame, Session
from bot.engine.wording import fill
from bot.errors import FlowLoopError

MAX_NODES_PER_STEP = 50
SCREEN = "screen"


@dataclass(frozen=True, slots=True)
class Step:
    """What one event leads to. `query` is set when something must be looked up before walking on."""

    session: Session
    effects: tuple[Change, ...]
    query: Query | None = None


class Walk:
    """One event on its way. Lives for one call of `advance`; holds what that call gathers."""

    def __init__(self, flows: Flows, session: Session, event: Event, fresh: Fresh) -> None:
        self.flows = flows
        self.session = session
        self.event = event
        self.fresh = fresh
        self.effects: list[Change] = []
        self.text: list[str] = []
        self.tapped = isinstance(event, Tap)
        self.sensitive = False
        self.said = ""  # how a choice was made: as typed, or the label that was tapped
        self.before: tuple[Frame, ...] = ()  # where news found the conversation

    def answered(self, value: str, kind: str = "text") -> Step:
        """The node's answer was read: write it down, act on it, go on."""
        here = self.here()
        if here.save:
            self.remember({here.save: value, f"{here.save}_kind": kind})
        self._act(here.then, value)
        return self.leave_by(self._default_exit(here))

    def enter_flow(self, target: str) -> Step:
        """Start a flow ("flow" or "flow/node") on top of where the person is."""
        flow, node = self.flows.place(target)
        if flow == self.flows.home:
            self.session = replace(self.session, stack=(Frame(flow, node),))
        else:
            self.session = self.session.push(flow, node)
        return self._walk()

    def interject(self, target: str) -> Step:
        """News: say it, and unless it leads somewhere, stay exactly where the conversation was."""
        if not target:
            return self.quiet()
        self.before = self.session.stack
        return self.enter_flow(target)

    def leave_by(self, way: Exit) -> Step:
        """Take one exit and walk on."""
        self._follow(way)
        return self._walk() if way.way != "stay" else self.quiet()

    def _follow(self, way: Exit) -> None:
        """Move the session to where an exit leads."""
        self.remember(
            {name: fill(template, self._values(), escape=False) for name, template in way.set.items()}
        )
        self._act(way.do, "")
        target = fill(way.target, self._values(), escape=False)
        session = self.session
        match way.way:
            case "go":
                self.session = session.at(target)
            case "call":
                self.session = session.push(*self.flows.place(target))
            case "switch":
                self.session = session.pop().push(*self.flows.place(target))
            case "end":
                self._return()
            case "resume":
                mark = session.checkpoints.get(session.here.flow, "")
                flow = self.flows[session.here.flow]
                self.session = session.at(mark if mark in flow.nodes else flow.start)
            case "home":
                self.session = replace(
                    session, stack=(Frame(self.flows.home, self.flows[self.flows.home].start),)
                )
            case "stay":
                pass
            case _:
                assert_never(way.way)

    def _return(self) -> None:
        """Leave the top flow. Below, a node that called goes on; one that waits shows itself again."""
        at_bottom = len(self.session.stack) == 1
        self.session = self.session.pop()
        below = self.here()
        if at_bottom:
            self.session = self.session.at(self.flows[self.flows.home].start)
        elif not below.waits and below.exits:
            self._follow(self._default_exit(below))

    def _walk(self) -> Step:
        for _ in range(MAX_NODES_PER_STEP):
            node = self.here()
            self._count(node)
            self._act(node.do, "")
            self._say(node)
            if node.query is not None:
                query, self.session = build(node.query, self.session, self.event, self.fresh, self._values())
                return self._step(query)  # type: ignore[arg-type]  # the loader puts only queries there
            if node.waits:
                return self._wait(node)
            way = self._default_exit(node)
            self._follow(way)
            if way.way == "stay":
                self.session = replace(self.session, stack=self.before or self.session.stack)
                return self.quiet()
        raise FlowLoopError(self.session.here.flow, self.session.here.node, limit=MAX_NODES_PER_STEP)

    def _default_exit(self, node: Node) -> Exit:
        values = self._values()
        for way in node.exits:
            if way.condition is None or holds(way.condition, values):
                return way
        return Exit("stay") if node.waits else Exit("end")

    def present(self, note: str) -> Step:
        """Show the present screen again, with a line before it that says why."""
        if note:
            self.text.append(self.flows.wording.text(note, self._values()))
        node = self.here()
        if not node.waits:
            return self._walk()
        self._say(node)
        return self._wait(node)

    def _say(self, node: Node) -> None:
        values = self._values()
        self.text.extend(self.flows.wording.text(key, values) for key in node.say)
        self.sensitive = self.sensitive or node.sensitive

    def _wait(self, node: Node) -> Step:
        self.session = replace(self.session, nonce=self.fresh.nonce)
        if node.checkpoint:
            marks = {**self.session.checkpoints, self.session.here.flow: node.id}
            self.session = replace(self.session, checkpoints=marks)
        self._flush(
            buttons(self.choices(), self.fresh.nonce, node.id), replace_screen=node.replace and self.tapped
        )
        return self._step(None)

    def _flush(self, rows: tuple, *, replace_screen: bool) -> None:  # type: ignore[type-arg]  # Say.buttons
        body = "\n\n".join(part for part in self.text if part)
        if body:
            slot = SCREEN if rows else ""
            self.effects.append(Say(body, rows, slot=slot, replace=replace_screen, sensitive=self.sensitive))
        self.text = []

    def quiet(self) -> Step:
        """Stay where we are; say only what has been gathered."""
        self._flush((), replace_screen=False)
        return self._step(None)

    def _step(self, query: Query | None) -> Step:
        if query is not None:
            self._flush((), replace_screen=False)
        return Step(replace(self.session, content=self.flows.version), tuple(self.effects), query)

    def here(self) -> Node:
        """The node where the person is."""
        return self.flows[self.session.here.flow].node(self.session.here.node)

    def choices(self) -> list[Offered]:
        """What the present screen offers."""
        bare = self.flows[self.session.here.flow].bare
        always = () if bare else self.flows.always
        return offered(self.here(), always, self.flows.wording, self._values())

    def _values(self, answer: str = "") -> Mapping[str, str]:
        below = self.session.stack[-2] if len(self.session.stack) > 1 else self.session.stack[0]
        flow = self.flows[below.flow]
        title = flow.nodes[below.node].title if below.node in flow.nodes else ""
        fixed = flow.nodes[below.node].values if below.node in flow.nodes else {}
        back = self.flows.wording.label(title or flow.title, fixed) if title or flow.title else ""
        own = {
            "back": back,
            "below": below.flow if below is not self.session.here else "",
            "case": self.session.case,
            "officer": self.session.officer,
            "answer": answer,
            "said": self.said,
            "today": self.fresh.now.date().isoformat(),
        }
        receipt = self.session.answers.get("receipt", "")
        if receipt:
            own["receipt_shown"] = " ".join(receipt[at : at + 4] for at in range(0, 16, 4))
        marks = {f"at.{name}": node for name, node in self.session.checkpoints.items()}
        if self.before:
            own["met"] = self.before[-1].flow  # where news found them
        filled = {name: value for name, value in own.items() if value}
        return {**self.flows.constants, **self.session.answers, **marks, **filled, **self.here().values}

    def _count(self, node: Node) -> None:
        """Write the node's tallies down; what is counted are the answers as they are now."""
        values = self._values() if node.tallies else {}
        for tally in node.tallies:
            self.remember({tally.name: str(sum(holds(each, values) for each in tally.conditions))})

    def remember(self, values: Mapping[str, str]) -> None:
        """Write answers down."""
        self.session = self.session.answer(values)

    def _act(self, actions: tuple[Action, ...], answer: str) -> None:
        for action in actions:
            effect, self.session = build(action, self.session, self.event, self.fresh, self._values(answer))
            self.effects.append(effect)  # type: ignore[arg-type]  # the loader puts only changes there
