"""
Take up content that becomes flows by itself: checklists, shelves of pages, quizzes.

A compiled flow uses words and other flows as if it had been written by hand; both are noted at the line where
its content begins, so that the same checks hold. Start at `put_checklist`, `put_shelf`, `put_quiz`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.authoring.checklist_flow import compile_checklist
from bot.authoring.checklists import WrittenChecklist
from bot.authoring.facts import WrittenFact
from bot.authoring.flows import WrittenFlow
from bot.authoring.graph import exits_of
from bot.authoring.library import WrittenShelf
from bot.authoring.library_flow import compile_shelf, put_page_words
from bot.authoring.notes import Notes
from bot.authoring.quiz import WrittenQuiz
from bot.authoring.quiz_flow import compile_quiz
from bot.authoring.wording import Words
from bot.authoring.yaml_lines import Value
from bot.engine.flow import Flow

Put = Callable[[Flow, Value, str, str], None]


def putting(flows: dict[str, WrittenFlow], notes: Notes) -> Put:
    """A function that puts a compiled flow beside the written ones and notes what it uses."""

    def put(flow: Flow, value: Value, key: str, user: str) -> None:
        flows[flow.id] = WrittenFlow(flow, value)
        place = value.key_place(key)
        for node in flow.nodes.values():
            labels = [*(choice.label for choice in node.choices), *(each.label for each in node.each)]
            for word in (*node.say, *labels, node.title):
                if word:
                    notes.uses("words", word, place, user)
            for way in exits_of(node):
                if way.way in ("call", "switch"):
                    notes.uses("flow", way.target, place, user)

    return put


def put_checklist(written: WrittenChecklist, words: Words, put: Put) -> None:
    """A checklist without items is noted as a problem already; there is no flow without a first item."""
    checklist = written.checklist
    if not checklist.items:
        return
    flow, texts = compile_checklist(checklist, words.frozen().texts)
    put(flow, written.value, "checklist", f'daftar cek "{checklist.id}"')
    places = {item.id: written.item_value(position) for position, item in enumerate(checklist.items)}
    _put_texts(texts, places, written.value, words)


def put_quiz(written: WrittenQuiz, words: Words, put: Put) -> None:
    """The same for a quiz without items or results."""
    quiz = written.quiz
    if not quiz.items or not quiz.results:
        return
    flow, texts = compile_quiz(quiz, words.frozen().texts)
    put(flow, written.value, "quiz", f'kuis "{quiz.id}"')
    places = {item.id: written.item_value(position) for position, item in enumerate(quiz.items)}
    _put_texts(texts, places, written.value, words)


def put_shelf(written: WrittenShelf, facts: Mapping[str, WrittenFact], words: Words, put: Put) -> None:
    """The same for a shelf without pages."""
    if not written.pages:
        return
    put_page_words(written, facts, words)
    for flow in compile_shelf(written, words.frozen().texts):
        put(flow, written.value, "shelf", f'rak "{written.id}"')


def _put_texts(texts: Mapping[str, str], items: Mapping[str, Value], top: Value, words: Words) -> None:
    """Compiled keys are `<area>.<id>.<part>` or `<area>.<id>.<item>.<part>`, each put where it was read."""
    for key, text in texts.items():
        *_, owner, part = key.split(".")
        if owner in items:
            words.put(key, text, _part_of_item(items[owner], part))
        elif owner == "results":
            words.put(key, text, top.at("results", int(part) - 1, "text"))
        else:
            words.put(key, text, top.at(part))


def _part_of_item(item: Value, part: str) -> Value:
    """A field of an item; of a choice ("a" to "d") its label."""
    if part in item.mapping or "choices" not in item.mapping or len(part) > 1:
        return item.at(part)
    return item.at("choices", ord(part) - ord("a"), "label")
