"""What an officer may ask of a case, and how a case may end."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from bot.cases.case import Channel
from bot.cases.command import CaseCommand
from bot.danger import Danger

OUTCOMES = ("helped", "advised", "referred", "no_answer", "unfounded", "double", "withdrawn")


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficersCommand(CaseCommand):
    officer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(OfficersCommand):
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class Release(OfficersCommand):
    reason: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOver(OfficersCommand):
    """To a named colleague."""

    to: str
    reason: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Close(OfficersCommand):
    """`outcome` is one of `OUTCOMES`."""

    outcome: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply(OfficersCommand):
    """`message` is a name for this reply, made by the caller; deliveries are told by it."""

    message: str
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(OfficersCommand):
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class AskHelp(OfficersCommand):
    """[Minta bantuan]: colleagues on duty and the supervisors are told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkRead(OfficersCommand):
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class NewByOfficer(OfficersCommand):
    """A case that came by telephone or in person."""

    channel: Channel
    text: str = field(repr=False)
    district: str = ""
    danger: Danger = Danger.NONE
    training: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AskConsent(OfficersCommand):
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
class OfferReferral(OfficersCommand):
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
class AcceptReferral(OfficersCommand):
    """In this and the next two, `referral` "" is the one that waits for the officer's own agency."""

    referral: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RejectReferral(OfficersCommand):
    referral: str
    reason: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishReferral(OfficersCommand):
    referral: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RevokeReferral(OfficersCommand):
    referral: str
    reason: str = field(repr=False)


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
