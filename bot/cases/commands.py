"""
What people and the system may ask of a case. A closed union: `match` on it and end with `assert_never`.

Commands of reporters and officers stand in files of their own; here are those that say what became of
something. All survive JSON (`write_command`, `read_command`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, get_args

from bot.cases.command import CaseCommand
from bot.cases.officer_commands import OfficerCommand
from bot.cases.plain import from_plain, to_plain
from bot.cases.reporter_commands import ReporterCommand


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceStored(CaseCommand):
    evidence: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceFailed(CaseCommand):
    evidence: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertAccepted(CaseCommand):
    """Telegram accepted the alert to this officer, who is on duty."""

    officer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertNotAccepted(CaseCommand):
    """Telegram refused the alert to this officer; "" when nobody could be tried."""

    officer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivered(CaseCommand):
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NotDelivered(CaseCommand):
    """`reason` is blocked, gone or refused."""

    message: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeOverdue(CaseCommand):
    """The due time passed with nobody having answered."""


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


def _name(kind: type) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", kind.__name__).lower()


_BY_NAME: dict[str, type[Command]] = {_name(kind): kind for kind in get_args(Command)}


def write_command(command: Command) -> dict[str, Any]:
    """A JSON object; its `command` is the name in snake case."""
    return {"command": _name(type(command)), **to_plain(command)}


def read_command(plain: dict[str, Any]) -> Command:
    """The command again. Raises: KeyError, TypeError or ValueError when it is none of ours."""
    return from_plain(_BY_NAME[plain["command"]], plain)
