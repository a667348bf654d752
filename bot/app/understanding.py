"""`langkah-aman ask` and `recruiter`: what the bot understands, for people and for measuring."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.authoring.content import Content
from bot.authoring.register import load_register
from bot.faq.index import build_index
from bot.faq.search import search
from bot.recruiters.verdict import check
from bot.screening.screen import screen

Answer = Callable[..., dict[str, Any]]


def ask(content: Content) -> Answer:
    """One message to {"danger", "signs", "decision", "topics"}."""
    index = build_index(content.entries.values(), content.questions, content.lexicon, content.outside)

    def answer(text: str, *, explain: bool = False) -> dict[str, Any]:
        heard = screen(text, content.danger, content.lexicon)
        found = search(index, text)
        topics = [content.entries[each.entry_id].topic for each in found.candidates]
        answer: dict[str, Any] = {
            "danger": heard.danger.value,
            "signs": list(heard.signs),
            "decision": found.decision,
            "topics": list(dict.fromkeys(topics))[:3],
        }
        if explain:
            answer["why"] = [f"{each.entry_id} {each.score}: {each.why}" for each in found.candidates[:3]]
            answer["heard"] = [f"{each.sign} {each.level.value}: {each.words}" for each in heard.sightings]
        return answer

    return answer


def recruiter(content: Content, other: Path | None) -> Answer:
    """One name or sentence to {"decision", "name", "status", "candidates", "contact"}."""
    register = load_register(other) if other is not None else content.register
    today = datetime.now(UTC).date()

    def answer(text: str) -> dict[str, Any]:
        verdict = check(register, text, today)
        found = verdict.recruiter
        return {
            "decision": verdict.decision,
            "name": found.name if found else None,
            "status": found.status if found else None,
            "candidates": [each.name for each in verdict.candidates],
            "contact": verdict.contact.value if verdict.contact else None,
            "verdict": verdict.kind.value,
            "reasons": list(verdict.reasons),
        }

    return answer


def each_line(
    answer: Answer, lines: Iterable[str], say: Callable[[str], None], *, as_json: bool, **options: Any
) -> None:
    """Answer every line; with `as_json` a line is {"id", "text"} and its answer carries the same id."""
    for line in lines:
        if not line.strip():
            continue
        asked = json.loads(line) if as_json else {"text": line.rstrip("\n")}
        found = answer(asked["text"], **options)
        if as_json:
            say(json.dumps({"id": asked["id"], **found}, ensure_ascii=False))
        else:
            say(json.dumps(found, ensure_ascii=False, indent=2))
