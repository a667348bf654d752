"""
What stands beside a name in a sentence: more of the name, words about it, or "bukan".

"PT Wira Karya 88", "… Resmi Indonesia" and "…, Abadi" may be other companies than PT Wira Karya; "PT Wira
Karya itu resmi ga" asks about it. Where both are possible the name is not sure: one more question costs a
tap. Pure; `names.py` asks. Start at `goes_on`.
"""

from __future__ import annotations

from collections.abc import Container, Sequence

from bot.recruiters.words import ASKED, CHAT, NAMING, ORDINARY, PLACES

MARKS = frozenset(',;:.!?()\n"')
_LONGEST_FIGURE = 4  # digits; a longer one is a number of something
_NUMBERS = frozenset({"no", "nomor", "nmr"})
_DENIALS = frozenset({"bukan", "bkn", "bukanlah", "mantan", "eks", "ex", "bekas"})
_CHOICES = frozenset({"atau", "ato", "apa"})  # "resmi atau bukan PT …" denies nothing
_LEADS = frozenset(
    "dari dr punya milik lewat nama namanya namany si yg yang karyawan pegawai staf orang direktur".split()
)


def is_figure(token: str) -> bool:
    """Whether a name may hold this number ("Karya 2000")."""
    return token.isdecimal() and len(token) <= _LONGEST_FIGURE


def goes_on(tokens: Sequence[str], at: int, known: Container[str], forms: Container[str]) -> bool:
    """
    Whether a name that seems to end before `tokens[at]` may go on there.

    Up to the first word of a sentence ("itu", "di", "ada" …): a figure, a word that companies are named with,
    or any word that is no chat word speaks for it. Behind a mark only words of names do, and brackets are
    stepped over.

    Args:
        known: Words of the register.
        forms: Legal forms; another company begins there.
    """
    asked = False
    while at < len(tokens):
        piece = tokens[at]
        if piece == "(":
            end = _closing(tokens, at)
            if _are_names(tokens[at + 1 : end], known):
                return True
            at = end
        elif piece in MARKS:
            return not asked and _resumes(tokens, at, known, forms)
        elif piece in ASKED:
            asked = True
        elif piece in PLACES:
            pass  # "… Bekasi": where it is
        elif piece in NAMING or piece.isdecimal():
            return piece in NAMING or is_figure(piece)
        elif piece in _NUMBERS:
            return at + 1 < len(tokens) and is_figure(tokens[at + 1])  # "… No 2"
        else:
            return piece not in CHAT and piece not in forms
        at += 1
    return False


def is_denied(tokens: Sequence[str], at: int) -> bool:
    """Whether "bukan dari …" or "mantan karyawan …" stands before the name that begins at `tokens[at]`."""
    at -= 1
    while at >= 0 and tokens[at] in _LEADS:
        at -= 1
    return at >= 0 and tokens[at] in _DENIALS and not (at and tokens[at - 1] in _CHOICES)


def _closing(tokens: Sequence[str], at: int) -> int:
    """Where the bracket that opens at `at` closes, else the last piece."""
    return next((end for end in range(at + 1, len(tokens)) if tokens[end] == ")"), len(tokens) - 1)


def _resumes(tokens: Sequence[str], at: int, known: Container[str], forms: Container[str]) -> bool:
    """Whether nothing but words of names follows the marks: ", Abadi Karya"."""
    while at < len(tokens) and tokens[at] in MARKS:
        if tokens[at] == "?":
            return False
        at += 1
    end = at
    while end < len(tokens) and not (tokens[end] in MARKS or tokens[end] in CHAT or tokens[end] in forms):
        end += 1
    return _are_names(tokens[at:end], known)


def _are_names(words: Sequence[str], known: Container[str]) -> bool:
    return bool(words) and all(word in known or word in ORDINARY or is_figure(word) for word in words)
