"""
Read the directory: `content/id/directory/*.yaml`, agencies with their numbers and channels.

A number whose fact has still to be verified is not written there; the agency then says so itself
(`contact_words.py`). Start at `read_contacts`.
"""

from __future__ import annotations

import html
from dataclasses import dataclass

from bot.authoring.faq import ID, ID_FORM, note_facts
from bot.authoring.fields import Fields
from bot.authoring.notes import Notes
from bot.authoring.yaml_lines import Value
from bot.directory.contact import CASES, KINDS, Contact

CONTACT_FIELDS = (
    "id", "name", "kind", "country", "province", "district", "cases", "phones", "whatsapp", "email",
    "website", "address", "hours", "languages", "note", "facts", "from_abroad",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class WrittenContact:
    contact: Contact
    value: Value


def read_contacts(value: Value, contacts: dict[str, WrittenContact], notes: Notes) -> None:
    """Put the contacts of one file into `contacts`; whatever is wrong is noted."""
    top = Fields(
        Value(value.source, value.place, value.end_line, {"contacts": value}), notes, "daftar kontak"
    )
    for item in top.items(value, "daftar kontak"):
        contact = _read_contact(Fields(item, notes, "kontak"))
        if contact.id in contacts:
            first = contacts[contact.id].value.place
            place = item.mapping["id"].place
            where = f"baris {first.line}" if first.path == place.path else f"{first.path}:{first.line}"
            top.problem(place, f'kontak "{contact.id}" sudah ada di {where}.')
        elif contact.id:
            contacts[contact.id] = WrittenContact(contact, item)


def _read_contact(fields: Fields) -> Contact:
    contact_id = fields.identity("id", ID, ID_FORM)
    fields.what = f'kontak "{contact_id}"'
    fields.only(*CONTACT_FIELDS)
    cases = fields.text_values("cases")
    return Contact(
        id=contact_id,
        name=fields.text("name", required=True),
        kind=fields.one_of("kind", KINDS) or KINDS[-1],
        country=fields.text("country", required=True),
        province=fields.text("province"),
        district=fields.text("district"),
        cases=tuple(case.text for case in cases if fields.known(case, CASES, '"cases"')),
        phones=fields.texts("phones"),
        whatsapp=fields.texts("whatsapp"),
        email=fields.text("email"),
        website=fields.text("website"),
        address=fields.text("address"),
        hours=fields.text("hours"),
        languages=fields.texts("languages"),
        note=fields.text("note"),
        facts=note_facts(fields),
        from_abroad=fields.flag("from_abroad"),
    )


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
