"""
Read one node of a flow: what it says, asks and does, and its choices.

A node asks, or queries, or passes on; which of these it does is checked in `checks/dead_ends.py`.
Start at `read_node`; `read_choice` also reads
the choices that stand under every screen.
"""

from __future__ import annotations

from typing import get_args

from bot.authoring.conditions import read_condition
from bot.authoring.exits import EXIT_FIELDS, note_target, read_action, read_actions, read_exit, read_exits
from bot.authoring.fields import Fields
from bot.authoring.notes import Notes
from bot.authoring.yaml_lines import Value
from bot.engine.conditions import Condition
from bot.engine.flow import Action, AskKind, Choice, Each, Exit, Node
from bot.engine.queries import QUERIES

ASK_KINDS: tuple[AskKind, ...] = get_args(AskKind)
NODE_FIELDS = (
    "say", "title", "values", "replace", "sensitive", "checkpoint", "do", "ask", "save", "retry",
    "choices", "choices_each", "then", "when", "query", "on",
)  # fmt: skip
CHOICE_ID = r"[a-z0-9_]+"
NODE_ID = r"[a-z][a-z0-9_-]*"


def read_node(node_id: str, value: Value, flow: str, notes: Notes) -> Node:
    """One node; what is wrong with it is noted, and the rest is read all the same."""
    user = f'langkah "{node_id}"'
    fields = Fields(value, notes, user)
    fields.only(*NODE_FIELDS, *EXIT_FIELDS)
    choices = tuple(read_choice(item, flow, notes, user) for item in fields.listed("choices"))
    each = tuple(_read_each(item, flow, notes, user) for item in fields.listed("choices_each"))
    query, outcomes = _read_query(fields, flow, user)
    return Node(
        id=node_id,
        say=tuple(_words(fields, "say")),
        ask=_read_ask(fields, choosing=bool(choices or each)),
        save=fields.text("save"),
        retry="".join(_words(fields, "retry")),
        choices=choices,
        each=each,
        do=read_actions(fields, "do"),
        then=read_actions(fields, "then"),
        query=query,
        outcomes=outcomes,
        exits=() if query is not None else read_exits(fields, flow, user),
        values=fields.table("values"),
        title="".join(_words(fields, "title")),
        replace=fields.flag("replace"),
        sensitive=fields.flag("sensitive"),
        checkpoint=fields.flag("checkpoint"),
    )


def _words(fields: Fields, key: str) -> list[str]:
    """Wording keys under a field, noted as used."""
    values = fields.text_values(key, single=True)
    for value in values:
        fields.notes.uses("words", value.text, value.place, fields.what)
    return [value.text for value in values]


def _read_ask(fields: Fields, *, choosing: bool) -> frozenset[AskKind]:
    kinds: set[AskKind] = {"choice"} if choosing else set()
    for value in fields.text_values("ask", single=True):
        kind = next((known for known in ASK_KINDS if known == value.text), None)
        if kind is None:
            fields.known(value, ASK_KINDS, '"ask"')
        else:
            kinds.add(kind)
    return frozenset(kinds)


def read_choice(value: Value, flow: str, notes: Notes, user: str) -> Choice:
    fields = Fields(value, notes, f"pilihan di {user}")
    choice_id = fields.identity("id", CHOICE_ID, "Pakai huruf kecil, angka, dan garis bawah.")
    fields.what = f'pilihan "{choice_id}" di {user}'
    fields.only("id", "label", "typed", "if", "url", *EXIT_FIELDS)
    fields.text("label", required=True)
    typed = fields.text_values("typed", single=True)
    for word in typed:
        if word.text.startswith("@"):
            notes.uses("words", typed_key(word.text), word.place, fields.what)
    condition: Condition | None = None
    if "if" in fields:
        condition = read_condition(value.mapping["if"], notes, f"di {fields.what}")
    return Choice(
        id=choice_id,
        label="".join(_words(fields, "label")),
        exit=read_exit(fields, flow, url=True),
        typed=tuple(word.text for word in typed),
        condition=condition,
        url=fields.text("url"),
    )


def typed_key(word: str) -> str:
    """The wording key that "@yes" stands for: typed.yes; with a dot in it, the key itself."""
    name = word.removeprefix("@")
    return name if "." in name else f"typed.{name}"


def _read_each(value: Value, flow: str, notes: Notes, user: str) -> Each:
    fields = Fields(value, notes, f'"choices_each" di {user}')
    fields.only("of", "label", "typed", "hidden", "whole", *EXIT_FIELDS)
    fields.text("label", required=True)
    return Each(
        of=fields.text("of", required=True),
        label="".join(_words(fields, "label")),
        exit=read_exit(fields, flow),
        typed="".join(_words(fields, "typed")),
        hidden=fields.flag("hidden"),
        whole=fields.flag("whole"),
    )


def _read_query(fields: Fields, flow: str, user: str) -> tuple[Action | None, dict[str, Exit]]:
    if "query" not in fields:
        if "on" in fields:
            fields.problem(fields.value.key_place("on"), f'{user} punya "on" tetapi tidak punya "query".')
        return None, {}
    query = read_action(fields.value.mapping["query"], fields.notes, user, QUERIES)
    outcomes: dict[str, Exit] = {}
    for outcome, value in fields.entries("on"):
        if isinstance(value.content, str):
            outcomes[outcome] = Exit("go", value.text)
            note_target(fields.notes, "go", value.text, value, f'hasil "{outcome}" di {user}', flow)
        else:
            inner = Fields(value, fields.notes, f'hasil "{outcome}" di {user}')
            inner.only(*EXIT_FIELDS)
            outcomes[outcome] = read_exit(inner, flow)
    return query, outcomes
