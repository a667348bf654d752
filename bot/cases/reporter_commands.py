"""
What a reporter's conversation may ask of a case; each command carries the tag of that chat.

`repr` hides what a person wrote.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.cases.command import Attachment, CaseCommand
from bot.danger import Danger


@dataclass(frozen=True, slots=True, kw_only=True)
class FileReport(CaseCommand):
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
class RaiseAlert(CaseCommand):
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
class AddMessage(CaseCommand):
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
class ConfirmAlert(CaseCommand):
    reporter: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawAlert(CaseCommand):
    reporter: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveRelay(CaseCommand):
    """The right receipt was shown (the caller has checked it): the case now talks with this chat."""

    reporter: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class EraseReporter(CaseCommand):
    """`scope` chat cuts the tie between chat and case; `all` deletes the case."""

    reporter: str = field(repr=False)
    scope: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenCleared(CaseCommand):
    """KELUAR: somebody may be looking at the reporter's phone."""

    reporter: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReporterBlocked(CaseCommand):
    reporter: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReporterBack(CaseCommand):
    reporter: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerConsent(CaseCommand):
    """Whether the person agrees to a referral they were asked about; `answer` is how they said it."""

    reporter: str = field(repr=False)
    referral: str
    agreed: bool
    answer: str = field(default="", repr=False)


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
