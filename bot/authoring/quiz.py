"""
Read quizzes: short cases, each with one right choice and an explanation that is kind to who was wrong.

How one becomes a flow stands in `quiz_flow.py`. Start at `read_quiz`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from bot.authoring.checklists import ITEM_ID
from bot.authoring.faq import ID, ID_FORM, note_facts
from bot.authoring.fields import Fields
from bot.authoring.notes import Notes
from bot.authoring.yaml_lines import WHOLE_NUMBER, Value
from bot.engine.reading import words_of

TOP_FIELDS = ("quiz", "title", "intro", "results", "owner", "reviewed_on", "review_by", "items")
ITEM_FIELDS = ("id", "ask", "choices", "explain", "facts")
MAX_ITEMS = 40  # nobody goes on for longer
FEWEST_CHOICES, MOST_CHOICES = 2, 4


@dataclass(frozen=True, slots=True)
class QuizItem:
    """One case. `right` is the place of the right choice in `choices`, from 0."""

    id: str
    ask: str
    choices: tuple[str, ...]
    right: int
    explain: str
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """What is said from `least` right answers on."""

    least: int
    text: str


@dataclass(frozen=True, slots=True)
class Quiz:
    """`results` best first; the last is from 0."""

    id: str
    title: str
    intro: str
    results: tuple[Result, ...]
    owner: str
    reviewed_on: date
    review_by: date
    items: tuple[QuizItem, ...]


@dataclass(frozen=True, slots=True)
class WrittenQuiz:
    quiz: Quiz
    value: Value

    def item_value(self, position: int) -> Value:
        """Where an item stands, counted from 0."""
        return self.value.at("items", position)


def read_quiz(value: Value, notes: Notes) -> WrittenQuiz:
    """One quiz; whatever is wrong is noted."""
    name = PurePosixPath(value.source.path).stem
    fields = Fields(value, notes, f'kuis "{name}"')
    fields.only(*TOP_FIELDS)
    fields.identity("quiz", ID, ID_FORM)
    fields.named_after_file("quiz", "kuis")
    quiz = Quiz(
        id=name,
        title=fields.text("title", required=True),
        intro=fields.text("intro", required=True).strip(),
        results=_read_results(fields, len(value.at("items").items) or MAX_ITEMS),
        owner=fields.text("owner", required=True),
        reviewed_on=fields.date("reviewed_on") or date.min,
        review_by=fields.date("review_by") or date.min,
        items=_read_items(fields),
    )
    return WrittenQuiz(quiz, value)


def _read_results(fields: Fields, most: int) -> tuple[Result, ...]:
    """The results, falling to 0; what no number of right answers can reach is a problem."""
    found: list[Result] = []
    above = most + 1
    for value in fields.listed("results"):
        inner = Fields(value, fields.notes, f"hasil {fields.what}")
        inner.only("from", "text")
        least, text = inner.text("from", required=True), inner.text("text", required=True)
        if not WHOLE_NUMBER.fullmatch(least) or int(least) < 0:
            if least:
                inner.problem(value.mapping["from"].place, f'"{least}" bukan jumlah jawaban benar.')
            continue
        if int(least) >= above:
            message = f"hasil dari {least} tidak pernah muncul: jawaban benar di sini kurang dari {above}."
            inner.problem(value.mapping["from"].place, message, "Urutkan dari yang terbanyak ke 0.")
        above = min(above, int(least))
        found.append(Result(int(least), text.strip()))
    if not found or found[-1].least != 0:
        hint = 'Hasil terakhir harus "from: 0", supaya setiap orang mendapat kata penutup.'
        fields.problem(fields.value.key_place("results"), f"{fields.what} belum punya hasil dari 0.", hint)
    return tuple(found)


def _read_items(fields: Fields) -> tuple[QuizItem, ...]:
    found: dict[str, QuizItem] = {}
    for value in fields.numbered("items", "soal", MAX_ITEMS):
        item = _read_item(value, fields.notes)
        if item.id in found:
            fields.problem(value.at("id").place, f'soal "{item.id}" ditulis dua kali.', "Beri nama lain.")
        found[item.id] = item
    return tuple(found.values())


def _read_item(value: Value, notes: Notes) -> QuizItem:
    fields = Fields(value, notes, "soal")
    item_id = fields.identity("id", ITEM_ID, "Huruf kecil, angka, tanda hubung, paling panjang 20.")
    fields.what = f'soal "{item_id}"'
    fields.only(*ITEM_FIELDS)
    labels, right = _read_choices(fields)
    return QuizItem(
        id=item_id,
        ask=fields.text("ask", required=True).strip(),
        choices=labels,
        right=right,
        explain=fields.text("explain", required=True).strip(),
        facts=note_facts(fields),
    )


def _read_choices(fields: Fields) -> tuple[tuple[str, ...], int]:
    """The labels, and the place of the right one (0 when there is not exactly one: that is noted)."""
    values = fields.listed("choices")
    place = fields.value.key_place("choices")
    if not FEWEST_CHOICES <= len(values) <= MOST_CHOICES:
        wanted = f"{FEWEST_CHOICES} sampai {MOST_CHOICES} pilihan"
        fields.problem(place, f"{fields.what} harus punya {wanted}; ini {len(values)}.")
    labels: list[str] = []
    right: list[int] = []
    for position, value in enumerate(values):
        inner = Fields(value, fields.notes, f"pilihan di {fields.what}")
        inner.only("label", "right")
        label = inner.text("label", required=True).strip()
        if label and words_of(label) in [words_of(other) for other in labels]:
            inner.problem(value.at("label").place, f'pilihan "{label}" ditulis dua kali di {fields.what}.')
        labels.append(label)
        if inner.flag("right"):
            right.append(position)
    if values and len(right) != 1:
        has = f"punya {len(right)}" if right else "belum punya"
        hint = 'Tepat satu pilihan diberi "right: true".'
        fields.problem(place, f"{fields.what} {has} pilihan yang benar.", hint)
    return tuple(labels), right[0] if right else 0
