"""
Find listed words and phrases in an advert: countries and jobs, as typed, with small slips of the finger.

Pure. The longest phrase wins. A word may be torn to pieces ("Ka.mbo.ja", "Myan mar"). A short form that also
means something else ("kl" is Kuala Lumpur, or "kalau") counts only in capitals or after "di", "ke" and the
like. Start at `Phrases`.
"""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

from bot.adverts.advert import Mention, Quote
from bot.language.folding import fold_stretches
from bot.language.lexicon import Lexicon
from bot.language.located import Located, locate

_SHORTEST_FUZZY = 6  # letters; shorter words have too many neighbours
_PREPOSITIONS = frozenset("di ke dari daerah wilayah negara job area kota".split())
_MAX_MENTIONS = 60
_MOST_PIECES = 6  # of one torn word


class Phrases:
    """Phrases, each with the id it stands for; `barred` phrases are read and stand for nothing."""

    __slots__ = ("_ambiguous", "_beginnings", "_by_first", "_lexicon", "_single")

    def __init__(
        self,
        phrases: Iterable[tuple[str, str]],
        lexicon: Lexicon,
        *,
        barred: Iterable[str] = (),
        fuzzy: bool = False,
    ) -> None:
        self._lexicon = lexicon
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for phrase, owner in (*phrases, *((words, "") for words in barred)):
            words = locate(phrase, lexicon).surface
            if words:
                self._by_first.setdefault(words[0], []).append((words, owner))
        for each in self._by_first.values():
            each.sort(key=lambda one: -len(one[0]))
        owners: dict[str, set[str]] = {}
        for each in self._by_first.values():
            for words, owner in each:
                owners.setdefault(owner, set()).add(" ".join(words))
        self._ambiguous = frozenset(
            words[0]
            for each in self._by_first.values()
            for words, owner in each
            if len(words) == 1 and lexicon.short_forms.get(words[0], words[0]) not in owners[owner]
        )
        self._beginnings = frozenset(
            first[:end]
            for first in self._by_first
            if fuzzy and len(first) >= _SHORTEST_FUZZY
            for end in range(2, len(first))
        )
        self._single: dict[str, list[str]] = {}
        for first, each in self._by_first.items():
            if fuzzy and len(first) >= _SHORTEST_FUZZY and any(len(words) == 1 for words, _ in each):
                self._single.setdefault(first[0], []).append(first)

    def find(self, words: Located) -> tuple[Mention, ...]:
        """Every mention, in the order of the text."""
        found: list[Mention] = []
        near: dict[str, str | None] = {}
        at = 0
        while at < len(words.surface) and len(found) < _MAX_MENTIONS:
            first = words.surface[at]
            if first not in self._by_first:
                if first not in near:
                    near[first] = self._nearest(first)
                first = near[first] or first
            length, owner = self._longest(first, words, at)
            if not length and words.surface[at] in self._beginnings:
                length, owner = self._torn(words, at)
            if length and owner:
                start, end = words.places[at][0], words.places[at + length - 1][1]
                found.append(Mention(owner, Quote(words.text[start:end], start, end)))
            at += max(1, length)
        return tuple(found)

    def _longest(self, first: str, words: Located, at: int) -> tuple[int, str]:
        for phrase, owner in self._by_first.get(first, ()):
            if len(phrase) == 1 and first in self._ambiguous and not self._is_meant(words, at):
                continue
            if words.surface[at + 1 : at + len(phrase)] == phrase[1:]:
                return len(phrase), owner
        return 0, ""

    def _torn(self, words: Located, at: int) -> tuple[int, str]:
        """A word in pieces that stand one blank or mark apart: how many pieces, and what it stands for."""
        joined = words.surface[at]
        for end in range(at + 1, min(at + _MOST_PIECES, len(words.surface))):
            if words.places[end][0] - words.places[end - 1][1] != 1:
                break
            joined += words.surface[end]
            whole = [owner for phrase, owner in self._by_first.get(joined, ()) if phrase == (joined,)]
            if whole and len(joined) >= _SHORTEST_FUZZY:
                return end + 1 - at, whole[0]
            if joined not in self._beginnings:
                break
        return 0, ""

    def _is_meant(self, words: Located, at: int) -> bool:
        start, end = words.places[at]
        before = words.surface[at - 1] if at else ""
        return words.text[start:end].isupper() or before in _PREPOSITIONS

    def _nearest(self, word: str) -> str | None:
        plain = fold_stretches(word)
        if plain in self._by_first:
            return plain
        if len(plain) < _SHORTEST_FUZZY or plain in self._lexicon.words or plain in self._lexicon.protected:
            return None
        same = self._single.get(plain[0], ())
        close = extractOne(plain, same, scorer=OSA.distance, score_cutoff=1)
        return close[0] if close else None
