"""What must be new or secret for each turn: nonces, receipts and their hashes."""

from __future__ import annotations

import secrets

from bot.cases.receipt import make_receipt
from bot.vault.lookups import Lookups

NONCE_BYTES = 4  # six characters


class FreshSecrets:
    """The runner's `Secrets`, from the operating system's randomness."""

    def __init__(self, lookups: Lookups) -> None:
        self._lookups = lookups

    def nonce(self) -> str:
        return secrets.token_urlsafe(NONCE_BYTES)

    def receipt(self) -> str:
        return make_receipt(f"{secrets.randbelow(10**15):015d}")

    def receipt_hash(self, receipt: str) -> str:
        return self._lookups.receipt_hash(receipt)
