"""
Read the facts that our words rest on, and say where they come from.

Start at `read_facts`; `source_line` renders what stands under an answer.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bot.authoring.fields import Fields
from bot.authoring.notes import Notes
from bot.authoring.yaml_lines import Value

CONFIDENCES = ("high", "medium", "low")
MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
MAX_SOURCES = 3  # under one answer; the desk shows all


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact comes from; `law` is its article, "" for other sources; `url` may be ""."""

    title: str
    url: str = ""
    law: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """`as_of` is text as in the source: a day, a month or a year."""

    id: str
    claim: str
    source: Source
    as_of: str
    confidence: str
    review_by: date
    verify_before_use: bool = False


@dataclass(frozen=True, slots=True)
class WrittenFact:
    fact: Fact
    value: Value


def read_facts(value: Value, facts: dict[str, WrittenFact], notes: Notes) -> None:
    """Put the facts of one file into `facts`; an id used twice is a problem."""
    top = Fields(Value(value.source, value.place, value.end_line, {"facts": value}), notes, "daftar fakta")
    for item in top.items(value, "daftar fakta"):
        fields = Fields(item, notes, "fakta")
        fact_id = fields.text("id", required=True)
        fields.what = f'fakta "{fact_id}"'
        fields.only("id", "claim", "source", "as_of", "confidence", "verify_before_use", "review_by")
        source = fields.child("source", f"sumber {fields.what}")
        if source is None:
            fields.problem(
                item.key_place("id"), f'{fields.what} belum punya "source".', "Tulis judul dan url-nya."
            )
        else:
            source.only("title", "url", "law")
        fact = Fact(
            id=fact_id,
            claim=fields.text("claim", required=True),
            source=Source("") if source is None else _read_source(source),
            as_of=fields.text("as_of", required=True),
            confidence=fields.one_of("confidence", CONFIDENCES),
            review_by=fields.date("review_by") or date.min,
            verify_before_use=fields.flag("verify_before_use"),
        )
        if fact_id in facts:
            first = facts[fact_id].value.place
            fields.problem(item.mapping["id"].place, f"{fields.what} sudah ada di {first.path}:{first.line}.")
        elif fact_id:
            facts[fact_id] = WrittenFact(fact, item)


def _read_source(fields: Fields) -> Source:
    url = fields.text("url")
    if url and not re.fullmatch(r"https?://\S+", url):
        place = fields.value.mapping["url"].place
        fields.problem(place, f'"{url}" bukan alamat web.', "Alamat web diawali https://")
    return Source(fields.text("title", required=True), url, fields.text("law"))


def source_line(facts: Iterable[Fact]) -> str:
    """The sources under an answer as Telegram HTML, each once, with the newest date; "" for no facts."""
    newest: dict[Source, str] = {}
    for fact in facts:
        newest[fact.source] = max(newest.get(fact.source, ""), fact.as_of)
    shown = [f"{_link(source)}, per {indonesian_date(as_of)}" for source, as_of in newest.items()]
    return "Sumber: " + "; ".join(shown[:MAX_SOURCES]) if shown else ""


def _link(source: Source) -> str:
    title = html.escape(source.title, quote=False)
    linked = f'<a href="{html.escape(source.url)}">{title}</a>' if source.url else title
    return f"{html.escape(source.law, quote=False)} ({linked})" if source.law else linked


def indonesian_date(text: str) -> str:
    """ "2025-10-29" -> "29 Oktober 2025", "2025-10" -> "Oktober 2025"; anything else as it is."""
    found = re.fullmatch(r"(\d{4})-(\d\d)(?:-(\d\d))?", text)
    if found is None or not 1 <= int(found[2]) <= len(MONTHS):
        return text
    month = f"{MONTHS[int(found[2]) - 1]} {found[1]}"
    return f"{int(found[3])} {month}" if found[3] else month
