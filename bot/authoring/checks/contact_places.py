"""A contact must stand in a place that is known, and those of an emergency card must have a number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from bot.authoring.contacts import WrittenContact
from bot.authoring.draft import Draft
from bot.authoring.problem import Problem, did_you_mean, hints
from bot.directory.contact import INDONESIA
from bot.directory.places import Level, Place

LEVELS = {"country": Level.COUNTRY, "province": Level.PROVINCE, "district": Level.DISTRICT}
CALLED = {"country": "negara", "province": "provinsi", "district": "kabupaten atau kota"}
HOME = "Tempat yang dikenal ada di content/id/places.yaml dan content/id/emergency.yaml."


def check_contact_places(draft: Draft, _today: date | None) -> Iterator[Problem]:
    """Countries, provinces and districts of contacts; contacts without a number on an emergency card."""
    known = {
        key: {name: place for name, place in draft.places.by_id.items() if place.level is level}
        for key, level in LEVELS.items()
    }
    for written in draft.contacts.values():
        yield from _unknown(written, known) or _misplaced(written, known["district"])
    for country in (draft.emergency.default, *draft.emergency.countries):
        for name in country.contacts:
            if name in draft.contacts and not draft.contacts[name].contact.numbers:
                value = draft.contacts[name].value
                message = f'kontak "{name}" ada di kartu darurat "{country.id}", tetapi belum punya nomor.'
                hint = 'Isi "phones" atau "whatsapp", atau lepas dari kartu itu.'
                yield Problem.at(value.key_place("id"), message, hint)


def _unknown(written: WrittenContact, known: Mapping[str, Mapping[str, Place]]) -> list[Problem]:
    """The first name of a place that nobody knows."""
    for key, places in known.items():
        name = written.value.at(key).text if key in written.value.mapping else ""
        if name and name not in places:
            message = f'kontak "{written.contact.id}" ada di {CALLED[key]} "{name}", yang tidak dikenal.'
            return [Problem.at(written.value.at(key).place, message, hints(did_you_mean(name, places), HOME))]
    return []


def _misplaced(written: WrittenContact, districts: Mapping[str, Place]) -> list[Problem]:
    """A district in another province, or a province abroad."""
    contact = written.contact
    if contact.district and districts[contact.district].parent != contact.province:
        district = districts[contact.district]
        message = f'{district.name} ada di provinsi "{district.parent}".'
        if contact.province:
            message = f'{district.name} bukan di provinsi "{contact.province}".'
        hint = f'Tulis "province: {district.parent}".'
        return [Problem.at(written.value.at("district").place, message, hint)]
    if contact.province and contact.country != INDONESIA:
        message = f'kontak "{contact.id}" punya provinsi, jadi negaranya "{INDONESIA}".'
        return [Problem.at(written.value.at("country").place, message)]
    return []
