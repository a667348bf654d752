"""
Say a contact of the directory in words: `contacts.card.<id>` with its numbers, `contacts.details.<id>`.

What is shown carries the date and the source of the facts behind it; what still has to be verified is not
shown, and the card says so. Start at `put_contact_words`.
"""

from __future__ import annotations

import html
from collections.abc import Mapping

from bot.authoring.contacts import WrittenContact, contact_text
from bot.authoring.facts import Fact, WrittenFact, indonesian_date, source_line
from bot.authoring.wording import Words
from bot.directory.contact import Contact
from bot.directory.numbers import names

IN_DOUBT = "Nomornya sedang kami periksa ulang."
NO_NUMBER = "Nomornya belum kami punya."
NOTHING_MORE = "Belum ada keterangan lain."


def put_contact_words(written: WrittenContact, facts: Mapping[str, WrittenFact], words: Words) -> None:
    """Both texts of one contact; all facts must have been read."""
    contact = written.contact
    known = [facts[name].fact for name in contact.facts if name in facts]
    words.put(f"contacts.card.{contact.id}", card(contact, known), written.value)
    words.put(f"contacts.details.{contact.id}", details(contact, known), written.value)


def card(contact: Contact, facts: list[Fact]) -> str:
    """Name, numbers (or why there are none), hours and note, and as of when."""
    lines = contact_text(contact).split("\n")
    if not contact.numbers:
        channels = _channels(contact)
        doubtful = any(fact.verify_before_use for fact in facts)
        lines[1:1] = [IN_DOUBT, *channels] if doubtful else channels or [NO_NUMBER]
    if contact.numbers or contact.email or contact.website:
        lines.extend(_as_of(contact, facts))
    return "\n".join(lines)


def details(contact: Contact, facts: list[Fact]) -> str:
    """Where it is, how else to reach it, and the sources."""
    lines = [f"<b>{_escaped(contact.name)}</b>"]
    if contact.address:
        lines.append(f"Alamat: {_escaped(contact.address)}")
    lines.extend(_channels(contact))
    if contact.languages:
        lines.append(f"Bahasa: {_escaped(', '.join(contact.languages))}")
    if len(lines) == 1 and not contact.numbers:
        return "\n".join((*lines, NOTHING_MORE))
    return "\n".join((*lines, source_line(_sure(facts)))).strip()


def _channels(contact: Contact) -> list[str]:
    """What can be written to or read, one a line."""
    named = (("Surel", contact.email), ("Laman", contact.website))
    return [f"{name}: {_escaped(value)}" for name, value in named if value]


def _as_of(contact: Contact, facts: list[Fact]) -> list[str]:
    """Since when all of what is shown is known, linked to the source; nothing when no fact is sure."""
    sure = _sure(facts)
    naming = [[fact for fact in sure if names(fact.claim, number)] for number in contact.numbers] or [sure]
    newest = [max(found, key=lambda fact: (bool(fact.source.url), fact.as_of)) for found in naming if found]
    if not newest:
        return []
    oldest = min(newest, key=lambda fact: fact.as_of)
    date, url = f"per {indonesian_date(oldest.as_of)}", oldest.source.url
    return [f'<i>Sumber: <a href="{html.escape(url)}">{date}</a></i>' if url else f"<i>Sumber {date}</i>"]


def _sure(facts: list[Fact]) -> list[Fact]:
    """Facts that may be shown as sources: verified, and with a date."""
    return [fact for fact in facts if not fact.verify_before_use and fact.as_of[:1].isdigit()]


def _escaped(text: str) -> str:
    return html.escape(text, quote=False)
