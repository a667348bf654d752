"""
Find licence numbers (SIP3MI, NIB) in a text and on the register.

Pure. A number proves little: it can be copied from anywhere. Start at `find_licences`.
"""

from __future__ import annotations

import re

from bot.language.folding import MAX_LENGTH
from bot.recruiters.register import Register

_NUMBER = re.compile(r"(?<![\w+])\d(?:[ .-]?\d){8,23}(?![\w])")
_NAMED = re.compile(r"\b(?:sip[23]mi|nib|siup|izin|ijin|lisensi|no(?:mor)? izin)\b\D{0,20}$", re.IGNORECASE)
_PAID = re.compile(
    r"\b(?:rek(?:ening(?:nya)?)?|norek|transfer|tf|bca|bri|bni|bsi|btn|cimb)\b\D{0,20}$", re.IGNORECASE
)
_SHORTEST_UNNAMED = 13  # shorter numbers are phones or accounts, unless the register knows them


def find_licences(text: str, register: Register) -> tuple[tuple[str, int, int], ...]:
    """
    Numbers of a text that are licence numbers: known to the register, named as such, or too long for a phone.

    Returns: (digits, start, end) for each, in the order of the text.
    """
    found = []
    for match in _NUMBER.finditer(text[:MAX_LENGTH]):
        digits = re.sub(r"\D", "", match[0])
        before = text[max(0, match.start() - 40) : match.start()]
        named = _NAMED.search(before)
        too_long = (
            len(digits) >= _SHORTEST_UNNAMED and not digits.startswith("62") and not _PAID.search(before)
        )
        if named or too_long or register.owners("licence", digits):
            found.append((digits, match.start(), match.end()))
    return tuple(found)
