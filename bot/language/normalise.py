"""
Read Indonesian as it is typed on a phone: short forms, stretched letters, slang, four regional languages.

Pure: the words come in a `Lexicon`. It never guesses at names: a token it does not know stays as it is.
What was typed is not kept. Start at `normalise`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.language.folding import fold, fold_stretches
from bot.language.lexicon import Lexicon, skeleton
from bot.language.stem import stem

MAX_TOKENS = 2_000

_PIECE = re.compile(r"(\d+(?:[.,]\d+)*)|([^\W\d_][^\W_]*)|([.!?;,:\n()\"]+)")
_PART = re.compile(r"([^\W\d_]+)(\d*)")
_COMMON_ONSETS = frozenset("bcfghjkmnpqstvz")  # "dr" and "dw" begin real words, "dl" is "dahulu"
_OWNED = ("ku", "mu", "ne", "e")  # "adikku", Javanese "lawange"
_SHORTEST_SKELETON_TOKEN = 3
_MOST_VOWELS = 0.4  # of a token that may have lost some: "brita" yes, Sundanese "sami" no
_MAX_WORD = 40


@dataclass(frozen=True, slots=True)
class Normalised:
    """
    One message, read.

    `tokens[i]` and `stems[i]` belong together; `breaks` holds the positions at which a new clause begins
    (after punctuation or a new line). `text` is the tokens with single spaces.
    """

    text: str
    tokens: tuple[str, ...]
    stems: tuple[str, ...]
    breaks: frozenset[int] = frozenset()


def normalise(text: str, lexicon: Lexicon) -> Normalised:
    """
    Bring a message to plain words, at most `MAX_TOKENS` of them.

    Short forms are written out, particles dropped, stretched letters folded, doubled words ("teman-teman",
    "emak2") made single. Never raises, whatever the text holds.
    """
    tokens: list[str] = []
    breaks: set[int] = set()
    for piece in _PIECE.finditer(fold(text)):
        number, word, mark = piece.groups()
        if mark:
            breaks.add(len(tokens))
        elif number:
            tokens.append(number)
        else:
            _add_word(tokens, word[:_MAX_WORD], lexicon)
        if len(tokens) >= MAX_TOKENS:
            break
    kept = tuple(tokens[:MAX_TOKENS])
    return Normalised(
        text=" ".join(kept),
        tokens=kept,
        stems=tuple(stem(token, lexicon) for token in kept),
        breaks=frozenset(at for at in breaks if 0 < at < len(kept)),
    )


def _add_word(tokens: list[str], whole: str, lexicon: Lexicon) -> None:
    if whole in lexicon.protected:  # "p3mi"
        tokens.append(whole)
        return
    for word, count in _PART.findall(whole):
        if word + count in lexicon.protected:
            tokens.append(word + count)
            continue
        for token in _read(word, lexicon):
            if not tokens or tokens[-1] != token:  # "teman-teman", "tolong tolong"
                tokens.append(token)
        if count not in ("", "2"):  # "emak2" is a plural
            tokens.append(count)


def _read(word: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The plain words behind one typed word; empty for a particle."""
    for form in (word, fold_stretches(word)):
        if form in lexicon.protected:
            return (form,)
        if form in lexicon.short_forms:
            return tuple(lexicon.short_forms[form].split())
        if form in lexicon.particles:
            return ()
    form = fold_stretches(word)
    if len(form) > 3 and form[-1] == form[-2]:
        return _read(form[:-1], lexicon)
    for ending in _OWNED:
        bare = form.removesuffix(ending)
        if bare != form and len(bare) > 3 and (bare in lexicon.short_forms or bare in lexicon.words):
            return _read(bare, lexicon)
    return (_completed(form, lexicon),)


def _completed(form: str, lexicon: Lexicon) -> str:
    """Put back what SMS writing leaves out: vowels, the i of "di-", the a of "-nya"."""
    if form in lexicon.words:
        return form
    full = _with_vowels(form, lexicon)
    if full:
        return full
    if len(form) > 4 and form.endswith("ny"):
        return "".join(_read(form[:-2], lexicon)) or form
    if len(form) > 3 and form[0] == "d" and form[1] in _COMMON_ONSETS:
        rest = lexicon.short_forms.get(form[1:]) or _with_vowels(form[1:], lexicon) or form[1:]
        return "di" + rest.replace(" ", "")
    return form


def _with_vowels(form: str, lexicon: Lexicon) -> str | None:
    if len(form) < _SHORTEST_SKELETON_TOKEN:
        return None
    bones = skeleton(form)
    if len(form) - len(bones) > _MOST_VOWELS * len(form):
        return None
    for full in lexicon.skeletons.get(bones, ()):
        if full[0] == form[0] and len(full) > len(form) and _is_subsequence(form, full):
            return full
    return None


def _is_subsequence(short: str, full: str) -> bool:
    letters = iter(full)
    return all(letter in letters for letter in short)
