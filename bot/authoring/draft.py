"""
Read every file of the project's content once, whatever is wrong with it.

A `Draft` is content with places and notes: checks look at it, and `content.py` freezes it when nothing is
wrong. Start at `read_draft`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from bot.adverts.sample import Sample
from bot.authoring.checklists import WrittenChecklist, read_checklist
from bot.authoring.compiled import put_checklist, put_quiz, put_shelf, putting
from bot.authoring.contact_words import put_contact_words
from bot.authoring.contacts import WrittenContact, read_contacts
from bot.authoring.cries import read_calm, read_cries
from bot.authoring.danger import read_danger
from bot.authoring.emergency import Country, Emergency, read_emergency
from bot.authoring.facts import WrittenFact, read_facts
from bot.authoring.faq import WrittenEntry, WrittenQuestions, put_words, read_entry, read_questions
from bot.authoring.flows import WrittenFlow, read_flow, with_typed_words
from bot.authoring.lexicon import read_lexicon
from bot.authoring.library import FOLDER, WrittenPage, WrittenShelf, read_shelves
from bot.authoring.notes import Notes
from bot.authoring.outside import WrittenOutside, read_outside
from bot.authoring.places import read_places
from bot.authoring.problem import Problem
from bot.authoring.quiz import WrittenQuiz, read_quiz
from bot.authoring.red_flags import WrittenAdverts
from bot.authoring.register import EMPTY, read_register
from bot.authoring.samples import read_samples
from bot.authoring.wording import Words, read_wording
from bot.authoring.yaml_lines import Value, load_yaml
from bot.directory.places import Places
from bot.language.lexicon import Lexicon
from bot.recruiters.register import Register
from bot.screening.cry import Cry
from bot.screening.rules import Rules

LANGUAGE = "content/id"
FACTS = "content/facts"
FLOWS = "flows"
REGISTER = "content/register/p3mi.csv"
HOME = "main"  # the flow at the bottom of every stack


@dataclass(slots=True)
class Draft:
    """All that was read. Filled by `read_draft`, only looked at afterwards."""

    notes: Notes = field(default_factory=Notes)
    words: Words = field(default_factory=Words)
    facts: dict[str, WrittenFact] = field(default_factory=dict)
    contacts: dict[str, WrittenContact] = field(default_factory=dict)
    entries: dict[str, WrittenEntry] = field(default_factory=dict)
    questions: list[WrittenQuestions] = field(default_factory=list)
    checklists: dict[str, WrittenChecklist] = field(default_factory=dict)
    shelves: dict[str, WrittenShelf] = field(default_factory=dict)
    quizzes: dict[str, WrittenQuiz] = field(default_factory=dict)
    flows: dict[str, WrittenFlow] = field(default_factory=dict)
    emergency: Emergency = field(default_factory=lambda: Emergency(Country("default", "", (), ()), ()))
    places: Places = field(default_factory=lambda: Places({}, {}))
    lexicon: Lexicon = field(default_factory=Lexicon)
    cries: list[Cry] = field(default_factory=list)
    offers: list[Sample] = field(default_factory=list)
    outside: dict[str, WrittenOutside] = field(default_factory=dict)
    register: Register = EMPTY
    danger: Rules | None = None
    danger_value: Value | None = None
    adverts: WrittenAdverts = field(default_factory=WrittenAdverts)
    unread: bool = False  # a file could not be read at all, so names of it are not known

    def pages(self) -> Iterator[WrittenPage]:
        """The pages of all shelves."""
        for shelf in self.shelves.values():
            yield from shelf.pages


def read_draft(root: Path) -> Draft:
    """Read flows and content below a folder. Missing folders read as empty; nothing raises."""
    draft = Draft()
    notes = draft.notes
    for value in _values(root, f"{LANGUAGE}/wording", notes):
        read_wording(value, draft.words, notes)
    for value in _values(root, FACTS, notes):
        read_facts(value, draft.facts, notes)
    _read_language(root, draft)
    draft.shelves = read_shelves(_values(root, FOLDER, notes), notes)
    _read_entries(root, draft)
    for value in _values(root, FLOWS, notes):
        flow = read_flow(value, notes)
        draft.flows[flow.flow.id] = flow
    _read_adverts(root, draft)
    _read_compiled(root, draft)
    _type_words(draft)
    if (root / REGISTER).is_file():
        draft.register = read_register(root / REGISTER, REGISTER, notes)
    draft.unread = any(problem.unread for problem in notes.problems)
    return draft


def _read_language(root: Path, draft: Draft) -> None:
    notes = draft.notes
    for value in _values(root, f"{LANGUAGE}/directory", notes):
        read_contacts(value, draft.contacts, notes)
    for written in draft.contacts.values():
        put_contact_words(written, draft.facts, draft.words)
    for value in _values(root, f"{LANGUAGE}/emergency.yaml", notes):
        draft.emergency = read_emergency(value, draft.contacts, draft.words, notes)
    for value in _values(root, f"{LANGUAGE}/places.yaml", notes):
        draft.places = read_places(value, draft.emergency, draft.contacts, draft.words, notes)
    for value in _values(root, f"{LANGUAGE}/lexicon.yaml", notes):
        draft.lexicon = read_lexicon(value, notes)
    for value in _values(root, f"{LANGUAGE}/cries", notes):
        draft.cries.extend(read_cries(value, notes))
    for value in _values(root, f"{LANGUAGE}/calm", notes):
        draft.cries.extend(read_calm(value, notes))
    for value in _values(root, f"{LANGUAGE}/outside", notes):
        group = read_outside(value, draft.words, notes)
        draft.outside[group.name] = group
    for value in _values(root, f"{LANGUAGE}/danger.yaml", notes):
        draft.danger_value = value
        draft.danger = read_danger(value, draft.lexicon, notes)


def _read_adverts(root: Path, draft: Draft) -> None:
    notes = draft.notes
    for value in _values(root, "content/jobs.yaml", notes):
        draft.adverts.put_jobs(value, notes)
    for value in _values(root, "content/destinations.yaml", notes):
        draft.adverts.put_destinations(value, notes)
    for value in _values(root, "content/wages.yaml", notes):
        draft.adverts.put_wages(value, notes)
    for value in _values(root, f"{LANGUAGE}/red_flags.yaml", notes):
        draft.adverts.put_flags(value, draft.lexicon, notes)
    for value in _values(root, f"{LANGUAGE}/offers", notes):
        draft.offers.extend(read_samples(value, notes))


def _read_compiled(root: Path, draft: Draft) -> None:
    put = putting(draft.flows, draft.notes)
    for value in _values(root, f"{LANGUAGE}/checklists", draft.notes):
        written = read_checklist(value, draft.notes)
        draft.checklists[written.checklist.id] = written
        put_checklist(written, draft.words, put)
    for value in _values(root, f"{LANGUAGE}/quiz", draft.notes):
        quiz = read_quiz(value, draft.notes)
        draft.quizzes[quiz.quiz.id] = quiz
        put_quiz(quiz, draft.words, put)
    for shelf in draft.shelves.values():
        put_shelf(shelf, draft.facts, draft.words, put)


def _read_entries(root: Path, draft: Draft) -> None:
    titles = {page.page.path: page.page.title for page in draft.pages()}
    for value in _values(root, f"{LANGUAGE}/faq", draft.notes):
        if value.source.path.endswith(".questions.yaml"):
            draft.questions.append(read_questions(value, draft.notes))
        else:
            written = read_entry(value, draft.notes)
            draft.entries[written.entry.id] = written
            put_words(written, draft.facts, titles, draft.words)


def _type_words(draft: Draft) -> None:
    wording = draft.words.frozen()
    for flow_id, written in draft.flows.items():
        draft.flows[flow_id] = with_typed_words(written, wording)


def files(root: Path) -> list[Path]:
    """Every file that content is made of, in a fixed order."""
    found = [path for top in (FLOWS, "content") for path in (root / top).rglob("*") if path.is_file()]
    return sorted(path for path in found if not path.name.startswith("."))


def fingerprint(root: Path) -> str:
    """SHA-256 (hex) over names and bytes of all files: the same content gives the same text everywhere."""
    whole = hashlib.sha256()
    for path in files(root):
        body = path.read_bytes()
        whole.update(f"{path.relative_to(root).as_posix()}\0{len(body)}\0".encode())
        whole.update(body)
    return whole.hexdigest()


def _values(root: Path, where: str, notes: Notes) -> Iterator[Value]:
    """The values of one YAML file, or of all YAML files of a folder; problems of form are noted."""
    top = root / where
    for path in [top] if top.is_file() else sorted(top.rglob("*.y*ml")):
        shown_as = path.relative_to(root).as_posix()
        if path.suffix == ".yml":
            notes.problems.append(
                Problem(shown_as, 1, 1, 'berkas ini berakhiran ".yml".', 'Ubah menjadi ".yaml".')
            )
            continue
        value, problems = load_yaml(path, shown_as)
        notes.problems.extend(problems)
        if value is not None:
            yield value
