"""
Everything people read and walk through, as one frozen value: the way in for all other rooms.

`load_content` gives it or says in one line that it cannot; `check` says everything that is wrong, with
places. A broken edit therefore never replaces what runs. Start at `load_content`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.authoring.checklists import Checklist
from bot.authoring.checks import CHECKS, CHECKS_OF_SOUND_FLOWS
from bot.authoring.contacts import Contact
from bot.authoring.draft import FLOWS, HOME, Draft, fingerprint, read_draft
from bot.authoring.emergency import Emergency
from bot.authoring.facts import Fact
from bot.authoring.faq import FaqEntry
from bot.authoring.flows import NAMED, SINGLE
from bot.authoring.problem import Problem
from bot.authoring.register import names
from bot.engine.flow import Flows, Triggers
from bot.engine.wording import Wording
from bot.errors import ContentError
from bot.language.lexicon import Lexicon
from bot.recruiters.register import Register
from bot.screening.rules import Rules


@dataclass(frozen=True, slots=True)
class Content:
    """
    One edition of the content.

    Attributes:
        flows: Conversations, words and triggers.
        entries: FAQ entries by id; their words are `faq.<id>.title`, `.short`, `.details`, `.sources`.
        questions: How people ask, by entry id.
        outside: What people type that is none of the bot's business.
        checklists: By id; walked through as the flow `checklist-<id>`.
        fingerprint: SHA-256 over all files.
    """

    flows: Flows
    entries: Mapping[str, FaqEntry]
    questions: Mapping[str, tuple[str, ...]]
    outside: tuple[str, ...]
    checklists: Mapping[str, Checklist]
    facts: Mapping[str, Fact]
    contacts: Mapping[str, Contact]
    emergency: Emergency
    register: Register
    danger: Rules
    lexicon: Lexicon
    fingerprint: str


def load_content(root: Path, *, version: int = 0) -> Content:
    """
    Read flows and content below a folder.

    Args:
        root: The folder that holds `flows` and `content`.
        version: Written into sessions, so that an older process refuses newer ones.

    Raises: ContentError, one line, when anything is wrong. What is merely past its review date is not.
    """
    draft = read_draft(root)
    problems = _problems(draft, None)
    if problems or draft.danger is None:
        count = max(1, len(problems))
        raise ContentError(f"content has {count} problem{'s' if count != 1 else ''}; run langkah-aman check")
    return _freeze(draft, draft.danger, fingerprint(root), version)


def check(root: Path, today: date) -> tuple[Problem, ...]:
    """
    All problems of all files, by file and line; `today` decides which reviews are overdue.

    A file that cannot be read hides what others need of it: then only reading is reported, so that one
    missing quotation mark does not look like a hundred faults.
    """
    return _problems(read_draft(root), today)


def _problems(draft: Draft, today: date | None) -> tuple[Problem, ...]:
    found = set(draft.notes.problems)
    if not draft.unread:
        for look in CHECKS:
            found.update(look(draft, today))
        if not any(problem.path.startswith(FLOWS) for problem in found):
            for look in CHECKS_OF_SOUND_FLOWS:
                found.update(look(draft, today))
    return tuple(sorted(found, key=lambda problem: problem.order))


def _freeze(draft: Draft, danger: Rules, edition: str, version: int) -> Content:
    questions: dict[str, tuple[str, ...]] = {}
    for written in draft.questions:
        questions[written.entry] = tuple(variant.text for variant in written.variants)
    return Content(
        flows=Flows(
            flows={flow_id: written.flow for flow_id, written in draft.flows.items()},
            wording=Wording({**names(draft.register), **draft.words.frozen().texts}),
            triggers=_triggers(draft),
            home=HOME,
            always=tuple(choice for written in draft.flows.values() for choice in written.always),
            version=version,
        ),
        entries={name: written.entry for name, written in draft.entries.items()},
        questions=questions,
        outside=draft.outside,
        checklists={name: written.checklist for name, written in draft.checklists.items()},
        facts={name: written.fact for name, written in draft.facts.items()},
        contacts={name: written.contact for name, written in draft.contacts.items()},
        emergency=draft.emergency,
        register=draft.register,
        danger=danger,
        lexicon=draft.lexicon,
        fingerprint=edition,
    )


def _triggers(draft: Draft) -> Triggers:
    found: dict[str, dict[str, str]] = {kind: {} for kind in NAMED + SINGLE}
    for written in draft.flows.values():
        for trigger in written.triggers:
            found[trigger.kind][trigger.name] = trigger.target
    return Triggers(
        commands=found["commands"],
        notices=found["notices"],
        timers=found["timers"],
        words=found["words"],
        danger=found["danger"].get("danger", ""),
        receipt=found["receipt"].get("receipt", ""),
        question=found["question"].get("question", ""),
        media=found["media"].get("media", ""),
        contact=found["contact"].get("contact", ""),
        location=found["location"].get("location", ""),
    )
