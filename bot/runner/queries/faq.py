"""SearchFaq and OpenEntry: the entries closest to what was typed, and whether that is enough to answer."""

from __future__ import annotations

import re

from bot.engine.effects import OpenEntry, SearchFaq
from bot.engine.events import Answered
from bot.engine.reading import POLITE, words_of
from bot.engine.wording import Wording
from bot.faq.search import search
from bot.recruiters.contacts import find_contacts
from bot.recruiters.licence import find_licences
from bot.recruiters.matching import Fit, match_name
from bot.recruiters.names import find_names
from bot.recruiters.register import Register
from bot.runner.ports import Knowledge

MOST_SUGGESTIONS = 3
LONGEST_GREETING = 6  # words
_NO_NAMES = "itu|ini|apa|mana|yang|yg|resmi|legal|abal|penyalur|penempatan|tersebut|nya|atau|dan|saya|kami"
_COMPANY = re.compile(
    rf"\b(?:pt|cv)\.? +(?!(?:{_NO_NAMES})\b)\w{{3,}} +(?!(?:{_NO_NAMES})\b)\w{{3,}}", re.IGNORECASE
)
_LINK = re.compile(r"\b(?:https?://|t\.me/|wa\.me/|www\.)\S+", re.IGNORECASE)


def search_faq(query: SearchFaq, knowledge: Knowledge) -> Answered:
    """
    Greetings are returned, "nanti saja" leads home; a company of the register, and a bare number, are for
    the recruiter check; everything else is looked for in the entries.
    """
    nothing = {"suggestions": "", "entry": "", "actions": ""}
    for manners in ("greeting", "thanks"):
        if _only(query.text, manners, knowledge.flows.wording):
            return Answered("search_faq", manners, nothing)
    if _puts_off(query.text, knowledge.flows.wording):
        return Answered("search_faq", "later", nothing)
    if _names_company(query.text, knowledge.register):
        return Answered("search_faq", "recruiter", nothing)
    found = search(knowledge.faq, query.text)
    if _gives_number(query.text, knowledge.register):
        return Answered("search_faq", "recruiter", nothing)
    ids = [candidate.entry_id for candidate in found.candidates[:MOST_SUGGESTIONS]]
    values = {**nothing, "suggestions": " ".join(ids)}
    if found.decision == "answer" and ids:
        values |= {"entry": ids[0], "actions": " ".join(knowledge.entries[ids[0]].actions)}
    return Answered("search_faq", found.decision, values)


def open_entry(query: OpenEntry, knowledge: Knowledge) -> Answered:
    entry = knowledge.entries.get(query.entry)
    if entry is None:  # taken out of the content since it was suggested
        return Answered("open_entry", "none")
    return Answered("open_entry", "answer", {"entry": entry.id, "actions": " ".join(entry.actions)})


def _only(text: str, manners: str, words: Wording) -> bool:
    """Whether a short text is nothing but such words ("halo kak, selamat pagi")."""
    said = [word for word in words_of(text[:200]) if word not in POLITE]
    known = words.label(f"typed.{manners}", {}).split("|")
    return 0 < len(said) <= LONGEST_GREETING and all(word in known for word in said)


def _puts_off(text: str, words: Wording) -> bool:
    """Whether the whole text only puts things off ("nanti aja kak")."""
    said = words_of(text[:200])
    bare = [word for word in said if word not in POLITE]
    later = words.label("typed.later", {}).split("|")
    return " ".join(said) in later or " ".join(bare) in later


def _names_company(text: str, register: Register) -> bool:
    """A company of the register, or any "PT Something": a name nobody knows deserves a verdict too."""
    if _COMPANY.search(text):
        return True
    names = find_names(text, register.by_word)
    return any(found.fit is Fit.SURE for name in names for found in match_name(register, name))


def _gives_number(text: str, register: Register) -> bool:
    return bool(_LINK.search(text) or find_contacts(text) or find_licences(text, register))
