"""
What an import takes along from the list that was in use: nothing that warns is lost by a new list.

A list that is not complete says nothing about the companies it leaves out: they keep their rows, each with
its own date and list. A complete one replaces them, but not what was revoked or suspended. Where both have
a company the worse standing is kept, unless a complete list of a later day says otherwise: that is remarked;
and what the new row leaves empty (numbers, former names) is taken from the old one, for it may warn.
Start at `carry_over`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from bot.authoring.register_import import Imported, Kept, Remark, company_of
from bot.recruiters.packed import parse_line
from bot.recruiters.recruiter import Recruiter
from bot.recruiters.register import Register

_LASTING = (
    "former_names",
    "licence_numbers",
    "address",
    "city",
    "branches",
    "phones",
    "emails",
    "accounts",
    "web",
    "people",
)
"""What stays true of a company when a newer list does not mention it."""
_EVERY = 500  # rows between two reports of progress


def carry_over(
    imported: Imported, earlier: Register, *, complete: bool, progress: Callable[[int], None]
) -> int:
    """
    Add the rows of the earlier register that stay true to what was imported.

    Args:
        imported: Gets rows and remarks.
        earlier: The register in use until now.
        complete: Whether the new list holds every licensed company.

    Returns: How many rows were taken along.
    """
    return sum(_carried(imported, row, complete=complete) for row in _dated(earlier, progress))


def _dated(earlier: Register, progress: Callable[[int], None]) -> Iterable[Recruiter]:
    for number, row in enumerate(earlier.rows, start=1):
        if number % _EVERY == 0:
            progress(number)
        yield replace(
            row, as_of=row.as_of or earlier.as_of, from_list=row.from_list or earlier.source or row.source
        )


def _carried(imported: Imported, row: Recruiter, *, complete: bool) -> bool:
    known = imported.companies.get(company_of(row))
    if known is None:
        if complete and not row.standing.warns:
            return False
        imported.add(row, line=0)
        return True
    if not row.standing.warns or row.standing.rank <= known.standing.rank:
        _fill(imported, known, row, complete=complete)
        return False
    later = complete and row.as_of is not None and known.as_of is not None and known.as_of > row.as_of
    said = f"daftar sebelumnya: {row.status[:80]}"
    if later:
        _fill(imported, known, row, complete=complete)
        reason = f"{said}; daftar baru yang lengkap lebih baru, jadi status barunya dipakai. Periksa lagi"
    else:
        reason = f"{said}; status yang lebih buruk itu tetap dipakai"
        imported.put(known.place, row, line=known.line)
    imported.remarks.append(Remark(known.line, row.name[:80], "pernah bermasalah", reason, refused=False))
    return not later


def _fill(imported: Imported, known: Kept, earlier: Recruiter, *, complete: bool) -> None:
    """Give the new row what only the earlier one has; job orders only where no list says that they ended."""
    row = parse_line(imported.lines[known.place])
    fields = _LASTING if complete else (*_LASTING, "job_orders")
    missing = {name: value for name in fields if not getattr(row, name) and (value := getattr(earlier, name))}
    if missing:
        imported.put(known.place, replace(row, **missing), known.line)
