"""
Take the rows of an office's table into a register, and say about every other row why not.

What is merely incomplete is kept and remarked (an unreadable phone, a status nobody knows); what would
mislead is refused (no name, no status, a date that is none, a company that is there already). Of two rows of
one company the worse standing is kept: revoked and suspended always win. Start at `import_rows`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from bot.errors import ContentError
from bot.recruiters.names import DEFAULT_FORM, parse_name
from bot.recruiters.packed import row_line
from bot.recruiters.recruiter import Recruiter, Standing
from bot.recruiters.rows import parse_row, phone_faults

_EVERY = 500  # rows between two reports of progress
_BROKEN_BY_EXCEL = re.compile(r"\d[.,]\d+E\+\d+", re.IGNORECASE)
_NUMBER_COLUMNS = ("licence_number", "phones", "accounts")


@dataclass(frozen=True, slots=True)
class Remark:
    """About one row of the table: `line` in the file; `kind` is for counting; `refused` rows are left out."""

    line: int
    name: str
    kind: str
    reason: str
    refused: bool = True


@dataclass(frozen=True, slots=True)
class Kept:
    """Where the row of a company is among the lines, and on which line of the file it stood (0: none)."""

    place: int
    line: int
    standing: Standing
    as_of: date | None


@dataclass(slots=True)
class Imported:
    """
    What is kept of a table.

    `lines` are rows from `row_line`, `companies` say which of them is whose (`company_of`); `remarks` are in
    the order of the table.
    """

    lines: list[bytes] = field(default_factory=list, repr=False)
    companies: dict[str, Kept] = field(default_factory=dict, repr=False)
    remarks: list[Remark] = field(default_factory=list, repr=False)
    standings: Counter[Standing] = field(default_factory=Counter)
    read: int = 0

    def add(self, row: Recruiter, line: int) -> None:
        """Keep the first row of a company."""
        self.companies[company_of(row)] = Kept(len(self.lines), line, row.standing, row.as_of)
        self.lines.append(row_line(row))
        self.standings[row.standing] += 1

    def put(self, place: int, row: Recruiter, line: int) -> None:
        """Keep another row of a company in place of the one that is there."""
        company = company_of(row)
        self.standings[self.companies[company].standing] -= 1
        self.standings[row.standing] += 1
        self.companies[company] = Kept(place, line, row.standing, row.as_of)
        self.lines[place] = row_line(row)

    @property
    def refused(self) -> int:
        return sum(remark.refused for remark in self.remarks)

    @property
    def lost(self) -> int:
        """Refused rows whose company is therefore not there; a second row of a company loses nobody."""
        return sum(remark.refused and remark.kind != "ganda" for remark in self.remarks)


def import_rows(
    rows: Iterable[tuple[int, Mapping[str, str | None]]],
    *,
    source: str,
    as_of: date | None,
    progress: Callable[[int], None],
) -> Imported:
    """
    Args:
        rows: (line, cells), from `open_table`.
        source: For rows that name none.
        as_of: The date of the list, for rows that have none of their own.
        progress: Told now and then how many rows have been read.
    """
    done = Imported()
    for line, cells in rows:
        done.read += 1
        if done.read % _EVERY == 0:
            progress(done.read)
        try:
            row = _row(line, cells, done.remarks)
        except ContentError as error:
            called = (cells.get("name") or "")[:80]
            done.remarks.append(Remark(line, called, _kind(str(error)), str(error)))
            continue
        row = replace(row, source=row.source or source, as_of=row.as_of or as_of)
        known = done.companies.get(company_of(row))
        if known is None:
            done.add(row, line)
        else:
            _double(done, known, line, row)
    return done


def company_of(row: Recruiter) -> str:
    """Rows with the same name and legal form are the same company."""
    name = parse_name(row.name)
    return f"{name.form or DEFAULT_FORM} {name.joined}"


def _double(done: Imported, known: Kept, line: int, row: Recruiter) -> None:
    """The second row of a company takes the place of the first only when it is worse."""
    first = known.line
    if row.standing.rank > known.standing.rank:
        done.put(known.place, row, line)
        line, first = first, line
    reason = f"perusahaan ganda: sudah ada di baris {first}; yang statusnya lebih buruk yang dipakai"
    done.remarks.append(Remark(line, row.name[:80], "ganda", reason))


def _row(line: int, cells: Mapping[str, str | None], remarks: list[Remark]) -> Recruiter:
    broken = [name for name in _NUMBER_COLUMNS if _BROKEN_BY_EXCEL.search(cells.get(name) or "")]
    row = parse_row({**cells, **dict.fromkeys(broken, "")})
    name = row.name[:80]
    for column in broken:
        reason = (
            f'nomor "{cells[column]}" sudah dipotong Excel, jadi tidak dipakai; simpan kolomnya sebagai teks'
        )
        remarks.append(Remark(line, name, "nomor rusak", reason, refused=False))
    for fault in phone_faults(cells, len(row.phones)) if "phones" not in broken else ():
        reason = f'telepon "{fault[:40]}" tidak terbaca sebagai nomor; barisnya dipakai tanpa nomor itu'
        remarks.append(Remark(line, name, "telepon", reason, refused=False))
    if row.standing is Standing.UNKNOWN and not cells.get("standing"):
        reason = f'status "{row.status[:60]}" tidak dikenal, dicatat "tidak jelas" (artinya: lihat --mapping)'
        remarks.append(Remark(line, name, "status", reason, refused=False))
    return row


def _kind(reason: str) -> str:
    """The first words of a reason, for counting."""
    for kind in ("nama", "status", "tanggal"):
        if kind in reason:
            return kind
    return "lainnya"
