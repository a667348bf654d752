"""
What people and the system may ask of a case. A closed union: `match` on it and end with `assert_never`.

Each command has an `id` (the same id asked twice is done once) and `at` (aware UTC). Those of the first part
come from a reporter's conversation and carry the tag of that chat; those of the second from an officer;
those of the third are what became of something. They survive JSON (`write_command`, `read_command`);
`repr` hides what a person wrote.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, get_args

from bot.cases.case import Channel
from bot.cases.plain import from_plain, to_plain
from bot.danger import Danger


@dataclass(frozen=True, slots=True)
class Attachment:
    """
    A file that a reporter sent; its bytes come later (`EvidenceStored`).

    Attributes:
        id: Made before the commit, unique within the case, 1-64 characters of a-z 0-9 . _ -
        kind: photo, voice, audio, video, video_note, animation or document.
        size: Bytes; 0 when unknown.
    """

    id: str
    kind: str
    size: int = 0
    name: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Command:
    id: str
    at: datetime
    code: str


# --- from a reporter's conversation ----------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class FileReport(_Command):
    """The first words of a report. `receipt_hash` is what `Lookups.receipt_hash` gives."""

    reporter: str = field(repr=False)
    receipt_hash: str = field(default="", repr=False)
    text: str = field(repr=False)
    media: tuple[Attachment, ...] = ()
    danger: Danger = Danger.NONE
    signs: tuple[str, ...] = ()
    district: str = ""
    queue: str = ""  # agency it is routed to; "" for the hotline
    training: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RaiseAlert(_Command):
    """Danger was heard. Opens the case if there is none, else adds the words and alerts again."""

    reporter: str = field(repr=False)
    receipt_hash: str = field(default="", repr=False)
    text: str = field(repr=False)
    danger: Danger
    signs: tuple[str, ...] = ()
    media: tuple[Attachment, ...] = ()
    district: str = ""
    queue: str = ""
    training: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AddMessage(_Command):
    """
    More words or files.

    `danger` above WATCH alerts again; `revision_of` is the message it corrects; `district` is the place that
    it names, when it was asked for.
    """

    reporter: str = field(repr=False)
    text: str = field(repr=False)
    media: tuple[Attachment, ...] = ()
    label: str = ""
    revision_of: int = 0
    district: str = ""
    danger: Danger = Danger.NONE
    signs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmAlert(_Command):
    reporter: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawAlert(_Command):
    reporter: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveRelay(_Command):
    """The right receipt was shown (the caller has checked it): the case now talks with this chat."""

    reporter: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class EraseReporter(_Command):
    """`scope` chat cuts the tie between chat and case; `all` deletes the case."""

    reporter: str = field(repr=False)
    scope: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenCleared(_Command):
    """KELUAR: somebody may be looking at the reporter's phone."""

    reporter: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReporterBlocked(_Command):
    reporter: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReporterBack(_Command):
    reporter: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerConsent(_Command):
    """Whether the person agrees to a referral they were asked about; `answer` is how they said it."""

    reporter: str = field(repr=False)
    referral: str
    agreed: bool
    answer: str = field(default="", repr=False)


# --- from an officer -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class _OfficerCommand(_Command):
    officer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(_OfficerCommand):
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class Release(_OfficerCommand):
    reason: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOver(_OfficerCommand):
    """To a named colleague."""

    to: str
    reason: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Close(_OfficerCommand):
    """`outcome` is one of `OUTCOMES`."""

    outcome: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply(_OfficerCommand):
    """`message` is a name for this reply, made by the caller; deliveries are told by it."""

    message: str
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(_OfficerCommand):
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class AskHelp(_OfficerCommand):
    """[Minta bantuan]: colleagues on duty and the supervisors are told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkRead(_OfficerCommand):
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class NewByOfficer(_OfficerCommand):
    """A case that came by telephone or in person."""

    channel: Channel
    text: str = field(repr=False)
    district: str = ""
    danger: Danger = Danger.NONE
    training: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AskConsent(_OfficerCommand):
    """
    Ask the person through the bot; their yes offers the referral.

    Attributes:
        referral: A name for it, made by the caller, without spaces.
        question: The exact words the person reads.
        need: What is asked of the other agency, for that agency and colleagues.
    """

    referral: str
    agency: str
    question: str = field(repr=False)
    need: str = field(default="", repr=False)
    due_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferReferral(_OfficerCommand):
    """
    The same without asking through the bot.

    `consent` is the exact text the person agreed to; `override` says there was none, in mortal danger, and
    then `consent` says why.
    """

    referral: str
    agency: str
    consent: str = field(repr=False)
    override: bool = False
    need: str = field(default="", repr=False)
    due_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptReferral(_OfficerCommand):
    """In this and the next two, `referral` "" is the one that waits for the officer's own agency."""

    referral: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RejectReferral(_OfficerCommand):
    referral: str
    reason: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishReferral(_OfficerCommand):
    referral: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RevokeReferral(_OfficerCommand):
    referral: str
    reason: str = field(repr=False)


# --- what became of something ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceStored(_Command):
    evidence: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceFailed(_Command):
    evidence: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertAccepted(_Command):
    """Telegram accepted the alert to this officer, who is on duty."""

    officer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertNotAccepted(_Command):
    """Telegram refused the alert to this officer; "" when nobody could be tried."""

    officer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivered(_Command):
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NotDelivered(_Command):
    """`reason` is blocked, gone or refused."""

    message: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeOverdue(_Command):
    """The due time passed with nobody having answered."""


ReporterCommand = (
    FileReport
    | RaiseAlert
    | AddMessage
    | ConfirmAlert
    | WithdrawAlert
    | MoveRelay
    | EraseReporter
    | ScreenCleared
    | ReporterBlocked
    | ReporterBack
    | AnswerConsent
)
OfficerCommand = (
    Claim
    | Release
    | HandOver
    | Close
    | Reply
    | Note
    | MarkRead
    | AskHelp
    | NewByOfficer
    | AskConsent
    | OfferReferral
    | AcceptReferral
    | RejectReferral
    | FinishReferral
    | RevokeReferral
)
SystemCommand = (
    EvidenceStored
    | EvidenceFailed
    | AlertAccepted
    | AlertNotAccepted
    | Delivered
    | NotDelivered
    | NoticeOverdue
)
Command = ReporterCommand | OfficerCommand | SystemCommand

OUTCOMES = ("helped", "advised", "referred", "no_answer", "unfounded", "double", "withdrawn")


def _name(kind: type) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", kind.__name__).lower()


_BY_NAME: dict[str, type[Command]] = {_name(kind): kind for kind in get_args(Command)}


def write_command(command: Command) -> dict[str, Any]:
    """A JSON object; its `command` is the name in snake case."""
    return {"command": _name(type(command)), **to_plain(command)}


def read_command(plain: dict[str, Any]) -> Command:
    """The command again. Raises: KeyError, TypeError or ValueError when it is none of ours."""
    return from_plain(_BY_NAME[plain["command"]], plain)
