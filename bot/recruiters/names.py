"""
Take company names apart, in a register and in a chat message.

Pure. A legal form is part of who a company is: "LPK Forward Global" is not "PT Forward Global". A register
name without a form counts as PT, the only form a placement company may have. Start at `parse_name` and
`find_names`.
"""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass

from bot.language.folding import fold
from bot.recruiters.words import CHAT, ORDINARY

FORMS = frozenset(
    {"pt", "cv", "ud", "pd", "fa", "firma", "yayasan", "koperasi", "lpk", "lkp", "bkk", "lembaga"}
)
DEFAULT_FORM = "pt"
MAX_NAME_WORDS = 10
_MAX_TOKENS = 400
_LONGEST_WORD = 40

_BRACKET = re.compile(r"\(([^()]*)\)")
_DOTTED_FORM = re.compile(r"\b([pc])\s?\.\s?([tv])\b\.?")
_TOKEN = re.compile(r"[^\W_]+|[,;:.!?()\n\"]")
_TAIL = frozenset({"tbk", "persero", "ltd", "limited"})


@dataclass(frozen=True, slots=True)
class Name:
    """
    `form` is None when none was written; `aliases` are short names in brackets ("BIJAK").

    `cut` says that a word beside it was taken for a chat word, though companies are named with it ("baru"):
    this name alone is no proof that the company is meant.
    """

    words: tuple[str, ...]
    form: str | None = None
    aliases: tuple[str, ...] = ()
    cut: bool = False

    @property
    def joined(self) -> str:
        """The words without spaces: people put spaces where they like."""
        return "".join(self.words)


def parse_name(text: str) -> Name:
    """Read one name from a register: form, words, aliases. Words may be empty when nothing is left."""
    folded = _DOTTED_FORM.sub(r"\1\2 ", fold(text))
    aliases = [re.sub(r"[\W_]+", " ", inside).strip() for inside in _BRACKET.findall(folded)]
    tokens = [token for token in _TOKEN.findall(_BRACKET.sub(" ", folded)) if token.isalnum()]
    form = next((token for token in (tokens[:1] + tokens[-1:]) if token in FORMS), None)
    words = tuple(token for token in tokens if token != form and token not in _TAIL)
    return Name(words[:MAX_NAME_WORDS], form, tuple(alias for alias in aliases if alias))


def find_names(text: str, known: Container[str]) -> tuple[Name, ...]:
    """
    Cut a message at marks and chat words into stretches that may be names.

    Args:
        text: Without the phone, licence and account numbers.
        known: Words of the register; a chat word that is one of them ("anda") may stay inside a name.

    Returns: Names in the order of the text; only those with a legal form, if there are such.
    """
    pieces = _TOKEN.findall(_DOTTED_FORM.sub(r"\1\2 ", fold(text)))[:_MAX_TOKENS]
    names: list[Name] = []
    words: list[str] = []
    form: str | None = None
    for piece in [*pieces, "\n"]:
        if piece in FORMS and form and not words:
            words.append(piece)  # "PT LPK Bina ..."
        elif piece in FORMS:
            names.extend(_closed(words, form or piece))  # "sejati prima duta pt", and "kabarnya pt sejati"
            words, form = [], piece
        elif piece in CHAT and (piece in known or (piece in ORDINARY and words)):
            words.append(piece)
        elif not piece.isalnum() or piece in CHAT or piece.isdecimal():
            waiting = form is not None and not words and piece in ".:"
            names.extend(_closed(words, form))
            words, form = [], form if waiting else None
        else:
            words.append(piece[:_LONGEST_WORD])
    return tuple(name for name in names if name.form) or tuple(names)


def _closed(words: list[str], form: str | None) -> list[Name]:
    """The words as a name; where chat words begin or end it, also without them ("sinar harapan anda")."""
    begin, end = 0, len(words)
    while end and words[end - 1] in CHAT:
        end -= 1
    while begin < end and words[begin] in CHAT and form is None:
        begin += 1
    if begin == end:
        return [Name(tuple(words[:MAX_NAME_WORDS]), form)] if form and words else []
    whole = Name(tuple(words[:MAX_NAME_WORDS]), form)
    bare = Name(tuple(words[begin:end][:MAX_NAME_WORDS]), form, cut=True)
    return [whole] if end - begin == len(words) else [bare, whole]
