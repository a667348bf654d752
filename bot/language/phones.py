"""
Find phone numbers in any Indonesian spelling and bring them to one form.

Pure; `phonenumbers` knows the numbering plan. It reads "0812-3456 7890", "+62 812…", "62812…", "812…",
"o812…" (letter o for zero), "0 8 1 2 …", digits of any script (`seen.py`), "0812,3456,7890", "WA0812…",
"wa.me/62812…" and landlines in brackets.
A number is found, never judged; one with "_" for a digit that could not be read is none.
Start at `find_phones`; `parse_phone` reads one number alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate

import phonenumbers

from bot.language.folding import MAX_LENGTH, plain_letters
from bot.language.seen import Seen, see

_BETWEEN = r" \t().\-‐‒–—−/•·~*"
_RUN = re.compile(
    r"(?:(?<![\w@])|(?<=[A-Za-z])(?=0\d|\+?62))"  # "WA0812…", see _GLUED
    rf"(?:\+\s?|\(\+?)?[\doO][\doOlI{_BETWEEN}]{{5,60}}[\doOlI](?![\w@])"
)
_GLUED = re.compile(
    r"(?<![^\W_])(?:wa|hp|telp?|telpon|telepon|tlpn?|nope|no|nomor|cp|hub|call|sms)$", re.IGNORECASE
)
_LONGEST_GLUED = 8
_WHATSAPP = re.compile(r"wa\.me/\+?(\d{8,15})|phone=\+?(\d{8,15})", re.IGNORECASE)
_HEAD = r"(?<![\d_.,])(?:\+?62[,_]?8\d{1,3}|0\d{2,4})"
_JOINED = re.compile(  # groups as only a phone has them; one "_" may be a digit that could not be read
    rf"{_HEAD}(?:(?:[,:;|'#]\d{{3,8}}){{2,4}}|(?:_\d{{3,4}}){{2,3}})(?!\w)"
    rf"|(?<!\d[ -]){_HEAD}(?:(?:, ?|[:;|'#])\d{{3,8}}){{1,4}}(?!\w)"
)
_JOINTS = str.maketrans(",:;|'#_ ", "--------")
_LIKE_DIGITS = "oOlI"
_TYPED = str.maketrans({"o": "0", "O": "0", "l": "1", "I": "1", "–": "-", "—": "-"})
_LETTER_FIGURES = re.compile(r"(?<![^\W\d_])[oOlI]{1,4}(?=\d)|(?<=\d)[oOlI]{1,4}(?![^\W\d_])")
_MOBILE = r"[0oO]8\d|\+|62[ -]?8|8[1-9]\d{7}"
_LANDLINE = r"0[2-7]\d{0,2}[-)]|0[2-7]\d{6}"
_GLUED_ON = r"[-.](?=0[2-9](?:[ .-]?\d){6})"
_NEXT = re.compile(  # where another number may begin
    r"\s{0,9}/\s{0,9}|\s{1,9}[-–—]\s{1,9}|\t"
    rf"|[ (]{{1,9}}(?={_MOBILE}|{_LANDLINE})|{_GLUED_ON}"
)
_GROUP_BREAK = re.compile(rf"[ \t/()]+|{_GLUED_ON}|-(?=(\d{{1,2}})(?!\d))")  # the last: "5448362-65"
_MOBILE_WITHOUT_ZERO = re.compile(r"8[1-9]\d{7,10}")
_BEGINS = re.compile(r"\D{0,11}(?:0|8|6\D{0,9}2)|\(?\+")  # as every number does that `parse_phone` accepts
_LOOKED_AT = 12
_DIGIT = re.compile(r"\d")
_MIN_DIGITS, _MAX_DIGITS = 7, 15
_MAX_PHONES = 20
_GROUP = re.compile(r"(?:[.-]{0,3}\d){1,24}")
_WHOLE_ACCOUNT = 10  # digits in one group: what follows behind a blank is apart
_SHORTEST_ACCOUNT = 6  # digits, before a phone that begins behind them


@dataclass(frozen=True, slots=True)
class Phone:
    """One number in a text: `e164` ("+6281234567890") and where it stands, `text[start:end]`."""

    e164: str
    start: int
    end: int


def find_phones(text: str) -> tuple[Phone, ...]:
    """All phone numbers of a text, in its order, at most twenty; several spellings of one are several."""
    seen = see_figures(text)
    found = phones_seen(seen.text)
    if seen.text is seen.typed:
        return found
    return tuple(Phone(phone.e164, *seen.span(phone.start, phone.end)) for phone in found)


def see_figures(text: str) -> Seen:
    """A text in which digits of every script are plain; one without fancy signs is what it is."""
    text = text[:MAX_LENGTH]
    return Seen(text, text) if text.isascii() else see(text)


def figures_in(seen: str) -> str:
    """A text, as long as before, in which letters beside digits are digits: "4355O69536" is an account."""
    return _LETTER_FIGURES.sub(lambda letters: letters[0].translate(_TYPED), seen)


def phones_seen(text: str) -> tuple[Phone, ...]:
    """The same as `find_phones` for a text that `see_figures` has read."""
    found: list[Phone] = []
    if not _DIGIT.search(text):
        return ()
    text = _JOINED.sub(lambda number: number[0].translate(_JOINTS), text)
    for link in _WHATSAPP.finditer(text):
        e164 = parse_phone("+" + (link[1] or link[2]))
        if e164:
            found.append(Phone(e164, *link.span()))
    links = tuple(found)
    at = 0
    while len(found) < _MAX_PHONES and (run := _RUN.search(text, at)):
        start, at = run.span()
        if any(start < link.end and link.start < at for link in links) or _is_word(text, start):
            continue
        phone = _longest_number(run[0], start)
        if phone:
            found.append(phone)
            at = phone.end
        elif gap := _NEXT.search(run[0]):  # "3.500.000 / 0812…": something else stood before it
            at = start + gap.end()
    return tuple(sorted(found, key=lambda phone: phone.start))


def first_number_end(figures: str, start: int, end: int, phones: tuple[Phone, ...]) -> int:
    """
    Where the first of several numbers side by side ends: "4355269536 0812 3456 7890" are two.

    Args:
        phones: Those of the text, from `phones_seen`.
    """
    for phone in phones:
        if start < phone.start < end:
            before = figures[start : phone.start].rstrip(" .-")
            if _count(before) >= _SHORTEST_ACCOUNT:
                end = start + len(before)
                break
    group = _GROUP.match(figures, start, end)
    return group.end() if group and _count(group[0]) >= _WHOLE_ACCOUNT else end


def parse_phone(text: str) -> str | None:
    """One number alone, as E.164; None when it cannot be a phone number. Indonesian unless "+" says else."""
    typed = (text if text.isascii() else plain_letters(text)).translate(_TYPED).strip()
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


def _is_word(text: str, start: int) -> bool:
    """Whether the letters before a number make a word of it that is no "WA" or "HP"."""
    if not start or not text[start - 1].isalpha():
        return False
    return not _GLUED.search(text, max(0, start - _LONGEST_GLUED), start)


def _longest_number(run: str, at: int) -> Phone | None:
    """The run without its last groups until it is a number: "0812 3456 7890 12 orang" has two too many."""
    if not _BEGINS.match(run[:_LOOKED_AT].translate(_TYPED)):
        return None
    digits = list(accumulate(letter.isdecimal() or letter in _LIKE_DIGITS for letter in run))
    gaps = (gap for gap in _GROUP_BREAK.finditer(run) if not gap[1] or _counts_on(run[: gap.start()], gap[1]))
    ends = [len(run), *reversed([gap.start() for gap in gaps])]
    for end in ends:
        e164 = parse_phone(run[:end]) if _MIN_DIGITS <= digits[end - 1] <= _MAX_DIGITS else None
        if e164:
            return Phone(e164, at, at + end)
    return None


def _counts_on(first: str, last: str) -> bool:
    """Whether "5448362-65" are several lines in a row; "5448365-62" are none."""
    end = first[-len(last) :]
    return end.isdecimal() and int(last) > int(end)


def _count(figures: str) -> int:
    return sum(map(str.isdecimal, figures))


def _valid(international: str) -> str | None:
    international = international.replace("+620", "+62", 1)  # "+62 0812", a common slip
    try:
        number = phonenumbers.parse(international)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
