"""SearchFaq and OpenEntry: the entries closest to what was typed, and whether that is enough to answer."""

from __future__ import annotations

from collections.abc import Sequence

from bot.adverts.offer import DOUBTFUL
from bot.engine.events import Answered
from bot.engine.queries import OpenEntry, SearchFaq
from bot.faq.entry import kindred
from bot.faq.search import search
from bot.runner.ports import Knowledge
from bot.runner.queries.first_look import first_look
from bot.runner.queries.naming import asks_of_person
from bot.runner.queries.offering import is_offer

MOST_SUGGESTIONS = 3
MOST_OTHERS = 2  # after "belum pas"
VALUES = ("suggestions", "entry", "actions", "library_page", "review_by", "others", "rate")


def search_faq(query: SearchFaq, knowledge: Knowledge) -> Answered:
    """
    What is no question (a greeting, a company, a wish for a number) goes its own way; everything else is
    looked for in the entries.
    """
    nothing = dict.fromkeys(VALUES, "")
    seen = first_look(query.text, knowledge, forwarded=query.forwarded == "yes")
    if seen:
        return Answered("search_faq", seen, nothing)
    found = search(knowledge.faq, query.text, kindred(knowledge.entries, query.after))
    ids = [candidate.entry_id for candidate in found.candidates[:MOST_SUGGESTIONS]]
    values = {**nothing, "suggestions": " ".join(ids)}
    if found.outside:
        return Answered("search_faq", "outside", {**values, "group": found.outside})
    if found.decision != "answer" and is_offer(query.text, knowledge, DOUBTFUL):
        return Answered("search_faq", "advert", nothing)
    if found.decision != "answer" and asks_of_person(query.text, knowledge):
        return Answered("search_faq", "recruiter", nothing)
    if found.decision == "answer" and ids:
        values |= _about(ids[0], knowledge) | {"others": _others(ids, ids[0], knowledge)}
    return Answered("search_faq", found.decision, values)


def open_entry(query: OpenEntry, knowledge: Knowledge) -> Answered:
    if query.entry not in knowledge.entries:  # taken out of the content since it was suggested
        return Answered("open_entry", "none")
    others = _others(query.suggestions.split(), query.entry, knowledge)
    return Answered("open_entry", "answer", {**_about(query.entry, knowledge), "others": others})


def _others(suggestions: Sequence[str], shown: str, knowledge: Knowledge) -> str:
    """What else may have been meant, for somebody whom the answer does not help."""
    others = [each for each in suggestions if each != shown and each in knowledge.entries]
    return " ".join(others[:MOST_OTHERS])


def _about(entry_id: str, knowledge: Knowledge) -> dict[str, str]:
    """What a screen needs to know of an entry: what to offer below it, until when it is fresh."""
    entry = knowledge.entries[entry_id]
    return {
        "entry": entry.id,
        "actions": " ".join(entry.actions),
        "library_page": entry.page,
        "review_by": entry.review_by.isoformat(),
        "rate": "" if entry.grave else "yes",  # who is in danger is not asked for marks
    }
