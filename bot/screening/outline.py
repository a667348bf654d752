"""
What a message says in outline: "anak saya ga ada kabar" and "istri kami lama ga ada kabar" are much the same.

Pure. Words are replaced by the group that danger.yaml puts them in, figures by one name, and words up to
three apart are paired, so that what was learnt of one relative, employer or sum holds for all. Start at
`outline`.
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.language.normalise import Normalised

_REACH = 3
_MAX_WORDS = 120  # of a long story
_FIGURE = "@angka"


def outline(message: Normalised, classes: Mapping[str, str]) -> list[str]:
    """
    The pairs, and the groups themselves.

    Args:
        classes: From a word or stem to the name of its group.
    """
    told = [
        _told(token, stem, classes)
        for token, stem in zip(message.tokens[:_MAX_WORDS], message.stems[:_MAX_WORDS], strict=True)
    ]
    pairs = [f"{one}~{other}" for at, one in enumerate(told) for other in told[at + 1 : at + 1 + _REACH]]
    return pairs + [word for word in told if word.startswith("@")]


def _told(token: str, stem: str, classes: Mapping[str, str]) -> str:
    group = classes.get(token) or classes.get(stem)
    if group:
        return f"@{group}"
    return _FIGURE if token[:1].isdecimal() else stem
