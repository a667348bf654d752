"""
Read the library: shelves of pages about destinations, tricks, law and terms, to read at leisure.

`content/id/library/<shelf>.yaml` is the shelf, each file of the folder beside it a list of its pages. How
they become flows stands in `library_flow.py`. Start at `read_shelves`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from bot.authoring.faq import ACTIONS, MAX_ACTIONS, note_facts
from bot.authoring.fields import Fields
from bot.authoring.notes import Notes
from bot.authoring.problem import Problem
from bot.authoring.yaml_lines import Value
from bot.engine.reading import words_of

FOLDER = "content/id/library"
SHELF_FIELDS = ("shelf", "title", "intro", "owner")
PAGE_FIELDS = (
    "id", "title", "words", "short", "details", "story", "actions", "flags", "topic", "facts",
    "reviewed_on", "review_by",
)  # fmt: skip
NAME = r"(?=.{1,24}$)[a-z][a-z0-9]*(-[a-z0-9]+)*"
NAME_FORM = "Huruf kecil, angka, tanda hubung, huruf dulu, paling panjang 24: visa-turis."
FLAG = r"[a-z][a-z0-9_]*"
TEXTS = ("short", "details", "story")


@dataclass(frozen=True, slots=True)
class Page:
    """
    One page, without its words: those are `library.<shelf>.<id>.title`, `.short`, `.details`, `.story`.

    Attributes:
        texts: Which of `TEXTS` it has.
        actions: Buttons as under an answer of the FAQ.
        flags: Red flags of adverts that this page explains.
        topic: The FAQ topic it belongs to, "" for none.
    """

    id: str
    shelf: str
    title: str
    words: tuple[str, ...]
    texts: frozenset[str]
    actions: tuple[str, ...]
    flags: tuple[str, ...]
    topic: str
    facts: tuple[str, ...]
    reviewed_on: date
    review_by: date

    @property
    def path(self) -> str:
        """How other content names it: "negara/taiwan"."""
        return f"{self.shelf}/{self.id}"


@dataclass(frozen=True, slots=True)
class WrittenPage:
    page: Page
    value: Value


@dataclass(frozen=True, slots=True)
class WrittenShelf:
    """A shelf and its pages in the order shown."""

    id: str
    value: Value
    pages: tuple[WrittenPage, ...]


def read_shelves(values: Iterable[Value], notes: Notes) -> dict[str, WrittenShelf]:
    """All shelves by name; a folder of pages without a shelf, and a shelf without pages, are noted."""
    shelves: dict[str, Value] = {}
    files: dict[str, list[Value]] = {}
    for value in values:
        name, *inside = PurePosixPath(value.source.path).relative_to(FOLDER).parts
        if inside:
            files.setdefault(name, []).append(value)
        else:
            shelves[name.removesuffix(".yaml")] = value
    for name in files.keys() - shelves.keys():
        value = files[name][0]
        message = f'halaman ini ada di rak "{name}", yang belum ada.'
        notes.problems.append(Problem.at(value.place, message, f"Buat berkas {FOLDER}/{name}.yaml."))
    return {
        name: WrittenShelf(name, value, _read_shelf(name, value, files.get(name, []), notes))
        for name, value in shelves.items()
    }


def _read_shelf(name: str, value: Value, files: list[Value], notes: Notes) -> tuple[WrittenPage, ...]:
    fields = Fields(value, notes, f'rak "{name}"')
    fields.only(*SHELF_FIELDS)
    fields.identity("shelf", NAME, NAME_FORM)
    fields.named_after_file("shelf", "rak")
    for key in ("title", "intro", "owner"):
        fields.text(key, required=True)
    pages = [page for file in files for page in _read_pages(name, file, notes)]
    found: dict[str, WrittenPage] = {}
    for each in pages:
        first = found.setdefault(each.page.id, each)
        if first is not each:
            at, where = each.value.at("id").place, first.value.place
            hint = "Beri nama lain, atau hapus salah satu."
            fields.problem(at, f'halaman "{each.page.id}" sudah ada di {where.path}:{where.line}.', hint)
    if not files:
        hint = f"Tulis halaman di {FOLDER}/{name}/, satu daftar tiap berkas."
        fields.problem(value.key_place("shelf"), f"{fields.what} belum punya halaman.", hint)
    _note_doubled_words(found, notes)
    return tuple(found.values())


def _read_pages(shelf: str, value: Value, notes: Notes) -> Iterator[WrittenPage]:
    top = Fields(Value(value.source, value.place, value.end_line, {"pages": value}), notes, "berkas ini")
    for item in top.items(value, "berkas halaman"):
        yield WrittenPage(_read_page(shelf, item, notes), item)


def _read_page(shelf: str, value: Value, notes: Notes) -> Page:
    fields = Fields(value, notes, "halaman")
    page_id = fields.identity("id", NAME, NAME_FORM)
    fields.what = f'halaman "{page_id}"'
    fields.only(*PAGE_FIELDS)
    fields.text("short", required=True)
    texts = frozenset(part for part in TEXTS if fields.text(part).strip())
    actions = fields.text_values("actions")
    if len(actions) > MAX_ACTIONS:
        place = value.mapping["actions"].place
        fields.problem(place, f'{fields.what} punya {len(actions)} "actions"; paling banyak {MAX_ACTIONS}.')
    flags = fields.text_values("flags")
    for flag in flags:
        if not Fields.fits(flag.text, FLAG):
            hint = "Pakai huruf kecil, angka, dan garis bawah: visa_wisata."
            fields.problem(flag.place, f'"{flag.text}" tidak bisa dipakai sebagai nama tanda bahaya.', hint)
        else:
            notes.uses("flag", flag.text, flag.place, fields.what)
    topic = fields.text("topic")
    if topic:
        notes.uses("topic", topic, value.mapping["topic"].place, fields.what)
    return Page(
        id=page_id,
        shelf=shelf,
        title=fields.text("title", required=True),
        words=fields.texts("words"),
        texts=texts,
        actions=tuple(item.text for item in actions if fields.known(item, ACTIONS, '"actions"')),
        flags=tuple(flag.text for flag in flags),
        topic=topic,
        facts=note_facts(fields),
        reviewed_on=fields.date("reviewed_on") or date.min,
        review_by=fields.date("review_by") or date.min,
    )


def _note_doubled_words(pages: Mapping[str, WrittenPage], notes: Notes) -> None:
    """What is typed on a shelf must mean one page."""
    meant: dict[str, str] = {}
    for name, written in pages.items():
        value = written.value
        for typed in (value.at("title"), *(value.at("words").items if "words" in value.mapping else ())):
            said = " ".join(words_of(typed.text))
            first = meant.setdefault(said, name)
            if said and first != name:
                message = f'"{typed.text}" sudah membuka halaman "{first}".'
                notes.problems.append(Problem.at(typed.place, message, "Hapus dari salah satu halaman."))
