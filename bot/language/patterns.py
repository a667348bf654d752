"""
Small patterns over plain words: what an editor writes, and where it stands in a message.

    pintu kunci|gembok            two words in this order, at most one other word between them
    paspor & tahan|sita & majikan all of them, in any order, within eight words
    dijual & !motor|tanah         and none of these near it
    umur & <18 ~5                 a number below 18 near "umur"; @angka is any number
    @keluarga & hilang kontak     a named list, and a phrase

A word matches itself, and as a root also every form with that stem. Pure. Start at `parse_pattern` and
`find_pattern`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import TypeVar

from bot.errors import ContentError
from bot.language.lexicon import Lexicon
from bot.language.normalise import Normalised, normalise

DEFAULT_WINDOW = 8
_SLACK = 1  # other words allowed between two words of a phrase
_BESIDE = 2  # words on either side of a find in which a barred word counts
_MAX_FINDS = 30  # of one phrase in one message; a longer list is somebody's joke or attack
_ANY_NUMBER = "@angka"
_FIGURE = re.compile(r"\d{1,6}|\d{1,3}(?:[.,]\d{1,3}){1,3}")  # "12", "7,5", "750.000"; no phone numbers
_LIKELY_AGE = range(3, 100)
_START = itemgetter(0)

Owner = TypeVar("Owner")


@dataclass(frozen=True, slots=True, eq=False)  # compared by identity: hashing word lists was half the time
class Slot:
    """One place in a phrase: any of `words`, or, where `number`, a number (of likely age below `below`)."""

    words: frozenset[str] = frozenset()
    number: bool = False
    below: int | None = None


@dataclass(frozen=True, slots=True)
class Pattern:
    """
    `parts` (phrases) that must all stand within `window` words, with none of `barred` within or beside them.

    `text` is how the editor wrote it; `anchor` the words without which it cannot match, never empty.
    """

    text: str
    parts: tuple[tuple[Slot, ...], ...]
    window: int
    barred: tuple[tuple[Slot, ...], ...] = ()
    anchor: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        choices = [slot.words for part in self.parts for slot in part if not slot.number]
        object.__setattr__(self, "anchor", min(choices, key=len))


@dataclass(frozen=True, slots=True)
class Found:
    """Where a pattern stands: token positions from `start` up to and with `end`, and of each part."""

    start: int
    end: int
    parts: tuple[tuple[int, int], ...]


class Places:
    """Where every token and stem of one message stands; built once a message, read by all patterns."""

    __slots__ = ("_at", "_figures", "_numbers", "_sentences", "_slots", "message", "words")

    def __init__(self, message: Normalised, sentences: Sequence[int] = ()) -> None:
        """
        Args:
            sentences: The sentence of each token, where all parts of a pattern must stand in one.
        """
        self.message = message
        self._sentences = sentences
        at: dict[str, list[int]] = {}
        for position, (token, root) in enumerate(zip(message.tokens, message.stems, strict=True)):
            at.setdefault(token, []).append(position)
            if root != token:
                at.setdefault(root, []).append(position)
        self._at = at
        figures = [(at, token) for at, token in enumerate(message.tokens) if token[:1].isdecimal()]
        self._figures = tuple((at, token) for at, token in figures if _FIGURE.fullmatch(token))
        self._numbers = frozenset(at for at, _ in self._figures)
        self._slots: dict[Slot, frozenset[int]] = {}
        self.words = frozenset(at)  # every token and stem of the message

    def together(self, one: int, other: int) -> bool:
        """Whether two tokens may belong to one find."""
        return not self._sentences or self._sentences[one] == self._sentences[other]

    def of(self, slot: Slot) -> frozenset[int]:
        """The positions at which a slot fits."""
        known = self._slots.get(slot)
        if known is None:
            positions = {at for word in slot.words & self.words for at in self._at[word]}
            if slot.number and slot.below is None:
                positions |= self._numbers
            elif slot.below is not None:
                positions.update(at for at, token in self._figures if _is_below(token, slot.below))
            known = self._slots[slot] = frozenset(positions)
        return known


def parse_pattern(text: str, groups: Mapping[str, frozenset[str]], lexicon: Lexicon) -> Pattern:
    """
    Read one pattern.

    Args:
        text: As in the module docstring.
        groups: Lists that "@name" stands for, already plain words.
        lexicon: Brings the editor's words to the form that messages are read in.

    Raises: ContentError with the pattern and what is wrong with it.
    """
    body, _, window = text.partition("~")
    if window and not window.strip().isdecimal():
        raise ContentError(f'pola "{text}": sesudah "~" harus ada banyaknya kata, misalnya ~5')
    phrases = [part.strip() for part in body.split("&")]
    parts, barred = (
        tuple(
            tuple(_parse_slot(word, text, groups, lexicon) for word in phrase.removeprefix("!").split())
            for phrase in phrases
            if phrase.startswith("!") is wanted
        )
        for wanted in (False, True)
    )
    if not all(parts) or all(slot.number for part in parts for slot in part):
        raise ContentError(f'pola "{text}": setiap bagian perlu kata, dan tidak boleh hanya angka')
    return Pattern(text, parts, int(window) if window else DEFAULT_WINDOW, barred)


def find_pattern(pattern: Pattern, places: Places) -> tuple[Found, ...]:
    """Every place where the pattern stands, in order; overlapping finds with the same start are one."""
    spans = []
    for part in pattern.parts:
        found_at = _find_phrase(part, places)
        if not found_at:
            return ()
        spans.append(found_at)
    barred = [span for phrase in pattern.barred for span in _find_phrase(phrase, places)]
    found: dict[int, Found] = {}
    for first in spans[0]:
        chosen = [first]
        for others in spans[1:]:
            nearest = _nearest(first, others, places)
            if nearest is None:
                break
            chosen.append(nearest)
        start, end = min(span[0] for span in chosen), max(span[1] for span in chosen)
        near = len(chosen) == len(spans) and end - start < pattern.window + len(pattern.parts)
        if near and not any(start - _BESIDE <= at <= end + _BESIDE for at, _ in barred):
            found.setdefault(start, Found(start, end, tuple(chosen)))
    return tuple(found[start] for start in sorted(found))


def _nearest(span: tuple[int, int], others: list[tuple[int, int]], places: Places) -> tuple[int, int] | None:
    """The one of others (by their starts) that begins nearest to a span and has no word in common with it."""
    at = bisect_right(others, span[1], key=_START)
    behind = others[at] if at < len(others) and places.together(span[0], others[at][0]) else None
    at = bisect_left(others, span[0], key=_START) - 1
    while at >= 0 and others[at][1] >= span[0]:
        at -= 1
    before = others[at] if at >= 0 and places.together(span[0], others[at][0]) else None
    if before is None or behind is None:
        return before or behind
    return before if span[0] - before[0] <= behind[0] - span[0] else behind


def by_anchor(owned: Iterable[tuple[Owner, Pattern]]) -> dict[str, tuple[tuple[Owner, Pattern], ...]]:
    """From each word to the patterns that could match when it is there, each with whom it belongs to."""
    found: dict[str, list[tuple[Owner, Pattern]]] = {}
    for owner, pattern in owned:
        for word in pattern.anchor:
            found.setdefault(word, []).append((owner, pattern))
    return {word: tuple(patterns) for word, patterns in found.items()}


def parse_words(text: str, lexicon: Lexicon) -> frozenset[str]:
    """A list of words, separated by spaces or "|", in the form that messages are read in."""
    return frozenset(_plain(word, text, lexicon) for word in text.replace("|", " ").split())


def _parse_slot(word: str, pattern: str, groups: Mapping[str, frozenset[str]], lexicon: Lexicon) -> Slot:
    words: set[str] = set()
    number, below = False, None
    for choice in word.split("|"):
        if choice == _ANY_NUMBER:
            number = True
        elif choice.startswith("<") and choice[1:].isdecimal():
            number, below = True, int(choice[1:])
        elif choice.startswith("@"):
            if choice[1:] not in groups:
                raise ContentError(f'pola "{pattern}": tidak ada daftar bernama "{choice[1:]}"')
            words |= groups[choice[1:]]
        else:
            words.add(_plain(choice, pattern, lexicon))
    return Slot(frozenset(words), number, below)


def _plain(word: str, pattern: str, lexicon: Lexicon) -> str:
    plain = normalise(word, lexicon).tokens
    if len(plain) != 1:
        shown = " ".join(plain) or "(kosong)"
        raise ContentError(f'pola "{pattern}": kata "{word}" dibaca bot sebagai "{shown}"; tulis itu saja')
    return plain[0]


def _find_phrase(part: tuple[Slot, ...], places: Places) -> list[tuple[int, int]]:
    first, *rest = (places.of(slot) for slot in part)
    if not first or not all(rest):
        return []
    spans: list[tuple[int, int]] = []
    for start in sorted(first):
        end = start
        for fitting in rest:
            step = next((step for step in range(1, _SLACK + 2) if end + step in fitting), None)
            if step is None:
                break
            end += step
        else:
            spans.append((start, end))
            if len(spans) == _MAX_FINDS:
                break
    return spans


def _is_below(token: str, below: int) -> bool:
    """Whether a figure is a likely age, and a lower one."""
    return token.isdecimal() and len(token) <= 2 and int(token) in _LIKELY_AGE and int(token) < below
