"""
Find the figures of a text: amounts, ages, articles, years, telephone numbers, "dua belas bulan".

Figures of a text and of a claim are compared by value, so that "Rp 3 juta" is "3.000.000" and "+62 811" is
"0811"; units of time are compared when both sides name one. What only orders or counts the text itself is no
figure: "1." before a line, "ada 3 hal". Start at `find_figures` and `stated_in`.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from bot.language.money import find_amounts

Kind = Literal["phone", "law", "number"]

UNITS = {
    **{word: word for word in ("tahun", "bulan", "minggu", "hari", "jam", "menit", "kali")},
    "persen": "%",
    "%": "%",
}
NUMBER_WORDS = {
    word: value
    for value, word in enumerate(
        ("satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh",
         "sebelas", "dua belas"),
        start=1,
    )
}  # fmt: skip
OWN_COUNTS = frozenset(
    (
        "hal langkah pertanyaan kalimat cara butir soal tanda poin contoh pilihan kata bagian kolom foto "
        "salinan nomor"
    ).split()
)
"""What a text may count of itself: "jawab 5 pertanyaan ini"."""
ALL_DAY = "24 jam"
MONEY = "uang"
DAY = "tanggal"

_MARKUP = re.compile(r"<[^<>]*>|https?://\S+|\{[a-z_.]+\}")
_NUMBERING = re.compile(r"(?m)^[ \t]{0,40}\d{1,2}[.)](?=\s)")
_QUOTED = re.compile(r'"[^"\n]{1,300}"|“[^”\n]{1,300}”')
_PHONE = re.compile(r"(?<![\w.,/])(?:\+|0)\d[\d \-]{4,18}\d(?![\w%])")
_LAW = re.compile(
    r"\b(?:pasal|ayat|uu|pp|perpres|per(?:aturan )?men\w*|kep(?:utusan )?men\w*|perban)\b"
    r"(?: (?:no\.?|nomor))? \(?(\d+[a-z]?)\)?(?:(?:/| tahun )(\d{4}))?",
    re.IGNORECASE,
)
_TO = r"(?:\s?[–-]\s?| sampai | hingga | atau )"
_RANGE = re.compile(
    rf"(?<![\w.,])(\d+(?:[.,]\d+)*)({_TO}(?:rp\s?)?\d+(?:[.,]\d+)*)\s?"
    r"(ribu|juta|miliar|tahun|bulan|minggu|hari|jam|menit|kali|persen|%)(?!\w)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?<![\w.,])(?<![A-Za-z]-)(\d+(?:[.,]\d+)*)(?![\w])(?:\s?(%|[a-z]+))?", re.IGNORECASE)
_SPOKEN = re.compile(
    rf"\b({'|'.join(sorted(NUMBER_WORDS, key=len, reverse=True))})\b(?: ([a-z]+))?", re.IGNORECASE
)
_YEAR = re.compile(r"\s\d{4}\b")
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,]\d{3})+")


@dataclass(frozen=True, slots=True)
class Figure:
    """
    One figure.

    Attributes:
        value: What is compared: digits of a telephone number from 0, a plain number otherwise.
        unit: One of `UNITS`, `MONEY`, `DAY` for parts of a date, or "" when it has none.
        written: As it stands in the text.
        spoken: Written as a word.
    """

    kind: Kind
    value: str
    unit: str
    written: str
    spoken: bool = False

    def fits(self, other: Figure) -> bool:
        """Whether another figure says the same; a unit that one of them leaves out is no difference."""
        if self.value != other.value or (self.unit and other.kind == "law"):
            return False  # "18 tahun" does not rest on "UU 18/2017"
        return not self.unit or not other.unit or self.unit == other.unit


def find_figures(text: str) -> tuple[Figure, ...]:
    """All figures of a text, also quoted ones and every number word; for what a claim states."""
    return tuple(_figures(_MARKUP.sub(" ", html.unescape(text))))


def figures_of_date(text: str) -> tuple[Figure, ...]:
    """Year, month and day of an ISO date or a part of one: they back a date in a text, and no age."""
    return tuple(replace(figure, unit=DAY) for figure in _figures(text.replace("-", " ")))


def stated_in(text: str, *, invented: bool = False) -> tuple[Figure, ...]:
    """
    The figures that a text states as true.

    Left out are quoted examples, the text's own numbering and counts, "24 jam", and number words without a
    unit.
    In an `invented` case or story only articles and telephone numbers are stated.
    """
    bare = _MARKUP.sub(" ", html.unescape(text))
    quoted = " ".join(_QUOTED.findall(bare))
    found = [
        figure
        for figure in _figures(_NUMBERING.sub(" ", _QUOTED.sub(" ", bare)))
        if not (figure.spoken and not figure.unit) and not _counts_itself(figure)
    ]
    found += [figure for figure in _figures(quoted) if figure.kind == "phone"]
    return tuple(figure for figure in found if not invented or figure.kind != "number")


def _counts_itself(figure: Figure) -> bool:
    written = figure.written.casefold()  # as `_written` left it
    return written == ALL_DAY or written.split()[-1] in OWN_COUNTS


def _figures(text: str) -> Iterator[Figure]:
    """Telephone numbers, articles, money, then what is left; each is blanked once it has been read."""
    for found in _PHONE.finditer(text):
        digits = re.sub(r"\D", "", found[0])
        local = "0" + digits.removeprefix("62") if found[0].startswith("+62") else digits
        yield Figure("phone", local, "", found[0])
    text = _PHONE.sub(_blank, text)
    for found in _LAW.finditer(text):
        for number in (found[1], found[2]):
            if number:
                yield Figure("law", number.casefold(), "", found[0])
    text = _LAW.sub(_blank, text)
    text = _RANGE.sub(lambda found: f"{found[1]} {found[3]}{found[2]} {found[3]}", text)
    for amount in find_amounts(text):
        yield Figure("number", _plain(amount.value), MONEY, text[amount.start : amount.end].strip())
    for amount in reversed(find_amounts(text)):
        text = text[: amount.start] + " " * (amount.end - amount.start) + text[amount.end :]
    for found in _NUMBER.finditer(text):
        yield Figure("number", _plain(_value(found[1])), _unit(found, text), _written(found))
    for found in _SPOKEN.finditer(text):
        value = str(NUMBER_WORDS[found[1].casefold()])
        yield Figure("number", value, _unit(found, text), _written(found), spoken=True)


def _unit(found: re.Match[str], text: str) -> str:
    """The unit behind a number; "18 Tahun 2017" is the name of a law, not a span of time."""
    unit = UNITS.get((found[2] or "").casefold(), "")
    return "" if unit == "tahun" and _YEAR.match(text, found.end()) else unit


def _written(found: re.Match[str]) -> str:
    """The number, and the word behind it when that says what is counted."""
    word = (found[2] or "").casefold()
    return found[0] if word in UNITS or word in OWN_COUNTS else found[1]


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _value(digits: str) -> Decimal:
    """ "1.500" is fifteen hundred, "1,5" one and a half, "08.00" eight."""
    if _THOUSANDS.fullmatch(digits):
        return Decimal(re.sub(r"[.,]", "", digits))
    whole, *rest = re.split(r"[.,]", digits)
    return Decimal(whole + ("." + rest[0] if rest else ""))


def _plain(value: Decimal) -> str:
    return format(value.normalize(), "f")
