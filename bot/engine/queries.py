"""
What a step can ask: a query reads, keeps nothing, and comes back as `Answered` with one of its outcomes.

How each is answered stands in the file of the same name in `bot/runner/queries`. In flows a query is named in
snake case with its fields (`search_faq: {text: …}`); every field is text, so that answers can be put into it.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SearchFaq:
    """
    -> answer | suggest | none; outside (values: group); or what the text is instead of a question:
    advert | recruiter | contacts | greeting | thanks | later | foreign | wordless.
    Values: entry, suggestions, actions and what else a screen needs to know of an entry. `after` is the entry
    that was shown before, "" for none: what belongs to the same talk wins what is nearly a tie. `forwarded`
    is "yes" for what was passed on: it is more likely an advert.
    """

    text: str
    after: str = ""
    forwarded: str = ""


@dataclass(frozen=True, slots=True)
class OpenEntry:
    """An entry that was picked from `suggestions`. -> answer | none; values: entry, actions, others."""

    entry: str
    suggestions: str = ""


@dataclass(frozen=True, slots=True)
class LookUpRecruiter:
    """
    -> the verdict's kind, or person, advert; values: see the query.

    `picked` is the key of a row that was chosen from buttons; `beside` an advert or question, sent before,
    that these words belong to.
    """

    text: str
    picked: str = ""
    beside: str = ""


@dataclass(frozen=True, slots=True)
class CheckAdvert:
    """
    What speaks against an advert; `correction` mends what was read in a picture.

    -> suspicious | unclear | ok | unreadable (nothing of an offer in it). Values: see the query.
    """

    text: str
    correction: str = ""


@dataclass(frozen=True, slots=True)
class ReadBack:
    """What was read in a picture, in short. -> offer | other | worrying; values: advert, advert_read."""

    text: str


@dataclass(frozen=True, slots=True)
class HearNeed:
    """
    -> hide | number | none. What somebody in danger asks for, beside the officer who is written to.

    `country` is the one whose numbers were given already. Values: country, when one is named.
    """

    text: str
    country: str = ""


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


@dataclass(frozen=True, slots=True)
class FindContacts:
    """
    Whom to call for a place: `place` is one already understood, otherwise `text` is read.

    -> found | farther | wide | which | unknown; values: see the query.
    """

    text: str
    place: str = ""
    case: str = ""  # what they need help with
    page: str = ""


Query = (
    SearchFaq
    | OpenEntry
    | LookUpRecruiter
    | CheckAdvert
    | ReadBack
    | HearNeed
    | WhoIsOnDuty
    | FindCase
    | CaseStatus
    | FindContacts
)

QUERIES: dict[str, type[Query]] = {
    "search_faq": SearchFaq,
    "open_entry": OpenEntry,
    "look_up_recruiter": LookUpRecruiter,
    "check_advert": CheckAdvert,
    "read_back": ReadBack,
    "hear_need": HearNeed,
    "who_is_on_duty": WhoIsOnDuty,
    "find_case": FindCase,
    "case_status": CaseStatus,
    "find_contacts": FindContacts,
}
OUTCOMES: dict[str, tuple[str, ...]] = {
    "search_faq": (
        "answer",
        "suggest",
        "none",
        "outside",
        "advert",
        "recruiter",
        "contacts",
        "greeting",
        "thanks",
        "later",
        "foreign",
        "wordless",
    ),
    "open_entry": ("answer", "none"),
    "look_up_recruiter": (
        "found",
        "found_but",
        "not_found",
        "cannot_check",
        "ask_which",
        "suggest",
        "person",
        "unclear",
        "advert",
    ),
    "check_advert": ("suspicious", "unclear", "ok", "unreadable"),
    "read_back": ("offer", "other", "worrying"),
    "hear_need": ("hide", "number", "none"),
    "who_is_on_duty": ("somebody", "nobody"),
    "find_case": ("found", "unknown", "mistyped", "too_many"),
    "case_status": ("none", "open", "closed"),
    "find_contacts": ("found", "farther", "wide", "which", "unknown"),
}
