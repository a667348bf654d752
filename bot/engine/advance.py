"""
Take one event and walk on until the flow waits again. Start at `advance`.

The order in which an event is understood: danger, command, notice and timer, tap, a typed choice, the
answer the node asks for, a side question. Whatever cannot be used leads back to the present screen: no
event leaves a person without a way forward.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import assert_never

from bot.engine import reading
from bot.engine.building import build
from bot.engine.conditions import holds
from bot.engine.effects import AddToReport, Change, Query, Say
from bot.engine.events import (
    Answered,
    Command,
    Contact,
    DangerNoticed,
    Edited,
    Event,
    Files,
    Location,
    Notice,
    Tap,
    Text,
    TimerFired,
    Unsupported,
)
from bot.engine.flow import Action, Exit, Flows, Node
from bot.engine.screen import Offered, buttons, offered
from bot.engine.session import Frame, Session
from bot.engine.wording import fill
from bot.errors import FlowLoopError
from bot.language.phones import parse_phone

MAX_NODES_PER_STEP = 50
SCREEN = "screen"


@dataclass(frozen=True, slots=True)
class Fresh:
    """What must be new for each event and is made outside: the engine invents nothing."""

    now: datetime
    nonce: str
    case: str
    receipt: str


@dataclass(frozen=True, slots=True)
class Step:
    """What one event leads to. `query` is set when something must be looked up before walking on."""

    session: Session
    effects: tuple[Change, ...]
    query: Query | None = None


def begin(flows: Flows) -> Session:
    """A session for somebody who has never been here, before their first event."""
    return Session(stack=(Frame(flows.home, flows[flows.home].start),), content=flows.version)


def settle_in(flows: Flows, session: Session) -> tuple[Session, bool]:
    """
    Fit a stored session to today's flows, losing no answer.

    Returns: The session, and whether its place was gone: it then stands at the flow's checkpoint, else at
    its start, else at home.
    """
    moved = False
    stack: list[Frame] = []
    for frame in session.stack:
        flow = flows.flows.get(frame.flow)
        if flow is None:
            moved = True
        elif frame.node in flow.nodes:
            stack.append(frame)
        else:
            moved = True
            mark = session.checkpoints.get(flow.id, "")
            stack.append(Frame(flow.id, mark if mark in flow.nodes else flow.start))
    if not stack or stack[0].flow != flows.home:
        stack.insert(0, Frame(flows.home, flows[flows.home].start))
    marks = {
        name: mark
        for name, mark in session.checkpoints.items()
        if name in flows.flows and mark in flows[name].nodes  # a mark that is gone would be resumed for ever
    }
    return replace(session, stack=tuple(stack), checkpoints=marks, content=flows.version), moved


def advance(flows: Flows, session: Session, event: Event, fresh: Fresh) -> Step:
    """
    Take one event and walk on until the flow waits again or something must be looked up.

    Args:
        flows: All conversations and words.
        session: Where the chat stands (already `settle_in`).
        event: What happened.
        fresh: Time, nonce and ids for this event.

    Raises: FlowLoopError if the flow never waits (found before by `langkah-aman check`).
    """
    return _Walk(flows, session, event, fresh).take()


class _Walk:
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
        self.before: tuple[Frame, ...] = ()  # where news found the conversation

    # --- what the event means ---------------------------------------------------------------------

    def take(self) -> Step:  # noqa: C901  # one flat table of what can happen
        event = self.event
        triggers = self.flows.triggers
        match event:
            case DangerNoticed():
                return self._danger(event)
            case Command(name):
                target = triggers.commands.get(name, "")
                if not target:
                    return self._present("engine.unknown_command")
                self._remember({"payload": event.payload})
                return self._enter_flow(target)
            case Notice(kind, values):
                self._remember(values)
                return self._interject(triggers.notices.get(kind, ""))
            case TimerFired(name):
                return self._timer(name)
            case Answered(_, outcome, values):
                self._remember(values)
                return self._leave_by(self._here().outcomes[outcome])
            case Tap():
                return self._tap(event)
            case Edited(text, message_id):
                return self._edited(text, message_id)
            case Text(text):
                return self._typed(text)
            case Files(media):
                return self._files(media)
            case Contact(phone, name):
                if "phone" in self._here().ask or "contact" in self._here().ask:
                    return self._answered(
                        f"{name} {phone}".strip() if "contact" in self._here().ask else phone
                    )
                self._remember({"question": f"{name} {phone}".strip()})
                return self._enter_flow(triggers.contact)
            case Location(latitude, longitude):
                if self._here().ask & {"location", "media"}:
                    return self._answered(f"{latitude:.5f}, {longitude:.5f}")
                return self._enter_flow(triggers.location)
            case Unsupported():
                return self._present("engine.unsupported")
            case _:
                assert_never(event)

    def _danger(self, event: DangerNoticed) -> Step:
        if self.flows[self.session.here.flow].alerted and "text" in self._here().ask:
            # They already talk with officers: `build` marks the message, and it alerts again.
            return self._files(event.media) if event.media else self._typed(event.text)
        self._remember({"danger": event.danger.value, "signs": " ".join(event.signs)})
        return self._enter_flow(self.flows.triggers.danger)

    def _timer(self, name: str) -> Step:
        payload = self.session.timers.get(name, "")
        timers = {key: value for key, value in self.session.timers.items() if key != name}
        self.session = replace(self.session, timers=timers)
        self._remember({"payload": payload})
        return self._interject(self.flows.triggers.timers.get(name.partition(":")[0], ""))

    def _tap(self, tap: Tap) -> Step:
        here = self._here()
        if tap.nonce != self.session.nonce or tap.node != here.id or not here.waits:
            self.tapped = False  # an old screen: show the present one below it, and leave the old one alone
            return self._present("")
        for choice in self._offered():
            if choice.id == tap.choice:
                return self._leave_by(choice.exit)
        self.tapped = False
        return self._present("")

    def _edited(self, text: str, message_id: int) -> Step:
        if not self.flows[self.session.here.flow].relays or not self.session.case:
            return self._typed(text)
        self.effects.append(AddToReport(self.session.case, text, revision_of=message_id))
        return self._quiet()

    def _typed(self, text: str) -> Step:
        here = self._here()
        asks = here.ask
        choices = self._offered()
        typed = [(choice.id, (choice.label, *choice.typed)) for choice in choices]
        if here.waits and not ("text" in asks and reading.looks_like_question(text)):
            chosen = reading.read_choice(text, typed, numbered="text" not in asks and "number" not in asks)
            for choice in choices:
                if choice.id == chosen and not choice.url:
                    return self._leave_by(choice.exit)
        target = self._named_by(text)
        if target:
            return self._enter_flow(target)
        for kind, read in self._readers(text):
            if kind in asks and read is not None:
                return self._answered(read, kind)
        if asks & {"text", "media"}:
            return self._answered(text)
        if here.retry and not reading.looks_like_question(text):
            return self._present(here.retry)
        self._remember({"question": text})
        return self._enter_flow(self.flows.triggers.question)

    def _named_by(self, text: str) -> str:
        """What a word typed alone starts ("KELUAR", "menu kak"), "" for nothing."""
        said = reading.words_of(text[: reading.MAX_TYPED])
        bare = [word for word in said if word not in reading.POLITE]
        words = self.flows.triggers.words
        return words.get(" ".join(said), "") or words.get(" ".join(bare), "")

    def _readers(self, text: str) -> list[tuple[str, str | None]]:
        return [
            ("number", reading.read_number(text)),
            ("date", reading.read_date(text, self.fresh.now.date())),
            ("phone", parse_phone(text)),
            ("receipt", reading.read_receipt(text)),
        ]

    def _files(self, media: tuple) -> Step:  # type: ignore[type-arg]  # narrowed by Files
        kinds = {item.kind for item in media}
        asks = self._here().ask
        if (
            "media" in asks
            or ("photo" in asks and "photo" in kinds)
            or ("voice" in asks and "voice" in kinds)
        ):
            return self._answered("\n".join(item.caption for item in media if item.caption))
        self.session = replace(self.session, held=(*self.session.held, *media)[-10:])
        return self._enter_flow(self.flows.triggers.media)

    # --- walking ----------------------------------------------------------------------------------

    def _answered(self, value: str, kind: str = "text") -> Step:
        here = self._here()
        if here.save:
            self._remember({here.save: value, f"{here.save}_kind": kind})
        self._act(here.then, value)
        return self._leave_by(self._default_exit(here))

    def _enter_flow(self, target: str) -> Step:
        flow, node = self.flows.place(target)
        if flow == self.flows.home:
            self.session = replace(self.session, stack=(Frame(flow, node),))
        else:
            self.session = self.session.push(flow, node)
        return self._walk()

    def _interject(self, target: str) -> Step:
        """News: say it, and unless it leads somewhere, stay exactly where the conversation was."""
        if not target:
            return self._quiet()
        self.before = self.session.stack
        return self._enter_flow(target)

    def _leave_by(self, way: Exit) -> Step:
        self._follow(way)
        return self._walk() if way.way != "stay" else self._quiet()

    def _follow(self, way: Exit) -> None:
        """Move the session to where an exit leads."""
        self._remember(
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
        below = self._here()
        if at_bottom:
            self.session = self.session.at(self.flows[self.flows.home].start)
        elif not below.waits and below.exits:
            self._follow(self._default_exit(below))

    def _walk(self) -> Step:
        for _ in range(MAX_NODES_PER_STEP):
            node = self._here()
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
                return self._quiet()
        raise FlowLoopError(self.session.here.flow, self.session.here.node, limit=MAX_NODES_PER_STEP)

    def _default_exit(self, node: Node) -> Exit:
        values = self._values()
        for way in node.exits:
            if way.condition is None or holds(way.condition, values):
                return way
        return Exit("stay") if node.waits else Exit("end")

    # --- saying -----------------------------------------------------------------------------------

    def _present(self, note: str) -> Step:
        """Show the present screen again, with a line before it that says why."""
        if note:
            self.text.append(self.flows.wording.text(note, self._values()))
        node = self._here()
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
            buttons(self._offered(), self.fresh.nonce, node.id), replace_screen=node.replace and self.tapped
        )
        return self._step(None)

    def _flush(self, rows: tuple, *, replace_screen: bool) -> None:  # type: ignore[type-arg]  # Say.buttons
        body = "\n\n".join(part for part in self.text if part)
        if body:
            slot = SCREEN if rows else ""
            self.effects.append(Say(body, rows, slot=slot, replace=replace_screen, sensitive=self.sensitive))
        self.text = []

    def _quiet(self) -> Step:
        self._flush((), replace_screen=False)
        return self._step(None)

    def _step(self, query: Query | None) -> Step:
        if query is not None:
            self._flush((), replace_screen=False)
        return Step(replace(self.session, content=self.flows.version), tuple(self.effects), query)

    # --- what everything above stands on ----------------------------------------------------------

    def _here(self) -> Node:
        return self.flows[self.session.here.flow].node(self.session.here.node)

    def _offered(self) -> list[Offered]:
        bare = self.flows[self.session.here.flow].bare
        always = () if bare else self.flows.always
        return offered(self._here(), always, self.flows.wording, self._values())

    def _values(self, answer: str = "") -> Mapping[str, str]:
        below = self.session.stack[-2] if len(self.session.stack) > 1 else self.session.stack[0]
        flow = self.flows[below.flow]
        title = flow.nodes[below.node].title if below.node in flow.nodes else ""
        fixed = flow.nodes[below.node].values if below.node in flow.nodes else {}
        back = self.flows.wording.label(title or flow.title, fixed) if title or flow.title else ""
        own = {"back": back, "case": self.session.case, "officer": self.session.officer, "answer": answer}
        receipt = self.session.answers.get("receipt", "")
        if receipt:
            own["receipt_shown"] = " ".join(receipt[at : at + 4] for at in range(0, 16, 4))
        marks = {f"at.{name}": node for name, node in self.session.checkpoints.items()}
        filled = {name: value for name, value in own.items() if value}
        return {**self.flows.constants, **self.session.answers, **marks, **filled, **self._here().values}

    def _remember(self, values: Mapping[str, str]) -> None:
        self.session = self.session.answer(values)

    def _act(self, actions: tuple[Action, ...], answer: str) -> None:
        for action in actions:
            effect, self.session = build(action, self.session, self.event, self.fresh, self._values(answer))
            self.effects.append(effect)  # type: ignore[arg-type]  # the loader puts only changes there
