"""
Find what somebody was given to get in touch or to pay: phone, e-mail, account, web, address, and who.

Pure. It finds; `comparing.py` compares with the register. A name behind "a/n" that is no company is the
holder of an account, and no company is looked for in it. Start at `find_contacts`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from bot.language.folding import MAX_LENGTH, fold
from bot.language.phones import find_phones, parse_phone
from bot.recruiters.names import FORMS
from bot.recruiters.words import CHAT

_EMAIL = re.compile(r"[A-Z0-9._%+-]{1,64}@[A-Z0-9-]{1,63}(?:\.[A-Z0-9-]{2,63}){1,4}", re.IGNORECASE)
_WEB = re.compile(
    r"\b(?:https?://(?:www\.)?|www\.)([a-z0-9-]{1,63}(?:\.[a-z0-9-]{2,63}){1,4})[^\s,;<>\"']{0,200}",
    re.IGNORECASE,
)
_LINK = re.compile(r"(?:\bhttps?://|\bwww\.|\b[a-z0-9-]{1,30}\.(?:me|id|ly|com|net|gle)/)\S*", re.IGNORECASE)
_CHAT_LINKS = ("wa.me", "t.me", "chat.whatsapp.com", "api.whatsapp.com", "bit.ly", "s.id", "forms.gle")
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
    else the words as typed. `start` and `end` are what is no part of a company name.
    """

    kind: ContactKind
    value: str
    start: int
    end: int


def find_contacts(text: str) -> tuple[Contact, ...]:
    """All contacts of a text, in its order; licence numbers must have been taken out before."""
    text = text[:MAX_LENGTH]
    found = [
        Contact(ContactKind.EMAIL, email[0].casefold(), *email.span()) for email in _EMAIL.finditer(text)
    ]
    found.extend(
        Contact(ContactKind.WEB, web[1].casefold(), *web.span())
        for web in _WEB.finditer(text)
        if web[1].casefold() not in _CHAT_LINKS and not find_phones(web[0])
    )
    found.extend(
        Contact(ContactKind.ACCOUNT, re.sub(r"\D", "", account[1]), _begin(account), account.end())
        for account in _ACCOUNT.finditer(text)
        if not _is_phone(account)
    )
    found.extend(_named(text))
    found.extend(
        Contact(ContactKind.PHONE, phone.e164, phone.start, phone.end)
        for phone in find_phones(text)
        if _is_free(phone.start, phone.end, found)
    )
    for number in _BARE_NUMBER.finditer(text):
        if _is_free(number.start(), number.end(), found) and _may_be_account(number):
            found.append(Contact(ContactKind.ACCOUNT, re.sub(r"\D", "", number[0]), *number.span()))
    found.extend(_addresses(text, found))
    return tuple(sorted(found[:_MOST], key=lambda contact: contact.start))


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


def _is_phone(account: re.Match[str]) -> bool:
    """ "Mandiri" ends many company names, and DANA accounts are phone numbers."""
    phone = parse_phone(account[1]) if account[1].startswith(("0", "62")) else None
    return phone is not None and (phone.startswith(_MOBILE) or not _LED.match(account[0]))


def _may_be_account(number: re.Match[str]) -> bool:
    """A figure that nothing leads may be an account, unless it is written as something else is."""
    before = number.string[max(0, number.start() - 16) : number.start()]
    return not _NO_ACCOUNT.fullmatch(number[0]) and not _OTHER_NUMBER.search(before)


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
