"""
The places we can name: countries, parts of them, provinces and districts, and every way to write them.

Start at `build_places`. A name may belong to several places ("bima"); who means which is asked, not guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum

from bot.language.folding import fold

_WORD = re.compile(r"[^\W_]+")
_SPELLED = {
    "kab": "kabupaten",
    "kabupatn": "kabupaten",
    "kbpten": "kabupaten",
    "kodya": "kota",
    "kotamadya": "kota",
    "kotamadia": "kota",
    "prov": "provinsi",
    "prop": "provinsi",
    "propinsi": "provinsi",
}


class Level(IntEnum):
    """How wide a place is, the widest first."""

    COUNTRY = 1
    PART = 2  # of a country abroad
    PROVINCE = 3
    DISTRICT = 4


@dataclass(frozen=True, slots=True)
class Place:
    """
    One place. `parent` is the country of a part or province, the province of a district, "" for a country.

    Attributes:
        first: Contacts that come before others here, the nearest first.
    """

    id: str
    name: str
    level: Level
    parent: str = ""
    first: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Places:
    """All places by id, and by the ways to write them (`spelling`): one name may be several places."""

    by_id: Mapping[str, Place]
    by_name: Mapping[str, tuple[str, ...]]

    def above(self, place: Place) -> tuple[str, ...]:
        """The ids of what a place lies in, the nearest first."""
        found: list[str] = []
        while place.parent in self.by_id and place.parent not in found:
            found.append(place.parent)
            place = self.by_id[place.parent]
        return tuple(found)


def build_places(
    places: Iterable[Place], names: Iterable[tuple[str, str]], fallback: Iterable[tuple[str, str]] = ()
) -> Places:
    """
    Args:
        places: All there are.
        names: (as typed, place id); a name with several ids is several places.
        fallback: The same, for names that would otherwise be nobody's.
    """
    by_name: dict[str, list[str]] = {}
    for typed, place in names:
        owners = by_name.setdefault(spelling(typed), [])
        if place not in owners:
            owners.append(place)
    for typed, place in fallback:
        by_name.setdefault(spelling(typed), [place])
    by_name.pop("", None)
    return Places({place.id: place for place in places}, {name: tuple(ids) for name, ids in by_name.items()})


def words_of(text: str) -> list[str]:
    """The words of a typed place in plain letters: "Kab. Indramayu" gives "kabupaten", "indramayu"."""
    return [_SPELLED.get(word, word) for word in _WORD.findall(fold(text))]


def spelling(text: str) -> str:
    """A name as it is looked up: words without spaces, so that "lomboktimur" and "Lombok Timur" are one."""
    return "".join(words_of(text))
