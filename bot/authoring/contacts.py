"""Read phone numbers and channels, and render each as words (`contact.<id>`). Start at `read_contacts`."""

from __future__ import annotations

import html
from dataclasses import dataclass

from bot.authoring.faq import ID, ID_FORM, note_facts
from bot.authoring.fields import Fields
from bot.authoring.notes import Notes
from bot.authoring.wording import Words
from bot.authoring.yaml_lines import Value


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody to call or write to; numbers are written as people read them."""

    id: str
    name: str
    country: str
    phones: tuple[str, ...]
    whatsapp: tuple[str, ...]
    hours: str
    note: str
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WrittenContact:
    contact: Contact
    value: Value


def read_contacts(value: Value, contacts: dict[str, WrittenContact], words: Words, notes: Notes) -> None:
    """Put the contacts of one file into `contacts`, and their lines into `words`."""
    top = Fields(
        Value(value.source, value.place, value.end_line, {"contacts": value}), notes, "daftar kontak"
    )
    for item in top.items(value, "daftar kontak"):
        fields = Fields(item, notes, "kontak")
        contact_id = fields.identity("id", ID, ID_FORM)
        fields.what = f'kontak "{contact_id}"'
        fields.only("id", "name", "country", "phones", "whatsapp", "hours", "note", "facts")
        contact = Contact(
            id=contact_id,
            name=fields.text("name", required=True),
            country=fields.text("country", required=True),
            phones=fields.texts("phones"),
            whatsapp=fields.texts("whatsapp"),
            hours=fields.text("hours"),
            note=fields.text("note"),
            facts=note_facts(fields),
        )
        if not contact.phones and not contact.whatsapp:
            fields.problem(
                item.key_place("id"), f"{fields.what} belum punya nomor.", 'Isi "phones" atau "whatsapp".'
            )
        if contact_id in contacts:
            first = contacts[contact_id].value.place
            fields.problem(item.mapping["id"].place, f"{fields.what} sudah ada di baris {first.line}.")
        elif contact_id:
            contacts[contact_id] = WrittenContact(contact, item)
            words.put(f"contact.{contact_id}", contact_text(contact), item)


def contact_text(contact: Contact) -> str:
    """A contact as Telegram HTML: name, numbers, then hours and note."""
    lines = [f"<b>{html.escape(contact.name, quote=False)}</b>"]
    if contact.phones:
        lines.append("Telepon: " + " · ".join(html.escape(phone) for phone in contact.phones))
    if contact.whatsapp:
        lines.append("WhatsApp: " + " · ".join(html.escape(number) for number in contact.whatsapp))
    more = ", ".join(part for part in (contact.hours, contact.note) if part)
    if more:
        lines.append(html.escape(more[0].upper() + more[1:], quote=False))
    return "\n".join(lines)
