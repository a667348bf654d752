"""
Find a case by the receipt that a person typed, and stop whoever tries them all.

What is not a receipt at all (a slip of the finger, by its check digit) is told apart and costs nothing; a
wrong one counts against the chat and against everybody. Start at `Receipts.find`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.cases.receipt import LENGTH, make_receipt, normalise
from bot.store import staff as stored_staff
from bot.store.area import Area
from bot.vault.keys import new_data_key
from bot.vault.lookups import Lookups

WINDOW_MS = 3600 * 1000
WRONG_TRIES = 5  # of one chat in an hour
WRONG_TRIES_OF_ALL = 200  # in an hour


class Found(StrEnum):
    FOUND = "found"
    UNKNOWN = "unknown"
    MISTYPED = "mistyped"
    TOO_MANY = "too_many"


@dataclass(frozen=True, slots=True)
class Receipt:
    """A new receipt: shown once, kept as a hash."""

    digits: str
    hash: str

    def __repr__(self) -> str:
        return "Receipt(…)"


class Receipts:
    """Makes receipts and finds their cases."""

    def __init__(self, area: Area, lookups: Lookups) -> None:
        self._area = area
        self._lookups = lookups

    def new(self) -> Receipt:
        """A receipt for a report that is about to be filed."""
        digits = str(int.from_bytes(new_data_key(), "big"))[-(LENGTH - 1) :]
        receipt = make_receipt(digits)
        return Receipt(receipt, self.hash_of(receipt))

    def hash_of(self, digits: str) -> str:
        """For `FileReport.receipt_hash`; `digits` are the 16 of a receipt."""
        return self._lookups.receipt_hash(digits)

    async def find(self, typed: str, tag: str) -> tuple[Found, str]:
        """
        The case of a receipt.

        Args:
            typed: As the person typed it.
            tag: Of the chat that typed it; five wrong ones in an hour and it must wait.

        Returns: What became of it, and the case code ("" unless found).
        """
        digits = normalise(typed)
        if digits is None:
            return Found.MISTYPED, ""
        tried, code = await stored_staff.try_receipt(
            self._area,
            self.hash_of(digits),
            tag,
            window_ms=WINDOW_MS,
            most=WRONG_TRIES,
            most_of_all=WRONG_TRIES_OF_ALL,
        )
        return _FOUND[tried], code


_FOUND = {
    stored_staff.Tried.FOUND: Found.FOUND,
    stored_staff.Tried.WRONG: Found.UNKNOWN,
    stored_staff.Tried.TOO_MANY: Found.TOO_MANY,
}
