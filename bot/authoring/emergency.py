"""
Read the emergency cards: whom to call, country by country.

Cards become words: `emergency.card.<country>` (and `.card.default`), `emergency.label.<country>` and
`emergency.typed.<country>` (what people type for it, "|" between). Start at `read_emergency`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.authoring.contacts import WrittenContact, contact_text
from bot.authoring.faq import ID, ID_FORM
from bot.authoring.fields import Fields
from bot.authoring.notes import Notes
from bot.authoring.wording import Words
from bot.authoring.yaml_lines import Value

DEFAULT = "default"
MARK = "🆘 "


@dataclass(frozen=True, slots=True)
class Country:
    """One card; `typed` are ways to write the place, in the order of the file."""

    id: str
    label: str
    typed: tuple[str, ...]
    contacts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Emergency:
    """All cards; `default` is for somebody whose place we do not know."""

    default: Country
    countries: tuple[Country, ...]


def read_emergency(
    value: Value, contacts: Mapping[str, WrittenContact], words: Words, notes: Notes
) -> Emergency:
    """The cards of `emergency.yaml`; contacts must have been read."""
    fields = Fields(value, notes, "kartu darurat")
    fields.only(DEFAULT, "countries")
    inner = fields.child(DEFAULT, 'kartu "default"')
    default = Country(DEFAULT, "", (), ())
    text = ""
    if inner is None:
        fields.problem(
            value.place, 'kartu darurat belum punya "default".', "Itu kartu untuk yang belum bilang di mana."
        )
    else:
        inner.only("contacts", "text")
        text = inner.text("text", required=True).strip()
        default = Country(DEFAULT, "", (), _contacts(inner))
        _put_card(default, text, inner.value, contacts, words)
    countries: dict[str, Country] = {}
    for item in fields.listed("countries"):
        country, own = _read_country(item, notes)
        if country.id in countries:
            fields.problem(
                item.mapping["id"].place, f'negara "{country.id}" ditulis dua kali.', "Gabungkan keduanya."
            )
        countries[country.id] = country
        _put_card(country, own or text, item, contacts, words)
    return Emergency(default, tuple(countries.values()))


def _read_country(value: Value, notes: Notes) -> tuple[Country, str]:
    fields = Fields(value, notes, "negara")
    country_id = fields.identity("id", ID, ID_FORM)
    fields.what = f'negara "{country_id}"'
    fields.only("id", "label", "typed", "contacts", "text")
    country = Country(
        country_id, fields.text("label", required=True), fields.texts("typed"), _contacts(fields)
    )
    return country, fields.text("text").strip()


def _contacts(fields: Fields) -> tuple[str, ...]:
    values = fields.text_values("contacts")
    if not values:
        fields.problem(fields.value.key_place("contacts"), f"{fields.what} belum punya kontak.")
    for value in values:
        fields.notes.uses("contact", value.text, value.place, fields.what)
    return tuple(value.text for value in values)


def _put_card(
    country: Country, text: str, value: Value, contacts: Mapping[str, WrittenContact], words: Words
) -> None:
    known = [contacts[name].contact for name in country.contacts if name in contacts]
    card = "\n\n".join((text, *(MARK + contact_text(contact) for contact in known)))
    words.put(f"emergency.card.{country.id}", card, value)
    if country.label:
        words.put(f"emergency.label.{country.id}", country.label, value.at("label"))
        words.put(f"emergency.typed.{country.id}", "|".join(country.typed), value.at("typed"))
