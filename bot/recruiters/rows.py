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
from bot.recruiters.recruiter import Recruiter, Standing, standing_of

_MAX_CELL = 2_000
_SEPARATOR = re.compile(r"\s*[;\n]\s*|\s*\|\|\s*")
_ACCOUNT = re.compile(r"\d[\d .-]{6,22}\d")
_EMAIL = re.compile(r"[^\s@;,]+@[^\s@;,]+\.[a-z]{2,}", re.IGNORECASE)


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
        row: Columns name, status, source and optionally former_names, licence_number, standing, address,
            city, phones (or phone), emails (email), accounts (account), web, branches, countries,
            source_title, source_url, as_of (YYYY-MM-DD). Several values in a cell are separated by ";".

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
        as_of=_date(_cell(row, "as_of")),
        former_names=_several(row, "former_names"),
        licence_number=re.sub(r"\D", "", _cell(row, "licence_number", "license_number")),
        address=_cell(row, "address"),
        city=_cell(row, "city"),
        phones=_phones(_cell(row, "phones", "phone")),
        emails=tuple(email.casefold() for email in _EMAIL.findall(_cell(row, "emails", "email"))),
        accounts=account_numbers(_cell(row, "accounts", "account")),
        web=_several(row, "web"),
        branches=_several(row, "branches"),
        countries=_several(row, "countries"),
        source_url=_cell(row, "source_url"),
    )


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


def _date(text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ContentError(f'kolom as_of berisi "{text}", bukan tanggal seperti 2026-09-17') from None


def _several(row: Mapping[str, str | None], column: str) -> tuple[str, ...]:
    return tuple(part for part in _SEPARATOR.split(_cell(row, column)) if part)


def _cell(row: Mapping[str, str | None], *columns: str) -> str:
    for column in columns:
        value = row.get(column)
        if isinstance(value, str) and value.strip():
            return value.strip()[:_MAX_CELL]
    return ""
