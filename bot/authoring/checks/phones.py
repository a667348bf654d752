"""Numbers to call must be numbers, and must stand in a fact that is sure: none is shown before that."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import phonenumbers

from bot.authoring.contacts import WrittenContact
from bot.authoring.draft import Draft
from bot.authoring.problem import Problem
from bot.authoring.yaml_lines import Value
from bot.directory.numbers import names

SHORT_CODES = frozenset({"110", "112", "113", "115", "118", "119", "129", "08001000", "1500630"})
IN_TEXT = re.compile(r"\+\d[\d \-]{6,}\d")
LONGEST_SHORT = 4
MADE_OF_CONTACTS = ("contacts.card.", "emergency.")


def check_phones(draft: Draft, _today: date | None) -> Iterator[Problem]:
    """Contacts, and numbers with a country code in any text."""
    for written in draft.contacts.values():
        for key in ("phones", "whatsapp"):
            for value in written.value.at(key).items if key in written.value.mapping else ():
                if is_phone(value.text):
                    yield from _unsure(draft, written, value)
                else:
                    hint = "Tulis dengan kode negara: +60 3-2116 4016; kode wilayah juga ikut."
                    yield Problem.at(value.place, f'"{value.text}" bukan nomor yang bisa ditelepon.', hint)
    for key, word in draft.words.found.items():
        if not key.startswith(MADE_OF_CONTACTS):
            for number in IN_TEXT.findall(word.text):
                if not is_phone(number):
                    yield Problem.at(
                        word.value.place_of(number), f'"{number}" bukan nomor yang bisa ditelepon.'
                    )


def _unsure(draft: Draft, written: WrittenContact, value: Value) -> Iterator[Problem]:
    """A number that none of the contact's facts names, or only one that has still to be verified."""
    contact = written.contact
    if any(name not in draft.facts for name in contact.facts):
        return  # reported as an unknown fact
    facts = [draft.facts[name].fact for name in contact.facts]
    naming = [fact for fact in facts if names(fact.claim, value.text)]
    if not naming:
        message = f'nomor "{value.text}" di kontak "{contact.id}" tidak ada di faktanya.'
        hint = "Periksa angkanya, atau tulis nomor itu di fakta yang menjadi dasarnya."
        yield Problem.at(value.place, message, hint)
    elif all(fact.verify_before_use for fact in naming):
        message = (
            f'nomor "{value.text}" di kontak "{contact.id}" hanya ada di fakta "{naming[0].id}", '
            "yang harus dipastikan dulu."
        )
        hint = (
            "Pastikan nomornya lalu hapus verify_before_use dari fakta itu, atau hapus nomor ini: "
            "bot lalu bilang nomornya sedang diperiksa ulang."
        )
        yield Problem.at(value.place, message, hint)


def is_phone(text: str) -> bool:
    """Whether a number can be one: Indonesian, international, or a known short code."""
    digits = re.sub(r"\D", "", text)
    if re.sub(r"[^\w+]", "", text) in SHORT_CODES:
        return True
    if len(digits) <= LONGEST_SHORT:
        return any(
            phonenumbers.is_emergency_number(digits, region)
            for region in phonenumbers.SUPPORTED_SHORT_REGIONS
        )
    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(text, "ID"))
    except phonenumbers.NumberParseException:
        return False
