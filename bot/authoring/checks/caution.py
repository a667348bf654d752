"""What is not sure must be said with care: a date ("per …") or "cek lagi" beside a low-confidence fact."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from bot.authoring.draft import Draft
from bot.authoring.problem import Problem
from bot.authoring.yaml_lines import Value

CAREFUL = re.compile(
    r"\b(per|cek|tanya|tanyakan|pastikan|biasanya|sekitar|kira-kira|kabarnya|menurut|belum pasti"
    r"|bisa berubah|bisa berbeda)\b"
)


def check_caution(draft: Draft, _today: date | None) -> Iterator[Problem]:
    """FAQ entries and checklist items that rest on a fact of low confidence."""
    for entry in draft.entries.values():
        yield from _careless(draft, entry.value, ("short", "details"))
    for checklist in draft.checklists.values():
        for position in range(len(checklist.value.at("items").items)):
            yield from _careless(draft, checklist.item_value(position), ("ask", "why", "how", "warning"))


def _careless(draft: Draft, value: Value, parts: tuple[str, ...]) -> Iterator[Problem]:
    text = " ".join(value.mapping[part].text for part in parts if part in value.mapping).casefold()
    if CAREFUL.search(text) or "facts" not in value.mapping:
        return
    for item in value.mapping["facts"].items:
        written = draft.facts.get(item.text)
        if written is not None and written.fact.confidence == "low":
            message = f'fakta "{item.text}" belum pasti (low), tetapi teksnya tidak mengatakan itu.'
            hint = 'Tambahkan tanggalnya ("per Oktober 2025") atau "cek lagi ke …".'
            yield Problem.at(item.place, message, hint)
