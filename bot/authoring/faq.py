"""
Read the FAQ: one entry a file, and beside it the ways people ask for it.

The texts of an entry become words (`faq.<id>.title`, `.short`, `.details`, `.sources`). Start at `read_entry`
and `read_questions`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from bot.authoring.facts import Fact, WrittenFact, source_line
from bot.authoring.fields import Fields
from bot.authoring.notes import Notes
from bot.authoring.wording import Words
from bot.authoring.yaml_lines import Value
from bot.faq.entry import Entry

ACTIONS = ("report", "check", "checklist", "emergency", "ask_officer")
MAX_ACTIONS = 3  # buttons below an answer
REGISTERS = ("formal", "keyword", "sms", "colloquial", "regional", "narrative", "indirect", "words")
"""How people write; `words` are short phrases that only this entry's people use ("telat haid")."""

ID = r"[a-z0-9]+(-[a-z0-9]+)*"
ID_FORM = "Pakai huruf kecil, angka, dan tanda hubung: paspor-ditahan."
ENTRY_FIELDS = (
    "id", "topic", "title", "short", "details", "actions", "page", "facts", "destinations", "stages", "owner",
    "reviewed_on", "review_by", "grave",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class WrittenEntry:
    entry: Entry
    value: Value


@dataclass(frozen=True, slots=True)
class Variant:
    """One way to ask; `register` is one of `REGISTERS`."""

    text: str
    register: str
    value: Value


@dataclass(frozen=True, slots=True)
class WrittenQuestions:
    entry: str
    variants: tuple[Variant, ...]
    value: Value


def read_entry(value: Value, notes: Notes) -> WrittenEntry:
    """One entry; its texts go into the words later, when all facts are known (`put_words`)."""
    name = PurePosixPath(value.source.path).stem
    fields = Fields(value, notes, f'jawaban "{name}"')
    fields.only(*ENTRY_FIELDS)
    fields.identity("id", ID, ID_FORM)
    fields.named_after_file("id", "jawaban")
    fields.text("short", required=True)
    fields.text("details")
    actions = fields.text_values("actions")
    if not 1 <= len(actions) <= MAX_ACTIONS:
        place = value.key_place("actions")
        fields.problem(
            place, f'{fields.what} harus punya 1 sampai {MAX_ACTIONS} "actions".', "Yang paling aman dulu."
        )
    page = fields.text("page")
    if page:
        notes.uses("page", page, value.mapping["page"].place, fields.what)
    entry = Entry(
        id=name,
        topic=fields.text("topic", required=True),
        title=fields.text("title", required=True),
        actions=tuple(item.text for item in actions if fields.known(item, ACTIONS, '"actions"')),
        facts=note_facts(fields),
        destinations=fields.texts("destinations"),
        stages=fields.texts("stages"),
        owner=fields.text("owner", required=True),
        reviewed_on=fields.date("reviewed_on") or date.min,
        review_by=fields.date("review_by") or date.min,
        page=page,
        grave=fields.flag("grave"),
    )
    return WrittenEntry(entry, value)


def note_facts(fields: Fields) -> tuple[str, ...]:
    """The fact ids under `facts`, noted as used."""
    values = fields.text_values("facts")
    for value in values:
        fields.notes.uses("fact", value.text, value.place, fields.what)
    return tuple(value.text for value in values)


def put_words(
    written: WrittenEntry, facts: Mapping[str, WrittenFact], titles: Mapping[str, str], words: Words
) -> None:
    """Turn an entry's texts into words; `titles` are those of the pages of the library, by "shelf/page"."""
    entry, value = written.entry, written.value
    rests_on: list[Fact] = [facts[name].fact for name in entry.facts if name in facts]
    for part in ("title", "short", "details"):
        words.put(
            f"faq.{entry.id}.{part}",
            value.at(part).text.strip() if part in value.mapping else "",
            value.at(part),
        )
    words.put(f"faq.{entry.id}.sources", source_line(rests_on), value.at("facts"))
    about = words.found["faq.button.about"].text if "faq.button.about" in words.found else ""
    title = titles.get(entry.page, "")
    words.put(f"faq.{entry.id}.about", about.replace("{title}", title) if title else "", value.at("page"))


def read_questions(value: Value, notes: Notes) -> WrittenQuestions:
    """The ways to ask for one entry."""
    entry = PurePosixPath(value.source.path).name.partition(".")[0]
    fields = Fields(value, notes, f'contoh pertanyaan "{entry}"')
    fields.only(*REGISTERS)
    variants = tuple(
        Variant(item.text, register, item) for register in REGISTERS for item in fields.text_values(register)
    )
    notes.uses("entry", entry, value.place, f"berkas {fields.what}")
    return WrittenQuestions(entry, variants, value)
