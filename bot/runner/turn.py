"""One turn of a conversation: all that one arrival changes, committed at once or not at all."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from enum import Enum

from bot.cases.asked import Lesson
from bot.cases.commands import Command
from bot.engine.events import Media
from bot.engine.session import Session
from bot.patterns.sight import Looked
from bot.runner.incoming import Incoming
from bot.runner.letters import Letter


@dataclass(frozen=True, slots=True)
class Person:
    """
    One chat as the store knows it.

    Attributes:
        version: Moves with every turn; 0 for somebody new.
        session: None when there is none, or when it could not be read (`lost`).
        chat_id: 0 when unknown.
        screen: Message id of the present screen, 0 for none.
    """

    tag: str
    version: int = 0
    session: Session | None = field(default=None, repr=False)
    chat_id: int = field(default=0, repr=False)
    screen: int = 0
    lost: bool = False


@dataclass(frozen=True, slots=True)
class Download:
    """Fetch a file from Telegram for a case and keep it encrypted."""

    id: str
    case: str
    evidence: str
    media: Media


@dataclass(frozen=True, slots=True)
class Rewrite:
    """Rewrite the store's files so that what was deleted is gone, then tell the person."""

    id: str


Job = Download | Rewrite


def job_to_json(job: Job) -> bytes:
    """Compact JSON, with the kind of job in `job`."""
    return json.dumps({"job": type(job).__name__, **asdict(job)}, ensure_ascii=False).encode()


def parse_job(raw: bytes) -> Job:
    """Read a job back. Raises: ValueError, KeyError or TypeError if it is none."""
    plain = json.loads(raw)
    if plain.pop("job") == "Rewrite":
        return Rewrite(**plain)
    return Download(**{**plain, "media": Media(**plain["media"])})


@dataclass(frozen=True, slots=True)
class Note:
    """A lesson for editors on its way; `id` makes it count once and is not kept with it."""

    id: str
    lesson: Lesson


@dataclass(frozen=True, slots=True)
class ToRead:
    """Pictures whose words somebody waits for; `asked` comes back with them."""

    id: str
    asked: str
    media: tuple[Media, ...] = field(repr=False)


def to_read_to_json(asked: ToRead) -> bytes:
    """Compact JSON."""
    return json.dumps(asdict(asked), ensure_ascii=False).encode()


def parse_to_read(raw: bytes) -> ToRead:
    """Read it back. Raises: ValueError, KeyError or TypeError if it is none."""
    plain = json.loads(raw)
    return ToRead(**{**plain, "media": tuple(Media(**item) for item in plain["media"])})


@dataclass(frozen=True, slots=True)
class Look:
    """Something that was checked, on its way to the patterns; `id` makes it count once."""

    id: str
    looked: Looked


class Outcome(Enum):
    """What became of a commit. All but DONE are ordinary."""

    DONE = "done"
    SEEN = "seen"  # worked on before: nothing changed
    STALE = "stale"  # another process moved the session on: load and walk again
    TIMER_GONE = "timer_gone"  # another process fired it, or it was cancelled


@dataclass(frozen=True, slots=True)
class Turn:
    """
    Attributes:
        session: As it will stand; None to leave it alone.
        letters: For this chat, in order.
        commands: For the cases, in order.
        timers: Name to due time (epoch ms).
        renew_key: Forget the person's key: all that was sealed with it is gone.
        campaign: Whose deep link was opened; counted without saying by whom.
        notes: What editors may learn from this turn.
        looks: What was checked, for the patterns.
        to_read: Pictures to be read.
    """

    person: Person
    incoming: Incoming
    now: datetime
    session: Session | None = None
    letters: tuple[Letter, ...] = ()
    commands: tuple[Command, ...] = ()
    jobs: tuple[Job, ...] = ()
    timers: Mapping[str, int] = field(default_factory=dict)
    cancel: tuple[str, ...] = ()
    renew_key: bool = False
    campaign: str = ""
    notes: tuple[Note, ...] = ()
    looks: tuple[Look, ...] = ()
    to_read: tuple[ToRead, ...] = ()


class Draft:
    """A turn while it is being written: numbers what it holds, so that ids are the same at each try."""

    def __init__(self, person: Person, incoming: Incoming, now: datetime) -> None:
        self.turn = Turn(person, incoming, now)
        self._numbered = 0

    def next_id(self) -> str:
        """A fresh id, made from the arrival's: the same arrival always makes the same ids."""
        self._numbered += 1
        return f"{self.turn.incoming.seen}-{self._numbered}"

    def write(self, *letters: Letter) -> None:
        self.turn = replace(self.turn, letters=(*self.turn.letters, *letters))

    def order(self, *commands: Command) -> None:
        self.turn = replace(self.turn, commands=(*self.turn.commands, *commands))

    def hire(self, *jobs: Job) -> None:
        self.turn = replace(self.turn, jobs=(*self.turn.jobs, *jobs))

    def set_timer(self, name: str, due_ms: int) -> None:
        self.turn = replace(self.turn, timers={**self.turn.timers, name: due_ms})

    def cancel_timer(self, name: str) -> None:
        self.turn = replace(self.turn, cancel=(*self.turn.cancel, name))

    def keep(self, session: Session) -> None:
        self.turn = replace(self.turn, session=session)

    def count(self, campaign: str) -> None:
        self.turn = replace(self.turn, campaign=campaign)

    def note(self, lesson: Lesson) -> None:
        self.turn = replace(self.turn, notes=(*self.turn.notes, Note(self.next_id(), lesson)))

    def look(self, looked: Looked) -> None:
        self.turn = replace(self.turn, looks=(*self.turn.looks, Look(self.next_id(), looked)))

    def read(self, asked: ToRead) -> None:
        self.turn = replace(self.turn, to_read=(*self.turn.to_read, asked))

    def forget_key(self) -> None:
        self.turn = replace(self.turn, renew_key=True)
