"""
What is said for politeness: a greeting, thanks, "nanti saja". It is answered in kind and looked up nowhere.

Start at `manners`.
"""

from __future__ import annotations

from bot.engine.reading import POLITE, words_of
from bot.engine.wording import Wording

LONGEST_GREETING = 6  # words
LOOKED_AT = 200  # characters; longer texts are stories


def manners(text: str, words: Wording) -> str:
    """Returns: greeting, thanks, later; "" for a text that says more than that."""
    for kind in ("greeting", "thanks"):
        if _only(text, kind, words):
            return kind
    return "later" if _puts_off(text, words) else ""


def _only(text: str, kind: str, words: Wording) -> bool:
    """Whether a short text is nothing but such words ("halo kak, selamat pagi")."""
    said = [word for word in words_of(text[:LOOKED_AT]) if word not in POLITE]
    known = words.label(f"typed.{kind}", {}).split("|")
    return 0 < len(said) <= LONGEST_GREETING and all(word in known for word in said)


def _puts_off(text: str, words: Wording) -> bool:
    """Whether the whole text only puts things off ("nanti aja kak")."""
    said = words_of(text[:LOOKED_AT])
    bare = [word for word in said if word not in POLITE]
    later = words.label("typed.later", {}).split("|")
    return " ".join(said) in later or " ".join(bare) in later
