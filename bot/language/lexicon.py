"""
The words that chat Indonesian shortens, borrows or keeps, as one value.

Pure: the words come from `content/id/lexicon.yaml`, read elsewhere; here they are only checked and turned
into look-up tables. It refuses nothing silently: a word of the wrong shape raises with its name. Start at
`parse_lexicon`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from bot.errors import ContentError

_VOWELS = frozenset("aiueo")
_MIN_SKELETON = 2


@dataclass(frozen=True, slots=True)
class Lexicon:
    """
    What one token may become; all keys and values are lower case.

    `short_forms` may map to several words ("gatau" to "tidak tahu"). `protected` tokens are never expanded,
    folded or stemmed. `particles` carry tone, not meaning, and are dropped. `stems` overrules the stemmer.
    `skeletons` maps the consonants of a common word to the words they may stand for ("trbng" to "terbang").
    """

    short_forms: Mapping[str, str] = field(default_factory=dict)
    protected: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    stems: Mapping[str, str] = field(default_factory=dict)
    skeletons: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    words: frozenset[str] = frozenset()


def parse_lexicon(data: Mapping[str, object]) -> Lexicon:
    """
    Build the lexicon from the mapping that lexicon.yaml holds.

    Args:
        data: Keys `short_forms` and `stems` (full word or root to its spellings, separated by spaces),
            `protected`, `particles` and `words` (texts of words separated by spaces); each may be missing.

    Raises: ContentError naming the part and the value that has the wrong shape, or a spelling given twice.
    """
    unknown = sorted(set(data) - {"short_forms", "stems", "protected", "particles", "words"})
    if unknown:
        raise ContentError(f'bagian "{unknown[0]}" tidak dikenal di sini')
    short_forms = _spellings(data, "short_forms")
    protected = frozenset(_words(data, "protected"))
    words = _words(data, "words")
    return Lexicon(
        short_forms=MappingProxyType(short_forms),
        protected=protected,
        particles=frozenset(_words(data, "particles")),
        stems=MappingProxyType(_spellings(data, "stems")),
        skeletons=MappingProxyType(_skeletons(words)),
        words=frozenset(words),
    )


def skeleton(word: str) -> str:
    """The consonants of a word, in order: "terbang" gives "trbng"."""
    return "".join(letter for letter in word if letter not in _VOWELS)


def _skeletons(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for word in words:
        bones = skeleton(word)
        if len(bones) >= _MIN_SKELETON:
            found[bones] = (*found.get(bones, ()), word)
    return found


def _spellings(data: Mapping[str, object], part: str) -> dict[str, str]:
    raw = data.get(part) or {}
    if not isinstance(raw, Mapping):
        raise ContentError(f'"{part}" harus berisi baris "kata: ejaan ejaan"')
    meaning: dict[str, str] = {}
    for full, spellings in raw.items():
        if not isinstance(full, str) or not isinstance(spellings, str):
            raise ContentError(f'"{part}": baris "{full}" harus berupa teks di kedua sisi; beri tanda kutip')
        for spelling in spellings.casefold().split():
            if meaning.setdefault(spelling, full.casefold()) != full.casefold():
                known = f'"{part}": ejaan "{spelling}" sudah berarti "{meaning[spelling]}"'
                raise ContentError(f'{known}, jadi tidak bisa juga berarti "{full}"')
    return meaning


def _words(data: Mapping[str, object], part: str) -> tuple[str, ...]:
    raw = data.get(part) or ""
    if not isinstance(raw, str):
        raise ContentError(f'"{part}" harus satu teks, kata dipisah spasi')
    return tuple(dict.fromkeys(raw.casefold().split()))
