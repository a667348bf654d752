"""
Read a text as plain words and still know where each stood, so that its very words can be quoted.

Pure. `normalise` reads a whole message and forgets places; here every word is read by itself, so that a
token points back into the text as it was typed (with emoji, capitals and fancy letters, see `seen.py`). The
flag of a country is a word of the surface. Start at `locate`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from bot.language.folding import fold
from bot.language.lexicon import Lexicon
from bot.language.normalise import Normalised, normalise
from bot.language.seen import Seen, see

MAX_WORDS = 4_000

_G_TO_G = "gtog"  # "G to G", between governments: letter by letter it would read "tidak tidak"
_LETTER = r"(?:[^\W\d_]|['’](?=[^\W\d_]))"
_PIECE = re.compile(
    rf"(?i:\bg[ -]?(?:to|2)[ -]?g\b)"
    rf"|\d+(?:[.,]\d+)*"
    rf"|[^\W\d_]{_LETTER}*(?:\d+[^\W\d_]+\d*|\d(?![\d.,]))?"  # "p3mi", "mbak2", but "Rp" and "750.000"
    r"|[\U0001F1E6-\U0001F1FF]{2}"
)
_CLAUSE = re.compile(r"[.!?;,\n()\"•▪➤✅⚠❗|]")
_SENTENCE = re.compile(r"[!\n;•▪➤✅❌❗|]|\.(?!\w)")


@dataclass(frozen=True, slots=True)
class Located:
    """
    A text and its words.

    `message` are the plain words as the patterns want them; token `i` stands at
    `text[spans[i][0]:spans[i][1]]`, in clause `clauses[i]` of sentence `sentences[i]` (counted from 0).
    `surface` are the words as typed, only folded, with their own places in `places`: short forms are not
    written out there ("kl" stays "kl"). `seen` is the text as people see it.
    """

    seen: Seen
    message: Normalised
    spans: tuple[tuple[int, int], ...]
    sentences: tuple[int, ...]
    clauses: tuple[int, ...]
    surface: tuple[str, ...]
    places: tuple[tuple[int, int], ...]

    @property
    def text(self) -> str:
        """The text as typed."""
        return self.seen.typed

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Where tokens `first` up to and with `last` stand."""
        return self.spans[first][0], self.spans[last][1]

    def token_at(self, place: int) -> int:
        """The token that begins last at or before a place of the text; 0 before the first."""
        return max(0, bisect_right(self.spans, place, key=lambda span: span[0]) - 1)


Read = tuple[str, tuple[str, ...], tuple[str, ...]]
"""One folded word, its plain words and their stems."""


@dataclass(frozen=True, slots=True)
class Memory:
    """
    How words are read that every second text has; the same for one lexicon and the same `kept` words.

    Only `common` words are remembered, which the content knows anyway: nothing that a person typed.
    """

    common: frozenset[str]
    read: dict[str, Read] = field(default_factory=dict, repr=False, compare=False)


def locate(
    text: str, lexicon: Lexicon, kept: frozenset[str] = frozenset(), memory: Memory | None = None
) -> Located:
    """
    Read a text, at most `MAX_LENGTH` letters and `MAX_WORDS` words of it. Never raises.

    Args:
        text: As typed.
        lexicon: What plain words are made with.
        kept: Words that mean themselves here, whatever the lexicon takes them for ("nt" in "NT$" is not
            "nanti").
        memory: Of earlier texts with the same lexicon and the same `kept`.
    """
    seen = see(text)
    text = seen.text
    tokens: list[str] = []
    stems: list[str] = []
    numbered: list[tuple[tuple[int, int], int, int]] = []  # span, sentence, clause of each token
    surface: list[str] = []
    places: list[tuple[int, int]] = []
    known: dict[str, Read] = {}
    sentence, clause, end = 0, 0, 0
    for piece in _PIECE.finditer(text):
        start = piece.start()
        if start - end != 1 or text[end] != " ":  # most words stand one space apart
            gap = text[end:start]
            clause += _CLAUSE.search(gap) is not None
            sentence += _SENTENCE.search(gap) is not None
        end = piece.end()
        span = seen.span(start, end)
        typed = piece[0]
        if len(typed) == 1 and start and text[start - 1].isdecimal():
            typed = text[start - 1] + typed  # "3G" is a welder's grade, and no short "nggak"
        read = known.get(typed)
        if read is None:
            read = known[typed] = _remembered(fold(typed), lexicon, kept, memory)
        surface.append(read[0])
        places.append(span)
        tokens.extend(read[1])
        stems.extend(read[2])
        numbered.extend([(span, sentence, clause)] * len(read[1]))
        if len(tokens) >= MAX_WORDS:
            break
    message = Normalised(
        text=" ".join(tokens),
        tokens=tuple(tokens),
        stems=tuple(stems),
        breaks=frozenset(at for at in range(1, len(numbered)) if numbered[at][2] != numbered[at - 1][2]),
    )
    return Located(
        seen=seen,
        message=message,
        spans=tuple(each[0] for each in numbered),
        sentences=tuple(each[1] for each in numbered),
        clauses=tuple(each[2] for each in numbered),
        surface=tuple(surface),
        places=tuple(places),
    )


def _remembered(word: str, lexicon: Lexicon, kept: frozenset[str], memory: Memory | None) -> Read:
    if memory is None or word not in memory.common:
        return _read(word, lexicon, kept)
    read = memory.read.get(word)
    if read is None:
        read = memory.read[word] = _read(word, lexicon, kept)
    return read


def _read(word: str, lexicon: Lexicon, kept: frozenset[str]) -> Read:
    if word in kept or (len(word) == 2 and word[0].isdecimal()):
        return word, (word,), (word,)
    if word.startswith("g") and re.sub(r"\W", "", word) in ("gtog", "g2g"):
        return word, (_G_TO_G,), (_G_TO_G,)
    plain = normalise(word, lexicon)
    return word, plain.tokens, plain.stems
