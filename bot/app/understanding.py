"""`langkah-aman ask`, `advert` and `recruiter`: what the bot understands, for people and for measuring."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import Any

from bot.adverts.advert import Advert, Money
from bot.adverts.judge import judge
from bot.adverts.read import read_advert
from bot.app.learnt.adverts import adverts_of
from bot.app.learnt.hearing import hearing_of
from bot.app.learnt.index import understanding_of
from bot.authoring.content import Content
from bot.errors import ContentError
from bot.faq.search import explain as why
from bot.faq.search import search
from bot.recruiters.register import Register
from bot.recruiters.verdict import check
from bot.screening.hearing import hear

Answer = Callable[..., dict[str, Any]]
SHOWN = 3  # topics


def ask(content: Content) -> Answer:
    """One message to {"danger", "signs", "decision", "topics"}."""
    index, hearing = understanding_of(content), hearing_of(content)

    def answer(text: str, *, explain: bool = False) -> dict[str, Any]:
        heard = hear(text, hearing)
        found = search(index, text)
        topics = [content.entries[each.entry_id].topic for each in found.candidates]
        answer: dict[str, Any] = {
            "danger": heard.danger.value,
            "signs": list(heard.signs),
            "decision": found.decision,
            "topics": list(dict.fromkeys(topics))[:SHOWN],
        }
        if explain:
            answer["why"] = [
                f"{each.entry_id} {each.score}: {why(index, text, each.entry_id)}"
                for each in found.candidates[:SHOWN]
            ]
            answer["confidence"] = found.confidence
            answer["outside"] = found.outside
            answer["heard"] = [f"{each.sign} {each.level.value}: {each.words}" for each in heard.sightings]
        return answer

    return answer


def advert(content: Content) -> Answer:
    """One advert to {"verdict", "flags", "assurances"} and what was read in it, each with its quote."""
    known = adverts_of(content)
    rules = known.rules
    if rules is None:
        raise ContentError("content/id/red_flags.yaml tidak ada")

    def answer(text: str) -> dict[str, Any]:
        read = read_advert(text, known.vocabulary)
        verdict = judge(read, known.vocabulary, rules)
        return {
            "verdict": verdict.kind,
            "flags": [
                {"flag": flag.id, "quote": flag.quote.text if flag.quote else None, "why": flag.why}
                for flag in verdict.flags
            ],
            "assurances": list(verdict.assurances),
            **_extracts(read),
        }

    return answer


def _extracts(read: Advert) -> dict[str, Any]:
    """What an advert says, as plain lists."""
    return {
        "companies": [company.name for company in read.companies],
        "contacts": [{"kind": each.kind, "value": each.value} for each in read.contacts],
        "accounts": [
            {"bank": each.bank, "number": each.number, "holder": each.holder} for each in read.accounts
        ],
        "licences": [{"kind": each.kind, "number": each.number} for each in read.licences],
        "countries": list(dict.fromkeys(mention.id for mention in read.countries)),
        "jobs": list(dict.fromkeys(mention.id for mention in read.jobs)),
        "wages": [_sum(money) for money in read.wages],
        "fees": [_sum(money) for money in read.fees],
        "ages": [{"low": age.low, "high": age.high, "quote": age.quote.text} for age in read.ages],
        "departures": [quote.text for quote in read.departures],
    }


def _sum(money: Money) -> dict[str, Any]:
    return {
        "low": float(money.low),
        "high": float(money.high),
        "currency": money.currency,
        "period": money.period,
        "quote": money.quote.text,
    }


def recruiter(register: Register) -> Answer:
    """One name or sentence to {"decision", "name", "status", "candidates", "contact"}."""
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
            "contacts": {one.kind.value: match.value for one, match in verdict.contacts},
        }

    return answer


def each_line(
    answer: Answer, lines: Iterable[str], say: Callable[[str], None], *, as_json: bool, **options: Any
) -> None:
    """
    Answer every line; with `as_json` a line is {"id", "text"} and its answer carries the same id.

    Raises: ContentError naming the line that is no such object.
    """
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        asked = _asked(line, number) if as_json else {"text": line.rstrip("\n")}
        found = answer(asked["text"], **options)
        if as_json:
            say(json.dumps({"id": asked["id"], **found}, ensure_ascii=False))
        else:
            say(json.dumps(found, ensure_ascii=False, indent=2))


def one_message(
    answer: Answer, text: str, say: Callable[[str], None], *, as_json: bool, **options: Any
) -> None:
    """Answer one message as it was typed; with `as_json` in one line, and an object is a line as above."""
    if as_json and text.lstrip().startswith("{"):
        each_line(answer, [text], say, as_json=True, **options)
        return
    say(json.dumps(answer(text, **options), ensure_ascii=False, indent=None if as_json else 2))


def _asked(line: str, number: int) -> dict[str, Any]:
    try:
        asked = json.loads(line)
    except ValueError:
        asked = None
    if not isinstance(asked, dict) or not isinstance(asked.get("text"), str) or "id" not in asked:
        raise ContentError(f'baris {number} bukan objek JSON seperti {{"id": 1, "text": "isi pesan"}}')
    return asked
