"""
What a step can do. A *query* reads and comes back as `Answered`; a *change* becomes a row of the one commit.

How each is done stands in the file of the same name in `bot/runner/queries` or `bot/runner/changes`.
In flows an effect is named in snake case with its fields (`set_timer: {name: …}`); every field of such an
effect is text, so that answers can be put into it.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.danger import Danger
from bot.engine.events import Media


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


# --- queries -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SearchFaq:
    """
    -> answer | suggest | none | recruiter | greeting | thanks | later; values: entry, suggestions, actions.
    """

    text: str


@dataclass(frozen=True, slots=True)
class OpenEntry:
    """An entry that was picked from suggestions. -> answer | none; values: entry, actions."""

    entry: str


@dataclass(frozen=True, slots=True)
class LookUpRecruiter:
    """-> the verdict's kind; values: see the query."""

    text: str


@dataclass(frozen=True, slots=True)
class WhoIsOnDuty:
    """-> somebody | nobody."""


@dataclass(frozen=True, slots=True)
class FindCase:
    """Find the case of a receipt typed back. -> found | unknown | mistyped | too_many; values: found_case."""

    receipt: str


@dataclass(frozen=True, slots=True)
class CaseStatus:
    """How the person's own case stands. -> none | open | closed; values: status_lines."""

    case: str


# --- changes -----------------------------------------------------------------------------------------


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
class DropFiles:
    """Forget files that were sent before we knew what for: they were not meant for a report."""


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


Query = SearchFaq | OpenEntry | LookUpRecruiter | WhoIsOnDuty | FindCase | CaseStatus
Change = (
    Say
    | FileReport
    | AddToReport
    | RaiseAlert
    | ConfirmAlert
    | WithdrawAlert
    | MoveRelay
    | DropFiles
    | SetTimer
    | CancelTimer
    | ClearScreen
    | EraseMe
    | CountReach
)
Effect = Query | Change

QUERIES: dict[str, type[Query]] = {
    "search_faq": SearchFaq,
    "open_entry": OpenEntry,
    "look_up_recruiter": LookUpRecruiter,
    "who_is_on_duty": WhoIsOnDuty,
    "find_case": FindCase,
    "case_status": CaseStatus,
}
CHANGES: dict[str, type[Change]] = {
    "file_report": FileReport,
    "add_to_report": AddToReport,
    "raise_alert": RaiseAlert,
    "confirm_alert": ConfirmAlert,
    "withdraw_alert": WithdrawAlert,
    "move_relay": MoveRelay,
    "drop_files": DropFiles,
    "set_timer": SetTimer,
    "cancel_timer": CancelTimer,
    "clear_screen": ClearScreen,
    "erase_me": EraseMe,
    "count_reach": CountReach,
}

OUTCOMES: dict[str, tuple[str, ...]] = {
    "search_faq": ("answer", "suggest", "none", "recruiter", "greeting", "thanks", "later"),
    "open_entry": ("answer", "none"),
    "look_up_recruiter": (
        "found",
        "found_but",
        "not_found",
        "cannot_check",
        "ask_which",
        "suggest",
        "unclear",
    ),
    "who_is_on_duty": ("somebody", "nobody"),
    "find_case": ("found", "unknown", "mistyped", "too_many"),
    "case_status": ("none", "open", "closed"),
}
