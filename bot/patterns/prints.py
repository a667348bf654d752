"""
Fingerprints of what a text names: keyed hashes, equal for equal numbers however they are written.

The key comes from the vault. Without it a phone number could be found by trying all of them; with it the
store tells only that two texts name the same. Start at `prints_of`.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from enum import StrEnum

from bot.language.folding import fold
from bot.patterns.sketch import spoken

_DIGITS = 20  # hex digits of a fingerprint: 80 bits
_MOST_PRINTS = 20  # of one text
_BRACKET = re.compile(r"\([^()]*\)")
_DOTTED_FORM = re.compile(r"\b([pc])\s?\.\s?([tv])\b\.?")
_WORD = re.compile(r"[^\W_]+")
_FORMS = frozenset({"pt", "cv", "ud", "pd", "firma", "yayasan", "koperasi", "lpk", "lkp", "bkk", "lembaga"})
_TAIL = frozenset({"tbk", "persero", "ltd", "limited"})
_SHORTEST_COMPANY = 3  # letters of the whole name


class Kind(StrEnum):
    PHONE = "phone"
    ACCOUNT = "account"
    COMPANY = "company"
    TEXT = "text"  # the very same words


@dataclass(frozen=True, slots=True)
class Named:
    """
    What a text names: phones as E.164, accounts as digits, companies as typed, and the text itself.

    It is made, turned into fingerprints and forgotten; `repr` shows none of it.
    """

    phones: tuple[str, ...] = field(default=(), repr=False)
    accounts: tuple[str, ...] = field(default=(), repr=False)
    companies: tuple[str, ...] = field(default=(), repr=False)
    text: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, order=True)
class Print:
    """One fingerprint; `digits` are 20 hex digits."""

    kind: Kind
    digits: str

    @property
    def label(self) -> str:
        """Four letters by which officers speak of it ("3F2A"); they say nothing about the number."""
        return self.digits[:4].upper()

    def __str__(self) -> str:
        return f"{self.kind}:{self.digits}"


def read_print(spelled: str) -> Print:
    """The print that `str` spelled. Raises: ValueError."""
    kind, _, digits = spelled.partition(":")
    if not re.fullmatch(rf"[0-9a-f]{{{_DIGITS}}}", digits):
        raise ValueError("not a fingerprint")
    return Print(Kind(kind), digits)


def prints_of(named: Named, key: bytes) -> tuple[Print, ...]:
    """Each thing once, phones first; at most twenty. A short text has no print of its own."""
    values = [(Kind.PHONE, phone) for phone in named.phones]
    values += [(Kind.ACCOUNT, account) for account in named.accounts]
    values += [(Kind.COMPANY, name) for name in map(company_name, named.companies) if name]
    words = spoken(named.text)
    if words:
        values.append((Kind.TEXT, " ".join(words)))
    return tuple(dict.fromkeys(_print(kind, value, key) for kind, value in values))[:_MOST_PRINTS]


def company_name(typed: str) -> str:
    """
    One spelling for a company: "P.T. Adidaya, BINA (Persero)" and "bina adidaya" are "pt adidaya bina".

    Another legal form is another company; without one it is a PT. "" when hardly anything is left.
    """
    plain = _BRACKET.sub(" ", _DOTTED_FORM.sub(r"\1\2 ", fold(typed)))
    tokens = _WORD.findall(plain)
    form = next((token for token in (tokens[:1] + tokens[-1:]) if token in _FORMS), "pt")
    words = sorted(token for token in tokens if token != form and token not in _TAIL)
    return f"{form} {' '.join(words)}" if len("".join(words)) >= _SHORTEST_COMPANY else ""


def _print(kind: Kind, value: str, key: bytes) -> Print:
    hashed = hashlib.blake2b(f"{kind}:{value}".encode(), key=key, digest_size=_DIGITS // 2)
    return Print(kind, hashed.hexdigest())
