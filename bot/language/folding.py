"""
Make any Unicode text plain enough to compare: one case, no accents, no hidden letters, no disguises.

Letters that only look Latin (mathematical, full-width, in circles, Cyrillic "а" inside "Kаmboja") become the
letters that people see, and digits of any script or on a key become digits; a text that really is Russian
stays Russian. Pure and linear in the length of the text, also on hostile input (zero-width letters, turned
writing direction, lone surrogates, a million repeated letters). It does not know Indonesian; `normalise.py`
does. Start at `fold`; `seen.py` does the same and remembers where each letter stood.
"""

from __future__ import annotations

import re
import unicodedata

MAX_LENGTH = 20_000
"""Letters that are read; what comes after is cut (a Telegram message has at most 4,096)."""

_STRETCHED = re.compile(r"([^\W\d_])\1{2,}")
_SPACES = re.compile(r"\s+")
_APOSTROPHES = dict.fromkeys(map(ord, "'’‘`´ʼʻ′"), None)
_MOST_KEPT = 4_000  # kinds of letters that are remembered

_SMALL_CAPITALS = dict(zip("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘǫʀꜱᴛᴜᴠᴡʏᴢɑɡı", "abcdefghijklmnopqrstuvwyzagi", strict=True))
_BLACK_LETTERS = (0x1F150, 0x1F170)  # white in black circles and squares, A to Z, which Unicode leaves alone
_OTHER = re.compile("[\u0370-\u03ff\u0400-\u052f]")  # Greek and Cyrillic
_LATIN = re.compile("[A-Za-z]")
_WORD = re.compile(r"[^\W\d_]+")
_LOOKS_LATIN = str.maketrans(
    "АВЕЅІЈКМНОРСТУХҮԚԜӀаеѕіјкмосртухүһԁԛԝӏΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορτυχγ",
    "ABESIJKMHOPCTYXYQWIaesijkmocptyxyhdqwlABEZHIKMNOPTYXaikvoptuxy",
)


def fold(text: str) -> str:
    """
    Fold case, accents, width, disguises and hidden letters; line ends stay, odd white space is a space.

    Returns: At most `MAX_LENGTH` letters (before folding), without control and format characters.
    """
    if text.isascii():
        return text[:MAX_LENGTH].replace("'", "").replace("`", "").casefold()
    plain = text[:MAX_LENGTH].translate(_APOSTROPHES)
    return unmasked(plain_letters(plain)[: 2 * MAX_LENGTH]).casefold()


def fold_stretches(word: str) -> str:
    """Undo stretched letters: "bangettt" and "tolooong" become "banget" and "tolong"."""
    return _STRETCHED.sub(r"\1", word)


def one_line(text: str) -> str:
    """Put the text on one line with single spaces."""
    return _SPACES.sub(" ", text).strip()


def plain_letters(text: str) -> str:
    """Each letter as people see it by itself: none for a hidden one, several for "ﬁ" or "№"."""
    return text.translate(_PLAIN)


def unmasked(text: str) -> str:
    """
    The text with the Latin letters that its Greek and Cyrillic ones stand for; as long as before.

    Only where a whole word can be read so, and only beside Latin letters: "Камбоджа" stays what it is.
    """
    if not _OTHER.search(text) or not _LATIN.search(text):
        return text
    return _WORD.sub(_unmasked_word, text)


def _unmasked_word(word: re.Match[str]) -> str:
    latin = word[0].translate(_LOOKS_LATIN)
    return word[0] if _OTHER.search(latin) else latin


class _Plain(dict[int, str]):
    """What each letter looks like; found when it is first met. There are only so many letters."""

    def __missing__(self, code: int) -> str:
        plain = "".join(map(_visible, unicodedata.normalize("NFKD", chr(code))))
        if len(self) < _MOST_KEPT:
            self[code] = plain
        return plain


_PLAIN = _Plain()


def _visible(letter: str) -> str:
    kind = unicodedata.category(letter)
    if kind in ("Mn", "Me", "Cf"):
        return ""
    if kind[0] == "C" and letter not in "\n\t":
        return " "
    if kind == "Nd":
        return str(unicodedata.decimal(letter))
    for first in _BLACK_LETTERS:
        if first <= ord(letter) < first + 26:
            return chr(ord("A") + ord(letter) - first)
    return _SMALL_CAPITALS.get(letter, letter)
