"""
The receipt that lets a reporter come back: 16 digits, the last a check digit, shown 4-4-4-4.

The check digit (Luhn) notices one wrong digit and most swapped neighbours, so a slip of the finger is told
from a wrong receipt and costs no try. A receipt is never stored: only its keyed hash is. Randomness is given.
"""

from __future__ import annotations

LENGTH = 16
_LOOKS_LIKE = str.maketrans({"O": "0", "o": "0", "l": "1", "I": "1", "i": "1", "|": "1", "S": "5", "B": "8"})
_BETWEEN = str.maketrans(dict.fromkeys(" -.–—\xa0\t\n"))


def make_receipt(random_digits: str) -> str:
    """Add the check digit to 15 random digits. Raises: ValueError for anything else."""
    if len(random_digits) != LENGTH - 1 or not _is_digits(random_digits):
        raise ValueError(f"a receipt is made from {LENGTH - 1} digits")
    return random_digits + _check_digit(random_digits)


def is_receipt(digits: str) -> bool:
    """Whether these are 16 digits whose last one fits the others."""
    return len(digits) == LENGTH and _is_digits(digits) and _check_digit(digits[:-1]) == digits[-1]


def normalise(typed: str) -> str | None:
    """The 16 digits of a receipt as somebody typed it (O for 0, l for 1, spaces …); None if it is none."""
    digits = typed.translate(_LOOKS_LIKE).translate(_BETWEEN)
    return digits if is_receipt(digits) else None


def format_receipt(digits: str) -> str:
    """4-4-4-4, as it is shown."""
    return "-".join(digits[start : start + 4] for start in range(0, LENGTH, 4))


def _is_digits(text: str) -> bool:
    return text.isascii() and text.isdecimal()


def _check_digit(digits: str) -> str:
    """Luhn's digit for the digits before it."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        doubled = int(digit) * (2 if place % 2 == 0 else 1)
        total += doubled - 9 if doubled > 9 else doubled
    return str(-total % 10)
