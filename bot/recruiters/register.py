"""
A register of recruiters, with what is needed to find a row by name, number or contact.

Pure. It does not judge; `verdict.py` does. Building is linear in the number of rows; finding hardly depends
on it. Rows are a sequence: objects in memory for a small list, lines of a file for a large one. Start at
`build_register`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain

from bot.recruiters.hashed import HashIndex, digest, hash_index
from bot.recruiters.index import Index, Listing, build_index, nothing
from bot.recruiters.names import Name, parse_name
from bot.recruiters.recruiter import Recruiter

_KEY_FORM = "-"
_SHORTEST_LICENCE = 8  # digits; "912/2020" is the number of a decree
_MOST_OWNERS = 3  # rows of one company under its names


@dataclass(frozen=True, slots=True, eq=False)
class Register:
    """
    All rows of one import.

    `complete` says that a company that is not here is not licensed; nobody but the importer may say so.
    `by_number` finds rows by licence number, phone, e-mail and account (see `number_keys`).
    """

    complete: bool
    as_of: date | None
    source: str
    rows: Sequence[Recruiter] = field(repr=False)
    index: Index = field(repr=False)
    by_number: HashIndex = field(repr=False)
    check_today: str = ""

    @property
    def by_word(self) -> Mapping[str, int]:
        """Every word of any name."""
        return self.index.by_word

    def owners(self, kind: str, number: str) -> tuple[int, ...]:
        """Rows with this number; `kind` is licence, phone, email or account."""
        found = dict.fromkeys(self.by_number.find(f"{kind} {number}").tolist())
        return tuple(at for at in found if number in _numbers(self.rows[at]).get(kind, ()))

    def key(self, recruiter: Recruiter) -> str:
        """A short name of a row for buttons, the same in every edition of the register that has the row."""
        form, joined = parse_name(recruiter.name).company
        return f"{digest(joined):016x}{_KEY_FORM}{form}"

    def list_of(self, recruiter: Recruiter | None) -> str:
        """The title of the list that a row is from: this register's, unless it was taken along."""
        return (recruiter.from_list if recruiter else "") or self.source

    def find_key(self, key: str) -> Recruiter | None:
        """The row that a button meant, the worst of several; None when it is no longer here."""
        number, _, form = key.partition(_KEY_FORM)
        try:
            wanted = int(number, 16)
        except ValueError:
            return None
        listings = map(self.index.listing, self.index.by_joined.find_digest(wanted).tolist())
        rows = (self.rows[each.row] for each in listings if not each.former and each.name.company[0] == form)
        return max(rows, key=lambda row: row.standing.rank, default=None)

    def relatives(self, recruiter: Recruiter) -> tuple[Recruiter, ...]:
        """
        Rows that are the same company under another name or row: same licence number, same former name.

        A number that is short, or that many have (one decree for all, the number of the line), is nobody's.
        """
        several = (self.owners("licence", licence) for licence in recruiter.licence_numbers if _own(licence))
        rows = [at for owners in several if len(owners) <= _MOST_OWNERS for at in owners]
        for name in map(parse_name, (recruiter.name, *recruiter.former_names)):
            for at in self.index.same_letters(name.joined):
                other = self.index.listing(at)
                if same_name(other.name, name):
                    rows.append(other.row)
        found = (self.rows[at] for at in dict.fromkeys(rows))
        return tuple(row for row in found if row != recruiter)


def _own(licence: str) -> bool:
    """Whether these digits are long enough to be the number of one company and no other."""
    return len(licence) >= _SHORTEST_LICENCE and len(set(licence)) > 1


def same_name(one: Name, two: Name) -> bool:
    """The same letters and the same legal form; spaces do not matter."""
    return one.company == two.company


def build_register(
    rows: Iterable[Recruiter],
    *,
    complete: bool,
    as_of: date | None,
    source: str,
    check_today: str = "",
    progress: Callable[[int], None] = nothing,
) -> Register:
    """
    Index rows.

    Args:
        rows: From `parse_rows`, in any order; the same company may come twice (the worse standing counts).
            A sequence that reads its rows from a file is kept as it is.
        complete: Whether the import holds every licensed company.
        as_of: The date of the list; rows without their own date take it.
        source: Its title, shown with every verdict.
        check_today: Where a person can look today, shown with every verdict.
        progress: Told now and then how many names have been read.
    """
    kept = rows if isinstance(rows, Sequence) else tuple(rows)
    keys: list[int] = []
    numbers: list[int] = []

    def listings() -> Iterable[Listing]:
        for at, row in enumerate(kept):
            for key in number_keys(row):
                keys.append(digest(key))
                numbers.append(at)
            yield from _listings(row, at)

    index = build_index(listings(), progress)
    return Register(complete, as_of, source, kept, index, hash_index(keys, numbers), check_today)


def number_keys(row: Recruiter) -> tuple[str, ...]:
    """All numbers of a row with their kind: "phone +6281234567890"."""
    return tuple(
        dict.fromkeys(f"{kind} {number}" for kind, several in _numbers(row).items() for number in several)
    )


def _numbers(row: Recruiter) -> dict[str, tuple[str, ...]]:
    return {
        "licence": row.licence_numbers,
        "phone": row.phones,
        "email": row.emails,
        "account": row.accounts,
    }


def _listings(row: Recruiter, at: int) -> Iterable[Listing]:
    names = chain(((row.name, False),), ((former, True) for former in row.former_names))
    for text, former in names:
        name = parse_name(text)
        if name.words:
            yield Listing(name, at, former)
