"""
Everything people read and walk through, as one frozen value: the way in for all other rooms.

`load_content` gives it or says in one line that it cannot; `check` says everything that is wrong, with
places. A broken edit therefore never replaces what runs. Start at `load_content`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.adverts.known import Adverts
from bot.adverts.sample import Sample
from bot.authoring.checklists import Checklist
from bot.authoring.checks import CHECKS, CHECKS_OF_SOUND_FLOWS
from bot.authoring.draft import FLOWS, HOME, Draft, fingerprint, read_draft
from bot.authoring.emergency import Emergency
from bot.authoring.facts import Fact
from bot.authoring.flows import NAMED, SINGLE
from bot.authoring.library import Page
from bot.authoring.problem import Problem
from bot.authoring.quiz import Quiz
from bot.authoring.register import WithNames
from bot.danger import Danger
from bot.directory.nearest import Directory
from bot.engine.flow import Flows, Triggers
from bot.engine.wording import Wording
from bot.errors import ContentError
from bot.faq.entry import Entry
from bot.faq.example import OUTSIDE, WORDS, Example
from bot.language.lexicon import Lexicon
from bot.recruiters.register import Register
from bot.screening.cry import Cry
from bot.screening.rules import Rules

ORDINARY = 3  # of the ordinary messages, one in so many teaches what is calm; all would drown the cries
DISTANT = {"formal", "keyword"}  # who asks so about grave things asks in general
IN_DANGER = {"kekerasan-di-rumah"}  # not our business, and yet not calm


@dataclass(frozen=True, slots=True)
class Content:
    """
    One edition of the content.

    Attributes:
        flows: Conversations, words and triggers.
        entries: FAQ entries by id; their words are `faq.<id>.title`, `.short`, `.details`, `.sources`.
        examples: How people ask, and what they type that is none of the bot's business.
        cries: What danger sounds like, and what only sounds like it.
        offers: Adverts that people pass on, good and bad, and what only looks like one.
        checklists: By id; walked through as the flow `checklist-<id>`.
        pages: Of the library, by path ("negara/taiwan"); `call: library-negara/taiwan` shows one.
        quizzes: By id; the flow is `quiz-<id>`.
        directory: Whom to call, and the places that people name.
        adverts: What job adverts are read and judged with.
        fingerprint: SHA-256 over all files.
    """

    flows: Flows
    entries: Mapping[str, Entry]
    examples: tuple[Example, ...]
    cries: tuple[Cry, ...]
    offers: tuple[Sample, ...]
    checklists: Mapping[str, Checklist]
    pages: Mapping[str, Page]
    quizzes: Mapping[str, Quiz]
    facts: Mapping[str, Fact]
    directory: Directory
    emergency: Emergency
    register: Register
    danger: Rules
    adverts: Adverts
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
        raise ContentError(f"isi bot punya {count} masalah; jalankan langkah-aman check")
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
    return Content(
        flows=Flows(
            flows={flow_id: written.flow for flow_id, written in draft.flows.items()},
            wording=Wording(WithNames(draft.words.frozen().texts, draft.register)),
            triggers=_triggers(draft),
            home=HOME,
            always=tuple(choice for written in draft.flows.values() for choice in written.always),
            version=version,
        ),
        entries={name: written.entry for name, written in draft.entries.items()},
        examples=tuple(_examples(draft)),
        cries=tuple(_cries(draft, danger)),
        offers=tuple(draft.offers),
        checklists={name: written.checklist for name, written in draft.checklists.items()},
        pages={written.page.path: written.page for written in draft.pages()},
        quizzes={name: written.quiz for name, written in draft.quizzes.items()},
        facts={name: written.fact for name, written in draft.facts.items()},
        directory=Directory(
            {name: written.contact for name, written in draft.contacts.items()}, draft.places
        ),
        emergency=draft.emergency,
        register=draft.register,
        danger=danger,
        adverts=draft.adverts.frozen(draft.lexicon),
        lexicon=draft.lexicon,
        fingerprint=edition,
    )


def _examples(draft: Draft) -> Iterator[Example]:
    """A title is a way to ask too."""
    for name, written in draft.entries.items():
        yield Example(written.entry.title, name, "title")
    for questions in draft.questions:
        for variant in questions.variants:
            yield Example(variant.text, questions.entry, variant.register)
    for name, group in draft.outside.items():
        for text in group.examples:
            yield Example(text, OUTSIDE + name, "outside")


def _cries(draft: Draft, danger: Rules) -> Iterator[Cry]:
    """The messages written for it, the examples of the rules, and ordinary questions as what is calm."""
    yield from draft.cries
    for rule in danger.rules:
        yield from (Cry(text, rule.sign, rule.level) for text in rule.examples)
        yield from (Cry(text, "", Danger.NONE) for text in rule.counterexamples)
    nodes = [node for written in draft.flows.values() for node in written.flow.nodes.values()]
    typed = {word for node in nodes for choice in node.choices for word in choice.typed}
    yield from (Cry(word, "", Danger.NONE) for word in sorted(typed))  # what a button says is no cry
    ordinary = [*_ordinary(draft)]
    yield from (Cry(text, "", Danger.NONE) for text in ordinary[::ORDINARY])


def _ordinary(draft: Draft) -> Iterator[str]:
    """What people ask who are not in danger, and what is none of our business."""
    for questions in draft.questions:
        entry = draft.entries.get(questions.entry)
        grave = entry is not None and entry.entry.grave
        for variant in questions.variants:
            if variant.register != WORDS and (not grave or variant.register in DISTANT):
                yield variant.text
    for name, group in draft.outside.items():
        if name not in IN_DANGER:
            yield from group.examples


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
