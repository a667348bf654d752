"""
Take company names apart, in a register and in a chat message.

Pure. A legal form is part of who a company is: "LPK Forward Global" is not "PT Forward Global". A register
name without a form counts as PT, the only form a placement company may have. What stands beside a name in a
message is judged in `beside.py`. Start at `parse_name` and `find_names`.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass, field, replace

from bot.language.folding import MAX_LENGTH, fold
from bot.recruiters.beside import MARKS, goes_on, is_denied, is_figure
from bot.recruiters.words import ASKED, CHAT, GENERIC, NAMING, ORDINARY, PLACES

FORMS = frozenset(
    {"pt", "cv", "ud", "pd", "fa", "firma", "yayasan", "koperasi", "lpk", "lkp", "bkk", "lembaga"}
)
RECRUITING = FORMS - {"koperasi", "lembaga"}
"""Forms of those who offer work: "koperasi simpan pinjam" is nobody's name."""
DEFAULT_FORM = "pt"
MAX_NAME_WORDS = 10
_MAX_TOKENS = 400
_LONGEST_WORD = 40
_ABBREVIATED = 3  # letters of a form that is written in capitals

_DISGUISE = re.compile("[\u0370-\u03ff\u0400-\u052f]")  # Greek and Cyrillic, for letters that look the same
_BRACKET = re.compile(r"\(([^()]*)\)")
_DOTTED_FORM = re.compile(r"\b([pc])\s?\.\s?([tv])\b\.?")
_INTERNATIONAL = re.compile(r"\bint['’]?l\b")
_TOKEN = re.compile(r"[^\W_]+|[,;:.!?()\n\"]")
_TAIL = frozenset({"tbk", "persero", "ltd", "limited"})
_BESIDE = NAMING | ASKED


@dataclass(frozen=True, slots=True)
class Name:
    """
    `form` is None when none was written; `aliases` are short names in brackets ("BIJAK").

    In a message, a name may be no proof that its company is meant: `cut` says that a word was taken off it as
    a chat word, though companies are named with it ("baru"), `loose` that it may go on beside where it ends
    ("… 88") or is written in letters of two scripts, and `denied` that "bukan" or "mantan" stands before it.
    """

    words: tuple[str, ...]
    form: str | None = None
    aliases: tuple[str, ...] = ()
    cut: bool = False
    loose: bool = False
    denied: bool = False

    @property
    def joined(self) -> str:
        """The words without spaces: people put spaces where they like."""
        return "".join(self.words)

    @property
    def company(self) -> tuple[str, str]:
        """Legal form and letters: where both are the same, one company is meant."""
        return (self.form or DEFAULT_FORM, self.joined)

    @property
    def shown(self) -> str:
        """For people: "PT Wira Karya"."""
        form = self.form or DEFAULT_FORM
        written = form.upper() if len(form) <= _ABBREVIATED else form.title()
        return " ".join((written, *map(str.title, self.words)))

    def only_asks_beyond(self, other: Name) -> bool:
        """Whether this is the other name with words behind it that people ask ("PT Wira Karya aman")."""
        rest = self.words[len(other.words) :]
        return self.words[: len(other.words)] == other.words and set(rest) <= ASKED


@dataclass(slots=True)
class _Stretch:
    """Words of a message that may be a name: `tokens[start:end]`, with its legal form."""

    start: int
    end: int = 0
    words: list[str] = field(default_factory=list)
    form: str | None = None
    loose: bool = False


def parse_name(text: str) -> Name:
    """Read one name from a register: form, words, aliases. Words may be empty when nothing is left."""
    folded = _plain(text)
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
    tokens = _TOKEN.findall(_plain(text))[:_MAX_TOKENS]
    names = [name for stretch in _stretches(tokens, known) for name in _names(stretch, tokens, known)]
    if _DISGUISE.search(text, 0, MAX_LENGTH):
        names = [replace(name, loose=True) for name in names]
    return tuple(name for name in names if name.form) or tuple(names)


def _plain(text: str) -> str:
    """Folded, "P.T." and "Int'l" written out."""
    return _INTERNATIONAL.sub("international", _DOTTED_FORM.sub(r"\1\2 ", fold(text)))


def _stretches(tokens: Sequence[str], known: Container[str]) -> list[_Stretch]:
    """Words with no mark, chat word or number between them, and the legal form before or behind them."""
    found: list[_Stretch] = []
    now = _Stretch(0)
    for at, piece in enumerate([*tokens, "\n"]):
        if piece in FORMS and now.form and not now.words:
            now.words.append(piece)  # "PT LPK Bina ..."
        elif piece in FORMS:
            before = now if now.words else _just_before(found, tokens, at)
            leads = at + 1 < len(tokens) and tokens[at + 1] not in MARKS and _is_name(tokens[at + 1], known)
            behind = before is not None and not leads
            if before and behind:  # "sejati prima duta pt", "sejati prima duta (CV)"
                before.loose |= before.form not in (None, piece)
                before.form = before.form or piece
                before.end = at + 1
            if now.words:
                found.append(now)
                now.end = max(now.end, at)
            now = _Stretch(at, form=None if behind else piece)
        elif not (now.words and _is_place(piece, known)) and (
            _is_name(piece, known) or (piece in ORDINARY and now.words and piece.isalpha())
        ):
            if not now.words and not now.form:
                now.start = at
            now.words.append(piece[:_LONGEST_WORD])
        elif now.form and not now.words and (piece in ".:" or piece in _BESIDE or is_figure(piece)):
            now.loose |= piece.isalnum()  # "PT Resmi ...", "PT 88 ..."
        else:
            if now.words:
                found.append(now)
                now.end = at
            now = _Stretch(at + 1)
    return found


def _just_before(found: Sequence[_Stretch], tokens: Sequence[str], at: int) -> _Stretch | None:
    """The stretch that only a comma or bracket parts from what stands at `at`."""
    return found[-1] if found and found[-1].end == at - 1 and tokens[at - 1] in ",(" else None


def _is_name(piece: str, known: Container[str]) -> bool:
    """Whether a word, form or mark stands in a name; chat words and figures only where a company has them."""
    return piece in known or not (piece in MARKS or piece in CHAT or piece.isdecimal())


def _is_place(piece: str, known: Container[str]) -> bool:
    """Whether this only says where a company is: none of the register is named so."""
    return piece in PLACES and piece not in known


def _names(stretch: _Stretch, tokens: Sequence[str], known: Container[str]) -> list[Name]:
    """
    The words as a name; where chat words begin or end it, also without them ("sinar harapan anda").

    What people ask is no cut ("… aman ga"), unless names end with that word and nothing says it is asked.
    """
    words, form = stretch.words, stretch.form
    if form and all(word in GENERIC and word not in known for word in words):
        return []
    begin, end, asked = 0, len(words), len(words)
    while asked and words[asked - 1] in ASKED:
        asked -= 1
    while end and (words[end - 1] in CHAT or words[end - 1] in PLACES):
        end -= 1
    while begin < end and words[begin] in CHAT and form is None:
        begin += 1
    if begin == end and not form:
        return []
    behind = tokens[stretch.end] if stretch.end < len(tokens) else ""
    is_asked = (
        behind == "?" or (behind in CHAT and behind not in _BESIDE) or ORDINARY.isdisjoint(words[asked:])
    )
    loose = stretch.loose or goes_on(tokens, stretch.end, known, FORMS)
    denied = is_denied(tokens, stretch.start)
    official = words[-1] in _TAIL and len(words) > 1
    readings = {  # which words, and whether others were cut off
        (begin, end): begin > 0 or end < asked or not is_asked,
        (0, asked): not is_asked,
        (0, len(words) - official): False,
    }
    return [
        Name(tuple(words[first:last][:MAX_NAME_WORDS]), form, (), cut, loose or official, denied)
        for (first, last), cut in readings.items()
        if first < last
    ]
