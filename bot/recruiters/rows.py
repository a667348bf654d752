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
from bot.recruiters.days import parse_day
from bot.recruiters.names import parse_name
from bot.recruiters.recruiter import JobOrder, Recruiter, Standing, StatusNote
from bot.recruiters.statuses import standing_of

_MAX_CELL = 2_000
_SEPARATOR = re.compile(r"\s{0,9}(?:[;\n]|\|\|)\s{0,9}")
_REMARK = re.compile(r"[(;]")
_ACCOUNT = re.compile(r"\d[\d .-]{6,22}\d")
_TIME = r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?"  # a year, a month or a day
_NOTE = re.compile(
    rf"(?P<on>{_TIME})\s+(?P<status>[^\W\d]+)"
    rf"(?:\s+(?:s\.?d\.?|sampai)\s+(?P<until>{_TIME})(?![\d-]))?(?P<decision>.*)"
)
COLUMNS = (
    "name", "former_names", "licence_number", "status", "standing", "plain", "history", "address", "city",
    "branches", "phones", "emails", "web", "accounts", "people", "job_orders", "countries", "source",
    "source_url", "as_of",
)  # fmt: skip
"""What a row may say, in the order in which people look for it."""
_MORE_LINES = re.compile(r"(?<=\d{3})\s{0,2}(?:[-–—/]|s[./]?d\.?|sampai)\s{0,2}(\d{1,3})\s{0,2}\Z")
"""Several lines of one office written as one: "(021) 5448362-65"."""
_WHOLE_LICENCE = 8
_SIDE_BY_SIDE = re.compile(r"\s{0,3}(?:,|&|\bdan\b|\s/\s)\s{0,3}")
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
    as_of = _date(_cell(row, "as_of"), "as_of")
    return Recruiter(
        name=name,
        status=status,
        standing=_standing(row, status, as_of),
        source=_cell(row, "source") or _cell(row, "source_title"),
        as_of=as_of,
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
    if len(parts) == read and not any(map(_MORE_LINES.search, parts)):
        return ()
    return tuple(fault for part in parts if (fault := _phone_fault(part)))


def _phone_fault(part: str) -> str:
    """What of one entry is not read: all of it, or the lines after the first."""
    found, first = find_phones(part), _first_of_lines(part)
    if first and found in ((), find_phones(first)):
        return f"{part.removeprefix(first)} dari {part}"
    return "" if found else part


def _first_of_lines(part: str) -> str:
    """The first number of several lines in a row, as it is written; "" where these are none."""
    found = _MORE_LINES.search(part)
    if not found:
        return ""
    first, last = part[: found.start()], found[1]
    counts_on = int(last) > int(re.sub(r"\D", "", first)[-len(last) :])
    return first if counts_on and find_phones(first) else ""


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
    digits = (number for part in _SEPARATOR.split(text) for number in _licence_digits(part))
    return tuple(dict.fromkeys(number for number in digits if number))


def _licence_digits(text: str) -> tuple[str, ...]:
    """Two whole numbers with a comma between are two; "KEP.123, Tahun 2020" is one."""
    several = tuple(re.sub(r"\D", "", part) for part in _SIDE_BY_SIDE.split(text))
    return several if all(len(number) >= _WHOLE_LICENCE for number in several) else ("".join(several),)


def account_numbers(text: str) -> tuple[str, ...]:
    """The digits of every bank account number in a cell: "BCA 4355-269536 a.n. …" gives "4355269536"."""
    return tuple(re.sub(r"\D", "", found) for found in _ACCOUNT.findall(text))


def _standing(row: Mapping[str, str | None], status: str, as_of: date | None) -> Standing:
    """As the column says, else as the status reads; "listed" beside "DICABUT …" is no comfort."""
    written = _cell(row, "standing")
    if not written:
        return standing_of(status, as_of)
    try:
        standing = Standing(written)
    except ValueError:
        raise ContentError(f'kolom standing berisi "{written}", bukan salah satu pilihan') from None
    begins = standing_of(_REMARK.split(status)[0], as_of)  # a remark may speak of another matter
    return begins if standing is Standing.LISTED and begins.warns else standing


def _phones(text: str) -> tuple[str, ...]:
    parts = _SEPARATOR.split(text)
    found = (
        phone.e164 for part in parts for phone in find_phones(part) or find_phones(_first_of_lines(part))
    )
    return tuple(dict.fromkeys(found))


def _date(text: str, column: str) -> date | None:
    day = parse_day(text)
    if text and day is None:
        raise ContentError(f'kolom {column} berisi "{text[:40]}", bukan tanggal seperti 2026-09-17')
    return day


def _several(row: Mapping[str, str | None], column: str) -> tuple[str, ...]:
    return tuple(part for part in _SEPARATOR.split(_cell(row, column)) if part)


def _cell(row: Mapping[str, str | None], *columns: str) -> str:
    for column in columns:
        value = row.get(column)
        if isinstance(value, str) and value.strip():
            return value.strip()[:_MAX_CELL]
    return ""
