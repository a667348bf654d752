"""
What a step can do beside asking (`queries.py`): say something, and changes, each a row of the one commit.

How each is done stands in the file of the same name in `bot/runner/changes`. In flows a change is named in
snake case with its fields (`set_timer: {name: …}`); every field is text, so that answers can be put into it.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.danger import Danger
from bot.engine.events import Media
from bot.engine.queries import Query


@dataclass(frozen=True, slots=True)
class Button:
    """One inline button: `data` comes back as a tap, or `url` opens."""

    label: str
    data: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Say:
    """
    One message to the person, rendered (Telegram HTML).

    Attributes:
        slot: Name under which the message can be replaced later ("screen"); "" for none.
        replace: Whether it may take the place of the message now in that slot.
        sensitive: Whether `/keluar` should take it away again.
    """

    text: str
    buttons: tuple[tuple[Button, ...], ...] = ()
    slot: str = ""
    replace: bool = False
    sensitive: bool = False


@dataclass(frozen=True, slots=True)
class FileReport:
    """Open a case with the first message; `receipt` is in clear here and stored as a hash only."""

    case: str
    receipt: str
    text: str
    media: tuple[Media, ...] = ()


@dataclass(frozen=True, slots=True)
class AddToReport:
    """More words or files for the person's own case; `label` says which question they answer."""

    case: str
    text: str
    media: tuple[Media, ...] = ()
    label: str = ""
    revision_of: int = 0  # message id of the message this one corrects
    danger: Danger = Danger.NONE  # above NONE: alert again
    signs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RaiseAlert:
    """Call the officers on duty; opens a case if the person has none."""

    case: str
    receipt: str
    text: str
    danger: Danger
    signs: tuple[str, ...]
    media: tuple[Media, ...] = ()


@dataclass(frozen=True, slots=True)
class ConfirmAlert:
    """The person wrote or tapped again: the alert is a case."""

    case: str


@dataclass(frozen=True, slots=True)
class WithdrawAlert:
    """[Bukan darurat]."""

    case: str


@dataclass(frozen=True, slots=True)
class MoveRelay:
    """The receipt was shown from this account: the case now talks with this one."""

    case: str


@dataclass(frozen=True, slots=True)
class AnswerConsent:
    """Whether the person lets another agency have their case: `agreed` is yes or no, `said` their words."""

    case: str
    referral: str
    agreed: str
    said: str = ""


@dataclass(frozen=True, slots=True)
class DropFiles:
    """Forget files that were sent before we knew what for: they were not meant for a report."""


@dataclass(frozen=True, slots=True)
class ReadPicture:
    """Read the words of pictures that were just sent; they come back as news that names `asked`."""

    asked: str
    media: tuple[Media, ...] = ()


@dataclass(frozen=True, slots=True)
class SetTimer:
    name: str
    after_s: str
    payload: str = ""


@dataclass(frozen=True, slots=True)
class CancelTimer:
    name: str


@dataclass(frozen=True, slots=True)
class ClearScreen:
    """Take away what can be taken away in this chat: messages of the last 48 hours."""


@dataclass(frozen=True, slots=True)
class EraseMe:
    """`scope` is chat (this conversation and the link to the case) or all (the case as well)."""

    scope: str


@dataclass(frozen=True, slots=True)
class CountReach:
    """A campaign's deep link was opened; counted without identity."""

    campaign: str


@dataclass(frozen=True, slots=True)
class NoteQuestion:
    """
    Leave a question for editors, scrubbed and without any trace of who asked.

    `why` is one of `bot.cases.asked.Why`; `entry` the answer it is about.
    """

    why: str
    text: str
    entry: str = ""


@dataclass(frozen=True, slots=True)
class CountHelpful:
    """[Membantu] below an entry; counted without identity."""

    entry: str


@dataclass(frozen=True, slots=True)
class NotePattern:
    """
    Something was checked: the numbers, companies and words in it become fingerprints, nobody is kept.

    `source` is check (a recruiter) or advert; `company` a name that the register gave, `place` a district
    that is known of the person.
    """

    source: str
    text: str
    company: str = ""
    place: str = ""


Change = (
    Say
    | FileReport
    | AddToReport
    | RaiseAlert
    | ConfirmAlert
    | WithdrawAlert
    | MoveRelay
    | AnswerConsent
    | DropFiles
    | ReadPicture
    | SetTimer
    | CancelTimer
    | ClearScreen
    | EraseMe
    | CountReach
    | NoteQuestion
    | CountHelpful
    | NotePattern
)
Effect = Query | Change

CHANGES: dict[str, type[Change]] = {
    "file_report": FileReport,
    "add_to_report": AddToReport,
    "raise_alert": RaiseAlert,
    "confirm_alert": ConfirmAlert,
    "withdraw_alert": WithdrawAlert,
    "move_relay": MoveRelay,
    "answer_consent": AnswerConsent,
    "drop_files": DropFiles,
    "read_picture": ReadPicture,
    "set_timer": SetTimer,
    "cancel_timer": CancelTimer,
    "clear_screen": ClearScreen,
    "erase_me": EraseMe,
    "count_reach": CountReach,
    "note_question": NoteQuestion,
    "count_helpful": CountHelpful,
    "note_pattern": NotePattern,
}
