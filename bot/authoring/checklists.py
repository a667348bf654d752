"""
Read checklists: questions to be answered Sudah, Belum or Tidak tahu.

How one becomes a flow stands in `checklist_flow.py`. Start at `read_checklist`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from bot.authoring.faq import ID, ID_FORM, note_facts
from bot.authoring.fields import Fields
from bot.authoring.notes import Notes
from bot.authoring.yaml_lines import Value

ANSWERS = ("sudah", "belum", "tidak_tahu")
HELPS = ("report", "check", "emergency")  # or faq:<entry>
TOP_FIELDS = (
    "checklist", "title", "intro", "outro_ready", "outro_open", "topic", "owner", "reviewed_on", "review_by",
    "items",
)  # fmt: skip
ITEM_FIELDS = ("id", "ask", "why", "how", "warning", "warn_on", "help", "facts")
MAX_ITEMS = 40  # nobody goes on for longer
ITEM_ID = r"(?=.{1,20}$)[a-z][a-z0-9]*(-[a-z0-9]+)*"


@dataclass(frozen=True, slots=True)
class Item:
    """One question. `help` is one of `HELPS`, "faq:<entry>" or ""; `warn_on` holds words of `ANSWERS`."""

    id: str
    ask: str
    why: str
    how: str
    warning: str
    warn_on: tuple[str, ...]
    help: str
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Checklist:
    id: str
    title: str
    intro: str
    outro_ready: str
    outro_open: str
    topic: str
    owner: str
    reviewed_on: date
    review_by: date
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class WrittenChecklist:
    checklist: Checklist
    value: Value

    def item_value(self, position: int) -> Value:
        """Where an item stands, counted from 0."""
        return self.value.at("items", position)


def read_checklist(value: Value, notes: Notes) -> WrittenChecklist:
    """One checklist; whatever is wrong is noted."""
    name = PurePosixPath(value.source.path).stem
    fields = Fields(value, notes, f'daftar cek "{name}"')
    fields.only(*TOP_FIELDS)
    fields.identity("checklist", ID, ID_FORM)
    fields.named_after_file("checklist", "daftar cek")
    checklist = Checklist(
        id=name,
        title=fields.text("title", required=True),
        intro=fields.text("intro", required=True),
        outro_ready=fields.text("outro_ready", required=True),
        outro_open=fields.text("outro_open", required=True),
        topic=fields.text("topic", required=True),
        owner=fields.text("owner", required=True),
        reviewed_on=fields.date("reviewed_on") or date.min,
        review_by=fields.date("review_by") or date.min,
        items=_read_items(fields),
    )
    return WrittenChecklist(checklist, value)


def _read_items(fields: Fields) -> tuple[Item, ...]:
    found: dict[str, Item] = {}
    for value in fields.numbered("items", "butir", MAX_ITEMS):
        item = _read_item(value, fields.notes)
        if item.id in found:
            fields.problem(
                value.mapping["id"].place, f'butir "{item.id}" ditulis dua kali.', "Beri nama lain."
            )
        found[item.id] = item
    return tuple(found.values())


def _read_item(value: Value, notes: Notes) -> Item:
    fields = Fields(value, notes, "butir")
    item_id = fields.identity("id", ITEM_ID, "Huruf kecil, angka, tanda hubung, paling panjang 20.")
    fields.what = f'butir "{item_id}"'
    fields.only(*ITEM_FIELDS)
    warn_on = fields.text_values("warn_on")
    warning, helping = fields.text("warning").strip(), fields.text("help")
    if bool(warning) != bool(warn_on):
        missing = "warn_on" if warning else "warning"
        hint = '"warning" dan "warn_on" selalu berdua: kalimatnya, dan jawaban yang memunculkannya.'
        fields.problem(
            value.key_place("warning" if warning else "warn_on"),
            f'{fields.what} belum punya "{missing}".',
            hint,
        )
    if helping.startswith("faq:"):
        notes.uses("entry", helping.removeprefix("faq:"), value.mapping["help"].place, fields.what)
    elif helping:
        fields.known(value.mapping["help"], (*HELPS, "faq:<nama jawaban>"), '"help"')
    return Item(
        id=item_id,
        ask=fields.text("ask", required=True).strip(),
        why=fields.text("why", required=True).strip(),
        how=fields.text("how", required=True).strip(),
        warning=warning,
        warn_on=tuple(item.text for item in warn_on if fields.known(item, ANSWERS, '"warn_on"')),
        help=helping,
        facts=note_facts(fields),
    )
