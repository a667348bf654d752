"""
Which place somebody means: "lobar", "kab. indramayu", "kota bima", "kl", "indramyu".

Pure. Names are found wherever they stand in a sentence, the longest first; only when there is none are near
spellings tried. Two places of one name are both returned: who means which is theirs to say. Start at
`find_places`.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.directory.places import Place, Places, words_of

MOST_CHARACTERS = 300
MOST_PLACES = 10
_MOST_WORDS = 6  # of one name
_SHORTEST_NEAR = 6  # letters; in shorter names every letter tells
_MOST_WORDS_NEAR = 12  # that are compared with near spellings: who names a place is brief
_LONG = 9  # letters from which two slips are forgiven


def find_places(places: Places, text: str, ordinary: AbstractSet[str] = frozenset()) -> tuple[Place, ...]:
    """
    The places a text may mean: none is unknown, one is sure enough to show, several are to be asked.

    Args:
        ordinary: Words that are never a slip for a name: "sekarang" is not Semarang.
    """
    words = words_of(text[:MOST_CHARACTERS])
    groups = _named(places, words) or _nearly_named(places, words[:_MOST_WORDS_NEAR], ordinary)
    found = _together(places, groups)
    return tuple(places.by_id[place] for place in found[:MOST_PLACES])


def _named(places: Places, words: list[str]) -> list[tuple[str, ...]]:
    """The names in a text, each as the places it may be; the longest name wins and is used up."""
    found: list[tuple[str, ...]] = []
    at = 0
    while at < len(words):
        for size in range(min(_MOST_WORDS, len(words) - at), 0, -1):
            owners = places.by_name.get("".join(words[at : at + size]))
            if owners:
                found.append(owners)
                at += size
                break
        else:
            at += 1
    return found


def _nearly_named(places: Places, words: list[str], ordinary: AbstractSet[str]) -> list[tuple[str, ...]]:
    """The one nearest spelling, as a group; all of them when several are equally near."""
    near: dict[str, int] = {}
    for size in (3, 2, 1):
        for at in range(len(words) - size + 1):
            typed = "".join(words[at : at + size])
            if len(typed) < _SHORTEST_NEAR or all(word in ordinary for word in words[at : at + size]):
                continue
            slips = 2 if len(typed) >= _LONG else 1
            hits = process.extract(
                typed, list(places.by_name), scorer=OSA.distance, score_cutoff=slips, limit=None
            )
            for name, distance, _ in hits:
                near[name] = min(near.get(name, slips), int(distance))
    least = min(near.values(), default=0)
    names = sorted(name for name, distance in near.items() if distance == least)
    together = tuple(dict.fromkeys(place for name in names for place in places.by_name[name]))
    return [together] if together else []


def _together(places: Places, groups: list[tuple[str, ...]]) -> list[str]:
    """
    What all names of a text can mean together: "bandung, jawa barat" is not the province but what lies in it.

    Names that do not fit each other ("dari lombok timur, kerja di taiwan") leave all of them.
    """
    everything = list(dict.fromkeys(place for group in groups for place in group))
    fitting = [
        place
        for place in everything
        if all(any(_related(places, place, other) for other in group) for group in groups)
    ]
    narrow = [place for place in fitting if not _said_more_exactly(places, place, fitting, groups)]
    return narrow or everything


def _related(places: Places, one: str, other: str) -> bool:
    return one == other or _lies_in(places, one, other) or _lies_in(places, other, one)


def _lies_in(places: Places, inner: str, outer: str) -> bool:
    return outer in places.above(places.by_id[inner])


def _said_more_exactly(places: Places, place: str, fitting: list[str], groups: list[tuple[str, ...]]) -> bool:
    """Whether another name of the text says where in this place."""
    own = {other for group in groups if place in group for other in group}
    return any(other not in own and _lies_in(places, other, place) for other in fitting)
