"""Which district a text names, for patterns: only what is written out and can be one district alone."""

from __future__ import annotations

from bot.directory.places import Level, Places, words_of

MOST_CHARACTERS = 4_096
_MOST_WORDS = 6  # of one name
_BEFORE = frozenset({"di", "dari", "asal", "daerah", "kabupaten", "kota", "wilayah"})


def district_in(places: Places, text: str) -> str:
    """
    The one district that a text names, "" for none or several.

    A name of a single word counts after "di", "dari" … or alone: "batu" and "pati" are words as well.
    """
    words = words_of(text[:MOST_CHARACTERS])
    found: set[str] = set()
    at = 0
    while at < len(words):
        for size in range(min(_MOST_WORDS, len(words) - at), 0, -1):
            owners = places.by_name.get("".join(words[at : at + size]), ())
            sure = size > 1 or size == len(words) or (at > 0 and words[at - 1] in _BEFORE)
            if owners and sure:
                districts = [each for each in owners if places.by_id[each].level is Level.DISTRICT]
                found.update(districts if len(owners) == 1 else ())
                at += size - 1
                break
        at += 1
    return places.by_id[found.pop()].name if len(found) == 1 else ""
