"""
Made-up names of Indonesian companies, as many as wanted, and how people would type them.

Common words are very common, as in real lists: "Karya" or "Mandiri" stands in every tenth name. Nothing here
is the name of a real company on purpose. Start at `company_names` and `typed`.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from itertools import accumulate

COMMON = """
karya mandiri jaya abadi utama sejahtera indonesia nusantara putra bina mitra sentosa sukses makmur
global insan prima duta bersama sejati perkasa lestari cahaya sumber citra bumi graha surya mulia persada
tama anugerah berkah amanah maju harapan indo sarana cipta tunas internasional bakti dharma sinar bintang
mega multi inti perdana putri pratama usaha tenaga kerja gemilang delta alam baru bangun setia timur
barat selatan utara lautan samudra pertiwi wahana karunia kencana cemerlang rezeki fajar mentari buana
dwi tri eka panca guna widya raya permata mutiara
""".split()
STARTS = """
ba be bi bo bu da de di du ga gi gu ha ja je ka ke ki ku la le li lu ma me mi mu na ni nu pa pe pi ra re
ri ro sa se si su ta te ti tu wa wi ya
""".split()
ENDS = "n ng r s t l m k h ndra nda ngga rta ra na ya ta si ti ni ri la wan man ".split(" ")
_KINDS = (2, 3, 3, 3, 3, 4, 4, 5)  # words
KINDS = ("exact", "no prefix", "typo", "spacing", "dropped word", "turned", "look-alike", "absent")


def company_names(count: int, seed: int = 1) -> list[str]:
    """Different names with "PT", the same ones for the same seed."""
    chance = random.Random(seed)  # noqa: S311 (made-up names, no secret)
    own = [_own_word(chance) for _ in range(max(200, count // 25))]
    steps = list(accumulate(1 / (rank + 4) for rank in range(len(COMMON))))
    names: dict[str, None] = {}
    while len(names) < count:
        words = chance.choices(COMMON, cum_weights=steps, k=chance.choice(_KINDS))
        if chance.random() < 0.75:
            words[0] = chance.choice(own)
        if chance.random() < 0.25:
            words[-1] = chance.choice(own)
        if len(set(words)) == len(words):
            names["PT " + " ".join(words).title()] = None
    return list(names)


def _own_word(chance: random.Random) -> str:
    return "".join(chance.choices(STARTS, k=chance.choice((2, 2, 3)))) + chance.choice(ENDS)


def typed(name: str, kind: str, chance: random.Random) -> str:
    """A name as somebody types it, or (look-alike, absent) another one that only resembles it."""
    words = name.casefold().split()[1:]
    return _WAYS[kind](words, chance)


def _typo(words: list[str], chance: random.Random) -> str:
    long = [at for at, word in enumerate(words) if len(word) > 4] or [0]
    at = chance.choice(long)
    return "pt " + " ".join((*words[:at], misspelt(words[at], chance), *words[at + 1 :]))


def misspelt(word: str, chance: random.Random) -> str:
    """One letter lost, doubled, swapped with the next, or another one."""
    at = chance.randrange(1, max(2, len(word) - 1))
    way = chance.randrange(4)
    if way == 0:
        return word[:at] + word[at + 1 :]
    if way == 1:
        return word[:at] + word[at] + word[at:]
    if way == 2:
        return word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :]
    return word[:at] + chance.choice("aeiourstn") + word[at + 1 :]


def _spacing(words: list[str], chance: random.Random) -> str:
    at = chance.randrange(len(words) - 1)
    return "PT " + " ".join((*words[:at], words[at] + words[at + 1], *words[at + 2 :]))


def _dropped(words: list[str], _: random.Random) -> str:
    return "pt " + " ".join(words[:-1] if len(words) > 2 else words[:1])


def _turned(words: list[str], chance: random.Random) -> str:
    turned = words[:]
    while turned == words:
        chance.shuffle(turned)
    return "PT " + " ".join(turned)


def _lookalike(words: list[str], chance: random.Random) -> str:
    """A word exchanged, added or taken away, or another legal form."""
    at = chance.randrange(len(words))
    other = chance.choice([word for word in COMMON if word not in words])
    way = chance.randrange(4)
    if way == 0:
        return "pt " + " ".join((*words[:at], other, *words[at + 1 :]))
    if way == 1:
        return "pt " + " ".join((*words[: at + 1], other, *words[at + 1 :]))
    if way == 2:
        return chance.choice(("cv ", "lpk ", "yayasan ")) + " ".join(words)
    return "pt " + " ".join((*words[:-1], other))


def _absent(words: list[str], chance: random.Random) -> str:
    return "pt " + " ".join(_own_word(chance) + "xy" for _ in words)


_WAYS: dict[str, Callable[[list[str], random.Random], str]] = {
    "exact": lambda words, _: "PT " + " ".join(words).title(),
    "no prefix": lambda words, _: " ".join(words),
    "typo": _typo,
    "spacing": _spacing,
    "dropped word": _dropped,
    "turned": _turned,
    "look-alike": _lookalike,
    "absent": _absent,
}


def questions(names: list[str], count: int, seed: int = 2) -> Iterator[tuple[str, str, str]]:
    """(kind, what is typed, the name that is meant), every kind equally often."""
    chance = random.Random(seed)  # noqa: S311 (made-up questions, no secret)
    for number in range(count):
        name = chance.choice(names)
        kind = KINDS[number % len(KINDS)]
        yield kind, typed(name, kind, chance), name
