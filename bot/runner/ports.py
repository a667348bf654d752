"""What the runner needs from others. `bot.delivery` and `bot.casework` provide it; tests may too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.adverts.known import Adverts
from bot.directory.nearest import Directory
from bot.engine.flow import Flows
from bot.faq.entry import Entry
from bot.faq.index import Index
from bot.language.lexicon import Lexicon
from bot.language.plain_words import PlainWords
from bot.recruiters.register import Register
from bot.runner.countries import CountryNames
from bot.runner.turn import Outcome, Person, Turn
from bot.screening.hearing import Hearing


class People(Protocol):
    """Loads and commits one chat at a time."""

    async def load(self, tag: str) -> Person:
        """Raises: StoreError."""
        ...

    async def commit(self, turn: Turn) -> Outcome:
        """One atomic commit. Raises: StoreError when nothing can be kept now."""
        ...


class Secrets(Protocol):
    """What must be new or secret, made outside the pure rooms."""

    def nonce(self) -> str: ...
    def receipt(self) -> str: ...
    def receipt_hash(self, receipt: str) -> str: ...


@dataclass(frozen=True, slots=True)
class ReportState:
    """How a person's own case stands, for the person: what has happened with dates, oldest first."""

    state: str  # none | open | closed
    lines: tuple[str, ...] = ()


class Hotline(Protocol):
    """What conversations ask the hotline; nothing here changes a case."""

    async def on_duty(self, now: datetime) -> Sequence[str]:
        """Officer ids who are on duty and can be reached in Telegram."""
        ...

    async def find_case(self, typed: str, tag: str) -> tuple[str, str]:
        """(found | unknown | mistyped | too_many, code). Counts wrong tries; a slip costs nothing."""
        ...

    async def report_state(self, code: str) -> ReportState: ...

    async def officer_of(self, tag: str) -> str:
        """Officer id bound to this chat, "" for none."""
        ...

    async def open_cases_of(self, officer: str) -> Sequence[str]:
        """Codes of the open cases assigned to an officer, most urgent first."""
        ...

    async def accept_invitation(self, token: str, tag: str) -> tuple[str, str, str] | None:
        """(officer id, name, agency) once the invitation is this chat's; None when it is used or old."""
        ...

    async def partners(self, officer: str) -> Sequence[tuple[str, str]]:
        """(id, name) of the other agencies that an officer may hand a case to, by name."""
        ...

    async def desk_link(self, officer: str) -> str:
        """A one-use log-in link of the desk for an officer."""
        ...

    async def bind_group(self, token: str, tag: str) -> str | None:
        """The agency whose group this chat is from now on; None when the link is used or old."""
        ...

    async def group_known(self, tag: str) -> bool: ...

    async def move_group(self, old_tag: str, new_tag: str) -> None: ...

    async def reported_before(self, text: str) -> bool:
        """Whether people may hear that a number in this text was reported before and is being looked at."""
        ...

    async def new_code(self) -> str:
        """A case code that nobody else has or gets; kept for the report that is filed with it."""
        ...

    async def message_ref(self, tag: str, message_id: int) -> str:
        """The case code that a message of ours in this chat was about, "" for none."""
        ...


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Content in the form the runner works with; replaced as a whole on reload."""

    flows: Flows
    faq: Index
    entries: Mapping[str, Entry]
    register: Register
    lexicon: Lexicon
    hearing: Hearing
    directory: Directory
    adverts: Adverts
    words: PlainWords  # which words are no names, for what is noted
    countries: CountryNames
