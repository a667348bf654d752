"""
Which companies the names of one text mean, together: the sure one, its rivals, and those that are not listed.

Pure. `matching.py` compares one name with the register; here several names, and what stands beside them,
are weighed. Start at `read_names`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bot.recruiters.matching import Candidate, Fit, match_name
from bot.recruiters.names import RECRUITING, Name, parse_name
from bot.recruiters.recruiter import Recruiter
from bot.recruiters.register import Register

Read = tuple[Name, tuple[Candidate, ...]]
"""A name of a text, and what it may mean."""


def read_names(register: Register, names: tuple[Name, ...]) -> tuple[Read, ...]:
    """
    What each name may mean.

    A name with "bukan" before it counts only when there is no other. A name of which a word was cut off is
    sure only beside nothing longer, and none is sure that may go on, wherever else it stands.
    """
    found = [(name, match_name(register, name)) for name in names]
    found = [each for each in found if not each[0].denied] or found
    if any(one.fit is Fit.SURE for name, several in found if not name.cut for one in several):
        found = [(name, several) for name, several in found if not name.cut]
    doubtful = {
        one.listing.row
        for name, several in found
        if name.cut or name.loose or name.denied
        for one in several
        if one.fit is Fit.SURE
    }
    return tuple(
        (
            name,
            tuple(
                replace(one, fit=Fit.PART) if one.fit is Fit.SURE and one.listing.row in doubtful else one
                for one in several
            ),
        )
        for name, several in found
    )


def unlisted(read: Iterable[Read]) -> tuple[str, ...]:
    """Companies that are named with their legal form, and that nothing on the register fits."""
    fits = {name: any(one.fit is not Fit.ALIKE for one in several) for name, several in read}
    meant = [name for name, fitting in fits.items() if fitting]
    return tuple(
        dict.fromkeys(
            name.shown
            for name, fitting in fits.items()
            if name.form in RECRUITING
            and not fitting
            and not any(name.only_asks_beyond(one) for one in meant)
        )
    )


def rivals_of(register: Register, read: Iterable[Read]) -> tuple[Recruiter, ...]:
    """Companies that another name beside the sure one fits half, unless it may be that one as well."""
    sure = {one.listing.row for _, several in read for one in several if one.fit is Fit.SURE}
    halves = [
        one
        for name, several in read
        if (name.form or len(name.words) > 1) and not any(each.listing.row in sure for each in several)
        for one in several
    ]
    return companies(register, halves, Fit.PART)


def one_company(register: Register, rows: tuple[Recruiter, ...]) -> tuple[Recruiter, ...]:
    """The worst row alone where all of them are one company, known by an old and a new name."""
    if len(rows) < 2:
        return rows
    worst = max(rows, key=lambda row: row.standing.rank)
    others = register.relatives(worst)
    return (worst,) if all(row is worst or row in others for row in rows) else rows


def companies(register: Register, candidates: Iterable[Candidate], fit: Fit) -> tuple[Recruiter, ...]:
    """The companies that fit so well, best first."""
    fitting = sorted((one for one in candidates if one.fit is fit), key=lambda one: one.order, reverse=True)
    return worst_rows(register, (one.listing.row for one in fitting))


def worst_rows(register: Register, rows: Iterable[int]) -> tuple[Recruiter, ...]:
    """Rows by number; of several rows of one company the worst standing stands for all."""
    worst: dict[tuple[str, str], Recruiter] = {}
    for at in dict.fromkeys(rows):
        row = register.rows[at]
        key = parse_name(row.name).company
        if key not in worst or row.standing.rank > worst[key].standing.rank:
            worst[key] = row
    return tuple(worst.values())
