"""
Find how an advert wants to be reached and where it wants money: phones, links, e-mail, handles, addresses,
accounts, and the numbers that are to look official.

Pure. It only finds; comparing with the register is another room's work. Start at `find_contacts`.
"""

from __future__ import annotations

import re

from bot.adverts.advert import Account, Contact, Licence, Quote
from bot.language.phones import figures_in, find_phones, first_number_end, phones_seen

_EMAIL = re.compile(r"[\w.%+-]{1,64}@(?=[\w-]{1,63}[.。｡]\w)[\w.%@。｡-]{2,255}[^\W_]")  # as a whole
_LINK = re.compile(
    r"(?:https?://|www\.)[^\s<>]{3,200}|(?<![\w@.])(?:t\.me|bit\.ly|wa\.link|linktr\.ee)/[^\s<>]{1,100}",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"(?<![\w.])@[A-Za-z][\w.]{2,40}")
_WHATSAPP_BEFORE = re.compile(
    r"\b(?:wa|whats?app?|wasap|watsap)\b[\s.:/()-]*(?:only|aja|saja|ke|no)?[\s.:]*$", re.IGNORECASE
)
_BANKS = (
    r"bca|bri|bni|bsi|mandiri|btn|cimb|danamon|permata|jago|seabank|dana|ovo|gopay|go-pay|shopeepay|linkaja"
)
_REK = r"rek(?:ening)?|norek|no\.? ?rek(?:ening)?"
_NUMBER = r"(\d[\d .-]{6,22}\d)(?![\d_])"  # "_" stands for a digit that could not be read
_ACCOUNT = re.compile(
    rf"\b(?:(?:{_REK})\b[\s.:]{{0,3}})?\b({_BANKS}|{_REK})\b[\s:.,=-]{{0,4}}"
    rf"(?:no(?:mor)?[\s:.]{{0,3}})?{_NUMBER}",
    re.IGNORECASE,
)
_HOLDER = re.compile(
    r"[\s,;(-]{0,4}(?:a\s?[./]\s?n\.?|an\.?|atas nama)[\s:]{1,3}((?:(?:ibu|bu|bpk|bapak|pak)\.? )?"
    r"[^\W\d_][\w']*(?: [A-Z][\w'.]*){0,4})",
    re.IGNORECASE,
)
_HELD = re.compile(
    rf"\b(?:{_REK}|{_BANKS})\b[^\d\n.,;]{{0,20}}?(?=\ba\s?[./]\s?n\b|\ban\b|\batas nama\b)", re.IGNORECASE
)
_LICENCE = re.compile(
    r"\b(SIP[23]MI|SIPPMI|SIUPPMI|SIUPPAK|NIB|job ?order|izin|ijin|SK|lisensi)\b"
    r"(?:[ \t]*(?:no(?:mor)?\b\.?|kemnaker|kp2mi|bp2mi|p3mi|:))*[ \t:.]*"
    r"((?:[A-Z]{1,6}[./-])?\d[\w./-]{2,30})",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"\b(?:(?i:jl|jln)\b\.?|(?:Jalan|JALAN|Ruko|RUKO|Komplek|Kompleks|Perum|Gedung|Graha|Menara)\b) *"
    r"[A-Z0-9][\w.'’-]{0,30}(?: (?:[A-Z0-9][\w./'’-]{0,30}|no\.?)){0,5}"
)
_NO_STREET = re.compile(
    r"\W{0,9}(?i:jalan|jl|jln)\.? (?i:tikus|belakang|darat|laut|gelap|hutan|samping|kampung|kaki|malam|"
    r"terus|keluar|aman|pintas|rahasia)\b"
)
_MAX_FOUND = 20


def find_contacts(text: str, taken: tuple[Quote, ...] = ()) -> tuple[Contact, ...]:
    """Phones, WhatsApp numbers, links, e-mail addresses and handles; not inside `taken`."""
    found = [Contact("email", mail[0].casefold(), _quote(text, mail)) for mail in _EMAIL.finditer(text)]
    for phone in find_phones(text):
        quote = Quote(text[phone.start : phone.end], phone.start, phone.end)
        if any(_overlap(quote, other) for other in taken):
            continue
        called = "wa.me" in quote.text or _WHATSAPP_BEFORE.search(text, max(0, phone.start - 25), phone.start)
        found.append(Contact("whatsapp" if called else "phone", phone.e164, quote))
    for kind, pattern in (("link", _LINK), ("handle", _HANDLE)):
        for match in pattern.finditer(text):
            quote = _quote(text, match)
            if not any(_overlap(quote, other.quote) for other in found):
                found.append(Contact(kind, match[0].rstrip(".,)"), quote))  # type: ignore[arg-type]  # two literals
    return tuple(sorted(found, key=lambda contact: contact.quote.start)[:_MAX_FOUND])


def find_addresses(text: str) -> tuple[Quote, ...]:
    """Streets and houses ("Jl. Raya Bogor 12", "Ruko Cemara Blok B7"); a way through the woods is none."""
    found = [_quote(text, match) for match in _ADDRESS.finditer(text) if not _NO_STREET.match(match[0])]
    return tuple(found[:_MAX_FOUND])


def find_accounts(text: str) -> tuple[Account, ...]:
    """Accounts with a number, and the holder when one is named behind it."""
    found = []
    figures, phones = figures_in(text), phones_seen(text)
    for match in _ACCOUNT.finditer(figures):
        last = first_number_end(figures, *match.span(2), phones)
        holder = _HOLDER.match(text, last)
        end = holder.end() if holder else last
        quote = Quote(text[match.start() : end], match.start(), end)
        digits = re.sub(r"\D", "", figures[match.start(2) : last])
        found.append(Account(match[1].casefold(), digits, holder[1].strip() if holder else "", quote))
    for match in _HELD.finditer(text):
        holder = _HOLDER.match(text, match.end())
        if holder and not any(
            match.start() < each.quote.end and each.quote.start < holder.end() for each in found
        ):
            quote = Quote(text[match.start() : holder.end()], match.start(), holder.end())
            found.append(Account("", "", holder[1].strip(), quote))
    return tuple(found[:_MAX_FOUND])


def find_licences(text: str) -> tuple[Licence, ...]:
    """SIP2MI, SIP3MI, NIB and job-order numbers."""
    found = []
    for match in _LICENCE.finditer(text):
        kind = re.sub(r"\s", "", match[1].casefold())
        found.append(Licence(kind, match[2].rstrip("./-"), _quote(text, match)))
    return tuple(found[:_MAX_FOUND])


def _quote(text: str, match: re.Match[str]) -> Quote:
    return Quote(text[match.start() : match.end()], match.start(), match.end())


def _overlap(one: Quote, other: Quote) -> bool:
    return one.start < other.end and other.start < one.end
