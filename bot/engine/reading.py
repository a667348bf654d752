"""
Read what a person typed as an answer: a choice, a number, a date, a receipt.

Typed words count as much as a button: "ya", "1", "iya kak" and "blm, katanya nanti" are choices. A question
("belum itu apa?") is never taken for one. Nothing raises; what cannot be read is None.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from datetime import date, timedelta
from functools import lru_cache
from itertools import dropwhile

MAX_TYPED = 200  # characters looked at when a choice is read; longer texts are stories, not choices
POLITE = frozenset(
    (
        "kak kakak ka mas mbak mba pak bu bapak ibu bang min admin "
        "dong deh sih nih ya kok lah aja saja gan bos om tante"
    ).split()
)
OPENERS = frozenset(("saya", "sy", "aku", "ak", "aq", "kami", "kita", "di", "d", "posisi"))  # "sy di taiwan"
QUESTION_WORDS = frozenset(
    (
        "apa apakah gimana gmn bagaimana brp berapa kenapa knp mengapa "
        "siapa kapan dimana mana bisakah emang emangnya"
    ).split()
)
NUMBER_WORDS = {
    word: number
    for number, words in enumerate(
        ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh")
    )
    for word in words.split()
}
MONTHS = {
    name: month
    for month, names in enumerate(
        (
            "januari jan",
            "februari feb pebruari",
            "maret mar",
            "april apr",
            "mei",
            "juni jun",
            "juli jul",
            "agustus agu agt ags",
            "september sep sept",
            "oktober okt",
            "november nov nopember",
            "desember des",
        ),
        start=1,
    )
    for name in names.split()
}
RECEIPT_DIGITS = 16
SHORTEST_PART = 6  # figures
ABOUT_RECEIPT = frozenset("nomor no nomer kode laporan receipt ini nya itu adalah lapor".split())
_FIGURES = re.compile("[0-9]+")
_WORD = re.compile(r"[^\W_]+")
CONFUSED_DIGITS = str.maketrans(
    {"O": "0", "o": "0", "l": "1", "I": "1", "i": "1", "|": "1", "S": "5", "B": "8"}
)


def words_of(text: str) -> list[str]:
    """Lower-case words and numbers of a short text; punctuation and emoji are gone."""
    return _WORD.findall(text.casefold())


@lru_cache(maxsize=4096)
def _words_of_phrase(phrase: str) -> list[str]:
    """The same for what stands on buttons, which is read again at every message."""
    return words_of(phrase)


def looks_like_question(text: str) -> bool:
    """Whether a text asks something rather than answers."""
    return "?" in text or not QUESTION_WORDS.isdisjoint(words_of(text))


def read_choice(
    text: str,
    typed: Iterable[tuple[str, Iterable[str]]],
    *,
    numbered: bool,
    whole: Container[str] = frozenset(),
    hidden: Container[str] = frozenset(),
) -> str | None:
    """
    Find the choice that a typed text means.

    Args:
        text: As typed.
        typed: (choice id, words that mean it: its label and more), in the order shown.
        numbered: Whether "1" means the first that is not hidden.
        whole: Choices whose words must be all that is said, save for politeness.
        hidden: Choices that are not shown, and so are not counted.

    Returns: The id, or None. The longest matching words win: "tidak tahu" is not "tidak".
    """
    if len(text) > MAX_TYPED:
        return None
    said = words_of(text)
    if not said:
        return None
    bare = [word for word in said if word not in POLITE] or said
    opened = list(dropwhile(OPENERS.__contains__, bare)) or bare
    exact: list[tuple[int, str]] = []
    begins: list[tuple[int, str]] = []
    position = 0
    for choice, phrases in typed:
        shown = choice not in hidden
        position += shown
        if numbered and shown and bare == [str(position)]:
            return choice
        for phrase in phrases:
            wanted = _words_of_phrase(phrase)
            if not wanted:
                continue
            if wanted in (said, bare, opened):
                exact.append((len(wanted), choice))
            elif choice in whole:
                continue
            elif any(words[: len(wanted)] == wanted for words in (said, bare, opened)):
                begins.append((len(wanted), choice))
    if exact:
        return max(exact, key=lambda found: found[0])[1]
    if begins and not looks_like_question(text):
        return max(begins, key=lambda found: found[0])[1]
    return None


def read_number(text: str) -> str | None:
    """The first number in a text ("3 orang", "tiga"), as digits."""
    for word in words_of(text):
        if word in NUMBER_WORDS:
            return str(NUMBER_WORDS[word])
        digits = re.match(r"\d{1,12}", word)
        if digits:
            return str(int(digits[0]))
    return None


def read_date(text: str, today: date) -> str | None:
    """A date as ISO text: "12/8/2025", "12 agustus", "kemarin". A day without a year is the last such day."""
    said = words_of(text)
    near = {"kemarin": 1, "kmrn": 1, "wingi": 1}
    for word in said:
        if word in near:
            return (today - timedelta(days=near[word])).isoformat()
    if "lusa" in said or "besok" in said:
        return (today + timedelta(days=2 if "lusa" in said else 1)).isoformat()
    if {"hari", "ini"} <= set(said) or not {"sekarang", "skrg"}.isdisjoint(said):
        return today.isoformat()
    figures = [int(word) for word in said if word.isdecimal() and len(word) <= 4]
    month = next((MONTHS[word] for word in said if word in MONTHS), None)
    if month is None and len(figures) >= 2:
        month = figures.pop(1)
    if month is None or not figures:
        return None
    day, year = figures[0], (figures[1] if len(figures) > 1 else None)
    if day > 31 and year is not None:  # written the other way round: 2025-08-12
        day, year = year, day
    try:
        if year is None:
            guess = date(today.year, month, day)
            return (guess if guess <= today else guess.replace(year=today.year - 1)).isoformat()
        return date(year + 2000 if year < 100 else year, month, day).isoformat()
    except ValueError:
        return None


def read_part_of_receipt(text: str) -> str | None:
    """Figures alone, too few or too many for a receipt: somebody is typing one and has not finished."""
    figures = "".join(_FIGURES.findall(text))
    bare = not re.search(r"[^\W\d_]", text)
    return figures if bare and SHORTEST_PART <= len(figures) <= 2 * RECEIPT_DIGITS else None


def read_receipt(text: str) -> str | None:
    """Sixteen digits of a receipt, forgiving O for 0, l for 1, spaces, dashes and dots; None if not 16."""
    pieces = re.findall(r"[^\W_]+|\|+", text[:MAX_TYPED])
    other = {piece.casefold() for piece in pieces if not _FIGURES.fullmatch(piece.translate(CONFUSED_DIGITS))}
    if not other <= ABOUT_RECEIPT | POLITE | OPENERS:
        return None  # a story with a number in it, perhaps of an account
    digits = "".join(piece.translate(CONFUSED_DIGITS) for piece in pieces if piece.casefold() not in other)
    return digits if len(digits) == RECEIPT_DIGITS else None
