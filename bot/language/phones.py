"""
Find phone numbers in any Indonesian spelling and bring them to one form.

Pure; `phonenumbers` knows the numbering plan. It reads "0812-3456 7890", "+62 812…", "62812…", "812…",
"o812…" (letter o for zero), "0 8 1 2 …", keycap and bold digits, "wa.me/62812…" and landlines in brackets.
A number is found, never judged; one with "_" for a digit that could not be read is none.
Start at `find_phones`; `parse_phone` reads one number alone.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import accumulate

import phonenumbers

from bot.language.folding import MAX_LENGTH

_KEYCAP = "\ufe0f\u20e3"  # what makes "1" the emoji 1️⃣
_BETWEEN = rf" \t().\-–—/•·~*{_KEYCAP}"
_RUN = re.compile(
    rf"(?<![\w@])(?:\+\s?|\(\+?)?[\doO][\doOlI{_BETWEEN}]{{5,60}}[\doOlI][{_KEYCAP}]{{0,2}}(?![\w@])"
)
_WHATSAPP = re.compile(r"wa\.me/\+?(\d{8,15})|phone=\+?(\d{8,15})", re.IGNORECASE)
_LIKE_DIGITS = "oOlI"
_TYPED = str.maketrans({"o": "0", "O": "0", "l": "1", "I": "1", "–": "-", "—": "-"})
_APART = re.compile(r"\s{0,9}/\s{0,9}|\s{1,9}[-–—]\s{1,9}|\t")
_GROUP_BREAK = re.compile(r"[ \t/]+")
_MOBILE_WITHOUT_ZERO = re.compile(r"8[1-9]\d{7,10}")
_BEGINS = re.compile(r"\D{0,11}(?:0|8|6\D{0,9}2)|\(?\+")  # as every number does that `parse_phone` accepts
_LOOKED_AT = 12
_MIN_DIGITS, _MAX_DIGITS = 7, 15
_MAX_PHONES = 20


@dataclass(frozen=True, slots=True)
class Phone:
    """One number in a text: `e164` ("+6281234567890") and where it stands, `text[start:end]`."""

    e164: str
    start: int
    end: int


def find_phones(text: str) -> tuple[Phone, ...]:
    """All phone numbers of a text, in its order, at most twenty; several spellings of one are several."""
    found: list[Phone] = []
    text = text[:MAX_LENGTH]
    taken: list[tuple[int, int]] = []
    for link in _WHATSAPP.finditer(text):
        e164 = parse_phone("+" + (link[1] or link[2]))
        if e164:
            found.append(Phone(e164, *link.span()))
            taken.append(link.span())
    at = 0
    while len(found) < _MAX_PHONES and (run := _RUN.search(text, at)):
        at = run.end()
        if any(run.start() < end and start < run.end() for start, end in taken):
            continue
        phone = _longest_number(run[0], run.start())
        if phone:
            found.append(phone)
            at = phone.end
        elif gap := _APART.search(run[0]):  # "3.500.000 / 0812…": something else stood before it
            at = run.start() + gap.end()
    return tuple(sorted(found, key=lambda phone: phone.start))


def parse_phone(text: str) -> str | None:
    """One number alone, as E.164; None when it cannot be a phone number. Indonesian unless "+" says else."""
    typed = unicodedata.normalize("NFKC", text).translate(_TYPED).strip()
    digits = re.sub(r"\D", "", typed)
    if not _MIN_DIGITS <= len(digits) <= _MAX_DIGITS:
        return None
    if typed.startswith(("+", "(+")):
        return _valid("+" + digits)
    if digits.startswith("00"):
        return _valid("+" + digits[2:])
    if digits.startswith("62"):
        return _valid("+" + digits)
    if digits.startswith("0") or _MOBILE_WITHOUT_ZERO.fullmatch(digits):
        return _valid("+62" + digits.removeprefix("0"))
    return None


def _longest_number(run: str, at: int) -> Phone | None:
    """The run without its last groups until it is a number: "0812 3456 7890 12 orang" has two too many."""
    if not _BEGINS.match(unicodedata.normalize("NFKC", run[:_LOOKED_AT]).translate(_TYPED)):
        return None
    digits = list(accumulate(letter.isdecimal() or letter in _LIKE_DIGITS for letter in run))
    ends = [len(run), *(gap.start() for gap in reversed(list(_GROUP_BREAK.finditer(run))))]
    for end in ends:
        e164 = parse_phone(run[:end]) if _MIN_DIGITS <= digits[end - 1] <= _MAX_DIGITS else None
        if e164:
            return Phone(e164, at, at + end)
    return None


def _valid(international: str) -> str | None:
    international = international.replace("+620", "+62", 1)  # "+62 0812", a common slip
    try:
        number = phonenumbers.parse(international)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
