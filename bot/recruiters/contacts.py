"""
Find what somebody was given to get in touch or to pay: phone, e-mail, account, web, address, and who.

Pure. It finds; `comparing.py` compares with the register. A name behind "a/n" that is no company is the
holder of an account, and no company is looked for in it. An address is taken as a whole or it would be the
office's: "rekrut@pt.co.id.x.com" is not "rekrut@pt.co.id". Start at `find_contacts`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum

from bot.language.folding import fold
from bot.language.phones import (
    Phone,
    figures_in,
    first_number_end,
    parse_phone,
    phones_seen,
    see_figures,
)
from bot.language.seen import Seen
from bot.recruiters.names import FORMS
from bot.recruiters.other_ways import is_channel, other_ways
from bot.recruiters.words import CHAT

_HOST = r"[\w.%@:。｡-]"  # what a browser or a mail program takes for a part of the host, and more
_EMAIL = re.compile(r"[\w.%+-]{1,64}@(?=[\w-]{1,63}[.。｡]\w)[\w.%@。｡-]{2,255}[^\W_]")
_WEB = re.compile(rf"\b(?:https?://|www\.)({_HOST}{{3,255}})[^\s,;<>\"']{{0,200}}", re.IGNORECASE)
_LINK = re.compile(r"(?:\bhttps?://|\bwww\.|\b[a-z0-9-]{1,30}\.(?:me|id|ly|com|net|gle)/)\S*", re.IGNORECASE)
_BANK = r"bca|bri|bni|bsi|mandiri|btn|cimb|danamon|permata|jago|seabank|dana|ovo|gopay|rek|rekening|norek|a/c"
_ACCOUNT = re.compile(
    rf"\b(?:{_BANK})\b[\s:.,=-]{{0,4}}(?:\b(?:{_BANK}|no|nomor)\b[\s:.]{{0,3}}){{0,3}}(\d[\d .-]{{6,22}}\d)",
    re.IGNORECASE,
)
_MOBILE = "+628"
_LED = re.compile(r"rek|norek|a/c", re.IGNORECASE)
_SHORTENED = re.compile(  # "rekening BCA 1234": too short to compare, and no name either
    rf"\b(?:rek|rekening|norek|a/c|transfer|tf)\b[\s:.,=-]{{0,4}}(?:\b(?:ke|bank|no|nomor|{_BANK})\b[\s:.]{{0,3}}){{0,4}}"
    r"\d[\d .x*-]{1,22}",
    re.IGNORECASE,
)
_HOLDER = re.compile(
    r"(?:(?<!\w)a\s?[/.]\s?n\b\.?|\batas\s+nama\b|(?<=\d)\s+an\b\.?)[\s:]{0,3}", re.IGNORECASE
)
_TITLES = r"bu|ibu|pak|bapak|bpk|mbak|mba|mas|kak|bang|abang|sdr|sdri|haji|hajah|hj|ustad|ustadz"
_PERSON = re.compile(
    r"\b(?:namanya|bernama|oleh|sama|dengan|dgn|dari|dr|ketemu|ditawari|nawarin|hubungi|hub|perwakilan|petugas)\s+"
    rf"(?:(?:{_TITLES})\b\.?\s+)"
    r"|(?:^|(?<=[\n,;:(]))\s{0,3}(?:bu|ibu|pak|bapak|bpk|mbak|mba|bang|kak)\b\.?\s+",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"\b(?:(?:jl|jln|gg|ruko|komplek|perum|perumahan)\b\.?|(?:di|alamat(?:nya)?|kantor(?:nya)?)\s*:?\s+(?:jalan|gang))"
    r"\s[^\n;?!]{3,100}",
    re.IGNORECASE,
)
_BARE_NUMBER = re.compile(r"(?<![\w+])\d[\d .-]{8,18}\d(?!\w)")
_NO_ACCOUNT = re.compile(  # a sum, a day, or the number of somebody's identity card
    r"\d{1,3}(?:\.\d{3})+(?:[ -].*)?|\d{1,2}[ .-]\d{1,2}[ .-](?:19|20)\d\d|(?:19|20)\d\d-\d{1,2}-\d{1,2}"
)
_OTHER_NUMBER = re.compile(r"\b(?:rp|idr|nik|ktp|no\.? ?ktp|gaji|biaya|upah)\b[\s:.,]{0,4}$", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*")
_DIGIT = re.compile(r"\d")
_LABEL = re.compile(
    r"(?<![^\W_])(?:tel|tlpn|nope|cp|call|sms|fax|wasap|surel|hrd?|instagram|telegram|tele)\s?[.:=/]?\s?$",
    re.IGNORECASE,
)
_LONGEST_LABEL = 13
_RANGE = re.compile(r"-\d{1,2}$")
_EXTENSION = re.compile(
    r"\s?[-/]\s?\d{1,2}(?!\w)|,?\s?(?:ext|pes|pesawat|psw)\b\.?\s?\d{1,5}(?!\w)", re.IGNORECASE
)
_MOST_NAME_WORDS = 4
_MOST = 40


class ContactKind(Enum):
    """What sort of contact a person was given."""

    PHONE = "phone"
    EMAIL = "email"
    ACCOUNT = "account"
    WEB = "web"
    ADDRESS = "address"
    PERSON = "person"
    HOLDER = "holder"  # of an account, and no company
    OTHER = "other"  # nothing that can be compared: a handle, a chat or short link, a number with a gap


NUMBERS = (ContactKind.PHONE, ContactKind.EMAIL, ContactKind.ACCOUNT)
"""What can be compared letter by letter; these decide whether a contact "differs"."""


class ContactMatch(Enum):
    """How a given contact compares with the register."""

    MATCH = "match"
    DIFFERS = "differs"
    NO_RECORD = "no_record"  # the register has none of this kind for the company


@dataclass(frozen=True, slots=True)
class Contact:
    """
    One contact in a text.

    `value` is E.164 for a phone, lower case for an e-mail, digits for an account, the host for a web page,
    else the words as people see them. `start` and `end` are what is no part of a company name, as typed.
    """

    kind: ContactKind
    value: str
    start: int
    end: int


def find_contacts(text: str) -> tuple[Contact, ...]:
    """All contacts of a text, in its order; licence numbers must have been taken out before."""
    seen = see_figures(text)
    plain = seen.text
    figures = figures_in(plain) if _DIGIT.search(plain) else ""
    phones = phones_seen(plain)
    found = [*_mailboxes(seen), *_pages(seen), *_accounts(figures, phones), *_named(plain)]
    found.extend(
        Contact(ContactKind.PHONE, phone.e164, phone.start, phone.end)
        for phone in phones
        if _is_free(phone.start, phone.end, found)
    )
    for number in _BARE_NUMBER.finditer(figures):
        start, end = number.start(), first_number_end(figures, *number.span(), phones)
        if _is_free(start, end, found) and _may_be_account(figures, start, end):
            found.append(Contact(ContactKind.ACCOUNT, re.sub(r"\D", "", figures[start:end]), start, end))
    found.extend(
        Contact(ContactKind.OTHER, plain[start:end], start, end)
        for start, end in other_ways(plain)
        if _is_free(start, end, found)
    )
    found.extend(_addresses(plain, found))
    found = sorted((_with_label(plain, one) for one in found[:_MOST]), key=lambda contact: contact.start)
    if seen.text is seen.typed:
        return tuple(found)
    spans = (seen.span(one.start, one.end) for one in found)
    return tuple(replace(one, start=start, end=end) for one, (start, end) in zip(found, spans, strict=True))


def blank(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with line breaks in place of the spans, so that no name runs across a number."""
    for start, end in spans:
        text = text[:start] + "\n" * (end - start) + text[end:]
    return text


def without_contacts(text: str, contacts: Iterable[Contact]) -> str:
    """What is left for company names: no numbers, persons or links, no accounts too short to compare."""
    rest = blank(text, ((one.start, one.end) for one in contacts))
    rest = blank(rest, (link.span() for link in _LINK.finditer(rest)))
    return blank(rest, (short.span() for short in _SHORTENED.finditer(rest)))


def _named(text: str) -> Iterator[Contact]:
    """Persons: behind "a/n" the holder of an account, behind "namanya bu" whoever offers."""
    for pattern, kind in ((_HOLDER, ContactKind.HOLDER), (_PERSON, ContactKind.PERSON)):
        for lead in pattern.finditer(text):
            words: list[re.Match[str]] = []
            for word in _WORD.finditer(text, lead.end(), lead.end() + 80):
                between = text[words[-1].end() if words else lead.end() : word.start()]
                plain = fold(word[0]).strip(".")
                if between.strip() or "\n" in between or plain in CHAT or plain in FORMS:
                    break
                words.append(word)
                if len(words) == _MOST_NAME_WORDS:
                    break
            if words:
                value = text[words[0].start() : words[-1].end()]
                yield Contact(kind, value, lead.start(), words[-1].end())


def _with_label(plain: str, contact: Contact) -> Contact:
    """ "tel:" before a number and an extension behind it belong to no name."""
    if contact.kind not in (ContactKind.PHONE, ContactKind.EMAIL, ContactKind.OTHER):
        return contact
    label = _LABEL.search(plain, max(0, contact.start - _LONGEST_LABEL), contact.start)
    tail = _EXTENSION.match(plain, contact.end) if contact.kind is ContactKind.PHONE else None
    if not label and not tail:
        return contact
    start, end = label.start() if label else contact.start, tail.end() if tail else contact.end
    return replace(contact, start=start, end=end)


def _mailboxes(seen: Seen) -> Iterator[Contact]:
    if "@" in seen.text:
        for email in _EMAIL.finditer(seen.text):
            yield Contact(ContactKind.EMAIL, _exactly(seen, *email.span()), *email.span())


def _pages(seen: Seen) -> Iterator[Contact]:
    """Pages of a company's own; what stands before "@" in a link is not its host."""
    for web in _WEB.finditer(seen.text):
        host = _exactly(seen, *web.span(1)).rpartition("@")[2].partition(":")[0].strip(".-_")
        host = host.removeprefix("www.")
        if "." in host and not is_channel(host):
            yield Contact(ContactKind.WEB, host, *web.span())


def _exactly(seen: Seen, start: int, end: int) -> str:
    """What was typed, in lower case: a Cyrillic letter in an address leads elsewhere."""
    start, end = seen.span(start, end)
    typed = seen.typed[start:end]
    if not typed.isascii():
        typed = "".join(
            letter for letter in unicodedata.normalize("NFKC", typed) if unicodedata.category(letter) != "Cf"
        )
    return typed.casefold()


def _accounts(figures: str, phones: tuple[Phone, ...]) -> Iterator[Contact]:
    """Behind the name of a bank; the phone behind an account is no part of it."""
    for account in _ACCOUNT.finditer(figures):
        end = first_number_end(figures, *account.span(1), phones)
        number = figures[account.start(1) : end]
        if not _is_phone(account[0], number):
            yield Contact(ContactKind.ACCOUNT, re.sub(r"\D", "", number), _begin(account), end)


def _is_phone(lead: str, number: str) -> bool:
    """ "Mandiri" ends many company names, and DANA accounts are phone numbers."""
    starts_so = number.startswith(("0", "62"))
    phone = parse_phone(number) or parse_phone(_RANGE.sub("", number)) if starts_so else None
    return phone is not None and (phone.startswith(_MOBILE) or not _LED.match(lead))


def _may_be_account(figures: str, start: int, end: int) -> bool:
    """A figure that nothing leads may be an account, unless it is written as something else is."""
    before = figures[max(0, start - 16) : start]
    return not _NO_ACCOUNT.fullmatch(figures, start, end) and not _OTHER_NUMBER.search(before)


def _begin(account: re.Match[str]) -> int:
    """Behind "rek" a bank is a bank; without it "… Karya Mandiri 4355269536" may be a company's name."""
    return account.start() if _LED.match(account[0]) else account.start(1)


def _addresses(text: str, found: list[Contact]) -> Iterator[Contact]:
    """From "Jl." to the end of the line, or to the next contact."""
    for address in _ADDRESS.finditer(text):
        ends = [one.start for one in found if address.start() < one.start < address.end()]
        end = min(ends, default=address.end())
        if _is_free(address.start(), end, found):
            yield Contact(ContactKind.ADDRESS, text[address.start() : end].strip(" ,."), address.start(), end)


def _is_free(start: int, end: int, found: list[Contact]) -> bool:
    return not any(start < contact.end and contact.start < end for contact in found)
