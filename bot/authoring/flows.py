"""
Read a flow file: its nodes, and what starts it. One file is one flow, named like the file.

Start at `read_flow`; all flows together become the engine's `Flows` in `content.py`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from bot.authoring.fields import Fields
from bot.authoring.nodes import NODE_ID, read_choice, read_node, typed_key
from bot.authoring.notes import Notes
from bot.authoring.yaml_lines import TRUE_WORDS, Value
from bot.engine.flow import Choice, Flow, Node
from bot.engine.wording import Wording

FLOW_FIELDS = ("flow", "title", "relays", "alerted", "bare", "start", "triggers", "always", "nodes")
NAMED = ("commands", "words", "notices", "timers")
NEEDED = ("danger", "question", "media", "contact", "location")  # without one, somebody gets no answer
SINGLE = (*NEEDED, "receipt")
NODE_FORM = "Pakai huruf kecil, angka, garis bawah, dan tanda hubung; huruf dulu."


@dataclass(frozen=True, slots=True)
class Trigger:
    """What starts a flow: `kind` is a field of the engine's `Triggers`, `name` e.g. the command."""

    kind: str
    name: str
    target: str
    value: Value


@dataclass(frozen=True, slots=True)
class WrittenFlow:
    """A flow, what starts it, and the file it was read from (for a checklist: the checklist's)."""

    flow: Flow
    value: Value
    triggers: tuple[Trigger, ...] = ()
    always: tuple[Choice, ...] = ()

    def node_value(self, node: str) -> Value:
        """The part of the file where a node stands."""
        return self.value.at("nodes", node)


def read_flow(value: Value, notes: Notes) -> WrittenFlow:
    """One flow; whatever is wrong is noted."""
    name = PurePosixPath(value.source.path).stem
    fields = Fields(value, notes, f'percakapan "{name}"')
    fields.only(*FLOW_FIELDS)
    fields.text("flow", required=True)
    fields.named_after_file("flow", "percakapan")
    nodes: dict[str, Node] = {}
    for node_id, node in fields.entries("nodes"):
        place = value.mapping["nodes"].key_place(node_id)
        if Fields.fits(node_id, NODE_ID):
            nodes[node_id] = read_node(node_id, node, name, notes)
        else:
            fields.problem(place, f'"{node_id}" tidak bisa dipakai sebagai nama langkah.', NODE_FORM)
    if not nodes:
        fields.problem(
            value.key_place("nodes"), f"{fields.what} belum punya langkah.", 'Isi bagian "nodes:".'
        )
    start = fields.text("start", required=True)
    if start:
        notes.uses("node", start, value.mapping["start"].place, f"{fields.what} (start)", name)
    title = fields.text("title")
    if title:
        notes.uses("words", title, value.mapping["title"].place, fields.what)
    flags = {flag: fields.flag(flag) for flag in ("relays", "alerted", "bare")}
    flow = Flow(name, start, nodes, title, **flags)
    always = tuple(read_choice(item, name, notes, '"always"') for item in fields.listed("always"))
    return WrittenFlow(flow, value, tuple(_read_triggers(fields, name)), always)


def _read_triggers(fields: Fields, flow: str) -> Iterable[Trigger]:
    inner = fields.child("triggers", f'"triggers" di {fields.what}')
    if inner is None:
        return
    inner.only(*NAMED, *SINGLE)
    for kind in NAMED:
        raw = inner.value.mapping.get(kind)
        if raw is None:
            continue
        if isinstance(raw.content, tuple):  # a list of names: all lead to the start
            for item in raw.items:
                yield Trigger(kind, item.text, flow, item)
            continue
        for name, value in inner.entries(kind):
            yield Trigger(kind, name, _place(inner, flow, value), value)
    for kind in SINGLE:
        if kind in inner:
            value = inner.value.mapping[kind]
            yield Trigger(kind, kind, _place(inner, flow, value), value)


def _place(fields: Fields, flow: str, value: Value) -> str:
    node = value.text
    if not node or node.casefold() in TRUE_WORDS:
        return flow
    fields.notes.uses("node", node, value.place, fields.what, flow)
    return f"{flow}/{node}"


def with_typed_words(written: WrittenFlow, wording: Wording) -> WrittenFlow:
    """The same flow, the words that "@yes" stands for put in its place."""
    nodes = {
        name: replace(node, choices=_typed(node.choices, wording))
        for name, node in written.flow.nodes.items()
    }
    return replace(written, flow=replace(written.flow, nodes=nodes), always=_typed(written.always, wording))


def _typed(choices: tuple[Choice, ...], wording: Wording) -> tuple[Choice, ...]:
    return tuple(replace(choice, typed=_spelled_out(choice.typed, wording)) for choice in choices)


def _spelled_out(typed: tuple[str, ...], wording: Wording) -> tuple[str, ...]:
    words: list[str] = []
    for word in typed:
        text = wording.texts.get(typed_key(word), "") if word.startswith("@") else word
        words += [part.strip() for part in text.split("|") if part.strip()]
    return tuple(words)
