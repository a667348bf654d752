"""
What stands in one advert, each thing with its very words and their place.

Pure values; `read.py` makes them. Nothing is corrected: a quote is `text[start:end]` of the advert.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from bot.adverts.tables import Period
from bot.language.located import Located

ContactKind = Literal["phone", "whatsapp", "link", "email", "handle"]
SumKind = Literal["wage", "fee", "allowance", "deduction", "other"]


@dataclass(frozen=True, slots=True)
class Quote:
    """Some words of the advert, `text[start:end]`."""

    text: str
    start: int
    end: int

    def holds(self, other: Quote) -> bool:
        """Whether the other words stand within these."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Mention:
    """A country or job of the tables, by id."""

    id: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class Company:
    """A company as typed, with its legal form."""

    name: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class Contact:
    """`value` is E.164 for phones, an address for links and e-mail, a name for handles ("@jobkamboja")."""

    kind: ContactKind
    value: str
    quote: Quote

    @property
    def is_private(self) -> bool:
        """Whether anybody may stand behind it: a mobile number, a number abroad, a handle."""
        return self.is_mobile or self.kind == "handle"

    @property
    def is_mobile(self) -> bool:
        """Whether this is an Indonesian mobile number, or any number abroad: nobody's office line."""
        return self.value.startswith("+628") or (
            self.value.startswith("+") and not self.value.startswith("+62")
        )


@dataclass(frozen=True, slots=True)
class Account:
    """A bank account or wallet; `number` are digits ("" when only a holder was named), `holder` as typed."""

    bank: str
    number: str
    holder: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class Licence:
    """A number that is to look official: `kind` is "sip2mi", "sip3mi", "siuppmi", "nib", "izin" …"""

    kind: str
    number: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class Money:
    """A sum and what it is for; `currency` is an ISO code, "" when the country cannot tell."""

    kind: SumKind
    low: Decimal
    high: Decimal
    currency: str
    period: Period
    quote: Quote


@dataclass(frozen=True, slots=True)
class Age:
    """Ages that are looked for, in years; None where the advert draws no line."""

    low: int | None
    high: int | None
    quote: Quote


@dataclass(frozen=True, slots=True)
class Advert:
    """One advert, read; lists are in the order of the text."""

    words: Located
    companies: tuple[Company, ...] = ()
    contacts: tuple[Contact, ...] = ()
    accounts: tuple[Account, ...] = ()
    licences: tuple[Licence, ...] = ()
    countries: tuple[Mention, ...] = ()
    jobs: tuple[Mention, ...] = ()
    money: tuple[Money, ...] = ()
    ages: tuple[Age, ...] = ()
    departures: tuple[Quote, ...] = ()
    addresses: tuple[Quote, ...] = ()

    @property
    def text(self) -> str:
        """As typed; places of quotes count in it."""
        return self.words.text

    @property
    def seen(self) -> str:
        """As people see it (`bot.language.seen`): to look for words in, not to count places."""
        return self.words.seen.text

    @property
    def has_office(self) -> bool:
        """Whether it names a place, a telephone or a mailbox that is not somebody's own."""
        office = (each for each in self.contacts if each.kind in ("phone", "email"))
        return bool(self.addresses) or any(not each.is_mobile for each in office)

    @property
    def wages(self) -> tuple[Money, ...]:
        return tuple(money for money in self.money if money.kind == "wage")

    @property
    def fees(self) -> tuple[Money, ...]:
        return tuple(money for money in self.money if money.kind == "fee")

    def quote_seen(self, start: int, end: int) -> Quote:
        """What was typed where people see `seen[start:end]`."""
        return self.quote(*self.words.seen.span(start, end))

    def quote(self, start: int, end: int) -> Quote:
        """The words between two places of the text."""
        return Quote(self.text[start:end], start, end)
