"""
Find licence numbers (SIP3MI, NIB) in a text and on the register.

Pure. A number proves little: it can be copied from anywhere. Phones that stand side by side are no licence,
whoever writes "izin resmi" before them. Start at `find_licences`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from bot.language.phones import Phone, figures_in, phones_seen, see_figures
from bot.recruiters.register import Register

_RUN = re.compile(r"(?<![\w+])\d(?:[ .-]?\d){8,40}(?![\w])")
_GROUP = re.compile(r"\d[\d.-]*")
_KINDS = r"sip[23]mi|nib|siup|izin|ijin|lisensi|no(?:mor)? izin"
_NAMED = re.compile(rf"\b(?:{_KINDS})\b\D{{0,20}}$", re.IGNORECASE)
_NAMED_NEXT = re.compile(
    rf"\b(?:{_KINDS})\b(?:[\s.:/=-]{{0,4}}(?:no|nomor|nomer|nya|kemnaker|kp2mi|bp2mi|p3mi)\b){{0,3}}[\s.:/=-]{{0,4}}$",
    re.IGNORECASE,
)
_PAID = re.compile(
    r"\b(?:rek(?:ening(?:nya)?)?|norek|transfer|tf|bca|bri|bni|bsi|btn|cimb)\b\D{0,20}$", re.IGNORECASE
)
_SHORTEST = 9  # digits
_SHORTEST_UNNAMED = 13  # shorter numbers are phones or accounts, unless the register knows them

Licence = tuple[str, int, int]


def find_licences(text: str, register: Register) -> tuple[Licence, ...]:
    """
    Numbers of a text that are licence numbers: known to the register, named as such, or too long for a phone.

    Returns: (digits, start, end) for each, in the order of the text.
    """
    seen = see_figures(text)
    figures = figures_in(seen.text)
    runs = [run.span() for run in _RUN.finditer(figures)]
    phones = phones_seen(seen.text) if runs else ()
    found = (span for run in runs for span in _licences(figures, *run, phones, register))
    return tuple((_digits(figures, start, end), *seen.span(start, end)) for start, end in found)


def _licences(
    figures: str, start: int, end: int, phones: tuple[Phone, ...], register: Register
) -> Iterator[tuple[int, int]]:
    """A run may hold several numbers with blanks between: known ones, named ones, and too long ones."""
    before = figures[max(0, start - 40) : start]
    groups = [group.span() for group in _GROUP.finditer(figures, start, end)]
    ends = {
        group[0]: phone.end for group in groups for phone in phones if phone.start <= group[0] < phone.end
    }
    named = (_NAMED_NEXT if start in ends else _NAMED).search(before) is not None
    paid = _PAID.search(before) is not None
    while groups:
        begin = groups[0][0]
        known = _known(figures, groups, register)
        if not known and begin in ends and not named:
            groups = [group for group in groups if group[0] >= ends[begin]]
            continue
        upto = known or _whole(figures, groups, ends)
        digits = _digits(figures, begin, groups[upto - 1][1])
        too_long = len(digits) >= _SHORTEST_UNNAMED and not digits.startswith(("62", "08")) and not paid
        if known or (len(digits) >= _SHORTEST and (named or too_long)):
            yield begin, groups[upto - 1][1]
        groups, named = groups[upto:], False


def _known(figures: str, groups: list[tuple[int, int]], register: Register) -> int:
    """How many of the first groups are a number of the register; 0 for none."""
    for upto in range(len(groups), 0, -1):
        digits = _digits(figures, groups[0][0], groups[upto - 1][1])
        if len(digits) >= _SHORTEST and register.owners("licence", digits):
            return upto
    return 0


def _whole(figures: str, groups: list[tuple[int, int]], phones: Mapping[int, int]) -> int:
    """How many of the first groups belong together: one that is long enough alone, else all up to a phone."""
    if len(_digits(figures, *groups[0])) >= _SHORTEST:
        return 1
    own = phones.get(groups[0][0], 0)  # a licence that could be a phone
    return next((at for at, group in enumerate(groups) if group[0] in phones and group[0] > own), len(groups))


def _digits(figures: str, start: int, end: int) -> str:
    return re.sub(r"\D", "", figures[start:end])
