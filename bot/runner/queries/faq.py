"""SearchFaq and OpenEntry: the entries closest to what was typed, and whether that is enough to answer."""

from __future__ import annotations

from bot.engine.effects import OpenEntry, SearchFaq
from bot.engine.events import Answered
from bot.faq.search import search
from bot.runner.ports import Knowledge

MOST_SUGGESTIONS = 3


def search_faq(query: SearchFaq, knowledge: Knowledge) -> Answered:
    found = search(knowledge.faq, query.text)
    ids = [candidate.entry_id for candidate in found.candidates[:MOST_SUGGESTIONS]]
    values = {"suggestions": " ".join(ids), "entry": "", "actions": ""}
    if found.decision == "answer" and ids:
        values |= {"entry": ids[0], "actions": " ".join(knowledge.entries[ids[0]].actions)}
    return Answered("search_faq", found.decision, values)


def open_entry(query: OpenEntry, knowledge: Knowledge) -> Answered:
    entry = knowledge.entries.get(query.entry)
    if entry is None:  # taken out of the content since it was suggested
        return Answered("open_entry", "none")
    return Answered("open_entry", "answer", {"entry": entry.id, "actions": " ".join(entry.actions)})
