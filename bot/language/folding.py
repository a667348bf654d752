"""
Make any Unicode text plain enough to compare: one case, no accents, no hidden letters.

Pure and linear in the length of the text, also on hostile input (zero-width letters, turned writing
direction, lone surrogates, a million repeated letters). It does not know Indonesian; `normalise.py` does.
Start at `fold`.
"""

from __future__ import annotations

import re
import unicodedata

MAX_LENGTH = 20_000
"""Letters that are read; what comes after is cut (a Telegram message has at most 4,096)."""

_STRETCHED = re.compile(r"([^\W\d_])\1{2,}")
_SPACES = re.compile(r"\s+")
_APOSTROPHES = dict.fromkeys(map(ord, "'’‘`´ʼʻ′"), None)


def fold(text: str) -> str:
    """
    Fold case, accents, width and hidden letters; newlines stay, other white space becomes one space.

    Returns: At most `MAX_LENGTH` letters (before folding), without control and format characters.
    """
    plain = text[:MAX_LENGTH].translate(_APOSTROPHES)
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain)[: 2 * MAX_LENGTH]
        plain = "".join(map(_visible, plain))
    return plain.casefold()


def fold_stretches(word: str) -> str:
    """Undo stretched letters: "bangettt" and "tolooong" become "banget" and "tolong"."""
    return _STRETCHED.sub(r"\1", word)


def one_line(text: str) -> str:
    """Put the text on one line with single spaces."""
    return _SPACES.sub(" ", text).strip()


def _visible(letter: str) -> str:
    kind = unicodedata.category(letter)
    if kind == "Mn" or kind == "Cf":
        return ""
    if kind[0] == "C" and letter not in "\n\t":
        return " "
    return letter
