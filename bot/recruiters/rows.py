"""
Read register rows, from our own columns or a plain `name,status,source` list.

Pure: rows come in as mappings of text, as `csv.DictReader` gives them. A row that cannot be used is refused
with its reason, and never changed into something usable. Start at `parse_rows`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from bot.errors import ContentError
from bot.language.phones import find_phones
from bot.recruiters.names import parse_name
from bot.recruiters.recruiter import JobOrder, Recruiter, Standing, StatusNote, standing_of

_MAX_CELL = 2_000
_SEPARATOR = re.compile(r"\s{0,9}(?:[;\n]|\|\|)\s{0,9}")
_ACCOUNT = re.compile(r"\d[\d .-]{6,22}\d")
_NOTE = re.compile(
    r"(?P<on>\d{4}(?:-\d\d(?:-\d\d)?)?)\s+(?P<status>[^\W\d]+)"
    r"(?:\s+(?:s\.?d\.?|sampai)\s+(?P<until>\d{4}(?:-\d\d(?:-\d\d)?)?))?(?P<decision>.*)"
)
COLUMNS = (
    "name", "former_names", "licence_number", "status", "standing", "plain", "history", "address", "city",
    "branches", "phones", "emails", "web", "accounts", "people", "job_orders", "countries", "source",
    "source_url", "as_of",
)  # fmt: skip
"""What a row may say, in the order in which people look for it."""
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari jan january", "februari feb february", "maret mar march", "april apr", "mei may",
            "juni jun june", "juli jul july", "agustus agu ags aug august", "september sep sept",
            "oktober okt oct october", "november nov nop", "desember des dec december",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_DAY_FIRST = re.compile(
    r"(\d{1,2})[\s./-]+([a-z]+|\d{1,2})[\s./-]+(\d{4})(?:\s+00:00(?::00)?)?", re.IGNORECASE
)
_EMAIL = re.compile(r"(?<![^\s@;,])[^\s@;,]+@[^\s@;,]+\.[a-z]{2,}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that was left out: its number (the first row after the header is 1), name and why."""

    row: int
    name: str
    reason: str


def parse_rows(rows: Iterable[Mapping[str, str | None]]) -> tuple[tuple[Recruiter, ...], tuple[Refused, ...]]:
    """Read all rows; both results keep the order of the rows. Never raises for what a cell holds."""
    kept: list[Recruiter] = []
    refused: list[Refused] = []
    for number, row in enumerate(rows, start=1):
        try:
            kept.append(parse_row(row))
        except ContentError as error:
            refused.append(Refused(number, _cell(row, "name")[:80], str(error)))
    return tuple(kept), tuple(refused)


def parse_row(row: Mapping[str, str | None]) -> Recruiter:
    """
    Read one row.

    Args:
        row: Columns name, status, source and optionally those of `COLUMNS`. Several values in a cell are
            separated by ";". A step of `history` is "2026-01-29 revoked Keputusan Menteri No. 96", with
            "s.d. 2026-04-29" after the status where it ends; a job order is "number | country | position |
            valid until".

    Raises: ContentError saying in Indonesian what is wrong with the row.
    """
    name, status = _cell(row, "name"), _cell(row, "status")
    if not parse_name(name).words:
        raise ContentError("nama perusahaan kosong")
    if not status:
        raise ContentError("kolom status kosong")
    return Recruiter(
        name=name,
        status=status,
        standing=_standing(row, status),
        source=_cell(row, "source") or _cell(row, "source_title"),
        as_of=_date(_cell(row, "as_of"), "as_of"),
        former_names=_several(row, "former_names"),
        licence_numbers=_licences(_cell(row, "licence_number", "license_number")),
        address=_cell(row, "address"),
        city=_cell(row, "city"),
        phones=_phones(_cell(row, "phones", "phone")),
        emails=tuple(email.casefold() for email in _EMAIL.findall(_cell(row, "emails", "email"))),
        accounts=account_numbers(_cell(row, "accounts", "account")),
        web=_several(row, "web"),
        branches=_several(row, "branches"),
        countries=_several(row, "countries"),
        source_url=_cell(row, "source_url"),
        plain=_cell(row, "plain"),
        history=tuple(_note(part) for part in _several(row, "history")),
        people=_several(row, "people"),
        job_orders=tuple(_job_order(part) for part in _several(row, "job_orders")),
    )


def phone_faults(row: Mapping[str, str | None], read: int) -> tuple[str, ...]:
    """What stands in the column of phones, of which `read` were, and is no number that can be dialled."""
    parts = [part for part in _SEPARATOR.split(_cell(row, "phones", "phone")) if part.strip(" -.")]
    return () if len(parts) == read else tuple(part for part in parts if not find_phones(part))


def _note(text: str) -> StatusNote:
    found = _NOTE.match(text)
    standing = _written_standing(found["status"]) if found else None
    if not found or standing is None:
        raise ContentError(
            f'riwayat status "{text[:60]}" tidak terbaca; tulis seperti "2026-01-29 dicabut SK No. 1"'
        )
    return StatusNote(standing, found["on"], found["until"] or "", found["decision"].strip())


def _written_standing(word: str) -> Standing | None:
    try:
        return Standing(word.casefold())
    except ValueError:
        standing = standing_of(word)
        return None if standing is Standing.UNKNOWN else standing


def _job_order(text: str) -> JobOrder:
    cells = [cell.strip() for cell in text.split("|")]
    if not cells[0]:
        raise ContentError("izin rekrut (SIP2MI) tanpa nomor")
    number, country, position, until = (*cells, "", "", "")[:4]
    day = _date(until, "berlaku sampai")
    return JobOrder(number, country, position, day.isoformat() if day else "")


def _licences(text: str) -> tuple[str, ...]:
    digits = (re.sub(r"\D", "", part) for part in _SEPARATOR.split(text))
    return tuple(dict.fromkeys(number for number in digits if number))


def account_numbers(text: str) -> tuple[str, ...]:
    """The digits of every bank account number in a cell: "BCA 4355-269536 a.n. …" gives "4355269536"."""
    return tuple(re.sub(r"\D", "", found) for found in _ACCOUNT.findall(text))


def _standing(row: Mapping[str, str | None], status: str) -> Standing:
    written = _cell(row, "standing")
    if not written:
        return standing_of(status)
    try:
        return Standing(written)
    except ValueError:
        raise ContentError(f'kolom standing berisi "{written}", bukan salah satu pilihan') from None


def _phones(text: str) -> tuple[str, ...]:
    numbers = (phone.e164 for part in _SEPARATOR.split(text) for phone in find_phones(part))
    return tuple(dict.fromkeys(numbers))


def _date(text: str, column: str) -> date | None:
    """An ISO date, or the day first as people write it: "17/09/2026", "17 September 2026"."""
    if not text:
        return None
    try:
        return date.fromisoformat(text.removesuffix(" 00:00:00"))
    except ValueError:
        pass
    found = _DAY_FIRST.fullmatch(text)
    month = found[2].casefold() if found else ""
    try:
        if found:
            return date(int(found[3]), _MONTHS.get(month, 0) or int(month), int(found[1]))
    except ValueError:
        pass
    raise ContentError(f'kolom {column} berisi "{text[:40]}", bukan tanggal seperti 2026-09-17')


def _several(row: Mapping[str, str | None], column: str) -> tuple[str, ...]:
    return tuple(part for part in _SEPARATOR.split(_cell(row, column)) if part)


def _cell(row: Mapping[str, str | None], *columns: str) -> str:
    for column in columns:
        value = row.get(column)
        if isinstance(value, str) and value.strip():
            return value.strip()[:_MAX_CELL]
    return ""
