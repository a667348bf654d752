"""
`langkah-aman play`: walk through any flow in the terminal, with the real engine and the real words.

Nothing is stored or sent. Changes are shown as lines that begin with `!`; questions to the hotline are
answered as if nobody were on duty. `Player` is also what transcripts are played with.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, fields
from datetime import UTC, datetime
from pathlib import Path

from bot.app.knowledge import knowledge_of
from bot.authoring.content import load_content
from bot.engine.advance import advance
from bot.engine.building import Fresh
from bot.engine.effects import Button, Change, ClearScreen, EraseMe, Say
from bot.engine.events import Answered, Command, Event, Files, Media, Notice, Tap, Text, TimerFired
from bot.engine.queries import Query
from bot.engine.session import Session, parse_session, to_json
from bot.engine.settling import begin
from bot.errors import ContentError
from bot.runner.carrying_out import joined
from bot.runner.changes.leaving import forgotten
from bot.runner.ports import Knowledge
from bot.runner.queries.advert import check_advert, read_back
from bot.runner.queries.faq import open_entry, search_faq
from bot.runner.queries.find_contacts import find_contacts
from bot.runner.queries.hear_need import hear_need
from bot.runner.queries.recruiter import look_up_recruiter
from bot.runner.screening import screened

MAX_LINE = 100


@dataclass
class Player:
    """
    One conversation without Telegram or store. `turn` takes a line and gives the lines it leads to.

    A line is what a person types; `[Label]` taps a button, `(foto)` or `(suara)` sends a file, `(pdf)` one by
    that name, `(diteruskan)` passes a text on, `~ kind a=b+c` is news, `@ name` a
    timer.
    """

    knowledge: Knowledge
    now: datetime
    answers: dict[str, Answered] = field(default_factory=dict)  # what queries to the hotline give, by name
    session: Session | None = None
    buttons: list[Button] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._numbers = itertools.count(1)
        if self.session is None:
            self.session = begin(self.knowledge.flows)

    def turn(self, line: str) -> list[str]:
        """What one line leads to; the session is saved and read back, as between two real messages."""
        assert self.session is not None  # noqa: S101  # set in __post_init__
        session = parse_session(to_json(self.session))
        event, watch = screened(self._event(line), self.knowledge)
        session = session.answer({"watch": "yes" if watch else ""})
        number = next(self._numbers)
        fresh = Fresh(self.now, f"n{number:05d}", f"K-{number:04d}", f"{number:016d}")
        shown: list[str] = []
        effects: list[Change] = []
        for _ in range(6):
            step = advance(self.knowledge.flows, session, event, fresh)
            session = step.session
            effects.extend(step.effects)
            if step.query is None:
                break
            shown.append(_call(step.query))
            event = self._answer(step.query)
        self.session = forgotten(session) if any(isinstance(each, EraseMe) for each in effects) else session
        for effect in joined(effects):
            shown.extend(self.shown(effect))
        return shown

    def _event(self, line: str) -> Event:
        label = re.fullmatch(r"\[(.+)\]", line)
        if label:
            return self._tap(label[1])
        if line.startswith("/"):
            name, _, payload = line[1:].partition(" ")
            return Command(name, payload)
        if line.startswith("~ "):
            kind, *pairs = line[2:].split(" ")
            return Notice(
                kind, {name: value.replace("+", " ") for name, _, value in (p.partition("=") for p in pairs)}
            )
        if line.startswith("@ "):
            return TimerFired(line[2:])
        if line.startswith("(diteruskan) "):
            return Text(line.partition(" ")[2].replace(" / ", "\n"), forwarded=True)
        if line.startswith("(pdf)"):
            return Files((Media("document", "file", "unique", name="brosur.pdf"),))
        sent = re.fullmatch(r"\((foto|suara|dokumen)\) ?(.*)", line)
        if sent:
            kind = {"foto": "photo", "suara": "voice", "dokumen": "document"}[sent[1]]
            return Files((Media(kind, "file", "unique", caption=sent[2]),))
        return Text(line)

    def _tap(self, label: str) -> Tap:
        for button in self.buttons:
            if button.label == label:
                nonce, node, choice = button.data.split(".", 2)
                return Tap(nonce, node, choice)
        return Tap("", "", "")

    def _answer(self, query: Query) -> Answered:
        name = _name(query)
        if name in self.answers:
            return self.answers[name]
        match name:
            case "search_faq":
                return search_faq(query, self.knowledge)  # type: ignore[arg-type]  # the name says which
            case "open_entry":
                return open_entry(query, self.knowledge)  # type: ignore[arg-type]
            case "look_up_recruiter":
                return look_up_recruiter(query, self.knowledge, self.now.date())  # type: ignore[arg-type]
            case "check_advert":
                return check_advert(query, self.knowledge, self.now.date())  # type: ignore[arg-type]
            case "read_back":
                return read_back(query, self.knowledge)  # type: ignore[arg-type]
            case "find_contacts":
                return find_contacts(query, self.knowledge)  # type: ignore[arg-type]
            case "hear_need":
                return hear_need(query, self.knowledge)  # type: ignore[arg-type]
            case "who_is_on_duty":
                return Answered(name, "nobody")
            case "find_case":
                return Answered(name, "unknown", {"found_case": "", "typed": ""})
            case _:
                return Answered(name, "none")

    def shown(self, effect: Change) -> list[str]:
        """An effect as lines; the buttons of a message are remembered for taps."""
        if not isinstance(effect, Say):
            return [_call(effect)]
        if effect.buttons:
            self.buttons = [button for row in effect.buttons for button in row]
        first, *rest = re.sub(r"</?(b|i|a|code)( [^>]*)?>", "", effect.text).split("\n")
        rows = ["  " + " ".join(f"[{button.label}]" for button in row) for row in effect.buttons]
        return [f"< {first}", *(f"  {line}".rstrip() for line in rest), *rows]


def _name(effect: Query | Change) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", type(effect).__name__).lower()


def _call(effect: Query | Change) -> str:
    if isinstance(effect, ClearScreen):
        return "! clear_screen"
    parts = []
    for each in fields(effect):
        value = getattr(effect, each.name)
        if value not in ("", (), 0) and each.name not in ("case", "receipt"):
            text = getattr(value, "value", value)
            parts.append(
                f"{each.name}={len(text)} files" if each.name == "media" else f"{each.name}={text!r}"
            )
    line = " ".join(["!", _name(effect), *parts])
    return line if len(line) <= MAX_LINE else line[:MAX_LINE] + "…"


def play(content: Path, flow: str, lines: Iterable[str], say: Callable[[str], None]) -> None:
    """Read lines until they end. Raises: ContentError for content with problems or an unknown flow."""
    loaded = load_content(content)
    knowledge = knowledge_of(loaded, {"backup_days": "30"}, 0)
    if flow not in knowledge.flows.flows:
        raise ContentError(f'tidak ada alur "{flow}"; yang ada: {", ".join(sorted(knowledge.flows.flows))}')
    player = Player(knowledge, datetime.now(UTC))
    assert player.session is not None  # noqa: S101  # set at once
    if flow != knowledge.flows.home:
        player.session = player.session.push(flow, knowledge.flows[flow].start)
        first = advance(knowledge.flows, player.session, Tap("", "", ""), Fresh(player.now, "n00000", "", ""))
        player.session = first.session
        for effect in joined(first.effects):
            for line in player.shown(effect):
                say(line)
    for line in lines:
        if line.strip():
            for shown in player.turn(line.strip()):
                say(shown)
