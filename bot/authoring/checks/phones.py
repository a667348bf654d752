"""Numbers to call must be numbers, and must not rest on a fact that still has to be verified."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import phonenumbers

from bot.authoring.draft import Draft
from bot.authoring.problem import Problem

SHORT_CODES = frozenset({"110", "112", "113", "115", "118", "119", "129", "08001000"})
IN_TEXT = re.compile(r"\+\d[\d \-]{6,}\d")
LONGEST_SHORT = 4


def check_phones(draft: Draft, _today: date | None) -> Iterator[Problem]:
    """Contacts, and numbers with a country code in any text."""
    for name, written in draft.contacts.items():
        for key in ("phones", "whatsapp"):
            for value in written.value.at(key).items if key in written.value.mapping else ():
                if not is_phone(value.text):
                    hint = "Tulis dengan kode negara: +60 3-2116 4016; kode wilayah juga ikut."
                    yield Problem.at(value.place, f'"{value.text}" bukan nomor yang bisa ditelepon.', hint)
        for value in written.value.at("facts").items if "facts" in written.value.mapping else ():
            fact = draft.facts.get(value.text)
            if fact is not None and fact.fact.verify_before_use:
                message = f'kontak "{name}" memakai fakta "{value.text}", yang harus dipastikan dulu.'
                hint = "Pastikan nomornya, hapus verify_before_use dari fakta itu, atau lepas kontak ini."
                yield Problem.at(value.place, message, hint)
    for key, word in draft.words.found.items():
        if not key.startswith(("contact.", "emergency.")):
            for number in IN_TEXT.findall(word.text):
                if not is_phone(number):
                    yield Problem.at(
                        word.value.place_of(number), f'"{number}" bukan nomor yang bisa ditelepon.'
                    )


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
