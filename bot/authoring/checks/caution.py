"""What is not sure must be said with care: "per …" or "cek lagi" beside a fact of low confidence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from bot.authoring.checks.statements import Statement, statements
from bot.authoring.draft import Draft
from bot.authoring.facts import Fact
from bot.authoring.problem import Problem

CAREFUL = re.compile(
    r"\b(per|cek|tanya|tanyakan|pastikan|biasanya|sekitar|kira-kira|kabarnya|menurut|belum pasti"
    r"|bisa berubah|bisa berbeda)\b"
)
HINT = 'Tambahkan tanggalnya ("per Oktober 2025") atau "cek lagi ke …".'


def check_caution(draft: Draft, _today: date | None) -> Iterator[Problem]:
    """Texts that rest on a fact of low confidence, or on one that has to be verified before use."""
    for statement in statements(draft):
        yield from _careless(draft, statement)


def _careless(draft: Draft, statement: Statement) -> Iterator[Problem]:
    text = " ".join(value.text for _, value in statement.texts()).casefold()
    if CAREFUL.search(text):
        return
    for item in statement.fact_values():
        written = draft.facts.get(item.text)
        doubt = _doubt(written.fact) if written is not None else ""
        if doubt:
            message = f'fakta "{item.text}" {doubt}, tetapi teksnya tidak mengatakan itu.'
            yield Problem.at(item.place, message, HINT)


def _doubt(fact: Fact) -> str:
    if fact.confidence == "low":
        return "belum pasti (low)"
    return "harus dipastikan dulu (verify_before_use)" if fact.verify_before_use else ""
