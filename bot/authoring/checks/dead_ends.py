"""Every step must ask, look something up, or lead on; and every answer must lead somewhere."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bot.authoring.draft import Draft
from bot.authoring.problem import Problem
from bot.authoring.yaml_lines import Value
from bot.engine.flow import Node


def check_dead_ends(draft: Draft, _today: date | None) -> Iterator[Problem]:
    """Steps where a conversation would stand still, and ways nobody can take."""
    for written in draft.flows.values():
        for node in written.flow.nodes.values():
            yield from _check_node(node, written.value.at("nodes"), written.node_value(node.id))


def _check_node(node: Node, nodes: Value, value: Value) -> Iterator[Problem]:
    place, user = nodes.key_place(node.id), f'langkah "{node.id}"'
    if node.query is not None:
        if node.waits:
            yield Problem.at(
                place, f"{user} bertanya dan mencari sekaligus.", "Pisahkan menjadi dua langkah."
            )
        if not node.outcomes:
            message = f"{user} mencari sesuatu, tetapi hasilnya tidak menuju ke mana pun."
            yield Problem.at(place, message, 'Tambahkan "on:" dengan jalan untuk tiap hasil.')
    elif node.waits:
        yield from _check_asking(node, value, user)
    elif not node.exits:
        if "query" not in value.mapping:  # a misspelt query is reported already
            hint = 'Tambahkan "choices:", "ask:", atau jalan keluar seperti "go:" atau "end: true".'
            yield Problem.at(place, f"{user} buntu: tidak bertanya dan tidak menuju ke mana pun.", hint)
    elif node.exits[-1].condition is not None:
        message = f'{user} buntu kalau semua syarat di "when" tidak terpenuhi.'
        yield Problem.at(place, message, "Tambahkan jalan terakhir tanpa syarat, di luar when.")


def _check_asking(node: Node, value: Value, user: str) -> Iterator[Problem]:
    place = value.key_place("ask")
    if node.ask == {"choice"}:
        if not node.choices and not node.each:
            yield Problem.at(
                place, f"{user} meminta pilihan, tetapi tidak ada pilihannya.", 'Tambahkan "choices:".'
            )
        for key in ("save", "then", "when", "go", "call", "switch", "end", "stay", "resume", "home"):
            if key in value.mapping:
                message = f'"{key}" di {user} tidak pernah dipakai: langkah ini hanya menerima pilihan.'
                hint = 'Pindahkan ke dalam pilihannya, atau tambahkan "ask: text".'
                yield Problem.at(value.key_place(key), message, hint)
    elif not node.exits:
        message = f"{user} meminta jawaban, tetapi sesudah dijawab tidak menuju ke mana pun."
        yield Problem.at(place, message, 'Tambahkan jalan keluar seperti "go:" atau "stay: true".')
    elif node.exits[-1].condition is not None:
        message = f'{user} diam saja kalau semua syarat di "when" tidak terpenuhi.'
        yield Problem.at(place, message, "Tambahkan jalan terakhir tanpa syarat, di luar when.")
