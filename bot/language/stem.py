"""
Cut Indonesian affixes lightly, so that "dipukulin", "memukul" and "pukul" meet.

Pure. PyStemmer does the work; the lexicon's own stems come first, because the algorithm does not know
which nasal hides which letter ("menahan" would become "ahan"). Start at `stem`.
"""

from __future__ import annotations

import threading

import Stemmer

from bot.language.lexicon import Lexicon

_SHORTEST_COLLOQUIAL = 7  # "pukulin"; shorter words in -in ("izin", "mesin") are mostly roots

_NASALS = (  # active prefix, and the letters it may have swallowed; the root must be a known word
    ("menge", ("",)),
    ("meng", ("k", "")),
    ("meny", ("s",)),
    ("mem", ("p", "")),
    ("men", ("t", "")),
    ("nge", ("",)),
    ("ng", ("k", "")),
    ("ny", ("s",)),
    ("me", ("",)),
    ("n", ("t", "")),
    ("m", ("p",)),
)


class _PerThread(threading.local):
    """PyStemmer objects must not be shared between threads; its cache is small and bounded."""

    def __init__(self) -> None:
        self.stemmer = Stemmer.Stemmer("indonesian", 2_000)


_local = _PerThread()


def stem(token: str, lexicon: Lexicon) -> str:
    """The stem of one plain token; protected words, numbers and other scripts stay as they are."""
    if token in lexicon.protected or not token.isascii() or not token.isalpha():
        return token
    known = lexicon.stems.get(token)
    if known:
        return known
    bare = token.removesuffix("nya")
    if bare != token and len(bare) > 2:
        return stem(bare, lexicon)
    if len(token) >= _SHORTEST_COLLOQUIAL and token.endswith("in"):
        return stem(token[:-2], lexicon)
    for prefix, onsets in _NASALS:
        if token.startswith(prefix) and len(token) > len(prefix) + 2:
            for onset in onsets:
                root = onset + token[len(prefix) :]
                if root in lexicon.words:
                    return root
    result: str = _local.stemmer.stemWord(token)
    return lexicon.stems.get(result, result)
