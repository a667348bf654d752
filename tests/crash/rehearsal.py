"""
The same script without any crash: the real runner and the real words, but no process, no store, no Telegram.

What people must see, how their session must stand and what their case must hold is taken from here.
Start at `rehearse`.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from typing import Any

from bot.cases.commands import Command
from bot.cases.decide import decide
from bot.cases.event import Event, Kind
from bot.cases.fold import fold
from bot.cases.officer import Staff
from bot.cases.receipt import make_receipt
from bot.cases.refusal import Refusal
from bot.cases.reporter_commands import FileReport, RaiseAlert
from bot.chat.intake import read_update
from bot.engine.session import Session, parse_session, to_json
from bot.runner.conversation import Conversations
from bot.runner.letters import Letter
from bot.runner.ports import Knowledge, ReportState
from bot.runner.turn import Download, Outcome, Person, Turn
from tests.crash.script import Act

RECEIPT = re.compile(r"\d{4} \d{4} \d{4} \d{4}")
CODE = re.compile(r"\bK-[A-Z0-9]{3,}\b")
FROM_FILES = (Kind.EVIDENCE_STORED, Kind.EVIDENCE_FAILED)  # come when the file comes


@dataclass(frozen=True, slots=True)
class Shown:
    """One message as it must read; receipts and case codes, which are new each time, are blanked."""

    text: str
    buttons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """One event of a case: what happened, under which label, in which words."""

    kind: str
    label: str
    words: str


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """
    Attributes:
        acts: Those of the script that can be done.
        shown: For each act, what the bot says to it.
        news: What the cases tell by themselves, at a moment of their own: that nobody is on duty.
        turns: How often the session moves: once for each act, once for each piece of news.
        told: What the case holds, in order, without what files add.
        files: How many files the case was promised.
    """

    acts: tuple[Act, ...]
    shown: tuple[tuple[Shown, ...], ...]
    news: tuple[Shown, ...]
    session: Session
    turns: int
    told: tuple[Told, ...]
    files: int


@dataclass
class Memory:
    """The runner's `People`, for one person, in a variable."""

    person: Person = Person("")  # noqa: RUF009  # frozen
    turns: list[Turn] = field(default_factory=list)

    async def load(self, tag: str) -> Person:
        return Person(tag, self.person.version, self.person.session, 1)

    async def commit(self, turn: Turn) -> Outcome:
        session = self.person.session if turn.session is None else parse_session(to_json(turn.session))
        self.person = Person(turn.person.tag, self.person.version + (turn.session is not None), session)
        self.turns.append(turn)
        return Outcome.DONE


class NobodyThere:
    """The runner's `Hotline` with nobody on duty; the scripts ask it nothing else."""

    async def on_duty(self, now: datetime) -> Sequence[str]:
        return ()

    async def find_case(self, typed: str, tag: str) -> tuple[str, str]:
        return "unknown", ""

    async def report_state(self, code: str) -> ReportState:
        return ReportState("none")

    async def officer_of(self, tag: str) -> str:
        return ""

    async def open_cases_of(self, officer: str) -> Sequence[str]:
        return ()

    async def reported_before(self, text: str) -> bool:
        return False

    async def new_code(self) -> str:
        return "K-REHEARSED"

    def __getattr__(self, name: str) -> Any:
        raise AssertionError(f"the scripts do not ask the hotline for {name}")


class Numbered:
    """The runner's `Secrets`, the same at each run."""

    def __init__(self) -> None:
        self._numbers = count(1)

    def nonce(self) -> str:
        return f"n{next(self._numbers):05d}"

    def receipt(self) -> str:
        return make_receipt(f"{next(self._numbers):015d}")

    def receipt_hash(self, receipt: str) -> str:
        return receipt


async def rehearse(script: Sequence[Act], knowledge: Knowledge) -> Rehearsed:
    """Play a script to its end and say what must come of it."""
    memory = Memory()
    conversations = Conversations(memory, NobodyThere(), Numbered(), knowledge)
    acts: list[Act] = []
    shown: list[tuple[Shown, ...]] = []
    seen: list[Letter] = []
    for act in script:
        update = _update(act, acts, seen, quiet_before=bool(shown) and not shown[-1])
        if update is None:
            continue
        incoming = read_update(update, lambda number: f"{number:020x}")
        assert incoming is not None
        await conversations.take(incoming, datetime.now(UTC))
        letters = memory.turns[-1].letters
        acts.append(act)
        shown.append(tuple(shown_of(each) for each in letters))
        seen += letters
    assert memory.person.session is not None
    told = tuple(told_of(_events(memory.turns)))
    nobody = Shown(blanked(knowledge.flows.wording.text("danger.nobody", {})))
    news = (nobody,) * sum(each.kind == Kind.ALERT_RAISED for each in told)
    return Rehearsed(
        tuple(acts),
        tuple(shown),
        news,
        memory.person.session,
        memory.person.version + len(news),
        told,
        sum(isinstance(job, Download) for turn in memory.turns for job in turn.jobs),
    )


def shown_of(letter: Letter) -> Shown:
    labels = tuple(button.label for row in letter.buttons for button in row)
    return Shown(blanked(html.unescape(re.sub(r"<[^>]+>", "", letter.text))), labels)


def blanked(text: str) -> str:
    """A text without what is new at each run."""
    return CODE.sub("K-…", RECEIPT.sub("#### #### #### ####", text)).strip()


def told_of(events: Sequence[Event]) -> Iterator[Told]:
    for event in events:
        if event.kind not in FROM_FILES:
            yield Told(event.kind.value, event.plain.get("label", ""), event.body.get("text", ""))


def _events(turns: Sequence[Turn]) -> list[Event]:
    """What the cases make of the commands, by their own pure rules."""
    commands: list[Command] = [command for turn in turns for command in turn.commands]
    opening = next((each for each in commands if isinstance(each, FileReport | RaiseAlert)), None)
    case, events = None, []
    for command in commands:
        decided = decide(case, command, Staff())
        assert not isinstance(decided, Refusal), (decided, command)
        case = fold(decided, case, opening.code if opening else "")
        events += decided
    return events


def _update(
    act: Act, before: Sequence[Act], seen: Sequence[Letter], *, quiet_before: bool
) -> dict[str, Any] | None:
    """An act as Telegram tells it, after those before it; None when it cannot be done here."""
    number = len(before) + 1
    chat = {"id": 1, "type": "private"}
    message: dict[str, Any] = {"message_id": number, "chat": chat, "from": {"id": 1}}
    match act.do:
        case "say":
            return {"update_id": number, "message": {**message, "text": act.words}}
        case "receipt":
            digits = next((found for each in reversed(seen) if (found := RECEIPT.search(each.text))), None)
            return digits and {"update_id": number, "message": {**message, "text": digits[0]}}
        case "photo":
            photo = [{"file_id": "photo", "file_unique_id": "photo", "file_size": 3}]
            return {"update_id": number, "message": {**message, "photo": photo}}
        case "edit":
            last = max(at for at, done in enumerate(before, 1) if done.do == "say")
            corrected = {**message, "message_id": last, "text": act.words}
            return {"update_id": number, "edited_message": corrected}
        case "tap":
            # A tap travels in another queue than messages: after an act without an answer they could cross.
            data = "" if quiet_before or not seen else _data(seen[-1], act.words)
            query = {"id": str(number), "from": {"id": 1}, "message": message, "data": data}
            return {"update_id": number, "callback_query": query} if data else None


def _data(letter: Letter, label: str) -> str:
    return next((each.data for row in letter.buttons for each in row if each.label == label), "")
