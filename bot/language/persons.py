"""
Find the person that a text speaks of: "Bu Lastri", "pak haji Mansur", "bang ucok yg ngurus abk".

Pure. A form of address must stand before the name, and the name must be no word of the language: "pak kades"
and "bu, mau tanya" name nobody. Start at `find_person`.
"""

from __future__ import annotations

import re

from bot.language.folding import fold
from bot.language.given_names import GIVEN_NAMES
from bot.language.plain_words import PlainWords

LOOKED_AT = 600  # letters
_MOST_WORDS = 3  # of one name
_TITLES = frozenset(
    """bu ibu buk bunda pak bapak bpk mas mbak mba mbk bang abang kang teh teteh om tante cik koh ust ustad
    ustadz ustadzah haji hj hajah gus kyai kiai amaq inaq lalu tuan bli uda uni daeng si""".split()
)
_GOES_ON = frozenset(
    """yg yang itu tu tuh ini sing nu dari dr di sama calo tekong sponsor agen orangnya org gimana
    siapa""".split()
)
"""Words that come after somebody was named; a small letter says too little."""
_WORD = re.compile(r"[^\W\d_]+")
_BESIDE = re.compile(r"\.? {1,3}")


def find_person(text: str, words: PlainWords) -> str:
    """
    The first person who is named, title and all, as typed.

    Returns: "" when nobody is.
    """
    found = list(_WORD.finditer(text, 0, LOOKED_AT))
    for at, word in enumerate(found):
        if fold(word[0]) not in _TITLES:
            continue
        first = at + 1
        while first < len(found) and fold(found[first][0]) in _TITLES and _follows(found, first, text):
            first += 1
        last = first
        while last < min(len(found), first + _MOST_WORDS) and _is_name(found, last, text, words):
            last += 1
        if last > first:
            return text[word.start() : found[last - 1].end()]
    return ""


def _follows(found: list[re.Match[str]], at: int, text: str) -> bool:
    """Whether only a blank stands between a word and the one before it."""
    return bool(_BESIDE.fullmatch(text, found[at - 1].end(), found[at].start()))


def _is_name(found: list[re.Match[str]], at: int, text: str, words: PlainWords) -> bool:
    word = found[at][0]
    if not _follows(found, at, text) or len(word) == 1:
        return False
    plain = fold(word)
    if plain in GIVEN_NAMES:
        return True
    if word.istitle():
        return not words.is_ordinary(plain)
    behind = fold(found[at + 1][0]) if at + 1 < len(found) else ""
    return not words.knows(plain) and behind in _GOES_ON
