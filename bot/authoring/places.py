"""
Read the places that people name: `content/id/places.yaml`, and the countries of the emergency cards.

Names become words for buttons (`place.name.<id>`, `place.typed.<id>`). A word of a card that is also a
district ("batam" on the card of Indonesia) means the district. Start at `read_places`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.authoring.contacts import WrittenContact
from bot.authoring.emergency import Emergency
from bot.authoring.faq import ID, ID_FORM
from bot.authoring.fields import Fields
from bot.authoring.notes import Notes
from bot.authoring.problem import did_you_mean
from bot.authoring.wording import Words
from bot.authoring.yaml_lines import Value
from bot.directory.contact import INDONESIA
from bot.directory.places import Level, Place, Places, build_places

DISTRICTS = {"kabupaten": ("kab", "Kabupaten", "kabupaten|kab"), "kota": ("kota", "Kota", "kota")}
"""Field of a province -> beginning of the ids, of the names, and what alone means "that one"."""


@dataclass(slots=True)
class _Gathered:
    """Places and their names while the file is read."""

    places: dict[str, Place] = field(default_factory=dict)
    names: list[tuple[str, str]] = field(default_factory=list)

    def add(self, place: Place, *names: str) -> None:
        self.places.setdefault(place.id, place)
        self.names.extend((name, place.id) for name in (place.name, *names))


def read_places(
    value: Value, emergency: Emergency, contacts: Mapping[str, WrittenContact], words: Words, notes: Notes
) -> Places:
    """All places; emergency cards and contacts must have been read."""
    fields = Fields(value, notes, "daftar tempat")
    fields.only("countries", "parts", "provinces", "typed")
    gathered = _Gathered()
    for item in fields.listed("countries"):
        _read_country(Fields(item, notes, "negara"), gathered)
    for item in fields.listed("provinces"):
        _read_province(Fields(item, notes, "provinsi"), gathered, words)
    cards = _read_cards(fields, emergency, contacts, gathered)
    _read_typed(fields, gathered)
    for place in gathered.places.values():
        words.put(f"place.name.{place.id}", place.name, value)
        if f"place.typed.{place.id}" not in words.found:
            words.put(f"place.typed.{place.id}", place.name, value)
    return build_places(gathered.places.values(), gathered.names, cards)


def _read_country(fields: Fields, gathered: _Gathered) -> None:
    country = fields.identity("id", ID, ID_FORM)
    fields.only("id", "name", "typed")
    place = Place(country, fields.text("name", required=True), Level.COUNTRY)
    if country in gathered.places:
        fields.problem(fields.value.mapping["id"].place, f'negara "{country}" ditulis dua kali.')
    elif country:
        gathered.add(place, *fields.texts("typed"))


def _read_province(fields: Fields, gathered: _Gathered, words: Words) -> None:
    province = fields.identity("id", ID, ID_FORM)
    fields.what = f'provinsi "{province}"'
    fields.only("id", "name", *DISTRICTS)
    if not province:
        return
    name = fields.text("name", required=True)
    gathered.add(Place(province, f"Provinsi {name}", Level.PROVINCE, INDONESIA), name)
    for key, (short, kind, alone) in DISTRICTS.items():
        for item in fields.text_values(key):
            district = f"{short}-{re.sub(r'[^a-z0-9]+', '-', item.text.casefold()).strip('-')}"
            if district in gathered.places:
                fields.problem(item.place, f'{key} "{item.text}" ditulis dua kali.', "Hapus salah satu.")
            full = f"{kind} {item.text}"
            gathered.add(Place(district, full, Level.DISTRICT, province), item.text)
            words.put(f"place.typed.{district}", f"{full}|{alone}", item)


def _read_cards(
    fields: Fields,
    emergency: Emergency,
    contacts: Mapping[str, WrittenContact],
    gathered: _Gathered,
) -> list[tuple[str, str]]:
    """The countries of emergency cards, with their contacts first; the words that people type for them."""
    parts = fields.table("parts")
    cards = {country.id: country for country in emergency.countries}
    for part, value in fields.entries("parts"):
        place = fields.value.mapping["parts"].key_place(part)
        if part not in cards:
            fields.problem(place, f'"{part}" bukan negara di content/id/emergency.yaml.')
        if value.text not in cards:
            fields.problem(value.place, f'"{value.text}" bukan negara di content/id/emergency.yaml.')
    for card in cards.values():
        country = parts.get(card.id, card.id)
        first = tuple(
            name for name in card.contacts if name in contacts and contacts[name].contact.country != INDONESIA
        )
        level = Level.PART if card.id in parts else Level.COUNTRY
        parent = country if level is Level.PART else ""
        if card.id != INDONESIA:
            gathered.places[card.id] = Place(card.id, card.label, level, parent, first)
    return [(typed, card.id) for card in cards.values() for typed in card.typed]


def _read_typed(fields: Fields, gathered: _Gathered) -> None:
    child = fields.child("typed", '"typed" di daftar tempat')
    if child is None:
        return
    for name in child.value.mapping:
        for item in child.text_values(name):
            if item.text in gathered.places:
                gathered.names.append((name, item.text))
            else:
                hint = did_you_mean(item.text, gathered.places)
                child.problem(item.place, f'"{name}" berarti "{item.text}", yang tidak dikenal.', hint)
